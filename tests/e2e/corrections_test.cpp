#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "e2e/langdu.h"
#include "text/error.h"

using namespace langdu;

TEST_CASE("the filters honour reading marks, and normalize takes them out") {
  const auto options = reading("他姓曾<zeng1>\n长<chang9><div>\n<chang2>\n长<zhang3>");
  CHECK(run_langdu({"normalize"}, options).out.starts_with("他姓曾\n"));
  const auto pinyin = run_langdu({"pinyin"}, options);
  CHECK(pinyin.status == 0);
  CHECK(pinyin.out == "ta1 xing4 zeng1\nchang2\n\nzhang3\n");
}

TEST_CASE("--lexicon may be given again, before and behind the input; later files win") {
  const TemporaryFolder folder;
  const std::string a =
      folder.write("a.tsv", "\xEF\xBB\xBF# words\r\n长江\tcháng jiāng\r\n行长\txing2zhang\r\n");
  const std::string b = folder.write("b.tsv", "长江\tCHANG4 JIANG4\n");
  const std::string text = folder.write("t.txt", "长江行长\n");
  CHECK(run_langdu({"pinyin", "--lexicon", a, text}).out == "chang2 jiang1 xing2 zhang5\n");
  CHECK(run_langdu({"pinyin", "--lexicon", a, text, "--lexicon", b}).out == "chang4 jiang4 xing2 zhang5\n");
  CHECK(run_langdu({"pinyin", "--lexicon", b, "--lexicon", a, text}).out == "chang2 jiang1 xing2 zhang5\n");
  const auto plan = run_langdu({"plan", text, "--lexicon", b});
  CHECK(plan.out.find("corrected: 长江 chang4 jiang4, " + b + ":1\n") != std::string::npos);
}

TEST_CASE("a correction is heard") {
  const TemporaryFolder folder;
  const std::string words = folder.write("w.tsv", "会议\tba4 ba4\n");
  const std::string plain = folder.write("a.txt", "今天会议开始。\n");
  const std::string marked = folder.write("b.txt", "今天会<ba4>议<ba4>开始。\n");
  REQUIRE(run_langdu({"render", plain, "-o", folder / "plain.wav"}).status == 0);
  REQUIRE(run_langdu({"render", plain, "--lexicon", words, "-o", folder / "words.wav"}).status == 0);
  REQUIRE(run_langdu({"render", marked, "-o", folder / "marks.wav"}).status == 0);
  CHECK(content_of(folder / "plain.wav") != content_of(folder / "words.wav"));
  const auto sound = [&](const std::string& name) { return content_of(folder / name).substr(0, 4000); };
  CHECK(sound("marks.wav") == sound("words.wav"));
}

TEST_CASE("--explain is a line for each word and an empty line behind each line") {
  const TemporaryFolder folder;
  const std::string words = folder.write("w.tsv", "长江\tchang1 jiang4\n");
  const auto explained = run_langdu({"pinyin", "--explain", "--lexicon", words},
                                    reading("长江们曾<zeng1>\n\n1\n树长高𮯰"));
  CHECK(explained.status == 0);
  CHECK(explained.out ==
        "长江\tchang1 jiang4\tuser " + words +
            ":1\n们\tmen5\tlexicon\n曾\tzeng1\tmark\n\n\n\n"
            "树\tshu4\tlexicon\n长\tzhang3\trule zhang-grow\n高\tgao1\tlexicon\n𮯰\t?\tnone\n\n");
}

TEST_CASE("wrong lines stop every command before anything is read, spoken or written") {
  const TemporaryFolder folder;
  const std::string good = folder.write("good.tsv", "长江\tchang2 jiang1\n");
  const std::string bad = folder.write("bad.tsv", "长江\tchag2 jiang1\n\n长江 chang2\n");
  const std::string text = folder.write("t.txt", "长江\n");
  const std::size_t files = folder.count();
  for (const std::vector<std::string>& command :
       std::vector<std::vector<std::string>>{{"plan", text},
                                             {"pinyin", text},
                                             {"render", text, "-o", folder / "o.wav"},
                                             {"render", text, "-o", "-"}}) {
    auto arguments = command;
    for (const std::string& file : {good, bad}) {
      arguments.emplace_back("--lexicon");
      arguments.push_back(file);
    }
    const auto result = run_langdu(arguments);
    CAPTURE(command[0]);
    CHECK(result.status == static_cast<int>(row_of(Fault::wrong_lines).status));
    CHECK(result.out.empty());
    CHECK(result.err == "langdu: " + bad +
                            ":1: 'chag2' is no Mandarin syllable; write it as in chang2, cháng or lv4\n" +
                            bad + ":3: there is no tab; write the word, a tab and its pinyin\n");
    CHECK(folder.count() == files);
  }
}

TEST_CASE("ten thousand words of a user's cost next to nothing") {
  const TemporaryFolder folder;
  std::string file;
  for (int i = 0; i < 10'000; ++i) {
    const auto digit = [](int d) {
      return std::string("零一二三四五六七八九").substr(static_cast<std::size_t>(d) * 3, 3);
    };
    file += "江" + digit(i / 1000) + digit(i / 100 % 10) + digit(i / 10 % 10) + digit(i % 10) +
            "\tjiang1 a1 a1 a1 a1\n";
  }
  const std::string words = folder.write("w.tsv", file);
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "今天江一二三四开会，不一样。\n";
  const std::string input = folder.write("t.txt", text);
  const auto without = run_langdu({"pinyin", input});
  const auto with = run_langdu({"pinyin", "--lexicon", words, input});
  CHECK(with.out.find("jiang1 a1 a1 a1 a1 kai1") != std::string::npos);
  CHECK(with.cpu_seconds < 2 * without.cpu_seconds + 0.2);
}

TEST_CASE("--replace, --placeholder and --skip-addresses act on the plan as on normalize") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.tsv", "张总\t张总经理\n国办\t国家办公室\n");
  const std::string b = folder.write("b.tsv", "国办\t国务院办公厅\n第(\\d+)医院\t第\\1人民医院\tregex\n");
  const std::string text = folder.write("t.txt", "张总在国办和第3医院见XX同志，详见www.gov.cn。\n");
  const std::string spoken = "张总经理在国务院办公厅和第三人民医院见某甲同志，详见。\n";
  const std::vector<std::string> settings = {"--replace",     a,      "--replace",        b,
                                             "--placeholder", "某甲", "--skip-addresses", text};
  const auto with = [&](std::vector<std::string> command) {
    command.insert(command.end(), settings.begin(), settings.end());
    return run_langdu(command);
  };
  const auto normalized = with({"normalize"});
  CHECK(normalized.status == 0);
  CHECK(normalized.out == spoken);
  const auto plan = with({"plan"});
  CHECK(plan.status == 0);
  CHECK(plan.out.find("mou2jia3") != std::string::npos);
  CHECK(plan.out.find("spoken: " + spoken) != std::string::npos);
  CHECK(plan.out.find("www.gov.cn") != std::string::npos);  // listed as dropped
}
