#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pinyin/user_lines.h"

namespace langdu {

/// The words of a user's files. A word here wins over every other source of readings.
class UserLexicon {
 public:
  /// Reads a file: lines with LF or CRLF, "word, tab, pinyin"; # opens a comment line. A word that is there
  /// already gets the new reading. Returns the lines that are wrong, which are left out.
  std::vector<WrongLine> add(std::string_view content, std::string file);

  bool empty() const { return words_.empty(); }
  std::size_t size() const { return words_.size(); }

  /// The longest word that `hanzi` begins with, or nullptr. Valid until the next add().
  const UserWord* longest_at(std::u32string_view hanzi) const;

  /// "file:line", where the word stands.
  std::string place(const UserWord& word) const;

 private:
  static constexpr std::uint32_t no_word = 0xFFFFFFFF;

  void add(UserWord word);

  std::vector<UserWord> words_;
  std::vector<std::string> files_;
  /// A trie: the edge from a node by a code point, and the node it leads to. Node 0 is the root.
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::vector<std::uint32_t> word_of_ = {no_word};  ///< of each node: the word that ends there
};

}  // namespace langdu
