#include "normalise/look.h"
#include "normalise/matchers.h"
#include "normalise/number.h"
#include "text/characters.h"

namespace langdu::rules {

void silence(const Site& site, std::size_t end, Speech& speech, bool listed) {
  const char32_t left = left_of(site.text, site.at);
  const char32_t right = right_of(site.text, end);
  std::string_view instead;
  if (is_digit(left) && is_digit(right)) instead = "，";
  if (is_latin(left) && is_latin(right)) instead = " ";
  if (listed) {
    speech.drop_to(end, instead);
  } else if (instead.empty()) {
    speech.skip_to(end);
  } else {
    speech.say_to(end, instead);
  }
}

namespace {

constexpr std::u32string_view opening_quotes = U"“‘「『《〈«";
constexpr std::u32string_view closing_quotes = U"”’」』》〉»";
constexpr std::u32string_view opening_brackets = U"(（[【〔{〖［";
constexpr std::u32string_view closing_brackets = U")）]】〕}〗］";

/// The first code point at or behind `at` that is no closing quote or bracket; looks at four at most.
char32_t right_of_closings(std::string_view text, std::size_t at) {
  for (int i = 0; i < 4; ++i) {
    const char32_t code = right_of(text, at);
    if (!one_of(code, closing_quotes) && !one_of(code, closing_brackets)) break;
    at += rune_at(text, at).size;
  }
  return right_of(text, skip_blanks(text, at));
}

}  // namespace

bool quote(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const Rune rune = rune_at(text, at);
  const std::size_t end = at + rune.size;
  const char32_t left = left_of(text, at);
  const char32_t right = right_of(text, end);
  // don't, l'Oréal
  if ((rune.code == U'\'' || rune.code == U'’') && is_latin(left) && is_latin(right)) {
    if (rune.code == U'\'') {
      speech.keep_to(end);
    } else {
      speech.say_to(end, "'");
    }
    return true;
  }
  if (one_of(rune.code, closing_quotes) && one_of(right, opening_quotes) && !is_boundary(left)) {
    speech.say_to(end, "、");
    return true;
  }
  silence(site, end, speech, false);
  return true;
}

namespace {

/// Whether the bracket at `at` holds an ordinal number only: 第（三）项, 高三(2)班.
bool holds_ordinal(std::string_view text, std::size_t at) {
  const auto in_ordinal = [](char32_t code) { return is_digit(code) || is_hanzi_numeral(code); };
  std::size_t open = at;
  for (int i = 0; i < 4 && !one_of(right_of(text, open), opening_brackets); ++i) {
    if (open == 0 || (i > 0 && !in_ordinal(right_of(text, open)))) return false;
    open -= rune_before(text, open).size;
  }
  if (!one_of(right_of(text, open), opening_brackets)) return false;
  std::size_t close = open + rune_at(text, open).size;
  const std::size_t first = close;
  for (int i = 0; i < 3 && in_ordinal(right_of(text, close)); ++i) close += rune_at(text, close).size;
  if (close == first || !one_of(right_of(text, close), closing_brackets)) return false;
  constexpr std::string_view ranks[] = {"班", "项", "款", "条", "目", "期", "级"};
  const char32_t left = left_of(text, open);
  const std::size_t behind = close + rune_at(text, close).size;
  return left == U'第' || (is_hanzi_numeral(left) && !word_at(text, behind, ranks).empty());
}

}  // namespace

bool bracket(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const Rune rune = rune_at(text, at);
  const std::size_t end = at + rune.size;
  if (rune.code == U'[' && at > 0) {
    // A reference: [1], [2-3], [4,5]
    std::size_t close = end;
    while (close < text.size() && close - end < 12 &&
           (is_digit(static_cast<unsigned char>(text[close])) || text[close] == ',' || text[close] == '-')) {
      ++close;
    }
    const char32_t left = left_of(text, at);
    // 54.6%[1], 1/4[4], [5][6]; but a[3] and f(x)[1].
    const bool behind_number = left == U'%' || left == U'‰' || left == U']' ||
                               (is_digit(left) && close - end <= 2 && !is_digit(right_of(text, close + 1)));
    const bool behind_word =
        is_hanzi(left) || behind_number || one_of(left, closing_quotes) || is_boundary(left);
    const std::string_view inside = text.substr(end, close - end);
    // 国发[2023]5号, 共有[3]人 are text.
    constexpr std::string_view counted[] = {"号", "年", "人", "项", "条", "款",
                                            "个", "次", "名", "家", "元", "页"};
    const bool text_number =
        close - end == 4 || is_digit(right_of(text, close + 1)) || !word_at(text, close + 1, counted).empty();
    if (behind_word && !text_number && left != U'在' && right_of(text, close) == U']' && !inside.empty() &&
        inside.size() <= 9) {
      speech.drop_to(close + 1);
      return true;
    }
  }
  const bool opens = one_of(rune.code, opening_brackets);
  if (holds_ordinal(text, at)) {
    speech.skip_to(end);
    return true;
  }
  const char32_t beside = opens ? left_of(text, skip_blanks_back(text, at)) : right_of_closings(text, end);
  if (is_boundary(beside) && (opens || beside == 0 || is_boundary(beside))) {
    silence(site, end, speech, false);
  } else {
    speech.say_to(end, "，");
  }
  return true;
}

bool dash(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  std::size_t end = at;
  std::size_t count = 0;
  while (is_dash(right_of(text, end))) {
    end += rune_at(text, end).size;
    ++count;
  }
  const std::size_t left_end = skip_blanks_back(text, at);
  const std::size_t right_begin = skip_blanks(text, end);
  const char32_t left = left_of(text, left_end);
  const char32_t right = right_of(text, right_begin);
  const bool spaced = left_end < at && right_begin > end;
  const bool hyphen = right_of(text, at) == U'-' && count == 1;
  const bool tilde = right_of(text, at) == U'~';
  const bool word_left = is_latin(left) || is_digit(left);
  const bool word_right = is_latin(right) || is_digit(right);
  if (is_boundary(left) || is_boundary(right) || right_of_closings(text, end) == 0) {
    speech.skip_to(end);
  } else if (hyphen && !spaced && word_left && word_right) {
    if (is_latin(left) && is_latin(right)) {
      speech.say_to(end, " ");
    } else {
      silence(site, end, speech, false);
    }
  } else if (hyphen && !spaced && (word_left || word_right)) {
    speech.skip_to(end);  // T-恤, 新冠-A
  } else if (hyphen && !spaced) {
    speech.say_to(end, "、");
  } else {
    speech.say_to(end, tilde && !is_hanzi(right) ? "" : "，");
  }
  return true;
}

bool ellipsis(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const char32_t mark = right_of(text, at);
  std::size_t end = at;
  std::size_t count = 0;
  while (right_of(text, end) == mark) {
    end += rune_at(text, end).size;
    ++count;
  }
  if (mark != U'…' && count < 3) return false;
  speech.say_to(end, "……");
  return true;
}

namespace {

/// What a full stop is worth: 点, a blank inside a Latin name, a pause, the end.
std::string_view say_point(std::string_view text, std::size_t at) {
  const char32_t left = left_of(text, at);
  const char32_t right = right_of(text, at + 1);
  if (left == 0) return "";
  if (is_digit(right) && is_digit(left)) return "点";
  if (is_digit(right) && is_latin(left)) {  // Vol.3, pp.12; but v.2
    constexpr std::string_view abbreviations[] = {"Vol", "vol", "No",  "no",  "pp",  "p",
                                                  "P",   "Fig", "fig", "Ch",  "ch",  "Sec",
                                                  "sec", "Tab", "Eq",  "Art", "Ver", "ver"};
    const std::string_view word = word_before(text, at, abbreviations);
    return word.empty() || is_latin(left_of(text, at - word.size())) ? "点" : " ";
  }
  if (is_latin(left) && is_latin(right)) {  // node.js, but e.g. and U.S.
    const bool name = left >= U'a' && right >= U'a' && is_ascii_letter(right_of(text, at + 2)) &&
                      (at < 2 || is_ascii_letter(left_of(text, at - 1)));
    return name ? "点" : " ";
  }
  if (is_digit(left) && is_latin(right)) return "点";
  if (is_digit(left) && is_hanzi(right)) return "，";
  if (is_latin(left)) {
    const std::size_t letter = at - rune_before(text, at).size;
    const char32_t before = left_of(text, letter);
    const bool initial = left <= U'Z' && (before == U'.' || before == 0 || is_blank(before));
    constexpr std::string_view titles[] = {"Mr", "Mrs",  "Ms",  "Dr",  "St", "Jr",
                                           "vs", "Prof", "Inc", "Ltd", "Co"};
    if (initial) return " ";
    if (!word_before(text, at, titles).empty() && right == U' ') return "";
  }
  return "。";
}

}  // namespace

bool stop(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const Rune rune = rune_at(text, at);
  const std::size_t end = at + rune.size;
  switch (rune.code) {
    case U',':
      speech.say_to(end, "，");
      return true;
    case U';':
      speech.say_to(end, "；");
      return true;
    case U':':
      speech.say_to(end, "：");
      return true;
    case U'?':
      speech.say_to(end, "？");
      return true;
    case U'!':
      speech.say_to(end, "！");
      return true;
    case U'.':
      speech.say_to(end, say_point(text, at));
      return true;
    case U'|':
    case U'﹐':
      speech.say_to(end, "，");
      return true;
    case U'､':
      speech.say_to(end, "、");
      return true;
    case U'｡':
      speech.say_to(end, "。");
      return true;
    default:
      return false;
  }
}

bool blank(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  std::size_t end = at;
  while (end < text.size() && (is_blank(right_of(text, end)) || text[end] == '\n' || text[end] == '\r')) {
    end += rune_at(text, end).size;
  }
  if (end == at) return false;
  const char32_t before = left_of(text, at);
  const bool number = is_digit(before) || before == U'%' || before == U'‰';  // 5% 12 are two numbers
  // Cleaning leaves those between hanzi that somebody typed for a pause.
  const bool typed = is_hanzi(before) && is_hanzi(right_of(text, end));
  if (typed || (number && is_digit(right_of(text, end)))) {
    speech.say_to(end, "，");
  } else if (is_latin(left_of(text, at)) || is_latin(right_of(text, end))) {
    speech.say_to(end, " ");
  } else {
    speech.skip_to(end);
  }
  return true;
}

}  // namespace langdu::rules
