// E-books that the program writes, judged by epubcheck and read back by the program.
#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "e2e/langdu.h"
#include "support/epubcheck.h"

namespace {

const std::string samples = LANGDU_REPOSITORY "/samples";

/// Title, chapters and sentences as the program reads them; a document without a title has one as a book.
struct Text {
  std::string title;
  std::vector<std::string> chapters;
  std::vector<std::string> sentences;
};

Text text_of(const std::string& document) {
  const auto plan = nlohmann::json::parse(run_langdu({"plan", "--json", document}).out);
  Text text;
  text.title = plan["title"];
  for (const auto& chapter : plan["chapters"]) {
    text.chapters.push_back(chapter["title"]);
    for (const auto& sentence : chapter["sentences"]) text.sentences.push_back(sentence["text"]);
  }
  if (text.title.empty()) text.title = text.chapters.at(0);
  return text;
}

/// What documents have and XML stumbles over.
std::string hard_document() {
  std::string text = "---\ntitle: \"A & B <c> 'd' 😀\"\ndate: 2023-02-31\n---\n# “引号” & <b> > 'x' 😀\n\n";
  text += "好。]]> <!-- x --> &amp; &#0; \uFFFE\uFFFF\u0085 \x01\x02\x1f\x7f \xff\xfe\xed\xa0\x80。\n\n";
  text += "他姓曾<zeng1>。Hello world. How are you? 1 < 2 && 3 > 2。\n\n#### 跳级\n\n内容。\n\n# ";
  for (int i = 0; i < 75; ++i) text += "很长标题";
  text += "\n\n好。\n\n";
  for (int i = 1; i <= 300; ++i) text += "# 第" + std::to_string(i) + "章\n\n好。\n\n";
  return text;
}

}  // namespace

TEST_CASE("every sample is written as an e-book, and the program reads its text back") {
  for (const auto& entry : std::filesystem::directory_iterator(samples)) {
    const std::string document = entry.path().string();
    CAPTURE(document);
    const TemporaryFolder folder;
    const std::string book = folder / "book.epub";
    REQUIRE(run_langdu({"render", document, "-o", book}).status == 0);
    CHECK(folder.count() == 1);
    const Text written = text_of(document);
    const Text read = text_of(book);
    CHECK(read.title == written.title);
    CHECK(read.chapters == written.chapters);
    CHECK(read.sentences == written.sentences);
    CHECK(written.sentences.size() > 2);
  }
}

TEST_CASE("an e-book that is interrupted leaves the old one, and nothing else") {
  const TemporaryFolder folder;
  std::string text;
  for (int i = 0; i < 1500; ++i) text += "我们要坚持问题导向，把各项工作落到实处，确保取得实效。\n\n";
  const std::string file = folder.write("long.txt", text);
  const std::string old = folder.write("a.epub", "old");
  RunOptions options;
  options.signal = SIGINT;
  options.signal_after_seconds = 0.6;
  CHECK(run_langdu({"render", file, "-o", old}, options).status == 130);
  CHECK(content_of(old) == "old");
  CHECK(folder.count() == 2);
}

// A start of Java takes 6 s of a processor: two books stand for all, but for the long run of the tests.
TEST_CASE("e-books are valid: epubcheck finds no error and no warning") {
  const TemporaryFolder folder;
  std::vector<std::string> documents = {samples + "/story.epub", folder.write("hard.md", hard_document())};
  if (std::getenv("LANGDU_LONG_TESTS") != nullptr) {
    for (const auto& entry : std::filesystem::directory_iterator(samples))
      documents.push_back(entry.path().string());
    documents.push_back(folder.write("english.txt", "Hello world. How are you?\n\nSecond & <last>.\n"));
    documents.push_back(folder.write("one.txt", "好。"));
  }
  for (const std::string& document : documents) {
    const std::string book = folder / "book.epub";
    REQUIRE(run_langdu({"render", document, "-o", book}).status == 0);
    check_epub(book);
  }
}
