#include "read/docx.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "read/formats.h"
#include "read/refused_formats.h"
#include "support/docx_reading.h"

namespace langdu {

using testing::blocks_of;
using testing::body_dropped;
using testing::body_read;
using testing::dropped_of;
using testing::make_docx;
using testing::make_zip;
using testing::misplaced;
using testing::notes_of;
using testing::word_paragraph;
using testing::word_xml;

namespace {

std::string run(const std::string& text, const std::string& properties = {}) {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
std::string p(const std::string& content) { return "<w:p>" + content + "</w:p>"; }
std::string field_mark(const std::string& type) {
  return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
}
std::string field(const std::string& code, const std::string& result) {
  return field_mark("begin") + "<w:r><w:instrText>" + code + "</w:instrText></w:r>" + field_mark("separate") +
         result + field_mark("end");
}
std::string box(const std::string& content) {
  return "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:docPr id=\"1\" name=\"x\"/>"
         "<wps:txbx><w:txbxContent>" +
         content + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
         content + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
}
std::string cell(const std::string& content) { return "<w:tc><w:tcPr/>" + content + "</w:tc>"; }
std::string row(const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; }
std::string table(const std::string& rows) { return "<w:tbl><w:tblPr/>" + rows + "</w:tbl>"; }
std::string image(const std::string& words) {
  return "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name='x>y' descr=\"" + words +
         "\"/></wp:inline></w:drawing></w:r>";
}

struct Case {
  std::string name;
  std::string body;
  std::string read;
  std::string dropped = {};
};

const std::string deleted_mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";

const std::vector<Case> cases = {
    {"runs are one text", p(run("同志") + run("们：")) + p(run("第二段")), "同志们：|第二段|"},
    {"an empty paragraph is nothing", p("") + p(run(" ")) + p(run("一")), "一|"},
    {"blanks at the ends count only where they are kept",
     p("<w:r><w:t>\n  一 二\n </w:t></w:r>") + p(run("a ") + run("b")), "一 二|a b|"},
    {"entities", p(run("a&amp;b&#x4e2d;&#22269;&lt;&quot;&unknown;&#xZ;&")), "a&b中国<\"&unknown;&#xZ;&|"},
    {"line ends in the XML are blanks", p(run("一\r\n二\n三")), "一 二 三|"},
    {"CDATA has no entities", p("<w:r><w:t>一<![CDATA[二&amp;]]>三</w:t></w:r>"), "一二&amp;三|"},
    {"comments in a text", p("<w:r><w:t>一<!-- x -->二</w:t></w:r>"), "一二|"},
    {"breaks", p(run("一") + "<w:r><w:br/></w:r>" + run("二")), "/一|/二|"},
    {"tabs and hyphens", p(run("a") + "<w:r><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>"),
     "a\tb-c|"},
    {"links and tags",
     p("<w:hyperlink>" + run("一") + "</w:hyperlink><w:smartTag>" + run("二") + "</w:smartTag>"), "一二|"},
    {"controls in a line and around paragraphs",
     p("<w:sdt><w:sdtPr/><w:sdtContent>" + run("一") + "</w:sdtContent></w:sdt>") + "<w:sdt><w:sdtContent>" +
         p(run("二")) + "</w:sdtContent></w:sdt>",
     "一|二|"},
    {"a placeholder of a control",
     p("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("单击此处") +
       "</w:sdtContent></w:sdt>") +
         p(run("一")),
     "一|", "placeholder:单击此处|"},
    {"changes are read as if accepted",
     p("<w:ins>" + run("新") + "</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom>" +
       run("去") + "</w:moveFrom><w:moveTo>" + run("来") + "</w:moveTo>"),
     "新来|", "deleted text:旧|deleted text:去|"},
    {"a deleted paragraph mark joins two", p(deleted_mark + run("一")) + p(run("二")) + p(run("三")),
     "一二|三|"},
    {"hidden text", p(run("一") + run("二", "<w:vanish/>") + run("三", "<w:vanish w:val=\"0\"/>")), "一三|",
     "hidden text:二|"},
    {"bold",
     p(run("一", "<w:b/>")) + p(run("一", "<w:b/>") + run("二")) + p(run("三", "<w:b w:val=\"false\"/>")),
     "!一|一二|三|"},
    {"the result of a field is read, its code is not", p(run("见") + field("REF a", run("第一条"))),
     "见第一条|"},
    {"page numbers",
     p(run("一") + field(" PA</w:instrText><w:instrText>GE \\* MERGEFORMAT", run("12")) +
       "<w:fldSimple w:instr=\" NUMPAGES \">" + run("30") + "</w:fldSimple>"),
     "一|", "page number:12|page number:30|"},
    {"a field that shows a part of its code",
     p(run("他姓") + field_mark("begin") +
       "<w:r><w:instrText> EQ \\o\\ad(\\s\\up 9(</w:instrText></w:r>"
       "<w:r><w:instrText>zēng</w:instrText></w:r><w:r><w:instrText>),曾</w:instrText></w:r>"
       "<w:r><w:instrText>)</w:instrText></w:r>" +
       field_mark("end") + run("，") + field_mark("begin") +
       "<w:r><w:instrText>eq \\o\\ac(○,1)</w:instrText></w:r>" + field_mark("end") + run("好")),
     "他姓曾，1好|"},
    {"an equation that cannot be read is dropped",
     p(run("一") + field_mark("begin") + "<w:r><w:instrText>EQ \\f(1,2)</w:instrText></w:r>" +
       field_mark("end")),
     "一|", "field code:EQ \\f(1,2)|"},
    {"a table of contents, with fields in it",
     p(field_mark("begin") + "<w:r><w:instrText>TOC \\o \"1-3\"</w:instrText></w:r>" +
       field_mark("separate") + run("第一章") + field("PAGEREF x", run("3"))) +
         p(run("第二章")) + p(field_mark("end")) + p(run("正文")),
     "正文|", "table of contents:第一章|table of contents:3|table of contents:第二章|"},
    {"a table of contents as a control",
     "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
     "<w:sdtContent>" +
         p(run("目录")) + "</w:sdtContent></w:sdt>" + p(run("正文")),
     "正文|", "table of contents:目录|"},
    {"a field without an end swallows nothing",
     p(field_mark("begin") + "<w:r><w:instrText>TOC</w:instrText></w:r>" + field_mark("separate") +
       run("一")) +
         p(run("二")),
     "一|二|"},
    {"a text box before the text", p(box(p(run("框"))) + run("一")), "框|一|"},
    {"a text box in the text comes behind the paragraph",
     p(run("一") + box(p(run("框")) + p(run("二框"))) + run("二")), "一二|框|二框|"},
    {"a fallback alone",
     p("<mc:AlternateContent><mc:Fallback>" + run("一") + "</mc:Fallback></mc:AlternateContent>"), "一|"},
    {"rows are paragraphs",
     table(row(cell(p(run("姓名"))) + cell(p(run("职务")))) +
           row(cell(p(run("张三"))) + cell(p("")) + cell(p(run("处长"))))) +
         p(run("完")),
     "姓名，职务|张三，处长|完|"},
    {"a mark at the end of a cell is enough", table(row(cell(p(run("好。"))) + cell(p(run("是"))))),
     "好。是|"},
    {"paragraphs of a cell", table(row(cell(p(run("ab")) + p(run("cd")) + p(run("一")) + p(run("二"))))),
     "ab cd一二|"},
    {"a table in a cell comes behind the row",
     table(row(cell(p(run("一")) + table(row(cell(p(run("内")))))) + cell(p(run("二"))))), "一，二|内|"},
    {"an image is not read", p(run("一") + image("图&amp;片") + run("二")), "一二|", "image:图&amp;片|"},
    {"signs of a font", p(run("一") + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>" + run("二")),
     "一二|", "symbol:F0FE|"},
    {"reading marks", p(run("他姓曾&lt;zeng1&gt;。")), "他姓曾。|", "reading mark:&lt;zeng1&gt;|"},
    {"ruby",
     p("<w:r><w:ruby><w:rubyPr/><w:rt>" + run("cháng") + "</w:rt><w:rubyBase>" + run("长") +
       "</w:rubyBase></w:ruby></w:r>"),
     "长|", "ruby:cháng|"},
    {"a fraction",
     p("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></"
       "m:oMath>"),
     "1/2|"},
    {"levels of headings",
     p("<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" + run("一")) +
         p("<w:pPr><w:outlineLvl w:val=\"8\"/></w:pPr>" + run("二")) +
         p("<w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>" + run("三")),
     "1#一|9#二|三|"},
};

std::string style(const std::string& id, const std::string& name, const std::string& rest = {},
                  const std::string& type = "paragraph") {
  return "<w:style w:type=\"" + type + "\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + rest +
         "</w:style>";
}
std::string styled(const std::string& id, const std::string& text) {
  return word_paragraph(text, "<w:pStyle w:val=\"" + id + "\"/>");
}

}  // namespace

TEST_CASE("what the elements of a Word document are read as") {
  for (const Case& each : cases) {
    CAPTURE(each.name);
    CHECK(body_read(each.body) == each.read);
    CHECK(body_dropped(each.body) == each.dropped);
  }
}

TEST_CASE("styles make headings, by their level, their name, or what they are based on") {
  const std::string styles =
      word_xml("styles", style("T", "Title") + style("1", "heading 1") + style("2", "标题 2") +
                             style("a", "我的", "<w:basedOn w:val=\"2\"/>") +
                             style("b", "三", "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>") +
                             style("r1", "环一", "<w:basedOn w:val=\"r2\"/>") +
                             style("r2", "环二", "<w:basedOn w:val=\"r1\"/>") + style("n", "heading 1 char"));
  const std::string body = styled("T", "关于") + styled("T", "通知") + styled("1", "一") + styled("2", "二") +
                           styled("a", "三") + styled("b", "四") + styled("r1", "五") + styled("n", "六") +
                           styled("none", "七") + styled("T", "又一个标题");
  const Document document = read_docx(make_docx(body, {{"word/styles.xml", styles}}), {});
  CHECK(blocks_of(document) == "0#关于 通知|1#一|2#二|2#三|3#四|五|六|七|1#又一个标题|");
  CHECK(misplaced(document) == "");
}

TEST_CASE("styles say what is bold or hidden, the run has the last word, and two cancel each other out") {
  const std::string styles = word_xml("styles", style("B", "粗", "<w:rPr><w:b/></w:rPr>") +
                                                    style("H", "隐", "<w:rPr><w:vanish/></w:rPr>") +
                                                    style("c", "强", "<w:rPr><w:b/></w:rPr>", "character"));
  const std::string by_character = run("强", "<w:rStyle w:val=\"c\"/>");
  const std::string bold = "<w:pPr><w:pStyle w:val=\"B\"/></w:pPr>";
  const std::string body = styled("B", "一") + styled("H", "二") + p(by_character) + p(bold + by_character) +
                           p(bold + run("四", "<w:b w:val=\"0\"/>"));
  const Document document = read_docx(make_docx(body, {{"word/styles.xml", styles}}), {});
  CHECK(blocks_of(document) == "!一|!强|强|四|");
  CHECK(dropped_of(document) == "hidden text:二|");
}

TEST_CASE("notes are read at the end when they are wanted, else dropped") {
  const std::string body = p(run("正文") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run("继续") +
                             "<w:r><w:endnoteReference w:id=\"2\"/></w:r>");
  const std::string separator =
      "<w:footnote w:type=\"separator\" w:id=\"-1\">" + p("<w:r><w:separator/></w:r>") + "</w:footnote>";
  const std::string footnotes =
      word_xml("footnotes", separator + "<w:footnote w:id=\"2\">" +
                                p("<w:r><w:footnoteRef/></w:r>" + run(" 脚注")) + "</w:footnote>");
  const std::string endnotes =
      word_xml("endnotes", "<w:endnote w:id=\"2\">" + p(run("尾注")) + p(run("又")) + "</w:endnote>");
  const std::string bytes =
      make_docx(body, {{"word/footnotes.xml", footnotes}, {"word/endnotes.xml", endnotes}});
  const Document with = read_docx(bytes, {.notes = true});
  CHECK(blocks_of(with) == "正文继续|注1：脚注|注2：尾注|又|");
  CHECK(misplaced(with) == "");
  CHECK(with.parts.size() == 3);
  const Document without = read_docx(bytes, {});
  CHECK(blocks_of(without) == "正文继续|");
  CHECK(dropped_of(without) == "footnote:脚注|footnote:尾注|footnote:又|");
}

TEST_CASE("headers, footers and comments are dropped, and each member is a part") {
  const std::string header = word_xml("hdr", p(run("内部资料")) + p(""));
  const Document document = read_docx(
      make_docx(p(run("一")), {{"word/header1.xml", header},
                               {"word/footer12.xml", word_xml("ftr", p(field("PAGE", run("1"))))},
                               {"word/comments.xml",
                                word_xml("comments", "<w:comment>" + p(run("批注")) + "</w:comment>")}}),
      {});
  CHECK(blocks_of(document) == "一|");
  CHECK(dropped_of(document) == "header or footer:内部资料|header or footer:1|comment:批注|");
  REQUIRE(document.parts.size() == 4);
  CHECK(document.parts[1].member == "word/header1.xml");
  CHECK(document.source.substr(document.parts[1].source.begin, document.parts[1].source.size()) == header);
}

TEST_CASE("the words for an image are read when they are wanted") {
  const std::string body = p(run("一") + image("图&amp;片") + run("二")) + p(image("独图"));
  CHECK(body_read(body, {.image_texts = true}) == "一二|图&片|独图|");
}

TEST_CASE("the title of the file is kept, what programs write for none is not") {
  for (const auto& [written, kept] : {std::pair{"关于&amp;通知", "关于&通知"},
                                      {" 一 ", "一"},
                                      {"", ""},
                                      {"Word 文档", ""},
                                      {"PowerPoint 演示文稿", ""}}) {
    const std::string core =
        std::string("<cp:coreProperties><dc:title>") + written + "</dc:title></cp:coreProperties>";
    CHECK(read_docx(make_docx(p(run("一")), {{"docProps/core.xml", core}}), {}).metadata.title == kept);
  }
}

TEST_CASE("the main part is the one that the package names") {
  const std::string text = word_xml("document", "<w:body>" + p(run("一")) + "</w:body>");
  const std::string relations =
      "<Relationships><Relationship Type=\"http://x/officeDocument\" "
      "Target=\"/w/main.xml\"/></Relationships>";
  const std::string of_main =
      "<Relationships><Relationship Type=\"http://x/header\" Target=\"../h/kopf.xml\"/></Relationships>";
  const std::string types =
      "<Types><Override PartName=\"/w/main.xml\" ContentType=\"application/"
      "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
  const std::string related = make_zip({{"_rels/.rels", relations},
                                        {"w/main.xml", text},
                                        {"w/_rels/main.xml.rels", of_main},
                                        {"h/kopf.xml", word_xml("hdr", p(run("头")))}});
  CHECK(blocks_of(read_docx(related, {})) == "一|");
  CHECK(dropped_of(read_docx(related, {})) == "header or footer:头|");
  const std::string typed = make_zip({{"[Content_Types].xml", types}, {"w/main.xml", text}});
  CHECK(blocks_of(read_docx(typed, {})) == "一|");
  CHECK(shows_docx(typed));
  CHECK_FALSE(shows_docx(related));
}

TEST_CASE("a Word document shows itself, whatever its name, and is not refused") {
  const std::string bytes = make_docx(p(run("一")));
  CHECK(shows_docx(bytes));
  CHECK(find_refused_format(bytes) == nullptr);
  CHECK(blocks_of(read_document(bytes, "a.txt")) == "一|");
  CHECK(read_document(bytes, "a.docx").parts.at(0).file == "a.docx");
  const std::string other = make_zip({{"a.txt", "一"}});
  CHECK_FALSE(shows_docx(other));
  CHECK(find_refused_format(other) != nullptr);
}

TEST_CASE("other encodings are decoded, and other prefixes of the namespaces understood") {
  std::string wide = "\xFF\xFE";
  for (const char letter : std::string("<?xml version=\"1.0\" encoding=\"UTF-16\"?><document><p><r><t>"))
    wide += {letter, '\0'};
  wide += {'\x00', '\x4e'};
  for (const char letter : std::string("</t></r></p></document>")) wide += {letter, '\0'};
  CHECK(blocks_of(read_docx(make_zip({{"word/document.xml", wide}}), {})) == "一|");
  const std::string prefixed = "<ns0:document><ns0:p><ns0:r><ns0:t>二</ns0:t></ns0:r></ns0:p></ns0:document>";
  CHECK(blocks_of(read_docx(make_zip({{"word/document.xml", prefixed}}), {})) == "二|");
  const std::string gbk = "<?xml version='1.0' encoding='GBK'?><d><p><r><t>\xd6\xd0</t></r></p></d>";
  CHECK(blocks_of(read_docx(make_zip({{"word/document.xml", gbk}}), {})) == "中|");
}

}  // namespace langdu
