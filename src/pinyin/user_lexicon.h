#pragma once
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pinyin/user_lines.h"
#include "text/traditional.h"

namespace langdu {

/// Whether `word` stands in a later line or file than `other`.
inline bool is_later(const UserWord& word, const UserWord& other) {
  return word.file != other.file ? word.file > other.file : word.line > other.line;
}

/// The words of a user's files. A word here wins over every other source of readings.
class UserLexicon {
 public:
  /// Reads a file: lines with LF or CRLF, "word, tab, pinyin"; # opens a comment line. A word that is there
  /// already gets the new reading. Returns the lines that are wrong, which are left out.
  std::vector<WrongLine> add(std::string_view content, std::string file);

  /// Lets the words match in the other script too, once all files are added: 長江 and 长江 are one word, and
  /// the later of their lines wins. A single hanzi matches as it is written when it has a reading of its own.
  void match_both_scripts(const TraditionalView& traditional);

  bool empty() const { return words_.empty(); }
  std::size_t size() const { return words_.size(); }

  /// The longest word that `hanzi` begins with, or nullptr. Valid until the next add().
  const UserWord* longest_at(std::u32string_view hanzi) const;

  /// "file:line", where the word stands.
  std::string place(const UserWord& word) const;

 private:
  static constexpr std::uint32_t no_word = 0xFFFFFFFF;

  /// An edge of a trie: its key is the node it leaves and a code point. Node 0 is the root.
  struct Edge {
    std::uint64_t key = 0;  ///< 0: an empty slot
    std::uint32_t node = 0;
  };

  void add(UserWord word);
  std::uint32_t node_of(std::u32string_view hanzi);
  std::size_t slot_of(std::uint64_t key) const;
  std::uint32_t node_behind(std::uint64_t key);

  std::vector<UserWord> words_;
  std::vector<std::string> files_;
  std::vector<Edge> edges_ = std::vector<Edge>(16);  ///< a hash table, at most half full; a power of two
  /// Which hanzi some word begins with, by the low bits of their code points: most of a text begins none.
  std::bitset<1 << 16> begins_;
  std::vector<std::uint32_t> word_of_ = {no_word};  ///< of each node: the word that ends there
};

}  // namespace langdu
