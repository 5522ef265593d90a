#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace langdu {

/// One Mandarin syllable. `base` indexes the table of base syllables (ü is written v); tones are 1 to 4, 5
/// neutral.
struct Syllable {
  std::uint16_t base = 0;
  std::uint8_t tone =
      5;  ///< as spoken, after sandhi: of 一 and 不, and in a plan of third tones too
  std::uint8_t citation = 5;  ///< as in a dictionary
  friend bool operator==(Syllable, Syllable) = default;
};

/// The toneless spelling, e.g. "zhang", "lv", "r" for the suffix 儿. `base` must come from this table.
std::string_view base_spelling(std::uint16_t base);
std::size_t base_count();

/// Reads "zhang3", "lv4", "r5". Nothing when the syllable does not exist.
std::optional<Syllable> parse_syllable(std::string_view spelling);

/// "zhang3" with the spoken tone.
std::string to_string(Syllable syllable);

/// A word's syllables: at most six, the longest word the engine speaks safely.
class Syllables {
 public:
  static constexpr std::size_t capacity = 6;
  void push_back(Syllable syllable) { items_[count_++] = syllable; }
  std::size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  bool full() const { return count_ == capacity; }
  Syllable& operator[](std::size_t i) { return items_[i]; }
  const Syllable& operator[](std::size_t i) const { return items_[i]; }
  const Syllable* begin() const { return items_.data(); }
  const Syllable* end() const { return items_.data() + count_; }

 private:
  std::array<Syllable, capacity> items_{};
  std::uint8_t count_ = 0;
};

}  // namespace langdu
