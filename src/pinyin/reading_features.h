#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "pinyin/hanzi_text.h"

namespace langdu {

/// What stands around a hanzi, as numbers: each names one fact ("the word before is 银行", "the dictionary's
/// word reads it hang2") together with the hanzi. The reading model adds up the weights of these facts.
///
/// The facts are hashed, so nobody needs a table of their names. They depend on the text, on its words and on
/// their readings in the dictionary; training and reading see the same ones.
class ReadingFeatures {
 public:
  static constexpr std::size_t capacity = 64;

  void push_back(std::uint64_t feature) {
    if (count_ < capacity) items_[count_++] = feature;
  }
  const std::uint64_t* begin() const { return items_.data(); }
  const std::uint64_t* end() const { return items_.data() + count_; }
  std::size_t size() const { return count_; }

  /// How many of them, from the first on, are what the dictionary and the rules say.
  std::size_t from_dictionary = 0;

 private:
  std::array<std::uint64_t, capacity> items_;
  std::size_t count_ = 0;
};

/// The facts about hanzi `i`, which is in the word `token`. The text is segmented and read by the lexicon and
/// by the context rules.
ReadingFeatures reading_features(const HanziText& text, const LexiconView& lexicon, std::uint32_t token,
                                 std::uint32_t i);

}  // namespace langdu
