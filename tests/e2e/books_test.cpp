// Several documents, parts of one, a file for each chapter, and runs that go on.
#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>

#include "e2e/langdu.h"
#include "e2e/samples.h"
#include "text/error.h"

using namespace langdu;

namespace {

namespace fs = std::filesystem;

const std::string first_text =
    "第一章 相遇\n\n他来了。我们都很高兴。\n\n第二章 分别\n\n他走了。大家都很难过。\n";
const std::string second_text = "这是另一篇文章。它只有一段。\n";

std::vector<std::string> titles_of(const std::string& file) {
  const auto probed = chapters_of(file);
  std::vector<std::string> titles;
  for (const auto& chapter : probed["chapters"]) titles.push_back(chapter["tags"].value("title", ""));
  return titles;
}

double length_of(const std::string& file) {
  return std::stod(chapters_of(file)["format"]["duration"].get<std::string>());
}

std::int64_t time_of(const std::string& file) { return fs::last_write_time(file).time_since_epoch().count(); }

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("each of several documents has its file; the same as when it is rendered alone") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.txt", first_text);
  const std::string b = folder.write("b.txt", second_text);
  const auto result = run_langdu({"render", a, b, "-o", folder / "{}.wav", "-o", folder / "{}.srt"});
  CHECK(result.err == "");
  REQUIRE(result.status == 0);
  CHECK(folder.count() == 6);  // and nothing hidden
  for (const auto& file : {a, b}) {
    const std::string stem = fs::path(file).stem();
    REQUIRE(run_langdu({"render", file, "-o", folder / "alone.wav"}).status == 0);
    CHECK(content_of(folder / "alone.wav") == content_of(folder / (stem + ".wav")));
  }
}

TEST_CASE("a document that cannot be read does not stop the others, and the run fails in the end") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.txt", "");
  const std::string b = folder.write("b.txt", second_text);
  const auto result = run_langdu({"render", a, folder / "none.txt", b, "-o", folder / "{}.wav"});
  CHECK(result.status == static_cast<int>(row_of(Fault::some_unread).status));
  CHECK(result.err.find("a.txt: nothing to read") != std::string::npos);
  CHECK(result.err.find("none.txt: there is no such file") != std::string::npos);
  CHECK(result.err.find("2 of 3 documents") != std::string::npos);
  CHECK(fs::exists(folder / "b.wav"));
  CHECK_FALSE(fs::exists(folder / "a.wav"));
}

TEST_CASE("joined documents are groups of chapters") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.txt", first_text);
  const std::string b = folder.write("b.txt", second_text);
  const auto result =
      run_langdu({"render", a, b, "--join", "-o", folder / "book.m4b", "-o", folder / "book.srt"});
  CHECK(result.err == "");
  REQUIRE(result.status == 0);
  CHECK(titles_of(folder / "book.m4b") == Names{"a：第一章 相遇", "第二章 分别", "b"});
  CHECK(content_of(folder / "book.srt").find("它只有一段。") != std::string::npos);
  CHECK(run_langdu({"render", a, folder / "none.txt", "--join", "-o", folder / "no.m4b"}).status == 1);
  CHECK_FALSE(fs::exists(folder / "no.m4b"));
}

TEST_CASE("a file for each chapter, with a playlist; together they are as long as their text") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.txt", first_text);
  const auto result =
      run_langdu({"render", a, "--split", "-o", folder / "book.mp3", "-o", folder / "book.srt"});
  CHECK(result.err == "");
  REQUIRE(result.status == 0);
  const Names files = {"book 01 第一章 相遇", "book 02 第二章 分别"};
  CHECK(folder.count() == 6);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string file = folder / (files[i] + ".mp3");
    CHECK(titles_of(file).size() == 1);
    const auto tags = chapters_of(file)["format"]["tags"];
    CHECK(tags.value("title", "") == files[i].substr(8));
    CHECK(tags.value("track", "") == std::to_string(i + 1) + "/2");
    CHECK(content_of(folder / (files[i] + ".srt")).find(i == 0 ? "他来了" : "他走了") != std::string::npos);
  }
  const std::string playlist = content_of(folder / "book.m3u8");
  CHECK(playlist.starts_with("#EXTM3U\n"));
  for (const std::string& file : files) CHECK(playlist.find("\n" + file + ".mp3\n") != std::string::npos);
}

TEST_CASE("a chapter's file never replaces a document of the run") {
  const TemporaryFolder folder;
  const std::string a = folder.write("b 02 第二章 分别.html", first_text);
  const auto result = run_langdu({"render", a, "--split", "-o", folder / "b.html"});
  CHECK(result.status == static_cast<int>(row_of(Fault::output_is_input).status));
  CHECK(content_of(a) == first_text);
  CHECK(folder.count() == 1);
}

TEST_CASE("a section, or some sentences, alone") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.txt", first_text);
  const auto render = [&](Names part) {
    part.insert(part.begin(), {"render", a, "-o", folder / "o.wav", "-o", folder / "o.srt"});
    const auto result = run_langdu(part);
    CHECK(result.err == "");
    return content_of(folder / "o.srt");
  };
  const std::string section = render({"--section", "2"});
  CHECK(section.find("相遇") == std::string::npos);
  CHECK(section.find("大家都很难过") != std::string::npos);
  CHECK(titles_of(folder / "o.wav") == Names{"第二章 分别"});
  const double length = length_of(folder / "o.wav");
  const std::string sentences = render({"--from", "2", "--to", "3"});
  CHECK(sentences.find("相遇") == std::string::npos);
  CHECK(sentences.find("他来了") != std::string::npos);
  CHECK(sentences.find("我们都很高兴") != std::string::npos);
  CHECK(sentences.find("分别") == std::string::npos);
  CHECK(length_of(folder / "o.wav") != length);
  const auto wrong = run_langdu({"render", a, "--section", "3", "-o", folder / "x.wav"});
  CHECK(wrong.status == 1);
  CHECK(wrong.err.find("a.txt: there is no section 3: it has 2") != std::string::npos);
}

TEST_CASE("an interrupted run goes on: what was finished is kept, as long as nothing has changed") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.txt", first_text);
  const std::string b = folder.write("b.txt", second_text);
  const std::string folder_in_the_way = folder / "b.wav";
  fs::create_directory(folder_in_the_way);
  const Names command = {"render", a, b, "-o", folder / "{}.wav"};
  REQUIRE(run_langdu(command).status == 1);  // a is finished, b is not
  const auto finished = time_of(folder / "a.wav");
  fs::remove(folder_in_the_way);
  Names again = command;
  again.push_back("--resume");
  const auto resumed = run_langdu(again);
  REQUIRE(resumed.status == 0);
  CHECK(resumed.err == folder / "a.wav" + std::string(": kept, finished before\n"));
  CHECK(time_of(folder / "a.wav") == finished);
  CHECK(fs::exists(folder / "b.wav"));

  again.insert(again.end(), {"--rate", "300"});
  CHECK(run_langdu(again).err == "");  // another setting: all is made again
  folder.write("a.txt", second_text);
  CHECK(run_langdu(again).err == folder / "b.wav" + std::string(": kept, finished before\n"));
  REQUIRE(run_langdu(command).status == 0);  // without --resume nothing is kept, and no account stays
  CHECK(folder.count() == 4);
}
