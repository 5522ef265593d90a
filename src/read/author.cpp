#include "read/author.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::string_view divider = "、";
constexpr std::size_t longest_name = 200;  // bytes; what is longer is no name

// In lower case: accounts of new computers, office programs and libraries that write files, and words for
// nobody.
constexpr std::array<std::string_view, 32> no_names = {"administrator",
                                                       "admin",
                                                       "user",
                                                       "users",
                                                       "owner",
                                                       "author",
                                                       "unknown",
                                                       "unknown author",
                                                       "none",
                                                       "null",
                                                       "n/a",
                                                       "microsoft",
                                                       "microsoft user",
                                                       "microsoft office user",
                                                       "microsoft office 用户",
                                                       "windows user",
                                                       "windows 用户",
                                                       "微软用户",
                                                       "微软中国",
                                                       "用户",
                                                       "未知",
                                                       "未知作者",
                                                       "作者",
                                                       "python-docx",
                                                       "apache poi",
                                                       "docx4j",
                                                       "un-named",
                                                       "wps office",
                                                       "openpyxl",
                                                       "pandoc",
                                                       "calibre",
                                                       "雨林木风"};

/// Without blanks around, and one for each gap.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    const bool gap = is_blank(rune.code) || rune.code < 0x20 || rune.code == 0x7F;
    if (!gap) line += text.substr(at, rune.size);
    if (gap && !line.empty() && line.back() != ' ') line += ' ';
    at += rune.size;
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

bool is_name(const std::string& line) {
  if (line.empty() || line.size() > longest_name || line.find("://") != std::string::npos) return false;
  return std::find(no_names.begin(), no_names.end(), lower_ascii(line)) == no_names.end();
}

/// Whether the name stands among the others as a whole.
bool has(std::string_view authors, std::string_view name) {
  while (!authors.empty()) {
    const std::size_t end = std::min(authors.find(divider), authors.size());
    if (authors.substr(0, end) == name) return true;
    authors.remove_prefix(std::min(end + divider.size(), authors.size()));
  }
  return false;
}

}  // namespace

void add_author(std::string& authors, std::string_view written) {
  const std::string name = on_one_line(written);
  if (!is_name(name) || has(authors, name)) return;
  if (!authors.empty()) authors += divider;
  authors += name;
}

}  // namespace langdu
