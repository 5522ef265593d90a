#include "app/user_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "support/temporary_folder.h"
#include "text/error.h"

using namespace langdu;

namespace {

/// The error of loading the files, as "fault's status: message" lines.
std::string error_of(const std::vector<std::string>& files, Fault fault) {
  try {
    load_user_words(files);
  } catch (const Error& error) {
    CHECK(error.fault() == fault);
    return error.what();
  }
  FAIL("no error");
  return {};
}

}  // namespace

TEST_CASE("the words of all files are there, and the later files win") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.tsv", "长江\tchang1 jiang1\n行长\txing2 zhang5\n");
  const std::string b = folder.write("b.tsv", "长江\tchang2 jiang2\n");
  const UserLexicon words = load_user_words({a, b});
  CHECK(words.size() == 2);
  CHECK(words.place(*words.longest_at(U"长江")) == b + ":1");
  CHECK(load_user_words({}).empty());
  CHECK(load_user_words({folder.write("empty.tsv", "")}).empty());
}

TEST_CASE("a file of words that cannot be read has its own error") {
  const TemporaryFolder folder;
  error_of({folder / "none.tsv"}, Fault::missing_file);
  error_of({folder.path().string()}, Fault::is_directory);
  error_of({"/proc/self/mem"}, Fault::cannot_read);
  error_of({"-"}, Fault::wrong_use);
  error_of({"/dev/zero"}, Fault::table_too_large);
  error_of({folder.write("large.tsv", std::string((16 << 20) + 1, '\n'))}, Fault::table_too_large);
  const std::string gbk = folder.write("gbk.tsv", "# words\n\xB3\xA4\xBD\xAD\tchang2 jiang1\n");
  CHECK(error_of({gbk}, Fault::not_utf8).starts_with(gbk + ":2: "));
  error_of({folder.write("utf16.tsv", std::string("\xFF\xFE\x7F\x95\x09\x00", 6))}, Fault::not_utf8);
}

TEST_CASE("all wrong lines of all files are named") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.tsv", "长江\tchang2 jiang1\n长江\n");
  const std::string b = folder.write("b.tsv", "江\tjang1\n");
  CHECK(error_of({a, b}, Fault::wrong_lines) ==
        a + ":2: there is no tab; write the word, a tab and its pinyin\n" + b +
            ":1: 'jang1' is no Mandarin syllable; write it as in chang2, cháng or lv4");
}

TEST_CASE("up to twenty wrong lines are named, the others counted") {
  const TemporaryFolder folder;
  std::string content;
  for (int i = 0; i < 20; ++i) content += "长江\n";
  const auto lines = [&](const std::string& more) {
    const std::string file = folder.write("a.tsv", content + more);
    const std::string message = error_of({file}, Fault::wrong_lines);
    return std::pair(std::count(message.begin(), message.end(), '\n') + 1, message);
  };
  CHECK(lines("").first == 20);
  const auto [count, message] = lines("长江\n长江\n长江\n");
  CHECK(count == 21);
  CHECK(message.ends_with("\nand 3 more wrong lines"));
}
