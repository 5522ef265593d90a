#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "e2e/langdu.h"

namespace {

long lines_of(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

}  // namespace

TEST_CASE("the filters say what they leave out as a plan does, with its place, and keep the lines") {
  const TemporaryFolder folder;
  const std::string text = "会议开始。\n今天\xFF\xFE很好。\n" + std::string("会\0议", 7) + "\n长<zhang9>江\n";
  const std::string file = folder.write("t.txt", text);
  const std::string notes = run_langdu({"plan", file}).err;
  CHECK(notes.starts_with(file + ":2:3: warning: left out 2 bytes that are not UTF-8 (FF FE)\n" + file +
                          ":3:2: warning: left out a control character\n" + file + ":4:2: warning: '<zhang9>'"));
  for (const char* filter : {"pinyin", "normalize"}) {
    CAPTURE(filter);
    const auto result = run_langdu({filter, file});
    CHECK(result.status == 0);
    CHECK(result.err == notes);
    CHECK(lines_of(result.out) == 4);
  }
}

TEST_CASE("a file in another encoding is no empty success: the filters say so, and keep the lines") {
  const std::string gbk_line = "\xCE\xD2\xC3\xC7\xD2\xAA\xD7\xA5\xBD\xF4\xC2\xE4\xCA\xB5\xA1\xA3\n";
  std::string gbk;
  std::string utf16 = "\xFF\xFE";
  for (int i = 0; i < 50; ++i) {
    gbk += gbk_line;
    utf16 += std::string("h\0e\0l\0l\0o\0\n\0", 12);
  }
  for (const std::string& text : {gbk, utf16}) {
    for (const char* filter : {"pinyin", "normalize"}) {
      const auto result = run_langdu({filter}, reading(text));
      CHECK(result.status == 0);
      CHECK(lines_of(result.out) == lines_of(text) + (text.ends_with('\n') ? 0 : 1));
      CHECK(lines_of(result.err) >= 22);  // twenty lines, the count of the others, the file; some bytes look like letters
      CHECK(result.err.starts_with("standard input:1:1: warning: "));
      CHECK(result.err.find("standard input:21:1: warning: 3") != std::string::npos);
      CHECK(result.err.find("convert it with iconv\n") != std::string::npos);
    }
  }
}

TEST_CASE("normalize names what nobody can read, once with its first place and a count") {
  std::string text = "会议。\n";
  for (int i = 0; i < 100; ++i) text += "今天の会议\U000323B0。\n";
  const TemporaryFolder folder;
  const auto result = run_langdu({"normalize", folder.write("t.txt", text)});
  CHECK(result.err == (folder / "t.txt") + ":2:3: warning: 'の' (U+306E) has no name to be read by; it was left out 100 times\n");
  CHECK(lines_of(result.out) == 101);
}

TEST_CASE("invisible characters part neither a word nor a hanzi and its mark, in a plan and in the filters") {
  const TemporaryFolder folder;
  const std::string words = folder.write("w.tsv", "长江\tchang4 jiang4\n");
  for (const char* hidden : {"\u200B", "\u200B\u200B", "\uFE00", "\uFE0F", "\u200D", "\uFEFF"}) {
    const std::string text = "长" + std::string(hidden) + "江，长" + hidden + "<zhang3>\n";
    const std::string file = folder.write("t.txt", text);
    const auto pinyin = run_langdu({"pinyin", "--lexicon", words, file});
    CHECK(pinyin.out == "chang4 jiang4 zhang3\n");
    CHECK(pinyin.err.empty());
    CHECK(run_langdu({"normalize", file}).out == "长江，长\n");
    CHECK(run_langdu({"plan", "--lexicon", words, file}).out.find("chang4jiang4，zhang3") != std::string::npos);
  }
  CHECK(run_langdu({"normalize"}, reading("web\u200Bsite\n")).out == "web site\n");
}

TEST_CASE("a note is told before the input ends, so that a filter in a pipe is never silent") {
  const auto result =
      run({"sh", "-c", "(printf '今天\\377\\n'; sleep 3) | \"$1\" normalize 2>&1 | head -n 1", "sh", LANGDU_BUILD "/bin/langdu"});
  CHECK(result.out == "standard input:1:3: warning: left out a byte that is not UTF-8 (FF)\n");
}
