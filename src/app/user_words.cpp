#include "app/user_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "app/input.h"
#include "text/error.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr int most_mebibytes = 16;            // half a million words
constexpr std::size_t most_lines_named = 20;  // a person corrects no more at a time

void check_utf8(std::string_view content, const std::string& file) {
  for (std::size_t at = 0; at < content.size();) {
    const Rune rune = rune_at(content, at);
    if (!rune.valid) {
      const auto line =
          1 + std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(at), '\n');
      throw Error(Fault::not_utf8, file, line);
    }
    at += rune.size;
  }
}

/// The wrong lines of all files.
class WrongLines {
 public:
  void add(const std::string& file, const std::vector<WrongLine>& wrong) {
    for (const WrongLine& line : wrong) {
      if (++count_ == 1) {
        first_file_ = file;
        first_ = line;
      } else if (count_ <= most_lines_named) {
        others_ += fmt::format("\n{}:{}: {}", file, line.line, line.message);
      }
    }
  }

  void throw_if_any() const {
    if (count_ == 0) return;
    std::string others = others_;
    if (count_ > most_lines_named)
      others += fmt::format("\nand {} more wrong lines", count_ - most_lines_named);
    throw Error(Fault::wrong_lines, first_file_, first_.line, first_.message, others);
  }

 private:
  std::size_t count_ = 0;
  std::string first_file_;
  WrongLine first_;
  std::string others_;
};

}  // namespace

UserLexicon load_user_words(const std::vector<std::string>& files, const TraditionalView& traditional) {
  UserLexicon words;
  WrongLines wrong;
  for (const std::string& file : files) {
    if (file == "-")
      throw Error(Fault::wrong_use, "--lexicon: standard input is for the text; name a file for the words");
    const std::string content = read_input(file, most_mebibytes, Fault::lexicon_too_large);
    check_utf8(content, file);
    wrong.add(file, words.add(content, file));
  }
  wrong.throw_if_any();
  words.match_both_scripts(traditional);
  return words;
}

}  // namespace langdu
