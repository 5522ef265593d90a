#include "structure/glued_headings.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "clean/line_text.h"
#include "structure/numerals.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t shortest_run = 2;
constexpr std::size_t shortest_sentence = 30;  // bytes: 10 hanzi
constexpr std::size_t longest_title = 20;      // code points
// Two phrases of four to seven hanzi: what the headings of official papers are made of.
constexpr std::array<std::size_t, 4> lengths = {8, 10, 12, 14};

// What opens a sentence, and stands in no such heading.
constexpr std::array<std::string_view, 34> openings = {
    "今年",   "去年", "近年", "当前", "目前", "过去", "长期", "一年来", "我们",   "我县", "我市", "我区",
    "我省",   "全县", "全市", "全区", "全省", "各级", "各地", "各单位", "各部门", "各县", "各乡", "各镇",
    "各街道", "按照", "根据", "围绕", "通过", "为了", "必须", "要把",   "要在",   "这是"};
// What follows a short subject: 项目是…
constexpr std::array<std::string_view, 8> verbs = {"是",   "要",   "必须", "应当",
                                                   "既是", "就是", "作为", "关系到"};

/// A paragraph that begins 一、: where its words begin, or 0.
std::size_t words_begin(std::string_view text) {
  const Ordinal ordinal = read_ordinal(text, Numerals::chinese);
  constexpr std::string_view mark = "、";
  if (ordinal.size == 0 || text.substr(ordinal.size, mark.size()) != mark) return 0;
  return ordinal.size + mark.size();
}

/// The place behind `count` hanzi from `at`, or npos when something else stands among them.
std::size_t behind_hanzi(std::string_view text, std::size_t at, std::size_t count) {
  for (; count > 0; --count) {
    if (at >= text.size()) return text.npos;
    const Rune rune = rune_at(text, at);
    if (!is_hanzi(rune.code)) return text.npos;
    at += rune.size;
  }
  return at;
}

bool opens_sentence(std::string_view text) {
  const auto starts = [&](std::string_view rest, const auto& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return rest.starts_with(word); });
  };
  if (starts(text, openings)) return true;
  constexpr std::size_t subject = 2;  // hanzi
  const std::size_t verb = behind_hanzi(text, 0, subject);
  return verb != text.npos && starts(text.substr(verb), verbs);
}

/// Where the heading ends, or 0 when nothing says so.
std::size_t glued_end(std::string_view text, std::size_t begin) {
  const std::size_t blank = text.find(' ', begin);
  if (blank != text.npos && blank > begin) {
    const std::string_view title = text.substr(begin, blank - begin);
    const bool plain = behind_hanzi(text, begin, count_runes(title)) == blank;
    const bool sentence = text.size() - blank >= shortest_sentence && ends_sentence(text);
    return plain && sentence && count_runes(title) <= longest_title ? blank : 0;
  }
  std::size_t found = 0;
  for (const std::size_t length : lengths) {
    const std::size_t end = behind_hanzi(text, begin, length);
    if (end == text.npos || text.size() - end < shortest_sentence || !opens_sentence(text.substr(end)))
      continue;
    if (found > 0) return 0;  // not certain
    found = end;
  }
  return found;
}

struct Glued {
  std::size_t block = 0;
  std::size_t end = 0;  ///< of the heading
};

/// The paragraphs 一、 二、 ... in order, each with its heading's end; empty unless all of them have one.
std::vector<Glued> find_run(const std::vector<Block>& blocks) {
  std::vector<Glued> run;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string_view text = blocks[i].text.text();
    const std::size_t begin = blocks[i].kind == BlockKind::heading ? 0 : words_begin(text);
    if (begin == 0 || !ends_sentence(text)) continue;
    if (read_ordinal(text, Numerals::chinese).value != run.size() + 1) return {};
    const std::size_t end = glued_end(text, begin);
    if (end == 0) return {};
    run.push_back({i, end});
  }
  return run.size() < shortest_run ? std::vector<Glued>{} : run;
}

}  // namespace

void split_glued_headings(std::vector<Block>& blocks) {
  const std::vector<Glued> run = find_run(blocks);
  if (run.empty()) return;
  std::vector<Block> split;
  split.reserve(blocks.size() + run.size());
  auto next = run.begin();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (next == run.end() || next->block != i) {
      split.push_back(std::move(blocks[i]));
      continue;
    }
    const MappedText& text = blocks[i].text;
    const auto end = static_cast<std::uint32_t>(next->end);
    const auto rest = static_cast<std::uint32_t>(end_of_blanks(text.text(), end));
    Block heading = blocks[i];
    heading.text = text.slice({0, end});
    blocks[i].text = text.slice({rest, text.size()});
    blocks[i].after_blank_line = false;
    split.push_back(std::move(heading));
    split.push_back(std::move(blocks[i]));
    ++next;
  }
  blocks = std::move(split);
}

}  // namespace langdu
