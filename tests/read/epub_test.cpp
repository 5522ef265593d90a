#include "read/epub.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "read/formats.h"
#include "read/refused_formats.h"
#include "support/docx_reading.h"
#include "support/growth.h"
#include "support/make_epub.h"

namespace langdu {

using testing::blocks_of;
using testing::dropped_of;
using testing::EpubPage;
using testing::EpubParts;
using testing::make_epub;
using testing::make_zip;
using testing::misplaced;
using testing::nav_document;
using testing::nav_item;
using testing::ncx_document;
using testing::ncx_point;
using testing::notes_of;
using testing::xhtml;
using testing::ZipEntry;

namespace {

/// Reads a book and checks what holds for all: the parts follow each other and cover the source, and every
/// character is where it says.
Document read(const std::string& bytes, const ReadOptions& options = {}) {
  Document document = read_epub(bytes, options);
  CHECK(misplaced(document) == "");
  std::uint32_t end = 0;
  for (const Part& part : document.parts) {
    CHECK(part.source.begin == end);
    CHECK_FALSE(part.member.empty());
    end = part.source.end;
  }
  CHECK(end == document.source.size());
  std::uint32_t place = 0;
  for (const Block& block : document.blocks) {
    CHECK(block.text.source().begin >= place);
    place = block.text.source().begin;
  }
  return document;
}

std::string blocks(const std::vector<EpubPage>& pages, const EpubParts& parts = {}) {
  return blocks_of(read(make_epub(pages, parts)));
}

bool says(const Document& document, const std::string& words) {
  return notes_of(document).find(words) != std::string::npos;
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

std::string encryption(const std::string& algorithm, const std::string& member) {
  return "<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm=\"" + algorithm +
         "\"/><ds:KeyInfo><EncryptedKey><EncryptionMethod Algorithm=\"rsa\"/></EncryptedKey></ds:KeyInfo>"
         "<enc:CipherData><enc:CipherReference URI=\"" +
         member + "\"/></enc:CipherData></enc:EncryptedData></encryption>";
}

const EpubPage first = {"a.xhtml", "<h1>第一章</h1><p>甲。</p>"};
const EpubPage second = {"b.xhtml", "<h1>第二章</h1><p>乙。</p>"};

}  // namespace

TEST_CASE("the chapters are read in the order of the spine, and the book says its title and date") {
  EpubParts parts;
  parts.metadata =
      "<dc:title> 红\n楼梦 &amp; 其他</dc:title><dc:title>二</dc:title><dc:date "
      "opf:event=\"modification\">2020"
      "</dc:date><dc:date>1791年</dc:date><meta property=\"dcterms:modified\">2021</meta>";
  const Document document = read(make_epub({second, first}, parts));
  CHECK(blocks_of(document) == "1#第二章|乙。|1#第一章|甲。|");
  CHECK(document.metadata.title == "红 楼梦 & 其他");
  CHECK(document.metadata.date == "1791年");
  REQUIRE(document.parts.size() == 2);
  CHECK(document.parts[0].member == "OEBPS/b.xhtml");
  CHECK(notes_of(document) == "");
}

TEST_CASE("an EPUB shows itself, whatever its name, and is not refused") {
  const std::string bytes = make_epub({first});
  CHECK(shows_epub(bytes));
  CHECK(find_refused_format(bytes) == nullptr);
  CHECK(blocks_of(read_document(bytes, "a.zip")) == "1#第一章|甲。|");
  CHECK(read_document(bytes, "a.epub").parts.at(0).file == "a.epub");
  const std::string opf =
      "<package><manifest><item id=\"a\" href=\"a.html\"/></manifest><spine><itemref "
      "idref=\"a\"/></spine></package>";
  const std::string bare = make_zip({{"b/x.opf", opf}, {"b/a.html", "<p>一"}});
  CHECK(shows_epub(bare));
  CHECK(blocks_of(read(bare)) == "一|");
  CHECK_FALSE(shows_epub(make_zip({{"b/x.opf", opf}, {"c/y.opf", opf}})));
  CHECK_FALSE(shows_epub(make_zip({{"META-INF/container.xml", "<a><rootfile full-path=\"x.xml\"/></a>"}})));
}

TEST_CASE("the NCX of EPUB 2 and the navigation document of EPUB 3 say the headings and their levels") {
  const std::vector<EpubPage> pages = {{"a.xhtml", "<p>第一卷</p><p>甲。</p>"},
                                       {"b.xhtml", "<p>第一章　开端</p><p>乙。</p><h2>小节</h2><p>丙。</p>"},
                                       {"c.xhtml", "<h1>后　记</h1><p>丁。</p>"}};
  const std::string shown = "1#第一卷|甲。|2#第一章　开端|乙。|4#小节|丙。|1#后　记|丁。|";
  EpubParts two;
  two.ncx = ncx_document(ncx_point("第一卷", "a.xhtml", ncx_point("第一章 开端", "b.xhtml")) +
                         ncx_point("后记", "c.xhtml"));
  CHECK(blocks(pages, two) == shown);
  EpubParts three;
  three.nav = nav_document(nav_item("第一卷", "a.xhtml", nav_item("第<b>一</b>章&nbsp;开端", "b.xhtml")) +
                           nav_item("后记", "./c.xhtml#"));
  three.ncx = ncx_document(ncx_point("错", "a.xhtml"));
  CHECK(blocks(pages, three) == shown);
}

TEST_CASE("a label that the text does not show is a heading that stands nowhere") {
  EpubParts parts;
  parts.nav = nav_document(nav_item("第一章", "a.xhtml") + nav_item("第二章 归来", "b.xhtml"));
  const Document document =
      read(make_epub({{"a.xhtml", "<p>甲。</p>"}, {"b.xhtml", "<h2>别的</h2><p>乙。</p>"}}, parts));
  CHECK(blocks_of(document) == "1#第一章|甲。|1#第二章 归来|3#别的|乙。|");
  CHECK(document.blocks[0].text.source().empty());
  // A heading that says it and more is enough, and several blocks may say it together.
  parts.nav = nav_document(nav_item("第一章", "a.xhtml") + nav_item("第二章 归来", "b.xhtml"));
  CHECK(blocks({{"a.xhtml", "<h3>第一章 开端</h3>"}, {"b.xhtml", "<p>第二章<br/>归来</p><p>乙。</p>"}},
               parts) == "1#第一章 开端|1#第二章 归来|乙。|");
  // The title of the book stands above that of its first chapter.
  CHECK(blocks({{"a.xhtml", "<h1>书名</h1><h2>第一章</h2>"}}, parts) == "1#书名|1#第一章|");
}

TEST_CASE("fragments name the block that holds the element or follows it") {
  EpubParts parts;
  parts.ncx = ncx_document(ncx_point("一", "a.xhtml#one") + ncx_point("二", "a.xhtml#%E4%BA%8C") +
                           ncx_point("三", "a.xhtml#three") + ncx_point("四", "a.xhtml#four") +
                           ncx_point("无", "a.xhtml#none") + ncx_point("五", "a.xhtml#five"));
  const std::string body =
      "<p>序</p><!-- <p id='one'> --><h4 title='id=\"one\"' id='one'>一</h4><p>甲<a id=\"二\"/></p>"
      "<p>二</p><p>乙</p><p>三<a name=\"three\">。</a></p><p>丙<a id=\"four\"></a>丁</p><p>戊</p>"
      "<a id=\"five\"></a>";
  CHECK(blocks({{"a.xhtml", body}}, parts) == "1#无|序|1#一|甲|1#二|乙|1#三。|1#四|丙丁|戊|1#五|");
}

TEST_CASE("entries at one place open one behind the other, repeated ones once") {
  EpubParts parts;
  const std::string two = nav_item("卷一", "a.xhtml", nav_item("章一", "a.xhtml"));
  parts.nav = nav_document(two + nav_item("章一", "a.xhtml"));
  CHECK(blocks({{"a.xhtml", "<h1>卷一</h1><h1>章一</h1><p>甲</p>"}}, parts) == "1#卷一|2#章一|甲|");
  CHECK(blocks({{"a.xhtml", "<h1>章一</h1><p>甲</p>"}}, parts) == "1#卷一|2#章一|甲|");
  CHECK(blocks({{"a.xhtml", "<h1>卷一 章一</h1><p>甲</p>"}}, parts) == "1#卷一 章一|甲|");
  parts.nav = nav_document("<li><span>部</span><ol>" + nav_item("章", "a.xhtml") + "</ol></li>");
  CHECK(blocks({{"a.xhtml", "<p>甲</p>"}}, parts) == "1#部|2#章|甲|");
}

TEST_CASE("names of members are decoded, and lead nowhere out of the archive") {
  EpubParts parts;
  parts.nav =
      nav_document(nav_item("甲", "%E7%AC%AC%201%E7%AB%A0.xhtml") + nav_item("乙", "../x/b%23.xhtml") +
                   nav_item("丙", "../../etc/passwd") + nav_item("丁", "http://a.b/c.xhtml"));
  const std::vector<EpubPage> pages = {{"第 1章.xhtml", "<p>甲</p>", "", "%E7%AC%AC%201%E7%AB%A0.xhtml"},
                                       {"../x/b", "", "", "../x/b%23.xhtml"},
                                       {"c%.xhtml", "<p>丙</p>"},
                                       {"d", "", "", "../../etc/passwd"},
                                       {"e", "", "", "https://a.b/c.xhtml"}};
  const Document document =
      read(make_epub(pages, parts, {{"x/b#.xhtml", xhtml("<p>乙</p>")}, {"etc/passwd", "<p>错</p>"}}));
  CHECK(blocks_of(document) == "1#甲|1#乙|丙|");
  CHECK(says(document, "../../etc/passwd is missing"));
  CHECK(says(document, "https://a.b/c.xhtml is missing"));
}

TEST_CASE("pages in other encodings, with entities and readings above the hanzi") {
  const std::string gbk =
      "<?xml version=\"1.0\" "
      "encoding=\"GBK\"?><html><body><p>\xd6\xd0\xb9\xfa\xc8\xcb\xc3\xf1</p></body></html>";
  const std::string ruby = "<p>他&nbsp;姓&#26366;&mdash;<ruby>曾<rt>zēng</rt></ruby>。</p>";
  const Document document =
      read(make_epub({{"a.xhtml", ""}, {"b.xhtml", ruby}}, {}, {{"OEBPS/a.xhtml", gbk}}));
  CHECK(blocks_of(document) == "中国人民|他\u00A0姓曾—曾。|");
  REQUIRE(document.marks.size() == 1);
  CHECK(document.source.substr(document.marks[0].hanzi.begin, 3) == "曾");
  const Document marked =
      read(make_epub({{"a.xhtml", ""}}, {}, {{"OEBPS/a.xhtml", "\xEF\xBB\xBF" + xhtml("<p>一</p>")}}));
  CHECK(blocks_of(marked) == "一|");
  CHECK(dropped_of(marked) == "");
}

TEST_CASE("what is not part of the text is dropped as a whole") {
  EpubParts parts;
  parts.nav = nav_document(nav_item("封面", "cover.xhtml") + nav_item("第一章", "a.xhtml"),
                           "<nav epub:type=\"landmarks\"><ol><li><a epub:type=\"cover\" "
                           "href=\"cover.xhtml\">封面</a></li></ol></nav>");
  parts.guide = "<reference type=\"toc\" href=\"toc.xhtml\"/>";
  parts.spine = "<itemref idref=\"nav\"/>";
  const std::vector<EpubPage> pages = {{"cover.xhtml", "<p>封面</p><img src=\"c.jpg\" alt=\"图\"/>"},
                                       {"toc.xhtml", "<p>目录页</p>"},
                                       {"n.xhtml", "<p>注释一</p><p>注释二</p>", "no"},
                                       {"m.xhtml", "<img src=\"x.jpg\"/>", "no"},
                                       first};
  const Document document = read(make_epub(pages, parts));
  CHECK(blocks_of(document) == "1#第一章|甲。|");
  const std::string dropped = dropped_of(document);
  CHECK(dropped.find("table of contents:目录</h1>") == 0);
  CHECK(dropped.find(
            "cover page:封面|table of contents:目录页|not in the reading order:注释一</p><p>注释二|") !=
        std::string::npos);
  CHECK(blocks_of(read(make_epub(pages, parts), {.keep_all = true})).find("注释一|注释二|") !=
        std::string::npos);
}

TEST_CASE("a cover of images reads nothing, a page of images in the text has its heading") {
  EpubParts parts;
  parts.ncx = ncx_document(ncx_point("封面", "c.xhtml") + ncx_point("第一部", "p.xhtml") +
                           ncx_point("第一章", "a.xhtml"));
  CHECK(blocks({{"c.xhtml", "<img src=\"c.jpg\"/>"}, {"p.xhtml", "<img src=\"p.jpg\"/>"}, first}, parts) ==
        "1#第一部|1#第一章|甲。|");
  // A chapter that is called a cover, and a book in one page that is called its contents.
  parts.guide = "<reference type=\"cover\" href=\"a.xhtml\"/>";
  CHECK(blocks({{"a.xhtml", "<p>" + repeated("很长的一章。", 100) + "</p>"}, second}, parts).size() > 1800);
  parts.guide = "<reference type=\"toc\" href=\"a.xhtml\"/>";
  CHECK(blocks({first}, parts) == "1#第一章|甲。|");
}

TEST_CASE("a page is read once, however often the spine lists it") {
  EpubParts parts;
  parts.spine = "<itemref idref=\"c1\"/><itemref idref=\"c0\" linear=\"no\"/><itemref idref=\"x\"/>";
  const Document document = read(make_epub({first, second}, parts));
  CHECK(blocks_of(document) == "1#第二章|乙。|1#第一章|甲。|");
  CHECK(says(document, "\"x\" of the order of reading is missing"));
}

TEST_CASE("without a spine all pages are read in the order of the manifest") {
  EpubPage a = second;
  EpubPage b = first;
  a.in_spine = b.in_spine = false;
  const Document document = read(make_epub({a, b}));
  CHECK(blocks_of(document) == "1#第二章|乙。|1#第一章|甲。|");
  CHECK(says(document, "does not say in which order"));
  const Document nothing = read(make_zip({{"mimetype", "application/epub+zip"}, {"b.html", "<p>一</p>"}}));
  CHECK(blocks_of(nothing) == "一|");
}

TEST_CASE("a chapter that is missing or damaged is named, and the rest is read") {
  EpubParts parts;
  parts.nav = nav_document(nav_item("缺", "x.xhtml") + nav_item("第一章", "a.xhtml"));
  const Document missing = read(make_epub({{"x.xhtml", ""}, first}, parts));
  CHECK(blocks_of(missing) == "1#第一章|甲。|");
  CHECK(notes_of(missing) == "OEBPS/x.xhtml is missing\n");
  std::string bytes = make_epub({first, {"x", "", "", "d.xhtml"}}, {},
                                {{"OEBPS/d.xhtml", xhtml("<p>一二三</p>"), "", 0, true}});
  bytes.replace(bytes.find("二"), 3, "两");
  const Document damaged = read(bytes);
  CHECK(blocks_of(damaged) == "1#第一章|甲。|一两三|");
  CHECK(says(damaged, "OEBPS/d.xhtml is damaged; what could be unpacked"));
}

TEST_CASE("protected chapters are left out, and a note says why; fonts do not count") {
  const auto book = [](const std::string& algorithm, const std::string& member) {
    return read(make_epub({first, second}, {}, {{"META-INF/encryption.xml", encryption(algorithm, member)}}));
  };
  const Document locked = book("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/%61.xhtml");
  CHECK(blocks_of(locked) == "1#第二章|乙。|");
  CHECK(says(locked, "protected (DRM): 1 of its 2 chapters"));
  for (const auto& [algorithm, member] : {std::pair{"http://www.idpf.org/2008/embedding", "OEBPS/a.xhtml"},
                                          {"http://ns.adobe.com/pdf/enc#RC", "OEBPS/f.ttf"},
                                          {"http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/f.ttf"}}) {
    const Document document = book(algorithm, member);
    CHECK(blocks_of(document) == "1#第一章|甲。|1#第二章|乙。|");
    CHECK(notes_of(document) == "");
  }
  const Document password =
      read(make_epub({first, {"x.xhtml", ""}}, {}, {{"OEBPS/x.xhtml", "<p>密</p>", "geheim"}}));
  CHECK(blocks_of(password) == "1#第一章|甲。|");
  CHECK(says(password,
             "protected (DRM): 1 of its 2 chapters are encrypted and cannot be read, the first of "
             "them OEBPS/x.xhtml"));
}

TEST_CASE("a book that is cut off anywhere gives a note and no text, and wrong bytes do no harm") {
  EpubParts parts;
  parts.nav = nav_document(nav_item("第一章", "a.xhtml"));
  const std::string bytes = make_epub({first, second}, parts);
  for (std::size_t size = 1; size < bytes.size(); size += 11) {
    const Document document = read(bytes.substr(0, size));
    CHECK(document.blocks.empty());
    CHECK(says(document, "cut off"));
  }
  for (std::size_t at = 0; at < bytes.size(); at += 5) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    const Document document = read_epub(damaged, {});
    // Of what the parser of HTML repairs, a text may stand for its bytes as a whole.
    CHECK_FALSE(misplaced(document).starts_with("outside"));
  }
}

TEST_CASE("pages and tables that are cut off inside are read as far as they go") {
  EpubParts parts;
  const std::string nav = nav_document(nav_item("第一章", "a.xhtml#x") + nav_item("第二章", "b.xhtml"));
  const std::string page = xhtml("<h1 id='x'>第一章</h1><p>甲</p>");
  for (std::size_t size = 1; size < nav.size(); size += 3) {
    parts.nav = nav.substr(0, size);
    CHECK(blocks({first}, parts) == "1#第一章|甲。|");
  }
  parts.nav = nav;
  for (std::size_t size = 1; size < page.size(); ++size)
    read(make_epub({{"a.xhtml", ""}}, parts, {{"OEBPS/a.xhtml", page.substr(0, size)}}));
}

TEST_CASE("bombs are refused: of the archive by its budget, of XML by not being expanded") {
  const Document zeros =
      read(make_epub({{"x.xhtml", ""}, first}, {}, {{"OEBPS/x.xhtml", "", "", std::uint64_t{300} << 20}}));
  CHECK(says(zeros, "OEBPS/x.xhtml unpacks to more than"));
  EpubParts parts;
  parts.doctype = "<!DOCTYPE package [<!ENTITY a0 \"lol\">";
  for (int i = 1; i < 10; ++i)
    parts.doctype +=
        "<!ENTITY a" + std::to_string(i) + " \"" + repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
  parts.doctype += "<!ENTITY file SYSTEM \"file:///etc/passwd\">]>";
  parts.metadata = "<dc:title>书&a9;&file;</dc:title>";
  const Document document = read(make_epub({first}, parts));
  CHECK(document.metadata.title == "书&a9;&file;");
  CHECK(blocks_of(document) == "1#第一章|甲。|");
}

TEST_CASE("deep nesting does no harm") {
  EpubParts parts;
  std::string deep = nav_item("深", "b.xhtml");
  parts.nav = nav_document(repeated("<li><a href=\"a.xhtml\">层</a><ol>", 10'000) + deep +
                           repeated("</ol></li>", 10'000));
  CHECK(blocks({first, second}, parts) == "1#层|2#第一章|甲。|9#深|9#第二章|乙。|");
  parts.nav = nav_document(repeated("<li>", 10'000) + deep);
  CHECK(blocks({second}, parts).find("乙。|") != std::string::npos);
  parts.nav.clear();
  parts.ncx = ncx_document(repeated("<navPoint><navLabel><text>层</text></navLabel>", 10'000) +
                           ncx_point("深", "b.xhtml") + repeated("</navPoint>", 10'000));
  CHECK(blocks({second}, parts).find("乙。|") != std::string::npos);
}

TEST_CASE("ten times the entries take ten times the time") {
  const auto book = [](std::size_t count, bool one_page) {
    EpubParts parts;
    std::string items;
    std::string body;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string number = std::to_string(i);
      items += nav_item("第" + number + "章", one_page ? "a.xhtml" : "a.xhtml#i" + number);
      body += "<p id=\"i" + number + "\">第" + number + "章</p><p>甲</p>";
    }
    parts.nav = nav_document(items);
    return make_epub({{"a.xhtml", body}}, parts);
  };
  for (const bool one_page : {false, true}) {
    const std::string once = book(2'000, one_page);
    const std::string tenfold = book(20'000, one_page);
    const double seconds = cpu_seconds([&] { CHECK(read_epub(once, {}).blocks.size() >= 4'000); });
    CHECK(
        grows_linearly(seconds, cpu_seconds([&] { CHECK(read_epub(tenfold, {}).blocks.size() >= 40'000); })));
  }
}

TEST_CASE("many pages take the time of their text") {
  const auto book = [](std::size_t count) {
    EpubParts parts;
    std::string items;
    std::vector<EpubPage> pages;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string file = std::to_string(i) + ".xhtml";
      items += nav_item("第" + std::to_string(i) + "章", file);
      pages.push_back({file, "<p>甲</p>"});
    }
    parts.nav = nav_document(items);
    return make_epub(pages, parts);
  };
  const std::string once = book(300);
  const std::string tenfold = book(3'000);
  const double seconds = cpu_seconds([&] { CHECK(read_epub(once, {}).blocks.size() == 600); });
  CHECK(grows_linearly(seconds, cpu_seconds([&] { CHECK(read_epub(tenfold, {}).blocks.size() == 6'000); })));
}

TEST_CASE("a book without text says so") {
  const Document document = read(make_epub({{"a.xhtml", "<img src=\"a.jpg\"/>"}}));
  CHECK(document.blocks.empty());
  CHECK(says(document, "no text that can be read"));
  CHECK(read("").notes.empty());
}

}  // namespace langdu
