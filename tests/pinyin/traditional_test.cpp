#include <doctest/doctest.h>

#include <cstring>

#include "normalise/normalise.h"
#include "pinyin/explain.h"
#include "pinyin/pronounce.h"
#include "pinyin/test_lexicon.h"
#include "pinyin/traditional_build.h"
#include "support/case_lines.h"
#include "support/growth.h"

using namespace langdu;

namespace {

const Lexicon& lexicon() {
  static const Lexicon opened = open_test_lexicon();
  return opened;
}

std::string spoken(std::string_view text) { return pinyin_line(text, lexicon(), Tones::spoken); }

std::string normalised(std::string_view text) {
  std::vector<Dropped> dropped;
  return normalise(MappedText::verbatim(text, 0), dropped, lexicon().traditional()).text();
}

std::string with_user_words(const std::string& file, std::string_view text) {
  UserLexicon words;
  REQUIRE(words.add(file, "f").empty());
  words.match_both_scripts(lexicon().traditional());
  return pinyin_of_text(MappedText::verbatim(text, 0), lexicon(), Tones::spoken, {&words, {}});
}

/// The table of some lines and the bytes it points into.
struct Table {
  std::vector<std::uint32_t> bytes;
  TraditionalView view;
};

Table table_of(std::string_view lines) {
  std::vector<BadLine> bad;
  const std::string built = build_traditional(parse_traditional(lines, bad));
  REQUIRE(bad.empty());
  Table table;
  table.bytes.resize(built.size() / sizeof(std::uint32_t));
  std::memcpy(table.bytes.data(), built.data(), built.size());
  const auto view = view_traditional(std::as_bytes(std::span(table.bytes)));
  REQUIRE(view);
  table.view = *view;
  return table;
}

std::string problem_of(std::string_view lines) {
  std::vector<BadLine> bad;
  parse_traditional(lines, bad);
  return bad.empty() ? "" : std::to_string(bad[0].line) + ": " + bad[0].reason;
}

double seconds_for(const std::string& text) {
  return cpu_seconds([&] { pronounce(MappedText::verbatim(text, 0), lexicon()); });
}

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

}  // namespace

TEST_CASE("sentences in both scripts are read alike") {
  const auto lines = testing::case_lines(TEST_DATA "/traditional/pairs.txt");
  CHECK(lines.size() >= 120);
  for (const std::string& line : lines) {
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 2);
    CHECK_MESSAGE(spoken(cells[0]) == spoken(cells[1]), cells[0]);
  }
}

TEST_CASE("lines in traditional script are read as they say") {
  for (const std::string& line : testing::case_lines(TEST_DATA "/traditional/readings.txt")) {
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 2);
    CHECK_MESSAGE(spoken(cells[0]) == cells[1], cells[0]);
  }
}

TEST_CASE("lines in traditional script are normalised as they say, and stay in their script") {
  for (const std::string& line : testing::case_lines(TEST_DATA "/traditional/normalised.txt")) {
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 2);
    CHECK_MESSAGE(normalised(cells[0]) == cells[1], cells[0]);
  }
}

TEST_CASE("the table of the build is sorted and valid, and holds what a reader meets") {
  const std::string file = testing::file_content(LANGDU_REPOSITORY "/voices/mandarin/traditional.tsv");
  CHECK(problem_of(file) == "");
  std::vector<BadLine> bad;
  const auto folds = parse_traditional(file, bad);
  CHECK(folds.size() > 8000);
  const TraditionalView& view = lexicon().traditional();
  for (const ListedFold& fold : folds) {
    REQUIRE(fold.written.size() == fold.folded.size());
    if (fold.written.size() > 1) continue;
    const TraditionalSlot* slot = view.step(nullptr, fold.written[0]);
    REQUIRE(slot);
    REQUIRE(slot->to == fold.folded[0]);
    REQUIRE(view.may_fold(fold.written[0]));
    // A folded hanzi is not folded again, but for one that another text has as it is.
    const TraditionalSlot* again = view.step(nullptr, fold.folded[0]);
    const bool goes_on = again && (again->kind == static_cast<std::uint32_t>(FoldKind::traditional) ||
                                   again->kind == static_cast<std::uint32_t>(FoldKind::variant));
    CHECK_MESSAGE(!goes_on, static_cast<unsigned>(fold.written[0]));
  }
  CHECK(build_traditional(folds) == build_traditional(folds));
}

TEST_CASE("every phrase of the table is folded as it says, alone and beside a traditional hanzi") {
  std::vector<BadLine> bad;
  for (const ListedFold& fold :
       parse_traditional(testing::file_content(LANGDU_REPOSITORY "/voices/mandarin/traditional.tsv"), bad)) {
    if (fold.written.size() == 1) continue;
    CHECK(lexicon().traditional().fold_word(fold.written, false) == fold.folded);
    CHECK(lexicon().traditional().fold_word(fold.written, true) == fold.folded);
  }
}

TEST_CASE("simplified text has nothing to fold") {
  for (const char* file : {"speech", "numbers", "kinship"}) {
    for (const std::string& line : testing::case_lines(std::string(TEST_DATA "/pinyin/") + file + ".txt")) {
      CHECK_FALSE(lexicon().traditional().fold_text(line.substr(0, line.find('\t'))));
    }
  }
}

TEST_CASE("shared hanzi are folded beside a traditional one only; phrases win") {
  const Table table =
      table_of("乾\t干\tshared\tgan1\n乾坤\t乾坤\tphrase\n乾坤大\t干坤大\tphrase\n說\t说\ttraditional\n");
  const auto folded = [&](std::string_view text) { return table.view.fold_text(text).value_or("-"); };
  CHECK(folded("干了") == "-");
  CHECK(folded("乾了") == "乾了");
  CHECK(folded("說乾了") == "说干了");
  CHECK(folded("乾了，說") == "干了，说");
  CHECK(folded("說乾坤") == "说乾坤");
  CHECK(folded("乾坤大") == "干坤大");
  CHECK(folded("說乾，坤") == "说干，坤");
}

TEST_CASE("a hanzi of other bytes keeps its place in a text") {
  const Table table = table_of("開\t𫔭\ttraditional\n");
  CHECK(table.view.fold_text("開").value_or("-") == "開");
  CHECK(table.view.fold_word(U"開", false) == U"𫔭");
}

TEST_CASE("X長 is the head of something, in both scripts") {
  CHECK(spoken("向X長匯報") == spoken("向X长汇报"));
  CHECK(spoken("××長和XX長到會") == spoken("××长和XX长到会"));
}

TEST_CASE("an empty table folds nothing, and a damaged one never leads outside itself") {
  CHECK_FALSE(TraditionalView().fold_text("說"));
  CHECK(TraditionalView().fold_word(U"說𠀀", true) == U"說𠀀");
  const Table whole = table_of("乾坤\t干坤\tphrase\n說\t说\ttraditional\tshuo1\n");
  const std::size_t header = sizeof(TraditionalHeader) / sizeof(std::uint32_t);
  for (std::size_t i = 0; i < whole.bytes.size(); ++i) {
    if (i >= header && i < header + fold_bitmap_words) continue;
    for (const std::uint32_t damage : {0xFFFFFFFFu, 1u, 0x80000000u}) {
      std::vector<std::uint32_t> bytes = whole.bytes;
      bytes[i] ^= damage;
      const auto view = view_traditional(std::as_bytes(std::span(bytes)));
      if (view) CHECK(view->fold_word(U"說乾坤", true).size() == 3);
    }
  }
}

TEST_CASE("wrong lines of the table are named") {
  CHECK(problem_of("# a comment\n\n說\t说\ttraditional\n") == "");
  CHECK(problem_of("說\t说\n").starts_with("1: '' is no kind"));
  CHECK(problem_of("a\t说\tvariant\n").starts_with("1: the first field"));
  CHECK(problem_of("說\t\tvariant\n").starts_with("1: the second field"));
  CHECK(problem_of("說明\t说\tphrase\n").starts_with("1: both fields"));
  CHECK(problem_of("說\t说\tphrase\n").starts_with("1: a phrase has two"));
  CHECK(problem_of("說明\t说明\tvariant\n").starts_with("1: a phrase has two"));
  CHECK(problem_of("說\t说\tvariant\tshuo9\n").starts_with("1: 'shuo9'"));
  CHECK(problem_of("說明\t说明\tphrase\tshuo1\n").starts_with("1: a phrase has no reading"));
  CHECK(problem_of("說\t说\tvariant\n說\t说\tvariant\n").starts_with("2: the lines are not sorted"));
  CHECK(problem_of("說\t说\tvariant\n中\t中\tvariant\n").starts_with("2: the lines are not sorted"));
}

TEST_CASE("a user's word matches in both scripts, and a hanzi with a reading of its own as it is written") {
  CHECK(with_user_words("長江\tba1 ba2\n", "长江長江") == "ba1 ba2 ba1 ba2");
  CHECK(with_user_words("长江\tba1 ba2\n", "长江長江") == "ba1 ba2 ba1 ba2");
  CHECK(with_user_words("这里\tba1 ba2\n", "這裏這裡这里") == "ba1 ba2 ba1 ba2 ba1 ba2");
  CHECK(with_user_words("長江\tba1 ba2\n长江\tba3 ba4\n", "长江長江") == "ba3 ba4 ba3 ba4");
  CHECK(with_user_words("长江\tba1 ba2\n長江\tba3 ba4\n", "长江長江") == "ba3 ba4 ba3 ba4");
  CHECK(with_user_words("髮\tba3\n", "發髮发") == "fa1 ba3 fa1");
  CHECK(with_user_words("发\tba3\n", "發，髮，发") == "fa1 fa4 ba3");
  CHECK(with_user_words("說\tba3\n", "说說") == "ba3 ba3");
  CHECK(with_user_words("乾隆\tba3 ba4\n", "乾隆說") == "ba3 ba4 shuo1");
}

TEST_CASE("what is explained is shown as it is written") {
  const std::string lines =
      explain_readings(MappedText::verbatim("銀行的髮", 0), lexicon(), Tones::spoken, {});
  CHECK(lines.starts_with("銀行\tyin2 hang2\t"));
  CHECK(lines.find("\n的\tde5\t") != std::string::npos);
  CHECK(lines.ends_with("\n髮\tfa4\ttraditional\n"));
}

TEST_CASE("the words know the bytes of the text as it is written") {
  const std::string text = "圖書館，⼈⺠";
  const auto words = pronounce(MappedText::verbatim(text, 100), lexicon());
  REQUIRE(words.size() == 2);
  CHECK(words[0].source == Span{100, 109});
  CHECK(words[1].source == Span{112, 118});
}

TEST_CASE("a million traditional hanzi without a stop take linear time") {
  for (const char* piece : {"長", "乾", "乾隆", "看著", "髮", "裡", "\U0002F800", "旋乾轉", "乾坤大挪"}) {
    CAPTURE(piece);
    const double small = seconds_for(repeat(piece, long_size(3'000'000) / 10));
    const double large = seconds_for(repeat(piece, long_size(3'000'000)));
    CHECK(grows_linearly(small, large));
  }
}
