#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "e2e/langdu.h"
#include "support/make_docx.h"
#include "support/make_epub.h"

using namespace langdu::testing;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool measured = false;  // a sanitizer takes memory and time for itself
#else
constexpr bool measured = true;
#endif
constexpr long most_kilobytes = 400'000;
constexpr double most_seconds = 20;  // far more than any takes

/// One bad document: how it is made, and what becomes of it.
struct Row {
  const char* name;
  const char* file;  ///< how it is called
  std::function<std::string()> make;
  int status;                           ///< of rendering it
  std::vector<const char*> says;        ///< on standard error; {} is its path
  std::vector<const char*> reads = {};  ///< in the plan; of what is refused nothing
  std::uintmax_t size = 0;              ///< not 0: it is made longer to this with a hole
};

std::string repeated(const std::string& part, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += part;
  return text;
}

/// Entities that would be 3 GB, and two that are files: of the system, and of the folder of the test.
std::string entities() {
  std::string declared = "<!ENTITY a0 \"lol\">";
  for (int i = 1; i < 10; ++i)
    declared +=
        "<!ENTITY a" + std::to_string(i) + " \"" + repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
  return declared +
         "\n<!ENTITY system SYSTEM \"file:///etc/passwd\">\n<!ENTITY near SYSTEM \"secret.txt\">\n"
         "<!ENTITY % all SYSTEM \"secret.txt\">\n%all;";
}
const std::string with_entities = "会议开始。&a9;&system;&near;会议结束。";

std::string docx_with_entities() {
  const std::string xml = word_xml("document", "<w:body>" + word_paragraph(with_entities) + "</w:body>");
  const auto end = xml.find("?>") + 2;
  return make_zip(
      {{"word/document.xml", xml.substr(0, end) + "<!DOCTYPE w [" + entities() + "]>" + xml.substr(end)}});
}

std::string html_with_entities() {
  return "<!DOCTYPE html [" + entities() + "]>\n<html><head><title>会议</title></head><body><p>" +
         with_entities + "</p></body></html>";
}

std::string epub_with_entities() {
  EpubParts parts;
  parts.doctype = "<!DOCTYPE package [" + entities() + "]>";
  parts.metadata = "<dc:title>书&a9;&system;&near;</dc:title>";
  return make_epub({{"a.xhtml", ""}}, parts, {{"OEBPS/a.xhtml", html_with_entities()}});
}

/// Its members have names that climb out of the archive, or begin at the root.
std::string climbing_epub() {
  return make_epub(
      {{"../../climbed.xhtml", "<p>外面。</p>"}, {"b.xhtml", "<p>会议结束。</p>"}}, {},
      {{"../climbed.txt", "外"}, {"..\\..\\climbed.txt", "外"}, {"/tmp/langdu-climbed.txt", "外"}});
}

std::string deep_html(int depth) {
  return "<html><body>" + repeated("<div>", depth) + "<p>会议开始。</p>" + repeated("</div>", depth) +
         "<p>会议结束。</p></body></html>";
}

std::string good_docx() { return make_docx(word_paragraph("会议开始。")); }
std::string half_of(const std::string& bytes) { return bytes.substr(0, bytes.size() / 2); }

/// An OLE file, with this in its directory.
std::string ole(const std::string& name) {
  std::string bytes = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + std::string(1000, '\0');
  for (const char c : name) bytes += {c, '\0'};
  return bytes + std::string(1000, '\0');
}

constexpr std::uint64_t bomb_bytes = std::uint64_t{300} << 20;

const std::vector<Row> rows = {
    {"bomb of spaces in a Word file",
     "bomb.docx",
     [] {
       return make_zip({{"word/document.xml", "", "", bomb_bytes, false, ' '}});
     },
     1,
     {"word/document.xml unpacks to more than", "nothing to read aloud (the warnings above say why)"}},
    {"bomb in one chapter of a book",
     "bomb.epub",
     [] {
       return make_epub({{"x.xhtml", ""}, {"b.xhtml", "<p>会议结束。</p>"}}, {},
                        {{"OEBPS/x.xhtml", "", "", bomb_bytes, false, ' '}});
     },
     0,
     {"OEBPS/x.xhtml unpacks to more than"}},
    {"bomb in a packed file",
     "bomb.zip",
     [] {
       return make_zip({{"a.txt", "", "", bomb_bytes, false, ' '}});
     },
     1,
     {"is a packed file (ZIP)"}},
    {"ZIP in a ZIP",
     "nested.docx",
     [] {
       return make_zip({{"real.docx", good_docx()}});
     },
     1,
     {"is a packed file (ZIP); unpack it and name the text in it"}},
    {"members that climb out",
     "climbing.epub",
     climbing_epub,
     0,
     {"../../climbed.xhtml is missing"},
     {"会议结束"}},
    {"entities in a Word file", "e.docx", docx_with_entities, 0, {}, {"会议开始", "会议结束"}},
    {"entities in a book", "e.epub", epub_with_entities, 0, {}, {"会议开始", "会议结束"}},
    {"entities in a page", "e.html", html_with_entities, 0, {}, {"会议开始", "会议结束"}},
    {"deep page",
     "deep.html",
     [] { return deep_html(10'000); },
     0,
     {"deep.html:1:", "nested more than 400 deep"},
     {"会议开始", "会议结束"}},
    {"cut off Word file",
     "cut.docx",
     [] { return half_of(good_docx()); },
     1,
     {"damaged or cut off packed file", "get it again"}},
    {"cut off book",
     "cut.epub",
     [] {
       return half_of(make_epub({{"a.xhtml", "<p>会议开始。</p>"}}));
     },
     1,
     {"damaged or cut off packed file", "get it again"}},
    {"missing chapter",
     "missing.epub",
     [] {
       return make_epub({{"a.xhtml", ""}, {"b.xhtml", "<p>会议结束。</p>"}});
     },
     0,
     {"OEBPS/a.xhtml is missing"},
     {"会议结束"}},
    {"packed file with a password",
     "locked.zip",
     [] {
       return make_zip({{"a.txt", "同志们。", "geheim"}});
     },
     1,
     {"is a packed file (ZIP); unpack it"}},
    {"Word file whose text has a password",
     "locked_text.docx",
     [] {
       return make_zip({{"word/document.xml", word_paragraph("一"), "geheim"}});
     },
     1,
     {"word/document.xml is encrypted", "(the warnings above say why)"}},
    {"Word file with a password",
     "locked.docx",
     [] { return ole("EncryptedPackage"); },
     1,
     {"is an Office file with a password; open it in its program and save it without the password"}},
    {"PDF",
     "会议 of 'May'.pdf",
     [] { return std::string("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"); },
     1,
     {"is a PDF file; convert it with: pdftotext '", "/会议 of '\\''May'\\''.pdf' text.txt\n"}},
    {"PNG",
     "a.png",
     [] { return std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16); },
     1,
     {"is a PNG image", "tesseract {} text -l chi_sim\n"}},
    {"JPEG",
     "a.jpg",
     [] { return std::string("\xFF\xD8\xFF\xE0\0\x10JFIF", 10); },
     1,
     {"is a JPEG image", "tesseract {} text -l chi_sim\n"}},
    {"old Word file",
     "old.doc",
     [] { return ole("WordDocument"); },
     1,
     {"is a Word .doc", "convert it with: libreoffice --convert-to txt:Text:UTF8 {}\n"}},
    {"empty Word file", "empty.docx", [] { return std::string(); }, 1, {"it is empty"}},
    {"empty book", "empty.epub", [] { return std::string(); }, 1, {"it is empty"}},
    {"empty page", "empty.html", [] { return std::string(); }, 1, {"it is empty"}},
    {"1 GiB",
     "large.txt",
     [] { return std::string("同志们。\n"); },
     1,
     {"is larger than 256 MiB; split it, or allow more with --max-size"},
     {},
     std::uintmax_t{1} << 30},
};

/// A folder with the document of a row, two levels below the one that is watched.
class Place {
 public:
  explicit Place(const Row& row) {
    for (const char* name : {"a/b", "tmp"}) std::filesystem::create_directories(outer_ / name);
    outer_.write("a/b/secret.txt", "机密");
    file_ = outer_.write(std::string("a/b/") + row.file, row.make());
    if (row.size > 0) std::filesystem::resize_file(file_, row.size);
  }

  const std::string& file() const { return file_; }
  std::string output() const { return outer_ / "a/b/o.wav"; }

  /// Every file there is, in the folder of temporary ones too.
  std::set<std::string> files() const {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(outer_.path()))
      names.insert(entry.path().string());
    return names;
  }

  RunResult langdu(const std::vector<std::string>& arguments) const {
    return run_langdu(arguments, options());
  }
  /// The same with the document on standard input, as "-".
  RunResult langdu_from_input(const std::string& command) const {
    const std::string script = "exec \"$1\" " + command + " < \"$2\"";
    return run({"sh", "-c", script, "sh", LANGDU_BUILD "/bin/langdu", file_}, options());
  }

 private:
  RunOptions options() const {
    return {.directory = outer_ / "a/b", .environment = {{"TMPDIR", outer_ / "tmp"}}};
  }

  TemporaryFolder outer_;
  std::string file_;
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// What the error or the notes must say, with `file` for {}.
void check_words(const Row& row, const RunResult& result, const std::string& file) {
  for (std::string words : row.says) {
    if (const auto at = words.find("{}"); at != std::string::npos) words.replace(at, 2, file);
    CAPTURE(words);
    CHECK(holds(result.err, words));
  }
  for (const char* secret : {"机密", "root:", "lollol"}) {
    CHECK_FALSE(holds(result.out, secret));
    CHECK_FALSE(holds(result.err, secret));
  }
}

void check_cost(const RunResult& result) {
  CHECK_FALSE(result.timed_out);
  if (!measured) return;
  CHECK(result.seconds < most_seconds);
  CHECK(result.peak_kilobytes < most_kilobytes);
}

/// One clear sentence at the end, and no file of ours.
void check_refused(const Row& row, const Place& place, const RunResult& result, const std::string& name) {
  CHECK(result.status == row.status);
  CHECK(result.out.empty());
  CHECK(holds(result.err, "langdu: " + name + ": "));
  CHECK_FALSE(std::filesystem::exists(place.output()));
}

void check_row(const Row& row) {
  const Place place(row);
  const auto before = place.files();
  const auto rendered = place.langdu({"render", place.file(), "-o", place.output()});
  CAPTURE(rendered.err);
  CAPTURE(rendered.peak_kilobytes);
  check_words(row, rendered, place.file());
  check_cost(rendered);
  if (row.status != 0) {
    check_refused(row, place, rendered, place.file());
    check_refused(row, place, place.langdu_from_input("render - -o o.wav"), "standard input");
    CHECK(place.files() == before);
    return;
  }
  CHECK(rendered.status == 0);
  CHECK(std::filesystem::file_size(place.output()) > 10'000);
  std::filesystem::remove(place.output());
  const auto plan = place.langdu({"plan", place.file()});
  CAPTURE(plan.out);
  CHECK(plan.status == 0);
  check_words(row, plan, place.file());
  check_cost(plan);
  for (const char* text : row.reads) CHECK(holds(plan.out, text));
  CHECK_FALSE(holds(plan.out, "]>"));
  CHECK(place.langdu_from_input("plan -").out.size() > 100);
  CHECK(place.files() == before);
}

}  // namespace

TEST_CASE("every bad document is refused or read with a note, in little memory, and leaves no file") {
  for (const Row& row : rows) {
    CAPTURE(row.name);
    check_row(row);
    CHECK_FALSE(std::filesystem::exists("/tmp/langdu-climbed.txt"));
  }
}

TEST_CASE("what is too large is refused without being read") {
  const Place place(rows.back());
  const auto result = place.langdu({"plan", place.file()});
  if (!measured) return;
  CHECK(result.peak_kilobytes < 50'000);
  CHECK(result.cpu_seconds < 1);
}

TEST_CASE("a wrong extension does not matter: the content decides") {
  struct Named {
    const char* sample;
    const char* name;
  };
  const std::vector<Named> named = {
      {"minutes.docx", "a.txt"},  {"minutes.docx", "a.epub"}, {"minutes.docx", "a"},
      {"story.epub", "a.zip"},    {"story.epub", "a.docx"},   {"story.epub", "a.html"},
      {"article.html", "a.docx"}, {"article.html", "a.txt"},  {"letter.rtf", "a.doc"},
      {"lecture.srt", "a.txt"},   {"interview.vtt", "a.md"},  {"briefing.txt", "a.docx"},
  };
  for (const Named& each : named) {
    CAPTURE(each.sample);
    CAPTURE(each.name);
    const TemporaryFolder folder;
    const std::string sample = LANGDU_REPOSITORY "/samples/" + std::string(each.sample);
    const auto right = run_langdu({"plan", sample});
    const auto wrong = run_langdu({"plan", folder.write(each.name, content_of(sample))});
    CHECK(right.status == 0);
    CHECK(wrong.status == 0);
    CHECK(wrong.out == right.out);
    CHECK(wrong.err == right.err);
  }
}

TEST_CASE("a document of every format is read from standard input as from a file") {
  for (const auto& entry : std::filesystem::directory_iterator(LANGDU_REPOSITORY "/samples")) {
    CAPTURE(entry.path().string());
    const auto named = run_langdu({"plan", entry.path().string()});
    const auto piped = run_langdu({"plan", "-"}, reading(content_of(entry.path())));
    CHECK(named.status == 0);
    CHECK(piped.status == 0);
    CHECK(piped.out.size() > 100);
    CHECK(piped.out == named.out);
  }
}

TEST_CASE("no document makes a connection to the network") {
  const TemporaryFolder folder;
  const std::string log = folder / "log";
  const auto connects = [&](std::vector<std::string> command) {
    command.insert(command.begin(), {"strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", log});
    const auto result = run(command, {.environment = {{"ASAN_OPTIONS", "detect_leaks=0"}}});
    return std::pair(result.status, holds(content_of(log), "AF_INET"));
  };
  // First, that a connection would be seen.
  const auto seen = connects({"bash", "-c", ": < /dev/tcp/127.0.0.1/9"});
  if (!seen.second) {
    MESSAGE("NOT RUN: strace is missing or may not trace, connections to the network are not looked for");
    return;
  }
  const std::string page =
      "<!DOCTYPE html PUBLIC \"-//x\" \"http://192.0.2.1/x.dtd\"><html><head>"
      "<base href=\"http://192.0.2.1/\"><link rel=\"stylesheet\" href=\"http://192.0.2.1/a.css\">"
      "<script src=\"http://192.0.2.1/a.js\"></script><style>@import 'http://192.0.2.1/b.css';</style></head>"
      "<body><img src=\"http://example.com/a.png\"><iframe src=\"//192.0.2.1/\"></iframe>"
      "<p>会议开始。</p></body></html>";
  const std::string outside =
      "<Relationships><Relationship Id=\"a\" Type=\"x/attachedTemplate\" TargetMode=\"External\" "
      "Target=\"http://192.0.2.1/t.dotx\"/></Relationships>";
  const std::vector<std::string> files = {
      folder.write("page.html", page),
      folder.write("book.epub", make_epub({{"a.xhtml", ""}, {"b", "", "", "http://192.0.2.1/b.xhtml"}}, {},
                                          {{"OEBPS/a.xhtml", page}})),
      folder.write("word.docx",
                   make_docx(word_paragraph("会议开始。"), {{"word/_rels/document.xml.rels", outside}}))};
  for (const std::string& file : files) {
    CAPTURE(file);
    const auto result = connects({LANGDU_BUILD "/bin/langdu", "render", file, "-o", folder / "o.wav"});
    CHECK(result.first == 0);
    CHECK_FALSE(result.second);
  }
}
