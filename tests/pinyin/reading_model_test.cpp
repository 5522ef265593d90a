#include "pinyin/reading_model.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "pinyin/context.h"
#include "pinyin/small_model.h"
#include "support/temporary_folder.h"
#include "text/error.h"

using namespace langdu;
using testing::small_model;
using testing::SmallHanzi;
using testing::SmallLexicon;
using testing::SmallModel;
using testing::SmallWeight;

namespace {

const SmallLexicon& lexicon() {
  static const SmallLexicon made(
      "人\t900\tn\tren2\n为\t900\tp\twei4\n知\t900\tv\tzhi1\n所\t900\tu\tsuo3\n最\t900\td\tzui4\n好\t900\ta\t"
      "hao3\n"
      "家\t900\tn\tjia1\n行\t900\tv\txing2\n长\t900\ta\tchang2\n银\t900\tn\tyin2\n银行\t900\tn\tyin2 hang2\n",
      "行家\thang2 jia1\n");
  return made;
}

const std::vector<SmallHanzi> hanzi = {
    {U'为', {"wei2", "wei4"}}, {U'行', {"hang2", "xing2"}}, {U'长', {"chang2", "zhang3", "zhang4"}}};

/// The fact that a hanzi is there at all.
std::uint64_t hanzi_fact(char32_t code) {
  HanziText text = lexicon().read("行");
  text.codes[0] = code;
  return reading_features(text, lexicon().view(), 0, 0).begin()[3];
}

/// A model that gives each hanzi's second reading so many tenths of a nat.
std::string model_with(std::int8_t wei4, std::int8_t xing2, std::int8_t zhang3) {
  return small_model(
      hanzi, {{hanzi_fact(U'为'), 1, wei4}, {hanzi_fact(U'行'), 1, xing2}, {hanzi_fact(U'长'), 1, zhang3}});
}

/// "xing2/model ren2/lexicon" and the text itself.
std::string read(std::string_view line, const ReadingModelView& model, HanziText* out = nullptr) {
  HanziText text = lexicon().read(line);
  read_by_model(text, lexicon().view(), model);
  std::string result;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    result += result.empty() ? "" : " ";
    result += text.syllables[i] ? to_string(*text.syllables[i]) : "?";
    if (text.origin[i] == Origin::model) result += "/model";
  }
  if (out) *out = text;
  return result;
}

/// Looks at everything that a look-up can reach.
void look_everywhere(const ReadingModelView& view) {
  for (const SmallHanzi& one : hanzi) {
    const auto readings = view.readings_of(one.code);
    std::uint32_t sum = 0;
    for (const std::uint16_t reading : readings) sum += reading;
    CHECK(sum <= readings.size() * 0xFFFF);
  }
  HanziText text = lexicon().read("行长为人所知，银行行长");
  for (std::uint32_t t = 0; t < text.tokens.size(); ++t) {
    const ReadingFeatures features = reading_features(text, lexicon().view(), t, text.tokens[t].begin);
    CHECK(choose_reading(view, features, 2).reading < 2);
    CHECK(choose_reading(view, features, 16).reading < 16);
  }
  read_by_model(text, lexicon().view(), view);
  for (const auto& syllable : text.syllables) CHECK((!syllable || syllable->base < base_count()));
}

std::string changed(std::string file, std::size_t at, std::uint32_t value) {
  std::memcpy(file.data() + at, &value, sizeof value);
  return file;
}

Fault fault_of(const std::string& words, const std::string& model) {
  try {
    Lexicon::open(words, model);
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find(model) != std::string::npos);
    return error.fault();
  }
  FAIL("no error");
  return Fault::interrupted;
}

}  // namespace

TEST_CASE("a small model opens and holds what was written") {
  const SmallModel model(model_with(1, -2, 3));
  REQUIRE(model.view);
  CHECK(model.view->readings_of(U'长').size() == 3);
  CHECK(to_string(unpack(model.view->readings_of(U'行')[0])) == "hang2");
  for (const char32_t other : {U'一', U'人', U'鿿', U'\0'}) CHECK(model.view->readings_of(other).empty());
  CHECK(model.view->weight(hanzi_fact(U'为'), 1) == 1);
  CHECK(model.view->weight(hanzi_fact(U'行'), 1) == -2);
  CHECK(model.view->weight(hanzi_fact(U'长'), 1) == 3);
  CHECK(model.view->weight(hanzi_fact(U'长'), 2) == 0);
  CHECK(model.view->weight(hanzi_fact(U'银'), 1) == 0);
}

TEST_CASE("the extreme weights are kept, and tags that would be 0") {
  const std::uint64_t no_tag = 0x0000'0012'3456'789A;
  const SmallModel model(small_model(hanzi, {{1, 1, 127}, {2, 1, -128}, {3, 1, -1}, {no_tag, 0, 7}}));
  REQUIRE(model.view);
  CHECK(weight_key(no_tag, 0, 16).tag == 1);
  CHECK(model.view->weight(no_tag, 0) == 7);
  for (const auto& [fact, units] : {std::pair{1u, 127}, {2u, -128}, {3u, -1}})
    CHECK(model.view->weight(fact, 1) == units);
}

TEST_CASE("a full table, a table of one place and one of none are searched to their end") {
  std::vector<SmallWeight> full;
  for (std::uint64_t k = 0; k < 8; ++k) full.push_back({k << 40 | 6, 1, static_cast<std::int8_t>(k + 1)});
  const SmallModel model(small_model(hanzi, full, 8));  // every one has its home at 7
  REQUIRE(model.view);
  CHECK(model.view->header.longest_probe == 8);
  for (const SmallWeight& weight : full) CHECK(model.view->weight(weight.fact, 1) == weight.units);
  CHECK(model.view->weight(99ULL << 40, 1) == 0);
  const SmallModel single(small_model(hanzi, {{5, 1, 9}}, 1));
  REQUIRE(single.view);
  CHECK(single.view->weight(5, 1) == 9);
  CHECK(single.view->weight(5ULL << 40, 1) == 0);
  const SmallModel none(small_model({}, {}, 1));
  REQUIRE(none.view);
  CHECK(none.view->weight(5, 1) == 0);
  CHECK(none.view->readings_of(U'行').empty());
}

TEST_CASE("a model that is cut at any place, or too long, is refused with a reason") {
  const std::string whole = model_with(1, 2, 3);
  REQUIRE(SmallModel(whole).view);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const SmallModel cut(whole.substr(0, size));
    REQUIRE_FALSE(cut.view);
    REQUIRE(cut.why == (size < sizeof(ReadingModelHeader) ? "it is too short" : "its size is wrong"));
  }
  for (const std::size_t more : {1U, 4U, 8U}) CHECK_FALSE(SmallModel(whole + std::string(more, '\0')).view);
}

TEST_CASE("a model with a wrong header is refused with a reason") {
  const std::string whole = model_with(1, 2, 3);
  using Header = ReadingModelHeader;
  const std::uint32_t slots = 16, readings = 8;
  struct {
    const char* what;
    std::string file;
    const char* why;
  } rows[] = {
      {"magic", changed(whole, offsetof(Header, magic), 0x61616161), "it is no reading model"},
      {"another byte of the magic", changed(whole, offsetof(Header, magic) + 4, 0), "it is no reading model"},
      {"version", changed(whole, offsetof(Header, version), 2), "it is of another version"},
      {"byte order", changed(whole, offsetof(Header, version), 0x01000000), "it is of another version"},
      {"hanzi", changed(whole, offsetof(Header, hanzi), 4), "its size is wrong"},
      {"all hanzi", changed(whole, offsetof(Header, hanzi), 0xFFFFFFFF), "its size is wrong"},
      {"no slots", changed(whole, offsetof(Header, slots), 0), "its size is wrong"},
      {"all slots", changed(whole, offsetof(Header, slots), 0x80000000), "its size is wrong"},
      {"unit of nothing", changed(whole, offsetof(Header, unit), 0),
       "its unit of weight is no positive number"},
      {"unit below nothing", changed(whole, offsetof(Header, unit), 0xBF800000),
       "its unit of weight is no positive number"},
      {"unit without end", changed(whole, offsetof(Header, unit), 0x7F800000),
       "its unit of weight is no positive number"},
      {"unit that is no number", changed(whole, offsetof(Header, unit), 0x7FC00000),
       "its unit of weight is no positive number"},
      {"probe", changed(whole, offsetof(Header, longest_probe), slots + 1), "its size is wrong"},
      {"slots no power of two, of the right size",
       changed(whole, offsetof(Header, slots), slots - 1).substr(0, whole.size() - 4), "its size is wrong"},
      {"odd readings, of the right size",
       changed(whole, offsetof(Header, readings), readings - 1).substr(0, whole.size() - 2),
       "its size is wrong"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const SmallModel model(row.file);
    CHECK_FALSE(model.view);
    CHECK(model.why == row.why);
  }
  CHECK(SmallModel(changed(whole, offsetof(Header, longest_probe), slots)).view);
}

TEST_CASE("every byte of a model damaged never leads outside it") {
  const std::string whole = model_with(1, 2, 3);
  std::size_t opened = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const char damage : {'\xFF', '\x01', '\x80', '\x10'}) {
      std::string file = whole;
      file[i] = static_cast<char>(file[i] ^ damage);
      const SmallModel model(file);
      if (!model.view) continue;
      ++opened;
      look_everywhere(*model.view);
    }
  }
  CHECK(opened > 4 * 64);  // the weights at least are believed
}

TEST_CASE("a hanzi whose readings lie outside the table, are too many or do not exist is left alone") {
  const std::string whole = model_with(-100, -100, -100);
  const std::size_t xing = sizeof(ReadingModelHeader) + sizeof(ModelledHanzi);
  const std::size_t readings = sizeof(ReadingModelHeader) + 3 * sizeof(ModelledHanzi);
  const auto counted = [](std::uint32_t count) { return std::uint32_t{U'行'} | count << 21; };
  struct {
    const char* what;
    std::string file;
  } rows[] = {{"first behind the end", changed(whole, xing + 4, 7)},
              {"first far behind", changed(whole, xing + 4, 0xFFFFFFFF)},
              {"too many", changed(whole, xing, counted(0x7FF))},
              {"one", changed(whole, xing, counted(1))},
              {"none", changed(whole, xing, counted(0))},
              {"no such syllable", changed(whole, readings + 4, 0xFFFFFFFF)}};
  REQUIRE(read("行", *SmallModel(whole).view) == "hang2/model");
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const SmallModel model(row.file);
    REQUIRE(model.view);
    CHECK(read("行", *model.view) == "xing2");
  }
}

TEST_CASE("more readings than a choice has room for are left alone") {
  std::vector<std::string_view> many(17, "hang2");
  const SmallModel model(small_model({{U'行', many}}, {{hanzi_fact(U'行'), 1, 100}}));
  REQUIRE(model.view);
  CHECK(model.view->readings_of(U'行').size() == 17);
  CHECK(read("行", *model.view) == "xing2");
}

TEST_CASE("the reading with the highest sum wins, and is ahead of the next") {
  struct {
    std::vector<SmallWeight> weights;
    std::uint32_t readings, reading;
    float margin;
  } rows[] = {{{}, 2, 0, 0},
              {{}, 1, 0, 0},
              {{{1, 1, 5}}, 2, 1, 0.5F},
              {{{1, 1, -5}}, 2, 0, 0.5F},
              {{{1, 1, 5}, {2, 1, 3}}, 2, 1, 0.8F},
              {{{1, 1, 5}, {2, 1, -5}}, 2, 0, 0},
              {{{1, 1, 5}, {2, 2, 7}}, 3, 2, 0.2F},
              {{{1, 1, -5}, {2, 2, -2}}, 3, 0, 0.2F},
              {{{1, 1, 5}, {2, 2, 7}}, 2, 1, 0.5F},  // a reading that its hanzi does not have
              {{{1, 15, 9}}, 16, 15, 0.9F},
              {{{3, 1, 9}}, 2, 0, 0}};
  ReadingFeatures features;
  features.push_back(1);
  features.push_back(2);
  for (const auto& row : rows) {
    const SmallModel model(small_model(hanzi, row.weights));
    REQUIRE(model.view);
    const ReadingChoice choice = choose_reading(*model.view, features, row.readings);
    CHECK(choice.reading == row.reading);
    CHECK(choice.margin == doctest::Approx(row.margin));
  }
}

TEST_CASE("the dictionary is kept below the least margin") {
  struct {
    float margin;
    std::uint32_t dictionary;
    bool in_word;
    std::uint32_t reading;
  } rows[] = {{0, 0, false, 0},
              {0.49F, 0, false, 0},
              {0.5F, 0, false, 1},
              {9, 0, false, 1},
              {1.49F, 0, true, 0},
              {1.5F, 0, true, 1},
              {9, 0, true, 1},
              {0, 1, true, 1},
              {9, 1, true, 1},
              {0, unknown_reading, false, 1},
              {0, unknown_reading, true, 1}};
  for (const auto& row : rows) {
    CAPTURE(row.margin);
    CAPTURE(row.in_word);
    CHECK(decide_reading({1, row.margin}, row.dictionary, row.in_word) == row.reading);
  }
}

TEST_CASE("what others have settled is not open") {
  HanziText text = lexicon().read("行");
  for (const Origin origin : {Origin::user, Origin::mark}) {
    text.origin[0] = origin;
    CHECK_FALSE(is_open(text, 0, 0, 0));
    CHECK_FALSE(is_open(text, 0, 0, unknown_reading));
  }
  for (const Origin origin : {Origin::none, Origin::lexicon, Origin::model}) {
    text.origin[0] = origin;
    CHECK(is_open(text, 0, 0, 0));
  }
  text = lexicon().read("行家");  // a word of words.tsv
  REQUIRE(text.tokens.size() == 1);
  CHECK_FALSE(is_open(text, 0, 0, 0));
  CHECK_FALSE(is_open(text, 0, 0, unknown_reading));  // 树行子 hang4, which nobody has labelled
  text.syllables[0]->tone = 5;
  CHECK_FALSE(is_open(text, 0, 0, 0));
  CHECK(is_open(text, 0, 0, unknown_reading));
  CHECK(is_open(lexicon().read("银行"), 0, 1, 0));
  CHECK(is_open(lexicon().read("㐀"), 0, 0, unknown_reading));  // without a slot in the lexicon
}

TEST_CASE("a certain rule settles a reading, another one does not") {
  const HanziText certain = lexicon().read("为人所知");
  REQUIRE(certain.origin[0] == Origin::rule);
  REQUIRE(deciding_rule(certain, 0)->certain);
  CHECK_FALSE(is_open(certain, 0, 0, 0));
  const HanziText likely = lexicon().read("最为好");
  REQUIRE(likely.origin[1] == Origin::rule);
  REQUIRE_FALSE(deciding_rule(likely, 1)->certain);
  CHECK(is_open(likely, 1, 1, 0));
}

TEST_CASE("the model reads what is open, and says by how much") {
  const SmallModel model(model_with(100, -100, 100));
  REQUIRE(model.view);
  struct {
    const char *line, *readings;
  } rows[] = {{"行", "hang2/model"},
              {"长", "zhang3/model"},
              {"人", "ren2"},
              {"行家", "hang2 jia1"},               // a word of words.tsv
              {"为人所知", "wei2 ren2 suo3 zhi1"},  // a certain rule
              {"最为好", "zui4 wei4/model hao3"},   // a rule that is not certain
              {"银行行长", "yin2 hang2/model hang2/model zhang3"},
              {"㐀行", "? hang2/model"},
              {"", ""}};
  for (const auto& [line, readings] : rows) CHECK(read(line, *model.view) == std::string(readings));
  HanziText text;
  read("人行，长", *model.view, &text);
  REQUIRE(text.margins.size() == 3);
  CHECK(text.margins[0] == 0);
  CHECK(text.margins[1] == doctest::Approx(10));
  CHECK(text.margins[2] == doctest::Approx(10));
}

TEST_CASE("a reading that the dictionary has and the model does not know gives way") {
  const SmallModel model(small_model({{U'行', {"hang2", "heng2"}}}, {{hanzi_fact(U'行'), 1, 1}}));
  REQUIRE(model.view);
  CHECK(read("行", *model.view) == "heng2/model");
}

TEST_CASE("the dictionary's reading stays, with the model's margin, when the model is hardly ahead") {
  const SmallModel model(model_with(4, -4, 4));
  REQUIRE(model.view);
  HanziText text;
  CHECK(read("行，长", *model.view, &text) == "xing2/model chang2/model");
  CHECK(text.margins[0] == doctest::Approx(0.4));
  const SmallModel inside(model_with(14, 14, 14));
  CHECK(read("银行", *inside.view) == "yin2 hang2/model");
  const SmallModel ahead(model_with(16, 16, 16));
  CHECK(read("银行", *ahead.view) == "yin2 xing2/model");
}

TEST_CASE("a lexicon opens with a model, and a user's word and a mark go before it") {
  const TemporaryFolder folder;
  const std::string words = folder.write("lexicon.bin", lexicon().file());
  const Lexicon opened = Lexicon::open(words, folder.write("readings.bin", model_with(100, -100, 100)));
  REQUIRE(opened.data().model);
  UserLexicon user;
  REQUIRE(user.add("长\tchang2\n", "f").empty());
  std::vector<ReadingMark> marks;
  std::vector<Dropped> dropped;
  const MappedText line = take_reading_marks(MappedText::verbatim("行，行<xing2>，长", 0), marks, dropped);
  const HanziText text = read_hanzi(line, opened, {&user, marks});
  const std::vector expected = {Origin::model, Origin::mark, Origin::user};
  CHECK(text.origin == expected);
  CHECK(to_string(text.syllables[0].value()) == "hang2");
  CHECK(to_string(text.syllables[1].value()) == "xing2");
  CHECK(to_string(text.syllables[2].value()) == "chang2");
  CHECK(text.margins == std::vector{text.margins[0], 0.0F, 0.0F});
  CHECK(text.margins[0] == doctest::Approx(10));

  const Lexicon without = Lexicon::open(words);
  CHECK_FALSE(without.data().model);
  CHECK(read_hanzi(MappedText::verbatim("行", 0), without, {}).origin[0] == Origin::lexicon);
}

TEST_CASE("a model that is missing or damaged stops the lexicon's opening") {
  const TemporaryFolder folder;
  const std::string words = folder.write("lexicon.bin", lexicon().file());
  const std::string whole = model_with(1, 2, 3);
  CHECK(fault_of(words, folder / "none.bin") == Fault::missing_data);
  CHECK(fault_of(words, words + "/readings.bin") == Fault::missing_data);
  CHECK(fault_of(words, folder.path().string()) == Fault::damaged_data);
  CHECK(fault_of(words, words) == Fault::damaged_data);  // another kind of file
  CHECK(fault_of(words, folder.write("a", "")) == Fault::damaged_data);
  CHECK(fault_of(words, folder.write("b", whole.substr(0, whole.size() - 4))) == Fault::damaged_data);
  CHECK(fault_of(words, folder.write("c", whole + '\0')) == Fault::damaged_data);
  CHECK(fault_of(words, folder.write("d", changed(whole, offsetof(ReadingModelHeader, version), 9))) ==
        Fault::damaged_data);
}
