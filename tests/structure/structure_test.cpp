#include "structure/structure.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "clean/clean.h"
#include "read/formats.h"
#include "structure/sentences.h"
#include "support/case_lines.h"

namespace langdu {
namespace {

struct Outline {
  Document document;
  std::vector<Section> sections;
};

Outline outline_of(const std::string& text, int depth = 1) {
  Outline outline;
  outline.document = read_document(text, "case.txt");
  clean(outline.document, {});
  outline.sections = find_sections(outline.document, depth);
  return outline;
}

std::string titles(const Outline& outline) {
  std::string result;
  for (const Section& section : outline.sections)
    result += (section.opening ? "*" : "") + section.title + "|";
  return result;
}

/// "level title|" of each heading but the document's title.
std::string headings(const Outline& outline) {
  std::string result;
  for (const Block& block : outline.document.blocks) {
    if (block.kind == BlockKind::heading && block.level > 0) {
      result += std::to_string(block.level) + " " + block.text.text() + "|";
    }
  }
  return result;
}

const std::string p = "\n这是一段正文，有一个句号。\n";

}  // namespace

TEST_CASE("a speech with 第一 第二 第三 has an opening and three sections") {
  const auto outline = outline_of("讲话\n" + p + "第一,要快" + p + "第二,要好" + p + "第三,要省" + p);
  CHECK(titles(outline) == "*讲话|第一，要快|第二，要好|第三，要省|");
  CHECK(headings(outline) == "1 第一，要快|1 第二，要好|1 第三，要省|");
}

TEST_CASE("the parts of a report and headings with 一. open sections") {
  CHECK(
      titles(outline_of("工作报告\n\n第一部分 2023年工作回顾\n\n我们做了很多。\n\n第二部分 2024年工作安排\n\n"
                        "我们还要做。\n")) == "*工作报告|第一部分 2023年工作回顾|第二部分 2024年工作安排|");
  CHECK(titles(outline_of("总结\n\n一.总体情况\n\n情况很好。\n\n二.存在问题\n\n问题不多。\n")) ==
        "*总结|一.总体情况|二.存在问题|");
}

TEST_CASE("a stray 第一, a gap and a wrong order open nothing") {
  CHECK(titles(outline_of("讲话\n" + p + "第一,要快" + p)) == "*讲话|");
  CHECK(titles(outline_of("讲话\n" + p + "第二,要快" + p + "第三,要好" + p)) == "*讲话|");
  CHECK(titles(outline_of("讲话\n" + p + "第二,要快" + p + "第一,要好" + p)) == "*讲话|");
  CHECK(titles(outline_of("讲话\n" + p + "第一,要快" + p + "第四,要好" + p + "第二,要省" + p)) ==
        "*讲话|第一，要快|第二，要省|");
}

TEST_CASE("a stray 第一 between the sections does not break their run") {
  CHECK(titles(outline_of("讲话\n" + p + "一、快" + p + "二、好" + p + "一、题外话" + p + "三、省" + p)) ==
        "*讲话|一、快|二、好|三、省|");
}

TEST_CASE("levels nest as GB/T 9704 orders them, counted from the outermost that occurs") {
  const std::string inner = "（一）甲" + p + "1. 子" + p + "2. 丑" + p + "（二）乙" + p;
  const auto whole = outline_of("通知\n" + p + "一、快" + p + inner + "二、好" + p);
  CHECK(headings(whole) == "1 一、快|2 （一）甲|3 1. 子|3 2. 丑|2 （二）乙|1 二、好|");
  CHECK(titles(whole) == "*通知|一、快|二、好|");
  CHECK(headings(outline_of("通知\n" + p + inner)) == "1 （一）甲|2 1. 子|2 2. 丑|1 （二）乙|");
  CHECK(titles(outline_of("通知\n" + p + "一、快" + p + inner + "二、好" + p, 2)) ==
        "*通知|一、快|（一）甲|（二）乙|二、好|");
}

TEST_CASE("第一 inside 一、 is deeper, around 一、 further out") {
  const auto inside =
      outline_of("讲话\n" + p + "一、快" + p + "第一，甲" + p + "第二，乙" + p + "二、好" + p);
  CHECK(headings(inside) == "1 一、快|2 第一，甲|2 第二，乙|1 二、好|");
  const auto around =
      outline_of("讲话\n" + p + "第一，甲" + p + "一、快" + p + "二、好" + p + "第二，乙" + p);
  CHECK(headings(around) == "1 第一，甲|2 一、快|2 二、好|1 第二，乙|");
}

TEST_CASE("a book: chapters and their sections, a preface, and a table of contents that opens nothing") {
  const std::string contents = "目录\n第一章 出发\n第二章 路上\n第三章 回家\n\n";
  const auto book = outline_of("书名\n\n" + contents + "前言" + p + "第一章 出发" + p + "第一节 早" + p +
                               "第二节 晚" + p + "第二章 路上" + p + "第三章 回家" + p + "后记" + p);
  CHECK(titles(book) == "*书名|前言|第一章 出发|第二章 路上|第三章 回家|后记|");
  CHECK(headings(book) == "1 前言|1 第一章 出发|2 第一节 早|2 第二节 晚|1 第二章 路上|1 第三章 回家|1 后记|");
}

TEST_CASE("an excerpt may start at any chapter and miss one") {
  CHECK(titles(outline_of("书名\n" + p + "第五章 夜" + p + "第六章 晨" + p + "第八章 路" + p)) ==
        "*书名|第五章 夜|第六章 晨|第八章 路|");
}

TEST_CASE("a list is not a row of sections") {
  CHECK(titles(outline_of("要带的东西\n\n带上下面几样东西。\n1. 铅笔\n2. 橡皮\n3. 尺子\n")) ==
        "*要带的东西|");
}

TEST_CASE("numbered paragraphs that are sentences are no headings") {
  CHECK(titles(outline_of("讲话\n" + p + "第一，我们看到形势很好。\n第二，我们也看到困难不少。\n")) ==
        "*讲话|");
  CHECK(titles(outline_of("讲话\n" + p + "一是要快\n二是要好\n")) == "*讲话|");
}

TEST_CASE("without a title the opening is named after its first sentence") {
  CHECK(titles(outline_of("今天我们开会。大家都来了。")) == "*今天我们开会。|");
  CHECK(titles(outline_of("今天我们开一个很长很长的会议商量很多很多的事情，大家都来了。")) ==
        "*今天我们开一个很长很长的会议商量很多很多……|");
}

TEST_CASE("a text that starts with a heading has no opening, an empty text no section") {
  CHECK(titles(outline_of("一、快" + p + "二、好" + p)) == "一、快|二、好|");
  CHECK(outline_of("").sections.empty());
  CHECK(outline_of("\xff").sections.empty());
}

TEST_CASE("sections tile the blocks, and every block is a heading or a paragraph") {
  const auto outline = outline_of("讲话\n" + p + "一、快" + p + "二、好" + p);
  CHECK(outline.sections.front().first_block == 0);
  for (std::size_t i = 1; i < outline.sections.size(); ++i) {
    CHECK(outline.sections[i - 1].first_block < outline.sections[i].first_block);
  }
  for (const Block& block : outline.document.blocks) {
    CHECK((block.kind == BlockKind::heading || block.kind == BlockKind::paragraph));
  }
}

TEST_CASE("the sample has the outline that its author wrote down") {
  const auto outline = outline_of(testing::file_content(LANGDU_REPOSITORY "/samples/briefing.txt"));
  std::vector<std::string> found = {"title\t" + outline.document.metadata.title,
                                    "date\t" + outline.document.metadata.date};
  const auto& blocks = outline.document.blocks;
  for (std::size_t i = 0; i < outline.sections.size(); ++i) {
    const Section& section = outline.sections[i];
    const std::size_t end =
        i + 1 < outline.sections.size() ? outline.sections[i + 1].first_block : blocks.size();
    const std::string& first = blocks[section.first_block + 1].text.text();
    const std::string& last = blocks[end - 1].text.text();
    const Span opening = split_sentences(first).front();
    const Span closing = split_sentences(last).back();
    found.push_back((section.opening ? "opening\t" : "section\t") + section.title);
    found.push_back("blocks\t" + std::to_string(end - section.first_block));
    found.push_back("first\t" + first.substr(opening.begin, opening.size()));
    found.push_back("last\t" + last.substr(closing.begin, closing.size()));
  }
  for (const Dropped& dropped : outline.document.dropped) found.push_back("dropped\t" + dropped.rule);
  CHECK(found == testing::case_lines(TEST_DATA "/structure/briefing_outline.txt"));
}

namespace {

Outline outline_of_html(const std::string& body) {
  Outline outline;
  outline.document = read_document("<html><body>" + body + "</body></html>", "a.html");
  clean(outline.document, {});
  outline.sections = find_sections(outline.document, 1);
  return outline;
}

const std::string hp = "<p>这是一段正文，有一个句号，也有二十多个字，足够长。</p>";

}  // namespace

TEST_CASE("levels that the format gives have no gaps, and a single one above all is the title") {
  CHECK(headings(outline_of_html("<h1>题目</h1>" + hp + "<h3>甲</h3>" + hp + "<h5>乙</h5>" + hp +
                                 "<h3>丙</h3>" + hp)) == "1 甲|2 乙|1 丙|");
  CHECK(headings(outline_of_html("<h2>甲</h2>" + hp + "<h2>乙</h2>" + hp)) == "1 甲|1 乙|");
}

TEST_CASE("numbered lines nest below the headings that the format gives") {
  CHECK(headings(outline_of_html("<h1>题目</h1>" + hp + "<h2>一、甲</h2>" + hp + "<p>（一）子</p>" + hp +
                                 "<p>（二）丑</p>" + hp + "<h2>二、乙</h2>" + hp)) ==
        "1 一、甲|2 （一）子|2 （二）丑|1 二、乙|");
  CHECK(headings(outline_of_html("<h2>甲</h2>" + hp + "<p>一、子</p>" + hp + "<p>二、丑</p>" + hp +
                                 "<h2>乙</h2>" + hp)) == "1 甲|2 一、子|2 二、丑|1 乙|");
}

TEST_CASE("bold paragraphs are headings where nothing else is") {
  CHECK(headings(outline_of_html("<h1>题目</h1>" + hp + "<p><b>小标题</b></p>" + hp)) == "1 小标题|");
  CHECK(headings(outline_of_html("<h1>题目</h1>" + hp + "<p><b>这一句是强调，不是标题。</b></p>" + hp)) ==
        "");
  CHECK(headings(outline_of_html("<h1>题目</h1>" + hp + "<p><b>小标题</b></p>" + hp + "<p>一、甲</p>" + hp +
                                 "<p>二、乙</p>" + hp)) == "1 一、甲|1 二、乙|");
}

TEST_CASE("short lines set off in a plain text are headings, two of them or more, and no names of speakers") {
  CHECK(headings(outline_of("题目\n" + p + "\n第一个春天\n" + p + "\n第二个秋天\n" + p)) ==
        "1 第一个春天|1 第二个秋天|");
  CHECK(headings(outline_of("题目\n" + p + "\n第一个春天\n" + p)) == "");
  CHECK(headings(outline_of("题目\n" + p + "\n主持人\n" + p + "\n嘉宾\n" + p + "\n主持人\n" + p)) == "");
}

TEST_CASE("without a title the opening is named after the file, when its name has a hanzi") {
  for (const auto& [name, title] :
       {std::pair{"文件夹/春游计划.txt", "春游计划"}, {"scan01.txt", "这是一段正文，有一个句号。"}}) {
    Document document = read_document(p, name);
    clean(document, {});
    CHECK(find_sections(document).at(0).title == title);
  }
}

}  // namespace langdu
