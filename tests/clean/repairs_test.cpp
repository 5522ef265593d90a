#include <doctest/doctest.h>

#include <string>

#include "clean/blanks.h"
#include "clean/clean.h"
#include "clean/punctuation.h"
#include "read/formats.h"
#include "support/case_lines.h"

namespace langdu {
namespace {

template <typename Repair>
void check_cases(const std::string& file, Repair repair) {
  const auto lines = testing::case_lines(file);
  CHECK(lines.size() >= 20);
  for (const std::string& line : lines) {
    const auto row = testing::cells(line);
    REQUIRE(row.size() == 2);
    CAPTURE(row[0]);
    const MappedText shown = repair(MappedText::verbatim(row[0], 0));
    CHECK(shown.text() == row[1]);
    CHECK(shown.source() == Span{0, static_cast<std::uint32_t>(row[0].size())});
  }
}

std::string cleaned(const std::string& text) {
  Document document = read_document(text, "case.txt");
  clean(document, {});
  std::string result;
  for (const Block& block : document.blocks) result += block.text.text() + "|";
  return result;
}

}  // namespace

TEST_CASE("stray blanks are joined, blanks with a meaning stay") {
  check_cases(TEST_DATA "/clean/blanks.txt", repair_blanks);
}

TEST_CASE("half-width punctuation is written full-width beside Chinese only") {
  check_cases(TEST_DATA "/clean/punctuation.txt", repair_punctuation);
}

TEST_CASE("a repaired mark or joined blank maps back to its bytes") {
  const MappedText shown = repair_punctuation(MappedText::verbatim("好,的", 100));
  CHECK(shown.text() == "好，的");
  CHECK(shown.source({3, 6}) == Span{103, 104});  // ， is the one byte of ,
  const MappedText joined = repair_blanks(MappedText::verbatim("精 神", 50));
  CHECK(joined.source({0, 3}) == Span{50, 53});
  CHECK(joined.source({3, 6}) == Span{54, 57});
}

TEST_CASE("lines lose their indents and blank ends") {
  CHECK(cleaned("　　第一段。　\n\t第二段。 \n") == "第一段。|第二段。|");
}

TEST_CASE("blank after half-width punctuation goes with the repair") {
  CHECK(cleaned("群众, 我们干。\n第二段。") == "群众，我们干。|第二段。|");
}

TEST_CASE("lines broken at a fixed width become paragraphs again") {
  const std::string wrapped =
      "　　城市更新不是画图纸而是替群众过日子图纸上一条线群众脚\n"
      "下就是一条路，离开了群众，我们干得再多也只是热闹一阵子罢\n"
      "了，一项工程从立项到完工，短的几个月，长的要两三年，群众\n"
      "天天看着。\n"
      "　　去年冬天我在一个院子里碰到一位老大爷他拉着我的手说路\n"
      "修好了又挖开。\n";
  CHECK(cleaned(wrapped) ==
        "城市更新不是画图纸而是替群众过日子图纸上一条线群众脚下就是一条路，离开了群众，我们干得再多也只是热闹"
        "一阵子罢"
        "了，一项工程从立项到完工，短的几个月，长的要两三年，群众天天看着。|"
        "去年冬天我在一个院子里碰到一位老大爷他拉着我的手说路修好了又挖开。|");
}

TEST_CASE("Latin words on both sides of a joined line end stay apart") {
  const std::string line = "这一行文字正好有四十列宽所以我们可以断定它是被程序用 langdu\n";
  CHECK(cleaned(line + line + line + line + "tool 断开的。\n").find("langdu tool 断开的。") !=
        std::string::npos);
}

TEST_CASE("verse, lists and paragraphs of their own are not joined") {
  CHECK(cleaned("静夜思\n\n床前明月光\n疑是地上霜\n举头望明月\n低头思故乡\n") ==
        "静夜思|床前明月光|疑是地上霜|举头望明月|低头思故乡|");
  const std::string items =
      "一、这一行恰好也有那么长但是它是一个清单里面的项目没有句号\n"
      "二、这一行恰好也有那么长但是它是一个清单里面的项目没有句号\n"
      "三、这一行恰好也有那么长但是它是一个清单里面的项目没有句号\n"
      "四、这一行恰好也有那么长但是它是一个清单里面的项目没有句号\n说明。\n";
  CHECK(cleaned(items).find("句号|二、") != std::string::npos);
}

}  // namespace langdu
