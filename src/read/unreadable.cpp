#include "read/unreadable.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>

#include "text/characters.h"

namespace langdu {
namespace {

constexpr std::size_t most_bytes_named = 8;  // enough to recognise an encoding by

constexpr char32_t byte_order_mark = 0xFEFF;
constexpr char32_t zero_width_blank = 0x200B;

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

/// What a zero-width blank can part.
bool is_word(char32_t code) { return is_latin(code) || is_digit(code); }

/// Whether the code point cannot be seen where it stands: behind `before`, and with `behind` behind it.
bool is_unseen(char32_t code, char32_t before, char32_t behind) {
  if (code == zero_width_blank) return !is_word(before) || !is_word(behind);
  return code != U'\v' && code != U'\f' && is_invisible(code);
}

/// The bytes of the first run as hexadecimal, "FF FE"; longer runs end with "...".
std::string hexadecimal(std::string_view bytes) {
  std::string result;
  for (const char byte : bytes.substr(0, most_bytes_named)) {
    if (!result.empty()) result += ' ';
    result += fmt::format("{:02X}", static_cast<unsigned>(static_cast<unsigned char>(byte)));
  }
  if (bytes.size() > most_bytes_named) result += " ...";
  return result;
}

std::string message(std::string_view line, const std::vector<UnreadableRun>& runs, bool whole) {
  std::size_t invalid = 0;
  std::size_t control = 0;
  std::string_view first_invalid;
  for (const auto& [range, kind] : runs) {
    if (kind == Unreadable::control) control += count_runes(line.substr(range.begin, range.size()));
    if (kind != Unreadable::invalid) continue;
    if (invalid == 0) first_invalid = line.substr(range.begin, range.size());
    invalid += range.size();
  }
  const std::string bytes =
      fmt::format("{} that {} not UTF-8 ({})", invalid == 1 ? "a byte" : fmt::format("{} bytes", invalid),
                  invalid == 1 ? "is" : "are", hexadecimal(first_invalid));
  const std::string controls =
      control == 1 ? "a control character" : fmt::format("{} control characters", control);
  const std::string what = invalid == 0 ? controls : control == 0 ? bytes : bytes + " and " + controls;
  return whole ? fmt::format("the line was left out, it is not text: {}", what)
               : fmt::format("left out {}", what);
}

}  // namespace

std::string_view name_of(Unreadable kind) {
  switch (kind) {
    case Unreadable::invalid:
      return "invalid UTF-8";
    case Unreadable::control:
      return "control character";
    case Unreadable::invisible:
      return "invisible character";
    case Unreadable::byte_order_mark:
      return "byte order mark";
  }
  return {};
}

std::vector<UnreadableRun> find_unreadable(std::string_view line, bool first) {
  std::vector<UnreadableRun> runs;
  char32_t before = 0;  // what was kept last
  for (std::size_t at = 0; at < line.size();) {
    const auto byte = static_cast<unsigned char>(line[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      before = byte;
      ++at;
      continue;
    }
    const Rune rune = rune_at(line, at);
    const auto begin = static_cast<std::uint32_t>(at);
    at += rune.size;
    if (rune.valid && !is_unseen(rune.code, before, code_at(line, at))) {
      before = rune.code;
      continue;
    }
    const Unreadable kind = !rune.valid             ? Unreadable::invalid
                            : is_control(rune.code) ? Unreadable::control
                            : first && begin == 0 && rune.code == byte_order_mark
                                ? Unreadable::byte_order_mark
                                : Unreadable::invisible;
    if (!runs.empty() && runs.back().range.end == begin && runs.back().kind == kind) {
      runs.back().range.end = static_cast<std::uint32_t>(at);
    } else {
      runs.push_back({{begin, static_cast<std::uint32_t>(at)}, kind});
    }
  }
  return runs;
}

bool UnreadableNotes::add(const MappedText& line, const std::vector<UnreadableRun>& runs, bool whole) {
  const auto worth_a_note = [](const UnreadableRun& run) {
    return run.kind == Unreadable::invalid || run.kind == Unreadable::control;
  };
  const auto found = std::find_if(runs.begin(), runs.end(), worth_a_note);
  if (found == runs.end()) return false;
  return notes_.add(line.source(found->range), [&] { return message(line.text(), runs, whole); });
}

std::vector<Note> UnreadableNotes::finish() {
  return notes_.finish([](std::size_t lines) {
    return fmt::format("{} more {} bytes that are not text; is this a UTF-8 text file?", lines,
                       lines == 1 ? "line has" : "lines have");
  });
}

}  // namespace langdu
