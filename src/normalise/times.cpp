#include "normalise/look.h"
#include "normalise/matchers.h"
#include "normalise/number.h"

namespace langdu::rules {
namespace {

/// Minutes and seconds: 02 -> 零二, 10 -> 十.
std::string say_padded(std::string_view digits) {
  return (digits.size() == 2 && digits.front() == '0' ? "零" : "") + say_cardinal(digits);
}

/// "am", "p.m." ... behind a time, with its end.
std::string_view half_of_day(std::string_view text, std::size_t& end) {
  constexpr std::string_view morning[] = {"am", "AM", "a.m.", "A.M."};
  constexpr std::string_view afternoon[] = {"pm", "PM", "p.m.", "P.M."};
  const std::size_t at = skip_blanks(text, end);
  for (const bool first : {true, false}) {
    const std::string_view word = first ? word_at(text, at, morning) : word_at(text, at, afternoon);
    if (word.empty() || is_latin(right_of(text, at + word.size()))) continue;
    end = at + word.size();
    return first ? "上午" : "下午";
  }
  return {};
}

/// Degrees, minutes and seconds, of an angle or of a time. A lower rank may only follow a higher one.
struct Mark {
  std::string_view written, name;
  int rank;
};
constexpr Mark marks[] = {{"°", "度", 3}, {"′", "分", 2}, {"'", "分", 2}, {"″", "秒", 1}, {"\"", "秒", 1}};

const Mark* mark_at(std::string_view text, std::size_t at) {
  for (const Mark& mark : marks) {
    if (starts(text, at, mark.written)) return &mark;
  }
  return nullptr;
}

}  // namespace

bool time_of_day(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const std::string_view hour = digits_at(text, at, 2);
  std::size_t end = at + hour.size();
  const char32_t left = left_of(text, at);
  const bool iso = left == U'T' && at > 1 && is_digit(left_of(text, at - 1));    // 2023-12-10T08:00
  const bool chain = left == U':' && at > 1 && is_digit(left_of(text, at - 1));  // 1:2:30
  if (hour.empty() || is_digit(left) || (is_latin(left) && !iso) || chain || left == U'.' ||
      right_of(text, end) != U':')
    return false;
  const std::string_view minute = digits_at(text, end + 1, 2);
  if (minute.size() != 2 || small_value(hour) > 24 || small_value(minute) > 59) return false;
  end += 1 + minute.size();
  std::string_view second;
  if (right_of(text, end) == U':') {
    second = digits_at(text, end + 1, 2);
    if (second.size() != 2 || small_value(second) > 59) return false;
    end += 1 + second.size();
  }
  const char32_t next = right_of(text, end);
  if (is_digit(next) || (next == U':' && is_digit(right_of(text, end + 1)))) return false;
  if (second.empty() && (is_compared(text, at, end) || ends_label(text, at + hour.size()))) return false;
  constexpr std::string_view lengths[] = {"用时", "成绩", "耗时", "时长", "跑出", "马拉松", "片长", "历时"};
  constexpr std::string_view events[] = {"公布", "揭晓", "起跑", "开始", "开跑", "鸣枪", "出", "发布"};
  const bool moment = ends(text, at, "于") || ends(text, at, "在") || !word_at(text, end, events).empty();
  if (!second.empty() && !moment && near_before(text, at, 24, lengths)) {  // 2:01:09: how long, not when
    std::string spoken =
        small_value(hour) == 0 ? "" : (small_value(hour) == 2 ? "两" : say_cardinal(hour)) + "小时";
    speech.say_to(end, spoken + say_padded(minute) + "分" + say_padded(second) + "秒");
    return true;
  }
  std::string spoken(half_of_day(text, end));
  spoken += (small_value(hour) == 2 ? "两" : say_cardinal(hour)) + "点";
  const bool has_second = !second.empty() && second != "00";
  if (minute != "00" || has_second) spoken += (minute == "00" ? "零" : say_padded(minute)) + "分";
  if (has_second) spoken += say_padded(second) + "秒";
  speech.say_to(end, spoken);
  if (right_of(text, end) == U'Z') speech.skip_to(end + 1);
  return true;
}

bool prime(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const auto first = number_at(text, at);
  if (!first || is_digit(left_of(text, at)) || is_latin(left_of(text, at))) return false;
  const Mark* mark = mark_at(text, first->end);
  if (mark == nullptr || mark->rank == 1 ||
      is_ascii_letter(right_of(text, first->end + mark->written.size())))
    return false;
  // A lone ASCII ' is a quote; with seconds behind it, it is minutes.
  const auto next_number = number_at(text, first->end + mark->written.size());
  const Mark* next_mark = next_number ? mark_at(text, next_number->end) : nullptr;
  if (mark->written == "'" && (next_mark == nullptr || next_mark->rank != 1)) return false;
  std::size_t end = first->end + mark->written.size();
  speech.say_to(end, say_number(*first) + std::string(mark->name));
  for (int rank = mark->rank; rank > 1;) {
    const auto number = number_at(text, end);
    const Mark* lower = number ? mark_at(text, number->end) : nullptr;
    if (lower == nullptr || lower->rank >= rank) break;
    end = number->end + lower->written.size();
    speech.say_to(end, say_number(*number) + std::string(lower->name));
    rank = lower->rank;
  }
  return true;
}

}  // namespace langdu::rules
