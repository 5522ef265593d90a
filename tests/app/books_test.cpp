#include "app/books.h"

#include <doctest/doctest.h>

#include <optional>

#include "support/temporary_folder.h"
#include "text/error.h"

using namespace langdu;

namespace {

Settings settings_of(std::vector<std::string> inputs, std::vector<std::string> outputs) {
  Settings settings;
  settings.inputs = std::move(inputs);
  settings.outputs = std::move(outputs);
  return settings;
}

std::optional<Fault> fault_of(const Settings& settings) {
  try {
    books_of(settings);
    return std::nullopt;
  } catch (const Error& error) {
    return error.fault();
  }
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("each input is a book of its own, and {} stands for its name") {
  const auto books = books_of(settings_of({"d/a.txt", "b.tar.md"}, {"out/{}.mp3", "{}-{}.srt"}));
  REQUIRE(books.size() == 2);
  CHECK(books[0].inputs == Names{"d/a.txt"});
  CHECK(books[0].outputs == Names{"out/a.mp3", "a-a.srt"});
  CHECK(books[1].outputs == Names{"out/b.tar.mp3", "b.tar-b.tar.srt"});
  CHECK(books_of(settings_of({"a.txt"}, {"{}.mp3"})).at(0).outputs == Names{"a.mp3"});
  CHECK(books_of(settings_of({"-"}, {"{}.mp3"})).at(0).outputs == Names{"stdin.mp3"});
  CHECK(books_of(settings_of({"{}.txt"}, {"x{}.mp3"})).at(0).outputs == Names{"x{}.mp3"});
}

TEST_CASE("--join makes one book of all") {
  Settings settings = settings_of({"a.txt", "b.txt"}, {"book.mp3"});
  settings.join = true;
  const auto books = books_of(settings);
  REQUIRE(books.size() == 1);
  CHECK(books[0].inputs == Names{"a.txt", "b.txt"});
  CHECK(books[0].outputs == Names{"book.mp3"});
}

TEST_CASE("what cannot be done is said before anything is read") {
  CHECK(fault_of(settings_of({"a.txt"}, {})) == Fault::no_output);
  CHECK(fault_of(settings_of({"a.txt", "b.txt"}, {"x.mp3"})) == Fault::wrong_use);
  CHECK(fault_of(settings_of({"a.txt", "b.txt"}, {"{}.mp3", "x.srt"})) == Fault::wrong_use);
  CHECK(fault_of(settings_of({"a.txt", "d/a.md"}, {"{}.mp3"})) == Fault::output_twice);
  CHECK(fault_of(settings_of({"-", "-"}, {"{}.mp3"})) == Fault::wrong_use);
  CHECK(fault_of(settings_of({"a.txt", "b.txt"}, {"-"})) == Fault::wrong_use);
  CHECK(fault_of(settings_of({"a.txt"}, {"x.xyz"})) == Fault::unknown_extension);
  Settings split = settings_of({"-"}, {});
  split.split = true;
  CHECK(fault_of(split) == Fault::wrong_use);
  const TemporaryFolder folder;
  const std::string input = folder.write("x.wav", "text");
  CHECK(fault_of(settings_of({"a.txt", input}, {folder / "{}.wav"})) == Fault::output_is_input);
}

TEST_CASE("the file of a chapter has its number and title, without what file systems refuse") {
  struct Line {
    std::size_t number, count;
    const char* title;
    const char* file;
  };
  for (const Line& line : {
           Line{1, 3, "第一章 相遇", "d/book 01 第一章 相遇.mp3"},
           Line{7, 1000, "a", "d/book 0007 a.mp3"},
           Line{1, 3, "", "d/book 01.mp3"},
           Line{1, 3, "a/b\\c:d*e?f\"g<h>i|j", "d/book 01 a b c d e f g h i j.mp3"},
           Line{1, 3, "../..", "d/book 01.mp3"},
           Line{1, 3, " 结束。 ", "d/book 01 结束。.mp3"},
           Line{1, 3, "end...", "d/book 01 end.mp3"},
           Line{1, 3, "a\nb", "d/book 01 a b.mp3"},
       }) {
    CAPTURE(line.title);
    CHECK(chapter_file("d/book.mp3", line.number, line.count, line.title) == line.file);
  }
  CHECK(chapter_file("b.words.vtt", 1, 2, "x") == "b 01 x.words.vtt");
  std::string longest;
  for (int i = 0; i < 300; ++i) longest += "长";
  CHECK(chapter_file("b.mp3", 1, 2, longest).size() < 150);
}
