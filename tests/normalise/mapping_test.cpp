#include <doctest/doctest.h>

#include <random>

#include "normalise/lines.h"
#include "normalise/look.h"
#include "normalise/normalise.h"

using namespace langdu;

namespace {

/// Every code point of the result is one of the declared alphabet, and its source lies inside the sentence,
/// from left to right.
bool holds(const std::string& written, std::uint32_t begin) {
  std::vector<Dropped> dropped;
  const MappedText sentence = MappedText::verbatim(written, begin);
  const MappedText result = normalise(sentence, dropped);
  const std::string& text = result.text();
  const Span whole{begin, begin + static_cast<std::uint32_t>(written.size())};
  std::uint32_t last = begin;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    const bool apostrophe = rune.code == U'\'' && at > 0 && is_latin(rune_before(text, at).code) &&
                            at + 1 < text.size() && is_latin(rune_at(text, at + 1).code);
    if (!rune.valid || !(rules::is_sayable(rune.code) || apostrophe)) return false;
    const auto from = static_cast<std::uint32_t>(at);
    const Span source = result.source({from, from + rune.size});
    if (!whole.contains(source) || source.begin < last) return false;
    last = source.begin;
    at += rune.size;
  }
  for (const Dropped& drop : dropped) {
    if (!whole.contains(drop.source) || drop.source.empty() || drop.rule.empty()) return false;
  }
  return text.find("  ") == std::string::npos;
}

/// Pieces that meet many rules when they are put together at random.
const std::vector<std::string> pieces = {
    "2",        "10",     "0",          "2023",  "13812345678", "99999999999999999999",
    ".",        ",",      ":",          "：",    "-",           "—",
    "~",        "/",      "%",          "℃",     "年",          "月",
    "日",       "号",     "个",         "万",    "亿",          "元",
    "¥",        "$",      "X",          "XX",    "x",           "×",
    "**",       "○",      "〇",         "□",     "A",           "GPT",
    "km",       "km/h",   "m²",         "²",     "（",          "）",
    "(",        ")",      "[1]",        "“",     "”",           "《",
    "》",       "'",      "，",         "。",    "……",          "...",
    " ",        "第",     "会议",       "电话",  "编号",        "比分",
    "www.a.cn", "a@b.cn", "①",          "¹",     "⁻",           "0x",
    "#",        "^",      "No.",        "第",    "到",          "点",
    "后",       "T08:00", "2023-01-01", "号",    "don't",       "Ⅲ",
    "III",      "½",      "α",          "😀",     "の",          "П",
    "\xFF",     "\xE4",   "+",          "=",     "≥",           "°",
    "′",        "″",      "#",          "&",     "@",           "1:2",
    "8:00",     "2-3",    "1/2",        "3.5.1", "90后",        "\xE2\x80\x8B",
    "\n",       "\t",     "０",         "Ａ",    "％",          std::string(1, '\0')};

}  // namespace

TEST_CASE("every piece of a test line's speech maps into the sentence") {
  for (const test::Line& line : test::all_lines()) {
    CAPTURE(line.written);
    CHECK(holds(line.written, 0));
    CHECK(holds(line.written, 1000));
  }
}

TEST_CASE("every piece maps into the sentence, and the alphabet holds, for random text") {
  std::mt19937 random(20240517);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  std::uniform_int_distribution<int> length(1, 12);
  for (int round = 0; round < 20000; ++round) {
    std::string written;
    for (int i = length(random); i > 0; --i) written += pieces[pick(random)];
    if (!holds(written, 7)) FAIL("written: " << written);
  }
}

TEST_CASE("random bytes are spoken in the alphabet") {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 5000; ++round) {
    std::string written;
    for (int i = 0; i < 40; ++i) written += static_cast<char>(byte(random));
    if (!holds(written, 0)) FAIL("round " << round);
  }
}

TEST_CASE("a spoken word knows the bytes it stands for") {
  const std::string written = "共2023年90%";
  std::vector<Dropped> dropped;
  const MappedText result = normalise(MappedText::verbatim(written, 0), dropped);
  const std::string& text = result.text();
  const auto source_of = [&](const std::string& word) {
    const auto at = static_cast<std::uint32_t>(text.find(word));
    const Span span = result.source({at, at + static_cast<std::uint32_t>(word.size())});
    return written.substr(span.begin, span.size());
  };
  CHECK(text == "共二零二三年百分之九十");
  CHECK(source_of("共") == "共");
  CHECK(source_of("二零二三") == "2023");
  CHECK(source_of("年") == "年");
  CHECK(source_of("九十") == "90");
}
