#include "structure/heading_forms.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace langdu {
namespace {

using enum Numerals;
// Ranks follow GB/T 9704 (一、 > （一） > 1. > （1）) and books (卷 > 章 > 节). Where 第一， stands among
// these depends on the text: see the note in structure.cpp.
constexpr std::array table = {
    HeadingForm{"volume", "books: 第一卷 少年", 10, "第", either, "卷 部 编 編 集 册 冊 篇 辑 輯",
                "分赛游张合和门是落队委长件团賽遊張門隊長團", true, false, true},
    // Without a blank or mark behind it is a phrase: 第一部分赛事.
    HeadingForm{"part", "reports: 第一部分 工作回顾", 15, "第", either, "部分$ 部分_ 部分： 部分: 部分、", "",
                true, false, true},
    HeadingForm{"lesson", "plans of lessons: 第一课时", 38, "第", either, "课时$ 课时_ 课时： 课时:", "",
                true, false, false},
    HeadingForm{"chapter", "books, regulations: 第一章 总则", 20, "第", either, "章 回 幕 讲 講",
                "合来事去程法鱼鉴节话的我你他來魚鑒節話", true, false, true},
    HeadingForm{"english", "books: Chapter 1 Home", 20, "Chapter_ CHAPTER_ Part_ PART_ Section_ SECTION_",
                arabic, "_ $ : .", "", true, false, true},
    HeadingForm{"piece", "collections: 篇一：某某总结, 卷一 少年", 25, "篇 卷 范文 例文", chinese, "： : _ $",
                "", true, false, false},
    HeadingForm{"section", "books, regulations: 第一节 规则", 30, "第", either, "节 節",
                "课目日省约气的车課約氣車", true, false, true},
    HeadingForm{
        "question", "lectures: 第一个问题，为什么要学", 34, "第", chinese,
        "个问题， 个问题, 个问题： 个问题: 个问题、 个问题_ 个问题$ 方面， 方面, 方面： 方面: 方面、 方面_",
        "", true, false, false},
    HeadingForm{"spoken", "speeches: 第一，要提高认识", 35, "第", either, "， , 、 ： : _", "", false, false,
                false},
    HeadingForm{"first", "GB/T 9704, first level: 一、总体要求", 40, "", chinese, "、 ． .", "", false, true,
                false},
    HeadingForm{"alone", "stories: 一 alone in its line", 45, "", chinese, "$", "", true, false, false},
    HeadingForm{"padded", "magazines: 01 alone in its line", 46, "0", arabic, "$", "", true, false, false},
    HeadingForm{"second", "GB/T 9704, second level: （一）指导思想", 50, "（ (", chinese, "） )", "", false,
                true, false},
    HeadingForm{"decimal", "manuals: 1.2 研究方法", 55, "", decimal, "_", "是为", false, false, false},
    HeadingForm{"third", "GB/T 9704, third level: 1. 加强领导", 60, "", arabic, ". ． 、", "", false, false,
                false},
    HeadingForm{"fourth", "GB/T 9704, fourth level: （1）责任到人", 70, "（ (", arabic, "） )", "", false,
                false, false},
    HeadingForm{"circled", "below the fourth level: ①明确目标", 80, "", circled, "", "", false, false, false},
};

constexpr int first_rank_of_items = 40;      // 一、 and what stands inside it
constexpr std::size_t longest_heading = 50;  // code points

/// Bytes of the alternative that `text` starts with, or npos. No alternatives: 0.
std::size_t starts_with_any(std::string_view text, std::string_view alternatives) {
  if (alternatives.empty()) return 0;
  while (!alternatives.empty()) {
    const auto end = std::min(alternatives.find(' '), alternatives.size());
    const auto wanted = alternatives.substr(0, end);
    const auto word = wanted.substr(0, wanted.find_first_of("_$"));
    const auto rest = text.substr(std::min(word.size(), text.size()));
    const char condition = word.size() < wanted.size() ? wanted.back() : '\0';
    const bool fits = condition == '_' ? rest.substr(0, 1) == " " : condition == '\0' || rest.empty();
    if (text.substr(0, word.size()) == word && fits) return word.size() + (condition == '_' ? 1U : 0U);
    alternatives.remove_prefix(std::min(end + 1, alternatives.size()));
  }
  return std::string_view::npos;
}

bool contains(std::string_view characters, std::string_view text, const Rune& rune) {
  return characters.find(text.substr(0, rune.size)) != std::string_view::npos;
}

/// The words of a heading: without a stop at the end (or with the one that the form allows) and none inside.
bool are_heading_words(std::string_view words, const HeadingForm& form) {
  const Rune last = rune_before(words, words.size());
  if (form.may_stop && (last.code == U'。' || last.code == U'：' || last.code == U':'))
    words.remove_suffix(last.size);
  if (words.empty()) return false;
  const Rune end = rune_before(words, words.size());
  constexpr std::u32string_view open_ends = U"，,、：:；;…";
  if (open_ends.find(end.code) != std::u32string_view::npos) return false;
  for (const std::string_view stop : {"。", "；", "！", "？"}) {
    const auto at = words.find(stop);
    const bool at_end = at == words.size() - stop.size();
    // A question may be the heading of a chapter, not of a spoken section.
    if (at != std::string_view::npos && !(at_end && form.from_any && (stop == "！" || stop == "？")))
      return false;
  }
  for (std::size_t at = 0; at < words.size();) {
    const Rune rune = rune_at(words, at);
    if (is_hanzi(rune.code) || is_latin(rune.code) || is_digit(rune.code)) return true;
    at += rune.size;
  }
  return false;
}

/// Whether the number is the first of several: 一、二、三号机组.
bool is_enumeration(std::string_view words, const HeadingForm& form) {
  const Ordinal next = read_ordinal(words, form.numerals);
  if (next.size == 0 || next.size == words.size()) return false;
  constexpr std::u32string_view behind = U"、和及与至到号";
  return behind.find(rune_at(words, next.size).code) != behind.npos;
}

/// The number that opens a line in a form, and what stands behind it.
struct Numbered {
  std::uint32_t number = 0;
  std::string_view rest;
};

std::optional<Numbered> number_in_form(std::string_view line, const HeadingForm& form) {
  const std::size_t before = starts_with_any(line, form.before);
  if (before == std::string_view::npos) return {};
  std::string_view rest = line.substr(before);
  const Ordinal ordinal = read_ordinal(rest, form.numerals);
  if (ordinal.size == 0) return {};
  rest.remove_prefix(ordinal.size);
  const std::size_t behind = starts_with_any(rest, form.behind);
  if (behind == std::string_view::npos) return {};
  const bool dot = behind > 0 && (rest[0] == '.' || rest.starts_with("．"));
  rest.remove_prefix(behind);
  if (dot && read_ordinal(rest, arabic).size > 0) return {};  // 1.5倍
  return Numbered{ordinal.value, rest};
}

std::optional<std::uint32_t> match_form(std::string_view line, const HeadingForm& form) {
  const auto numbered = number_in_form(line, form);
  if (!numbered) return {};
  const auto [number, rest] = *numbered;
  if (rest.empty()) return form.bare ? std::optional(number) : std::nullopt;
  const Rune next = rune_at(rest, 0);
  if (!form.not_next.empty() && contains(form.not_next, rest, next)) return {};
  if (is_enumeration(rest, form)) return {};
  return are_heading_words(rest, form) ? std::optional(number) : std::nullopt;
}

constexpr std::array<std::string_view, 21> special = {"後記", "緒論", "尾聲", "終章", "致謝", "前言", "序",
                                                      "序言", "序章", "引言", "引子", "楔子", "绪论", "尾声",
                                                      "后记", "跋",   "附录", "结语", "终章", "番外", "致谢"};

}  // namespace

std::span<const HeadingForm> heading_forms() { return table; }

std::optional<HeadingCandidate> match_heading(std::string_view line) {
  if (line.empty() || line.size() > longest_heading * 4 || count_runes(line) > longest_heading) return {};
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (const auto number = match_form(line, table[i])) return HeadingCandidate{i, *number};
  }
  return {};
}

std::optional<HeadingCandidate> match_item(std::string_view line) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].bare || table[i].rank < first_rank_of_items) continue;
    if (const auto numbered = number_in_form(line, table[i])) return HeadingCandidate{i, numbered->number};
  }
  return {};
}

bool is_special_heading(std::string_view line) {
  return std::any_of(special.begin(), special.end(), [&](std::string_view word) {
    return line == word ||
           (line.size() > word.size() && line.substr(0, word.size()) == word && line[word.size()] == ' ');
  });
}

}  // namespace langdu
