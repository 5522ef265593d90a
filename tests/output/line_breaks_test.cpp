#include "output/line_breaks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "output/captions.h"
#include "output/real_plan.h"
#include "output/written.h"
#include "support/case_lines.h"
#include "text/utf8.h"

using namespace langdu;

namespace {

int width_of(std::string_view line) {
  while (!line.empty() && is_blank(rune_before(line, line.size()).code))
    line.remove_suffix(rune_before(line, line.size()).size);
  int width = 0;
  for (std::size_t at = 0; at < line.size();) {
    const Rune rune = rune_at(line, at);
    width += half_columns(rune.code);
    at += rune.size;
  }
  return width;
}

/// The lines of all captions of a text: " / " between lines, " | " between captions.
std::string divided(const std::string& text, const CaptionShape& shape = {}) {
  const Plan plan = plan_of_text(text + "\n");
  FakeSynth synth;
  const Timeline timeline = render(plan, synth, {}, {}, {});
  std::string result;
  make_captions(plan, timeline, shape, [&](const Caption& caption) {
    const char* separator = result.empty() ? "" : " | ";
    for (const Span line : caption.lines) {
      result += separator + plan.utterances[caption.utterance].shown.substr(line.begin, line.size());
      separator = " / ";
    }
  });
  return result;
}

bool ascii_word(char c) { return static_cast<unsigned char>(c) < 0x80 && c > ' '; }

}  // namespace

TEST_CASE("texts are divided as a reader would, a case a line") {
  const auto cases = testing::case_lines(std::string(TEST_DATA) + "/output/captions.txt");
  REQUIRE(cases.size() > 10);
  for (const std::string& line : cases) {
    CAPTURE(line);
    const auto arrow = line.find(" => ");
    REQUIRE(arrow != std::string::npos);
    const std::string expected = line.substr(arrow + 4);
    CHECK(divided(line.substr(0, arrow)) == expected);
  }
}

TEST_CASE("any text of any characters is tiled by lines that fit") {
  const std::vector<std::string> pieces = {"字", "会议", "，", "。", "、", "……", "“", "”", "（", "）", "《", "》", "a",
                                           "word", " ", "12", "3.5", "%", "\"", "——", "👩‍🚀", "\xff", "é", "：",
                                           "一百", "万", "\t", "!", "(", ")", "　"};
  std::mt19937 random(7);  // the same texts each time
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    std::vector<std::uint32_t> words;
    for (auto i = random() % 80; i > 0; --i) {
      if (random() % 2 == 0) words.push_back(static_cast<std::uint32_t>(text.size()));
      text += pieces[random() % pieces.size()];
    }
    const CaptionShape shape{round % 3 == 0 ? 5 : 20, 1 + round % 2};
    CAPTURE(text);
    std::uint32_t at = 0;
    for (const auto& caption : divide_text(text, words, shape)) {
      REQUIRE_FALSE(caption.empty());
      REQUIRE(static_cast<int>(caption.size()) <= shape.lines);
      for (const Span line : caption) {
        REQUIRE(line.begin == at);
        REQUIRE(line.end > line.begin);
        REQUIRE(width_of(std::string_view(text).substr(line.begin, line.size())) <= 2 * shape.columns);
        at = line.end;
      }
    }
    REQUIRE(at == text.size());
  }
}

TEST_CASE("no line ends inside a Latin word or a number that fits, or behind what opens") {
  const std::string text =
      "（据national bureau of statistics）2024年GDP增长5.2%，达到1,349,084亿元“约9.5万元”《关于进一步加强和改进工作的意见》"
      "(draft)和AI-based方法以及iPhone 15手机、C++语言、12:30:45的会议二〇二四年一百二十三万人次参加了";
  for (int columns = 10; columns <= 20; ++columns) {
    for (const auto& caption : divide_text(text, {}, {columns, 2})) {
      const std::uint32_t end = caption.back().end;
      for (const Span line : caption) {
        if (line.end == text.size()) continue;
        const std::string before = text.substr(line.begin, line.size());
        const std::string after = text.substr(line.end);
        CAPTURE(before);
        CAPTURE(after);
        CHECK_FALSE((ascii_word(before.back()) && ascii_word(after.front())));
        for (const char* opener : {"（", "“", "《", "("}) CHECK_FALSE(before.ends_with(opener));
        for (const char* closer : {"，", "）", "”", "》", "、", ")", " "}) CHECK_FALSE(after.starts_with(closer));
        CHECK_FALSE((before.ends_with("百") && after.starts_with("二")));
      }
      CHECK(end <= text.size());
    }
  }
}

TEST_CASE("a sentence without end is divided in good time") {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += i % 7 == 0 ? "，" : "字";
  CHECK(divide_text(text, {}, {}).size() > 200000 / 40);
  CHECK(divide_text("", {}, {}).empty());
}
