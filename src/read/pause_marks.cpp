#include "read/pause_marks.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "read/first_notes.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::array<std::string_view, 3> words = {"pause", "Pause", "PAUSE"};
constexpr std::size_t longest_mark = 40;  // bytes; longer ones are text
constexpr std::array<std::string_view, 2> colons = {":", "："};

struct FoundMark {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<double> seconds;  ///< nothing: only begins like a mark
};

/// Takes one of `choices` off the front of `text`.
template <typename Choices>
bool take(std::string_view& text, const Choices& choices) {
  for (const std::string_view choice : choices) {
    if (!text.starts_with(choice)) continue;
    text.remove_prefix(choice.size());
    return true;
  }
  return false;
}

void take_blanks(std::string_view& text) {
  while (take(text, std::array<std::string_view, 2>{" ", "　"})) continue;
}

/// Seconds in the decimal digits that `text` begins with, which are taken off.
std::optional<double> take_seconds(std::string_view& text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
  double seconds = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + digits, seconds);
  if (digits == 0 || failure != std::errc{} || end != text.data() + digits) return std::nullopt;
  text.remove_prefix(digits);
  return seconds;
}

/// The mark that opens at `open`, or what only looks like one; nothing when it is neither.
std::optional<FoundMark> mark_at(std::string_view text, std::size_t open) {
  std::string_view rest = text.substr(open, longest_mark);
  if (!take(rest, std::array<std::string_view, 3>{"[", "［", "【"})) return std::nullopt;
  take_blanks(rest);
  if (!take(rest, words)) return std::nullopt;
  take_blanks(rest);
  if (!take(rest, colons)) return std::nullopt;
  take_blanks(rest);
  FoundMark found{open, open, take_seconds(rest)};
  take_blanks(rest);
  take(rest, std::array<std::string_view, 3>{"s", "S", "秒"});
  take_blanks(rest);
  if (!take(rest, std::array<std::string_view, 3>{"]", "］", "】"})) found.seconds.reset();
  found.end = static_cast<std::size_t>(rest.data() - text.data());
  return found;
}

/// The next one at or behind `from`.
std::optional<FoundMark> find_mark(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    at = text.find_first_of("[\xEF\xE3", at);  // or the first byte of a full-width bracket
    if (at == std::string_view::npos) break;
    if (auto found = mark_at(text, at)) return found;
  }
  return std::nullopt;
}

/// Whether the letters on both sides would run together.
bool parts_word(std::string_view text, Span mark) {
  return mark.begin > 0 && mark.end < text.size() && is_ascii_letter(text[mark.begin - 1]) &&
         is_ascii_letter(text[mark.end]);
}

class PauseTaker {
 public:
  explicit PauseTaker(Document& document) : document_(document) {}

  /// The text without its marks.
  MappedText take_from(MappedText text) {
    std::optional<FoundMark> found = find_mark(text.text(), 0);
    if (!found) return text;
    Rewriter rewriter(text);
    for (; found; found = find_mark(text.text(), found->end)) {
      const Span range{static_cast<std::uint32_t>(found->begin), static_cast<std::uint32_t>(found->end)};
      if (!found->seconds) {
        notes_.add(text.source({range.begin, range.begin}), [] {
          return "this looks like a pause, but is read as text; a pause is written as [pause:1.5], in "
                 "seconds";
        });
        continue;
      }
      rewriter.keep_to(range.begin);
      add(rewriter.drop_to(range.end), *found->seconds);
      if (parts_word(text.text(), range)) rewriter.insert(" ");
    }
    return rewriter.finish();
  }

  void finish() {
    auto notes = notes_.finish([](std::size_t more) {
      return fmt::format("{} more marks of pauses that are not as written", more);
    });
    document_.notes.insert(document_.notes.end(), notes.begin(), notes.end());
  }

 private:
  void add(Span source, double seconds) {
    constexpr double most = longest_pause_ms / 1000.0;
    if (seconds > most)
      notes_.add(source,
                 [&] { return fmt::format("the pause is cut to {:.0f} seconds, the longest", most); });
    const auto ms = static_cast<std::uint32_t>(std::min(seconds, most) * 1000 + 0.5);
    document_.pauses.push_back({source, ms});
    document_.dropped.push_back({source, std::string(pause_mark_rule)});
  }

  Document& document_;
  FirstNotes notes_;
};

}  // namespace

void take_pause_marks(Document& document) {
  const bool possible = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return document.source.find(word) != std::string::npos;
  });
  if (!possible) return;
  PauseTaker taker(document);
  std::vector<Block> kept;
  bool parted = false;  // by a block that held a pause only
  for (Block& block : document.blocks) {
    const bool was_empty = without_edge_blanks(block.text.text()).empty();
    block.text = taker.take_from(std::move(block.text));
    if (!was_empty && without_edge_blanks(block.text.text()).empty()) {
      parted = true;
      continue;
    }
    block.after_blank_line = block.after_blank_line || std::exchange(parted, false);
    kept.push_back(std::move(block));
  }
  document.blocks = std::move(kept);
  taker.finish();
}

}  // namespace langdu
