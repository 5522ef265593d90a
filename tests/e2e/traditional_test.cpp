#include <doctest/doctest.h>

#include "e2e/langdu.h"

TEST_CASE("the README's line in traditional script") {
  const auto result = run_langdu({"pinyin"}, reading("乾隆的長髮乾燥\n"));
  CHECK(result.out == "qian2 long2 de5 chang2 fa4 gan1 zao4\n");
  CHECK(result.err.empty());
}

TEST_CASE("a user's word in one script corrects a text in the other") {
  const TemporaryFolder folder;
  const std::string words = folder.write("words.tsv", "長江\tba1 ba2\n");
  CHECK(run_langdu({"pinyin", "--lexicon", words}, reading("长江長江\n")).out == "ba1 ba2 ba1 ba2\n");
  const std::string text = folder.write("t.txt", "長江和长江\n");
  const auto plan = run_langdu({"plan", text, "--lexicon", words});
  CHECK(plan.out.find("ba1ba2 he2 ba1ba2") != std::string::npos);
}

TEST_CASE("normalize sees measure words of traditional script, and keeps the script") {
  CHECK(run_langdu({"normalize"}, reading("2隻貓\n")).out == "两隻貓\n");
}

TEST_CASE("pinyin names the hanzi without a reading at the end, once") {
  for (const bool explain : {false, true}) {
    std::vector<std::string> arguments = {"pinyin"};
    if (explain) arguments.push_back("--explain");
    const auto result = run_langdu(arguments, reading("人\U000323AF人⺀\n\U000323AF\n"));
    CHECK(result.status == 0);
    CHECK(result.err ==
          "standard input: warning: no reading is known for '⺀' (U+2E80), '\U000323AF' (U+323AF) 2 times; "
          "'?' stands for it\n");
    if (!explain) CHECK(result.out == "ren2 ? ren2 ?\n?\n");
  }
}

TEST_CASE("a plan names what nobody can read as file:line:column") {
  const TemporaryFolder folder;
  const std::string text = folder.write("t.txt", "会议。\n\n今天の会议の。\n");
  const auto plan = run_langdu({"plan", text});
  CHECK(plan.status == 0);
  CHECK(plan.err.find(text + ":3:3: warning: 'の' (U+306E)") != std::string::npos);
  CHECK(plan.err.find("2 times\n") != std::string::npos);
}
