#include "read/plain_text.h"

#include <limits>
#include <string_view>
#include <utility>

#include "read/readable_lines.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// Bytes of the line end at `at`, or 0 if there is none: a mandatory break of Unicode (UAX #14: BK, CR, LF).
std::size_t line_end_at(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '\n':
    case '\v':
    case '\f':
      return 1;
    case '\r':
      return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
    case '\xE2': {
      const auto mark = text.substr(at, 3);
      return mark == "\u2028" || mark == "\u2029" ? 3 : 0;
    }
    default:
      return 0;
  }
}

bool is_blank_line(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const Rune rune = rune_at(line, at);
    if (!rune.valid || !is_blank(rune.code)) return false;
    at += rune.size;
  }
  return true;
}

class LineReader {
 public:
  explicit LineReader(Document& document) : document_(document) {}

  /// `line` is the part of the source that begins at `begin`.
  void add(std::string_view line, std::uint32_t begin) {
    if (is_blank_line(line)) {
      after_blank_line_ = true;
      return;
    }
    MappedText text =
        lines_.take(MappedText::verbatim(line, begin), begin == 0, document_.marks, document_.dropped);
    if (is_blank_line(text.text())) return;
    document_.blocks.push_back({BlockKind::line, 0, std::move(text), after_blank_line_});
    after_blank_line_ = false;
  }

  void finish() {
    const std::size_t size = document_.source.size();
    if (!is_noise(lines_.lost(), size)) {
      document_.notes = lines_.finish();
      return;
    }
    const Span all{0, static_cast<std::uint32_t>(size)};
    document_.blocks.clear();
    document_.marks.clear();
    document_.dropped.assign(1, {all, "not text"});
    document_.notes.assign(
        1, {Severity::warning, all, "the file was left out, it " + noise_message(lines_.lost(), size)});
  }

 private:
  Document& document_;
  ReadableLines lines_;
  bool after_blank_line_ = true;
};

}  // namespace

Document read_plain_text(std::string content, const ReadOptions&) {
  Document document;
  // Spans count in 32 bits; the program refuses such input long before (--max-size), a library's user may
  // not.
  constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
  const bool cut = content.size() > most;
  if (cut) content.resize(most);
  document.source = std::move(content);
  const std::string_view source = document.source;
  LineReader reader(document);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t size = line_end_at(source, at);
    if (size == 0) {
      ++at;
      continue;
    }
    reader.add(source.substr(begin, at - begin), static_cast<std::uint32_t>(begin));
    at += size;
    begin = at;
  }
  if (begin < source.size()) reader.add(source.substr(begin), static_cast<std::uint32_t>(begin));
  reader.finish();
  if (cut) document.notes.push_back({Severity::warning, {}, "the text was cut off after 4 GiB"});
  return document;
}

}  // namespace langdu
