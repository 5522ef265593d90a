#include "read/html.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "read/formats.h"
#include "support/case_lines.h"
#include "support/growth.h"
#include "support/html_pages.h"
#include "text/utf8.h"

using namespace langdu;

namespace {

std::string marks_of(const Document& document) {
  std::string out;
  for (const ReadingMark& mark : document.marks) {
    if (!out.empty()) out += ' ';
    append_utf8(out, mark.code);
    out += to_string(mark.reading);
  }
  return out;
}

/// Whether each byte that a block shows as it stands is found at its place, and the blocks are in order.
void check_places(const Document& document) {
  std::uint32_t begin = 0;
  for (const Block& block : document.blocks) {
    const std::string& text = block.text.text();
    const Span whole = block.text.source();
    CHECK(begin <= whole.begin);
    begin = whole.begin;
    for (std::uint32_t at = 0; at < text.size();) {
      const Rune rune = rune_at(text, at);
      const Span source = block.text.source({at, at + static_cast<std::uint32_t>(rune.size)});
      REQUIRE(source.end <= document.source.size());
      if (is_hanzi(rune.code) && document.source[source.begin] != '&') {
        CHECK(document.source.substr(source.begin, source.size()) == text.substr(at, rune.size));
      }
      at += static_cast<std::uint32_t>(rune.size);
    }
  }
}

/// Whether each hanzi of the page is in a block or listed as dropped.
void check_nothing_is_lost(const Document& document) {
  std::vector<bool> found(document.source.size());
  const auto cover = [&](Span span) {
    std::fill(found.begin() + span.begin, found.begin() + span.end, true);
  };
  for (const Dropped& dropped : document.dropped) cover(dropped.source);
  for (const Block& block : document.blocks) {
    const std::string& text = block.text.text();
    for (std::uint32_t at = 0; at < text.size();) {
      const auto end = at + static_cast<std::uint32_t>(rune_at(text, at).size);
      cover(block.text.source({at, end}));
      at = end;
    }
  }
  for (std::size_t at = 0; at < document.source.size();) {
    const Rune rune = rune_at(document.source, at);
    if (is_hanzi(rune.code)) {
      CAPTURE(at);
      CHECK(found[at]);
    }
    at += rune.size;
  }
}

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("every line of tests/data/read/html.txt is read as it says, from where it says") {
  const auto lines = testing::case_lines(TEST_DATA "/read/html.txt");
  CHECK(lines.size() > 50);
  for (const std::string& line : lines) {
    CAPTURE(line);
    auto cells = testing::cells(line);
    REQUIRE(cells.size() >= 2);
    cells.resize(3);
    const Document document = read_html(cells[0], {});
    CHECK(testing::shown_blocks(document) == cells[1]);
    CHECK(marks_of(document) == cells[2]);
    check_places(document);
  }
}

TEST_CASE("the text for an image is read when it is wanted, and else listed as dropped") {
  const std::string page = "<p>前<img src=a alt=\"图 &amp; 文\">后<img src=b alt=''><img></p>";
  const Document without = read_html(page, {});
  CHECK(testing::shown_blocks(without) == "前后");
  CHECK(testing::rule_of(without, "<img src=a") == "image");
  CHECK(without.dropped.size() == 1);
  ReadOptions options;
  options.image_texts = true;
  CHECK(testing::shown_blocks(read_html(page, options)) == "前图 & 文后");
}

TEST_CASE("of any mixture of tags and hanzi nothing is lost, and all has its place") {
  const std::vector<std::string> parts = {"<p>",
                                          "</p>",
                                          "<b>",
                                          "</b>",
                                          "<i>",
                                          "</i>",
                                          "<div>",
                                          "</div>",
                                          "<ul>",
                                          "<ol>",
                                          "<li>",
                                          "</ul>",
                                          "</ol>",
                                          "<table>",
                                          "<tr>",
                                          "<td>",
                                          "</table>",
                                          "<br>",
                                          "<h1>",
                                          "</h1>",
                                          "<a>",
                                          "</a>",
                                          "<nav>",
                                          "</nav>",
                                          "<ruby>",
                                          "<rt>hàn",
                                          "</ruby>",
                                          "<span>",
                                          "</span>",
                                          "&lt;",
                                          "&amp",
                                          "&nbsp;",
                                          "<pre>",
                                          "</pre>",
                                          "\n",
                                          " ",
                                          "<",
                                          "<zeng1>",
                                          "<b x=1",
                                          ">",
                                          "</",
                                          "\r\n",
                                          "&#20013",
                                          "\xff",
                                          "。",
                                          "<div class=share>",
                                          "<p class=comment>",
                                          "<h2>",
                                          "</h2>",
                                          "<th>",
                                          "<font color=red>",
                                          "<object>",
                                          "</object>",
                                          "<form>",
                                          "</form>",
                                          "<article>",
                                          "</article>",
                                          "<svg>",
                                          "</svg>",
                                          "，"};
  const std::string hanzi = "中文汉字很老的槐树我家门前";
  std::mt19937 random(7);
  for (int page = 0; page < 2500; ++page) {
    std::string html;
    const auto size = 1 + random() % 40;
    bool in_tag = false;  // what stands between "<b x=1" and ">" is no text
    for (std::size_t i = 0; i < size; ++i) {
      const std::string& part = parts[random() % parts.size()];
      const bool opens = part == "<" || part == "</" || part == "<b x=1";
      html += part;
      in_tag = opens || (in_tag && part.find('>') == std::string::npos);
      if (!in_tag) html += hanzi.substr(3 * (random() % (hanzi.size() / 3)), 3);
    }
    CAPTURE(html);
    const Document document = read_html(html, {});
    check_places(document);
    check_nothing_is_lost(document);
  }
}

TEST_CASE("elements beyond the deepest count as nothing, with a note, and their text is read") {
  for (const std::string tag : {"div", "span", "ul", "table", "x-y", "optgroup", "rt"}) {
    CAPTURE(tag);
    const Document document = read_html(repeated("<" + tag + ">", 1000) + "甲", {});
    CHECK(testing::shown_blocks(document) == "甲");
    REQUIRE(document.notes.size() == 1);
    CHECK(document.notes[0].message.find("elements nested more than") == 0);
  }
  CHECK(read_html(repeated("<div>", 300) + "甲", {}).notes.empty());
  CHECK(read_html(repeated("<div><b>甲</div>", 1000), {}).notes.empty());
}

TEST_CASE("any number of reading marks is taken") {
  const Document document = read_html(repeated("曾<zeng1>", 2000), {});
  CHECK(document.marks.size() == 2000);
  CHECK(document.notes.empty());
}

TEST_CASE("what is built against the parser takes time that grows with its size only") {
  const std::vector<std::string> parts = {"<div>",
                                          "<b>",
                                          "<span>",
                                          "<table>",
                                          "<div></x>",
                                          "<div><object></div></object>",
                                          "<span><p></span></p>",
                                          "<optgroup><div></optgroup></div>",
                                          "<form><div></form>",
                                          "<a",
                                          "</",
                                          "<!",
                                          "&",
                                          "<!--><p>",
                                          "<script>",
                                          "<b><select></b></select><p>x",
                                          "<li>x",
                                          "曾<zeng1>",
                                          "<table><b><td></td>"};
  for (const std::string& part : parts) {
    CAPTURE(part);
    const std::size_t count = long_size(100'000) / 2;
    const auto read = [&](std::size_t n) { return cpu_seconds([&] { read_html(repeated(part, n), {}); }); };
    CHECK(grows_linearly(read(count / 10), read(count), 0.3));
  }
  std::string bold;
  std::string bodies;
  std::string attributes = "<p ";
  std::string sheet = "<style>";
  for (int i = 0; i < 20'000; ++i) {
    bodies += "<body a" + std::to_string(i) + "=1>";
    bold += "<b x=" + std::to_string(i) + "><p>";
    attributes += "a" + std::to_string(i) + "=1 ";
    sheet += ".a" + std::to_string(i) + "{display:none}";
  }
  CHECK(testing::shown_blocks(read_html(bold + "甲", {})).find("甲") != std::string::npos);
  CHECK(testing::shown_blocks(read_html(bodies + "甲", {})) == "甲");
  CHECK(testing::shown_blocks(read_html(attributes + ">甲", {})) == "甲");
  CHECK(testing::shown_blocks(read_html(sheet + "</style><p class=a7>甲</p>乙", {})) == "乙");
}
