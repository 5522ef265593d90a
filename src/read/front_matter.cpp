#include "read/front_matter.h"

#include <algorithm>
#include <optional>
#include <string>

#include "read/author.h"
#include "text/utf8.h"

namespace langdu {
namespace {

struct Syntax {
  std::string_view opening;
  std::string_view closing;
  std::string_view other_closing;
  char divider;  ///< between a key and its value
};
constexpr Syntax syntaxes[] = {{"---", "---", "...", ':'}, {"+++", "+++", "+++", '='}};

constexpr std::size_t longest_key = 64;  // bytes; what is longer in front of a colon is a sentence

/// The line at `at` without blanks at its end; `at` goes behind its line end.
std::string_view take_line(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = std::min(end + (text.substr(end, 2) == "\r\n" ? 2 : 1), text.size());
  const std::size_t last = line.find_last_not_of(" \t");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

struct Entry {
  std::string_view key;
  std::string_view value;
};

std::string_view trimmed(std::string_view text) {
  const Span span = without_edge_blanks(text);
  return text.substr(span.begin, span.size());
}

std::optional<Entry> entry_of(std::string_view line, char divider) {
  const std::size_t at = line.find(divider);
  if (at == std::string_view::npos || at == 0 || at > longest_key || line[0] == ' ' || line[0] == '\t')
    return std::nullopt;
  const std::string_view behind = line.substr(at + 1);
  if (divider == ':' && !behind.empty() && behind[0] != ' ' && behind[0] != '\t') return std::nullopt;
  return Entry{trimmed(line.substr(0, at)), trimmed(behind)};
}

/// Without quotation marks, what they escape, and a comment behind.
std::string value_text(std::string_view value) {
  const char quote = value.empty() ? '\0' : value[0];
  if (quote != '"' && quote != '\'') return std::string(trimmed(value.substr(0, value.find(" #"))));
  std::string text;
  for (std::size_t at = 1; at < value.size(); ++at) {
    const bool escaped =
        at + 1 < value.size() && (quote == '"' ? value[at] == '\\' : value.substr(at, 2) == "''");
    if (!escaped && value[at] == quote) break;
    if (escaped) ++at;
    text += value[at];
  }
  return text;
}

/// One name, or a list in brackets.
void add_authors(std::string& authors, std::string_view value) {
  if (!value.starts_with('[')) return add_author(authors, value_text(value));
  value = value.substr(1, value.find(']') - 1);
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(','), value.size());
    add_author(authors, value_text(trimmed(value.substr(0, end))));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
}

bool is_beside_entries(std::string_view line) { return line.empty() || line[0] == '#' || line[0] == '['; }

/// Where the block ends; npos if it is none. A text may open with a ruled line: the first line that is no
/// comment must be a key with its value.
std::size_t end_of_block(std::string_view text, std::size_t at, const Syntax& syntax) {
  bool has_entry = false;
  while (at < text.size()) {
    const std::string_view line = take_line(text, at);
    if (line == syntax.closing || line == syntax.other_closing) return at;
    if (has_entry || is_beside_entries(line)) continue;
    if (!entry_of(line, syntax.divider)) return std::string_view::npos;
    has_entry = true;
  }
  return std::string_view::npos;
}

}  // namespace

std::size_t read_front_matter(std::string_view text, std::size_t begin, Metadata& metadata) {
  std::size_t at = begin;
  const std::string_view first = take_line(text, at);
  for (const Syntax& syntax : syntaxes) {
    if (first != syntax.opening) continue;
    const std::size_t end = end_of_block(text, at, syntax);
    if (end == std::string_view::npos) return begin;
    while (at < end) {
      const auto entry = entry_of(take_line(text, at), syntax.divider);
      if (!entry) continue;
      if (entry->key == "title") metadata.title = value_text(entry->value);
      if (entry->key == "author" || entry->key == "authors") add_authors(metadata.author, entry->value);
      if (entry->key == "date") metadata.date = value_text(entry->value);
    }
    return end;
  }
  return begin;
}

}  // namespace langdu
