#include <doctest/doctest.h>

#include <algorithm>
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

TEST_CASE("rows of a table of equal width are not joined") {
  const std::string first = "各市的数据请看下面这张表。\n";
  for (const std::string row :
       {"2010         1000     2000     3000    40000", "2010,10000,20000,30000,40000,50000,60000,7",
        "2010\t1000\t2000\t3000\t4000\t5000 这一行后面的说明写得长一点",
        "张三丰 男 汉族 高级工程师 本科 中共党员 第一小组"}) {
    CAPTURE(row);
    const std::string text = cleaned(first + row + "\n" + row + "\n" + row + "\n" + row + "\n说明完毕。\n");
    CHECK(std::count(text.begin(), text.end(), '|') == 6);
  }
}

TEST_CASE("joined English lines stay apart, and a line that ends a sentence is not joined") {
  const std::string text = cleaned(
      "This is the abstract of the paper and it is wrapped at seventy two.\n"
      "The second sentence begins here and continues for a good long while,\n"
      "and then it goes on to the next line where it has the number of 1200\n"
      "345 results that were found in the study, and all of them were fine;\n"
      "it is the one in this paragraph that goes on until the very last day\n"
      "of all.\n摘要到此结束。");
  CHECK(text.find("two.|The") != std::string::npos);
  CHECK(text.find("while, and") != std::string::npos);
  CHECK(text.find("1200 345") != std::string::npos);
}

TEST_CASE("a number broken at the end of a line of hanzi is whole again") {
  const std::string line = "全市完成固定资产投资一千二百三十四亿元，同比增长1\n";
  const std::string next = "2个百分点，其中工业投资增长百分之二十多，位居全省前\n";
  CHECK(cleaned(line + next + line + next + line + "2个。\n").find("增长12个") != std::string::npos);
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
