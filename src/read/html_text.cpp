#include "read/html_text.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/utf8.h"

namespace langdu {
namespace {

bool is_name(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '#'; }

constexpr std::size_t longest_entity = 40;  // &CounterClockwiseContourIntegral; has 33

/// Walks the bytes and what is shown of them side by side.
class Aligner {
 public:
  Aligner(BlockWriter& writer, Span raw, std::string_view source, std::string_view parsed,
          std::string_view shown, bool flowing)
      : writer_(writer),
        raw_(parsed),
        source_(source.substr(raw.begin, raw.size())),
        shown_(shown),
        begin_(raw.begin),
        flowing_(flowing) {}

  void run() {
    while (at_ < raw_.size() && seen_ < shown_.size()) {
      if (raw_[at_] == shown_[seen_] && raw_[at_] == source_[at_] && raw_[at_] != '&') {
        ++at_;
        ++seen_;
      } else if (!step()) {
        // Not to be explained: the rest as a whole, so that nothing is lost.
        flush();
        writer_.add(span(at_, raw_.size()), shown_.substr(seen_));
        return;
      }
    }
    flush();
  }

 private:
  Span span(std::size_t begin, std::size_t end) const {
    return {begin_ + static_cast<std::uint32_t>(begin), begin_ + static_cast<std::uint32_t>(end)};
  }

  void flush() {
    const Span verbatim = span(kept_, at_);
    if (verbatim.empty()) return;
    if (flowing_) {
      writer_.add_flowing(verbatim);
    } else {
      writer_.add(verbatim);
    }
  }

  bool step() {
    if (raw_[at_] != source_[at_]) return skip_blanked();
    switch (raw_[at_]) {
      case '&':
        return step_entity();
      case '<':
        return skip_to(raw_.find('>', at_));
      case '\r':  // CR LF is LF; so is CR
        if (shown_[seen_] != '\n') return false;
        if (at_ + 1 < raw_.size() && raw_[at_ + 1] == '\n') return skip_to(at_);
        return replace(at_ + 1, 1);
      default:
        return step_invalid();
    }
  }

  /// A tag that was blanked before the page was parsed.
  bool skip_blanked() {
    const std::size_t begin = at_;
    std::size_t end = at_;
    while (end < raw_.size() && raw_[end] == ' ' && end - begin < shown_.size() - seen_ &&
           shown_[seen_ + (end - begin)] == ' ')
      ++end;
    if (end == begin) return false;
    flush();
    writer_.add_blank(span(begin, end));
    seen_ += end - begin;
    at_ = kept_ = end;
    return true;
  }

  bool skip_to(std::size_t last) {
    if (last == std::string_view::npos) return false;
    flush();
    at_ = kept_ = last + 1;
    return true;
  }

  /// The bytes up to `end` are shown as the next `size` bytes.
  bool replace(std::size_t end, std::size_t size) {
    flush();
    const std::string_view by = shown_.substr(seen_, size);
    if (flowing_ && (by == "\n" || by == "\t" || by == " ")) {
      writer_.add_blank(span(at_, end));
    } else {
      writer_.add(span(at_, end), by);
    }
    seen_ += size;
    at_ = kept_ = end;
    return true;
  }

  bool step_entity() {
    std::size_t end = at_ + 1;
    while (end < raw_.size() && end - at_ < longest_entity && is_name(raw_[end])) ++end;
    const bool closed = end < raw_.size() && raw_[end] == ';';
    if (shown_[seen_] == '&' &&
        shown_.substr(seen_ + 1, end - at_ - 1) == raw_.substr(at_ + 1, end - at_ - 1) &&
        end - at_ > 1) {  // no entity: AT&T
      ++at_;
      ++seen_;
      return true;
    }
    if (end - at_ == 1) {
      if (shown_[seen_] != '&') return false;
      ++at_;
      ++seen_;
      return true;
    }
    const std::size_t size = rune_at(shown_, seen_).size;
    if (closed) return replace_closed(end, size);
    // Without its semicolon it may end anywhere: where the next byte is the next one shown.
    for (std::size_t stop = at_ + 3; stop <= end; ++stop) {
      const bool last = stop == raw_.size() || seen_ + size == shown_.size();
      if (last ? stop == end : raw_[stop] == shown_[seen_ + size]) return replace(stop, size);
    }
    return replace(end, size);
  }

  /// "&not;", "&notit;" (of which only "&not" counts), and those that stand for two characters.
  bool replace_closed(std::size_t end, std::size_t size) {
    for (std::size_t stop = at_ + 3; stop < end && raw_[at_ + 1] != '#'; ++stop) {
      const std::string_view rest = raw_.substr(stop, end + 1 - stop);
      if (shown_.substr(seen_ + size, rest.size()) == rest) return replace(stop, size);
    }
    if (seen_ + size == shown_.size() || raw_[at_ + 1] == '#') return replace(end + 1, size);
    const Rune second = rune_at(shown_, seen_ + size);
    const bool belongs = second.code == 0x338 || second.code == 0x333 || second.code == 0x331 ||
                         second.code == 0x200A || second.code == 0xFE00 || second.code == 0x20D2 ||
                         second.code == 0x20E5;
    const bool stands_there = raw_.substr(end + 1, second.size) == shown_.substr(seen_ + size, second.size);
    return replace(end + 1, belongs && !stands_there ? size + second.size : size);
  }

  /// The parser shows U+FFFD for what is no UTF-8, and leaves NULs out.
  bool step_invalid() {
    constexpr std::string_view replacement = "\uFFFD";
    if (shown_.substr(seen_, replacement.size()) == replacement) {
      const Rune rune = rune_at(raw_, at_);
      at_ += rune.size;
      seen_ += replacement.size();
      return true;
    }
    return raw_[at_] == '\0' && skip_to(at_);
  }

  BlockWriter& writer_;
  std::string_view raw_;
  std::string_view source_;
  std::string_view shown_;
  std::uint32_t begin_;
  bool flowing_;
  std::size_t at_ = 0;    ///< in raw_
  std::size_t seen_ = 0;  ///< in shown_
  std::size_t kept_ = 0;  ///< from here to at_ the bytes are shown as they stand
};

}  // namespace

void write_html_text(BlockWriter& writer, Span raw, std::string_view source, std::string_view parsed,
                     std::string_view shown, bool flowing) {
  Aligner(writer, raw, source, parsed, shown, flowing).run();
}

}  // namespace langdu
