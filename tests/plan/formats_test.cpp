// One text in every format gives one plan: the same chapters and sentences, to the character.
#include <doctest/doctest.h>
#include <iconv.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pinyin/test_lexicon.h"
#include "plan/planner.h"
#include "support/make_docx.h"
#include "support/make_zip.h"
#include "support/temporary_folder.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// A line of the sample, and what a writer who marks headings would make of it.
struct Line {
  std::string text;
  int level = 0;  ///< 1 the title, 2 a section, 0 a paragraph
};

const Lexicon& lexicon() {
  static const Lexicon lexicon = open_test_lexicon();
  return lexicon;
}

Plan plan_of(const std::string& content, const std::string& name) {
  return make_plan(content, name, lexicon(), {});
}

std::string sample() { return content_of(std::filesystem::path(LANGDU_REPOSITORY "/samples/briefing.txt")); }

/// The lines of the sample that are not empty. `marked`: the first that is the title, and the section
/// headings.
std::vector<Line> lines_of(bool marked) {
  const Plan plan = plan_of(sample(), "briefing.txt");
  std::vector<Line> lines;
  const std::string text = sample();
  bool titled = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    if (without_edge_blanks(line).empty()) continue;
    Line one{line};
    for (const Chapter& chapter : plan.chapters) {
      if (marked && !chapter.opening && line.find(chapter.title) != line.npos && line.size() < 60)
        one.level = 2;
    }
    if (marked && !titled && line.find(plan.metadata.title) != line.npos) {
      one.level = 1;
      titled = true;
    }
    lines.push_back(one);
  }
  return lines;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

std::string as_html(const std::vector<Line>& lines) {
  std::string html = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n<body>\n";
  for (const Line& line : lines) {
    const std::string tag = line.level == 0 ? "p" : "h" + std::to_string(line.level);
    html += "<" + tag + ">" + escaped(line.text) + "</" + tag + ">\n";
  }
  return html + "</body></html>\n";
}

std::string as_markdown(const std::vector<Line>& lines) {
  std::string markdown;
  for (const Line& line : lines)
    markdown += std::string(static_cast<std::size_t>(line.level), '#') + (line.level > 0 ? " " : "") +
                line.text + "\n\n";
  return markdown;
}

std::string as_docx(const std::vector<Line>& lines) {
  std::string body;
  for (const Line& line : lines) {
    const std::string level =
        line.level == 0 ? "" : "<w:outlineLvl w:val=\"" + std::to_string(line.level - 1) + "\"/>";
    body += testing::word_paragraph(escaped(line.text), level);
  }
  return testing::make_docx(body);
}

std::string as_epub(const std::vector<Line>& lines) {
  const std::string container =
      "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile "
      "full-path=\"a.opf\"/>"
      "</rootfiles></container>";
  const std::string package =
      "<package xmlns=\"http://www.idpf.org/2007/opf\"><manifest><item id=\"a\" href=\"a.xhtml\" "
      "media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>";
  return testing::make_zip({{"mimetype", "application/epub+zip"},
                            {"META-INF/container.xml", container},
                            {"a.opf", package},
                            {"a.xhtml", as_html(lines)}});
}

std::string as_rtf(const std::vector<Line>& lines) {
  std::string rtf = "{\\rtf1\\ansi\\uc1 ";
  for (const Line& line : lines) {
    rtf += "\\pard" + (line.level == 0 ? std::string() : "\\outlinelevel" + std::to_string(line.level - 1)) +
           " ";
    for (std::size_t at = 0; at < line.text.size();) {
      const Rune rune = rune_at(line.text, at);
      at += rune.size;
      if (rune.code == U'{' || rune.code == U'}' || rune.code == U'\\') rtf += '\\';
      if (rune.code < 0x80)
        rtf += static_cast<char>(rune.code);
      else
        rtf += "\\u" + std::to_string(static_cast<std::int16_t>(rune.code)) + "?";
    }
    rtf += "\\par\n";
  }
  return rtf + "}";
}

std::string encoded(std::string text, const char* encoding) {
  const iconv_t converter = iconv_open(encoding, "UTF-8");
  std::string out(text.size() * 2 + 16, '\0');
  char* from = text.data();
  std::size_t left = text.size();
  char* to = out.data();
  std::size_t room = out.size();
  REQUIRE(iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1));
  iconv_close(converter);
  out.resize(out.size() - room);
  return out;
}

/// Chapters and sentences as one text.
std::string content(const Plan& plan) {
  std::string all = "title " + plan.metadata.title + "\n";
  std::size_t chapter = 0;
  for (std::size_t i = 0; i < plan.utterances.size(); ++i) {
    if (chapter < plan.chapters.size() && plan.chapters[chapter].first == i) {
      all += "chapter " + plan.chapters[chapter].title + " " + std::to_string(plan.chapters[chapter].level) +
             "\n";
      ++chapter;
    }
    all += plan.utterances[i].shown + "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("the sample gives the same chapters and sentences in every format") {
  const Plan plain = plan_of(sample(), "briefing.txt");
  const std::string expected = content(plain);
  REQUIRE(plain.chapters.size() == 4);
  for (const bool marked : {false, true}) {
    CAPTURE(marked);
    const auto lines = lines_of(marked);
    CHECK(content(plan_of(as_html(lines), "a.html")) == expected);
    CHECK(content(plan_of(as_docx(lines), "a.docx")) == expected);
    CHECK(content(plan_of(as_epub(lines), "a.epub")) == expected);
    CHECK(content(plan_of(as_markdown(lines), "a.md")) == expected);
    CHECK(content(plan_of(as_rtf(lines), "a.rtf")) == expected);
  }
}

TEST_CASE("the sample gives the same chapters and sentences in every encoding") {
  std::string text = sample();
  for (const std::string_view sign : {"©"}) {  // GBK has none
    for (auto at = text.find(sign); at != text.npos; at = text.find(sign))
      text.replace(at, sign.size(), "(C)");
  }
  const std::string expected = content(plan_of(text, "briefing.txt"));
  CHECK(expected == content(plan_of(sample(), "briefing.txt")));
  for (const char* encoding : {"GBK", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"}) {
    CAPTURE(encoding);
    CHECK(content(plan_of(encoded(text, encoding), "briefing.txt")) == expected);
  }
  CHECK(content(plan_of("\xEF\xBB\xBF" + text, "briefing.txt")) == expected);
}

}  // namespace langdu
