#include "app/user_files.h"

#include <fmt/core.h>

#include <algorithm>
#include <functional>
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

/// Reads each file of a setting and has `add` take its content.
void load_user_files(
    const std::vector<std::string>& files, std::string_view setting,
    const std::function<std::vector<WrongLine>(const std::string&, const std::string&)>& add) {
  WrongLines wrong;
  for (const std::string& file : files) {
    if (file == "-")
      throw Error(Fault::wrong_use, fmt::format("{}: standard input is for the text; name a file", setting));
    const std::string content = read_input(file, most_mebibytes, Fault::table_too_large);
    check_utf8(content, file);
    wrong.add(file, add(content, file));
  }
  wrong.throw_if_any();
}

}  // namespace

UserLexicon load_user_words(const std::vector<std::string>& files, const TraditionalView& traditional) {
  UserLexicon words;
  load_user_files(files, "--lexicon",
                  [&](const auto& content, const auto& file) { return words.add(content, file); });
  words.match_both_scripts(traditional);
  return words;
}

Replacements load_replacements(const std::vector<std::string>& files) {
  Replacements replacements;
  load_user_files(files, "--replace",
                  [&](const auto& content, const auto&) { return replacements.add(content); });
  return replacements;
}

}  // namespace langdu
