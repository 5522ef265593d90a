#include "read/subtitles.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "read/block_writer.h"
#include "read/entities.h"
#include "read/source_text.h"

namespace langdu {
namespace {

constexpr std::string_view byte_order_mark = "\uFEFF";
constexpr std::string_view arrow = "-->";
constexpr std::size_t longest_entity = 12;  // bytes
constexpr std::size_t longest_tag = 256;    // bytes
constexpr std::size_t longest_number = 9;   // digits of a cue

std::string_view without_blanks(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t") + 1 - first);
}

/// The line at `at`; `at` goes behind its line end.
Span take_line(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
  at = std::min(end + (text.substr(end, 2) == "\r\n" ? 2 : 1), text.size());
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_number(std::string_view line) {
  line = without_blanks(line);
  return !line.empty() && line.size() <= longest_number &&
         line.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "00:00:01,000 --> 00:00:02,500", with settings behind; WebVTT may leave the hours out.
bool is_time_line(std::string_view line) {
  line = without_blanks(line);
  const std::size_t at = line.find(arrow);
  if (at == std::string_view::npos) return false;
  const std::string_view from = without_blanks(line.substr(0, at));
  const std::string_view to = without_blanks(line.substr(at + arrow.size()));
  return from.find(':') != std::string_view::npos &&
         from.find_first_not_of("0123456789:,. ") == std::string_view::npos && !to.empty() && to[0] >= '0' &&
         to[0] <= '9';
}

/// A block of WebVTT that opens with this word, alone in its line or with a blank behind it.
bool opens_with(std::string_view line, std::string_view word) {
  return line.starts_with(word) &&
         (line.size() == word.size() || line[word.size()] == ' ' || line[word.size()] == '\t');
}

/// Bytes of what stands at `at` of a line and is no text: "<i>", "</c>", "<v Name>", "<00:01.000>", "{\an8}".
/// A reading in brackets and what else is no tag is text: 0.
std::size_t tag_size(std::string_view line, std::size_t at) {
  line = line.substr(at, longest_tag);
  const std::size_t end = line.find(line[0] == '<' ? '>' : '}');
  if (end == std::string_view::npos) return 0;
  if (line[0] == '{') return line.starts_with("{\\") ? end + 1 : 0;
  std::string_view name = line.substr(1, end - 1);
  if (name.starts_with('/')) name.remove_prefix(1);
  const bool is_time = !name.empty() && name.find_first_not_of("0123456789:.") == std::string_view::npos;
  name = name.substr(0, name.find_first_of(" \t./"));
  constexpr std::string_view names[] = {"i",  "b",    "u",  "s", "c", "v", "lang", "ruby",
                                        "rt", "font", "br", "I", "B", "U", "S",    "FONT"};
  return is_time || std::find(std::begin(names), std::end(names), name) != std::end(names) ? end + 1 : 0;
}

/// Whether a line is another speaker's: "- 你好", "–你好". Two dashes go on with what was said.
bool opens_speech(std::string_view text) {
  text = without_blanks(text);
  return (text.starts_with('-') && !text.starts_with("--")) || text.starts_with("–");
}

/// A piece of a cue: as it stands, or the text of an entity.
struct Piece {
  Span source;
  std::string text;  ///< empty: as it stands
};

class SubtitleReader {
 public:
  explicit SubtitleReader(Document& document) : source_(document.source), writer_(document) {}

  void read();

 private:
  std::string_view text_of(Span span) const { return source_.substr(span.begin, span.size()); }
  void skip_opening();
  std::vector<Span> take_block();
  void read_block(const std::vector<Span>& lines);
  void add_cues(const std::vector<Span>& lines);
  std::vector<Piece> pieces_of(Span line) const;
  std::string shown_text(const std::vector<Piece>& pieces) const;
  void add_cue(const Span* begin, const Span* end);
  void write(const std::vector<std::vector<Piece>>& lines);

  std::string_view source_;
  BlockWriter writer_;
  std::size_t at_ = 0;
  bool is_webvtt_ = false;
  std::string last_cue_;  ///< its text
};

std::string SubtitleReader::shown_text(const std::vector<Piece>& pieces) const {
  std::string text;
  for (const Piece& piece : pieces) text += piece.text.empty() ? text_of(piece.source) : piece.text;
  return text;
}

void SubtitleReader::skip_opening() {
  if (source_.starts_with(byte_order_mark)) {
    at_ = byte_order_mark.size();
    writer_.drop({0, static_cast<std::uint32_t>(at_)}, "byte order mark");
  }
  is_webvtt_ = source_.substr(at_).starts_with("WEBVTT");
  if (is_webvtt_) take_block();  // with the lines of the header
}

/// The lines to the next empty one.
std::vector<Span> SubtitleReader::take_block() {
  std::vector<Span> lines;
  while (at_ < source_.size()) {
    const Span line = take_line(source_, at_);
    if (!without_blanks(text_of(line)).empty()) {
      lines.push_back(line);
    } else if (!lines.empty()) {
      break;
    }
  }
  return lines;
}

void SubtitleReader::read_block(const std::vector<Span>& lines) {
  const std::string_view first = text_of(lines.front());
  const bool has_times = lines.size() > 1 && is_time_line(text_of(lines[1]));
  if (has_times || !is_webvtt_ || is_time_line(first)) return add_cues(lines);
  if (opens_with(first, "NOTE")) return writer_.drop({lines.front().begin, lines.back().end}, "comment");
  if (!opens_with(first, "STYLE") && !opens_with(first, "REGION")) add_cues(lines);
}

/// The cues of a block: there are several where the empty line between them is missing. The line above the
/// times is the name of a cue in the first line of a block; elsewhere only a number can be.
void SubtitleReader::add_cues(const std::vector<Span>& lines) {
  const auto is_time = [&](std::size_t i) { return i < lines.size() && is_time_line(text_of(lines[i])); };
  std::size_t begin = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_time(i)) continue;
    const bool named = i > begin && (i == 1 || is_number(text_of(lines[i - 1])));
    add_cue(lines.data() + begin, lines.data() + i - (named ? 1 : 0));
    begin = i + 1;
  }
  add_cue(lines.data() + begin, lines.data() + lines.size());
}

std::vector<Piece> SubtitleReader::pieces_of(Span line) const {
  const std::string_view text = text_of(line);
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  const auto place = [&](std::size_t at) { return line.begin + static_cast<std::uint32_t>(at); };
  const auto keep_to = [&](std::size_t end) {
    if (end > begin) pieces.push_back({{place(begin), place(end)}, {}});
  };
  for (std::size_t at = text.find_first_of("<{&"); at != std::string_view::npos;
       at = text.find_first_of("<{&", at)) {
    std::size_t size = 0;
    std::optional<std::string> entity;
    if (text[at] == '&') {
      const std::size_t end = text.substr(at, longest_entity).find(';');
      if (end != std::string_view::npos) entity = entity_text(text.substr(at, end + 1));
      if (entity) size = end + 1;
    } else {
      size = tag_size(text, at);
    }
    if (size == 0) {
      ++at;
      continue;
    }
    keep_to(at);
    if (entity) pieces.push_back({{place(at), place(at + size)}, *entity});
    at += size;
    begin = at;
  }
  keep_to(text.size());
  return pieces;
}

/// A cue that says the same as the one before it goes on showing it.
void SubtitleReader::add_cue(const Span* begin, const Span* end) {
  std::vector<std::vector<Piece>> lines;
  std::string text;
  for (const Span* line = begin; line != end; ++line) {
    lines.push_back(pieces_of(*line));
    text += shown_text(lines.back()) + '\n';
  }
  if (text.find_first_not_of(" \t\n") == std::string::npos) return;
  if (text == last_cue_) {
    writer_.drop({begin->begin, (end - 1)->end}, "repeated cue");
    return;
  }
  last_cue_ = std::move(text);
  write(lines);
}

/// The lines of a cue are one paragraph. Between hanzi nothing stands for their ends, and a blank elsewhere.
void SubtitleReader::write(const std::vector<std::vector<Piece>>& lines) {
  const auto is_latin_text = [](char byte) {  // a bracket belongs to a reading
    return static_cast<unsigned char>(byte) < 0x80 && byte != '<' && byte != '>';
  };
  writer_.start(BlockKind::paragraph);
  std::string before;
  for (const std::vector<Piece>& pieces : lines) {
    std::string text = shown_text(pieces);
    if (without_blanks(text).empty()) continue;
    if (!before.empty() && opens_speech(text)) {
      writer_.break_line();
    } else if (!before.empty() && (is_latin_text(before.back()) || is_latin_text(text.front()))) {
      writer_.insert(" ");
    }
    for (const Piece& piece : pieces) {
      if (piece.text.empty()) {
        writer_.add(piece.source);
      } else {
        writer_.add(piece.source, piece.text);
      }
    }
    before = std::move(text);
  }
}

void SubtitleReader::read() {
  skip_opening();
  while (at_ < source_.size()) {
    const std::vector<Span> lines = take_block();
    if (!lines.empty()) read_block(lines);
  }
  writer_.finish();
}

}  // namespace

Document read_subtitles(std::string content, const ReadOptions&) {
  Document document;
  set_source(document, std::move(content));
  SubtitleReader(document).read();
  return document;
}

bool shows_subtitles(std::string_view content) {
  if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
  if (content.starts_with("WEBVTT")) return content.size() == 6 || content.find_first_of(" \t\r\n", 6) == 6;
  std::size_t at = std::min(content.find_first_not_of(" \t\r\n"), content.size());
  const Span number = take_line(content, at);
  const Span times = take_line(content, at);
  return is_number(content.substr(number.begin, number.size())) &&
         is_time_line(content.substr(times.begin, times.size()));
}

}  // namespace langdu
