#include "clean/punctuation.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/script.h"

namespace langdu {
namespace {

std::string_view full_width(char mark) {
  switch (mark) {
    case ',':
      return "，";
    case ':':
      return "：";
    case ';':
      return "；";
    case '?':
      return "？";
    case '!':
      return "！";
    case '(':
      return "（";
    case ')':
      return "）";
    default:
      return {};
  }
}

class PunctuationRepair {
 public:
  explicit PunctuationRepair(const MappedText& text) : text_(text.text()), rewriter_(text) {}

  MappedText run() {
    pair_brackets();
    pair_quotes();
    Script before = Script::none;
    for (std::size_t at = 0; at < text_.size();) {
      const auto begin = static_cast<std::uint32_t>(at);
      const Rune rune = rune_at(text_, at);
      const std::size_t end = end_of_mark(at, rune);
      const std::string_view by = replacement(begin, end, before);
      at = end;
      if (!by.empty()) {
        rewriter_.keep_to(begin);
        rewriter_.replace_to(static_cast<std::uint32_t>(end), by);
        before = Script::mark;
        continue;
      }
      const Script script = script_of(rune.code);
      if (script != Script::blank) before = script;
    }
    return rewriter_.finish();
  }

 private:
  /// Runs of dots and hyphens count as one mark.
  std::size_t end_of_mark(std::size_t at, const Rune& rune) const {
    if (rune.code != U'.' && rune.code != U'-') return at + rune.size;
    const auto end = text_.find_first_not_of(text_[at], at);
    return end == std::string_view::npos ? text_.size() : end;
  }

  Script behind(std::size_t at) const {
    while (at < text_.size()) {
      const Rune rune = rune_at(text_, at);
      if (!is_blank(rune.code)) return script_of(rune.code);
      at += rune.size;
    }
    return Script::none;
  }

  std::string_view replacement(std::uint32_t begin, std::size_t end, Script before) {
    const char mark = text_[begin];
    switch (mark) {
      case ',':
      case ':':
      case ';':
      case '?':
      case '!': {
        if (before == Script::none) return {};
        const bool chinese = is_chinese(before) || (before == Script::quote && is_chinese(behind(end))) ||
                             is_chinese(behind(end)) ||
                             (before == Script::quote && behind(end) == Script::none);
        return chinese ? full_width(mark) : std::string_view{};
      }
      case '(':
      case ')':
        return take(brackets_, next_bracket_, begin) ? full_width(mark) : std::string_view{};
      case '"':
        return take(quotes_, next_quote_, begin) ? (next_quote_ % 2 == 1 ? "“" : "”") : std::string_view{};
      case '.':
        return end - begin >= 3 && is_chinese(before) ? "……" : std::string_view{};
      case '-':
        return end - begin >= 2 && is_chinese(before) &&
                       (is_chinese(behind(end)) || behind(end) == Script::none)
                   ? "——"
                   : std::string_view{};
      default:
        return {};
    }
  }

  /// Advances through a sorted list of places.
  static bool take(const std::vector<std::uint32_t>& places, std::size_t& next, std::uint32_t place) {
    if (next >= places.size() || places[next] != place) return false;
    ++next;
    return true;
  }

  /// A pair is Chinese when a hanzi or Chinese mark stands before it, or first or last inside it, or behind
  /// it when it opens the line.
  void pair_brackets() {
    struct Open {
      std::uint32_t place;
      bool chinese;
      bool first;  ///< opens the line: (1)责任到人
    };
    std::vector<Open> open;
    for (auto at = text_.find_first_of("()"); at != std::string_view::npos;
         at = text_.find_first_of("()", at + 1)) {
      const auto place = static_cast<std::uint32_t>(at);
      const Script before = script_before(at);
      if (text_[at] == '(') {
        open.push_back({place, is_chinese(before) || is_chinese(behind(at + 1)), before == Script::none});
      } else if (!open.empty()) {
        if (open.back().chinese || is_chinese(before) || (open.back().first && is_chinese(behind(at + 1)))) {
          brackets_.push_back(open.back().place);
          brackets_.push_back(place);
        }
        open.pop_back();
      } else if (is_chinese(before)) {
        brackets_.push_back(place);
      }
    }
    for (const Open& bracket : open) {
      if (bracket.chinese) brackets_.push_back(bracket.place);
    }
    std::sort(brackets_.begin(), brackets_.end());
  }

  Script script_before(std::size_t at) const {
    while (at > 0) {
      const Rune rune = rune_before(text_, at);
      if (!is_blank(rune.code)) return script_of(rune.code);
      at -= rune.size;
    }
    return Script::none;
  }

  /// Certain when they are even in number, none opens behind a digit (5" is an inch), and hanzi are around.
  void pair_quotes() {
    bool chinese = false;
    for (auto at = text_.find('"'); at != std::string_view::npos; at = text_.find('"', at + 1)) {
      const Script before = script_before(at);
      if (quotes_.size() % 2 == 0 && before == Script::digit) {
        quotes_.clear();
        return;
      }
      chinese = chinese || is_chinese(before) || is_chinese(behind(at + 1));
      quotes_.push_back(static_cast<std::uint32_t>(at));
    }
    if (quotes_.size() % 2 != 0 || !chinese) quotes_.clear();
  }

  std::string_view text_;
  Rewriter rewriter_;
  std::vector<std::uint32_t> brackets_;  ///< places to rewrite, ascending
  std::vector<std::uint32_t> quotes_;
  std::size_t next_bracket_ = 0;
  std::size_t next_quote_ = 0;
};

bool has_half_width_mark(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    switch (byte) {
      case ',':
      case ':':
      case ';':
      case '?':
      case '!':
      case '(':
      case ')':
      case '"':
      case '.':
      case '-':
        return true;
      default:
        return false;
    }
  });
}

}  // namespace

MappedText repair_punctuation(MappedText text) {
  if (!has_half_width_mark(text.text())) return text;
  return PunctuationRepair(text).run();
}

}  // namespace langdu
