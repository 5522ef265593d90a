#include "pinyin/lexicon_build.h"

#include <doctest/doctest.h>

#include <cstring>

using namespace langdu;

namespace {

/// The view and the bytes it points into.
struct Built {
  std::vector<std::byte> bytes;
  LexiconView view;
};

Built build(std::string_view dictionary, std::string_view own = "") {
  std::vector<BadLine> bad;
  const std::string file = build_lexicon(parse_lexicon(dictionary, bad), parse_words(own, bad));
  REQUIRE(bad.empty());
  Built built;
  built.bytes.resize(file.size());
  std::memcpy(built.bytes.data(), file.data(), file.size());
  std::string_view why;
  const auto view = view_lexicon(built.bytes, why);
  REQUIRE_MESSAGE(view, why);
  built.view = *view;
  return built;
}

std::string reading(const Built& built, std::u32string_view word) {
  const LexiconSlot* slot = built.view.find(word);
  if (!slot) return "";
  std::string text;
  for (const auto packed : built.view.reading(*slot, word.size())) text += to_string(unpack(packed)) + ' ';
  return text;
}

constexpr std::string_view dictionary =
    "干\t90000\tv\tgan4\n部\t900\tn\tbu4\n干部\t500\tn\n长\t70\ta\tchang2\n";

}  // namespace

TEST_CASE("a word without a reading is read by its characters") {
  CHECK(reading(build(dictionary), U"干部") == "gan4 bu4 ");
}

TEST_CASE("a word with a character that has no reading is left out") {
  CHECK(reading(build("干\t9\tv\tgan4\n干鿿\t9\tn\n"), U"干鿿").empty());
}

TEST_CASE("own words override the dictionary, and later ones earlier ones") {
  const Built built = build(dictionary, "干部\tgan1 bu4\n干部\tgan1 bu2\n");
  CHECK(reading(built, U"干部") == "gan1 bu2 ");
}

TEST_CASE("an own word without a count is cheaper than its parts") {
  const Built built = build(dictionary, "部长干\tbu4 zhang3 gan4\n");
  const auto cost = [&](std::u32string_view word) { return built.view.find(word)->cost; };
  CHECK(cost(U"部长干") < cost(U"部") + cost(U"长") + cost(U"干"));
}

TEST_CASE("the beginning of a word is no word") {
  const Built built = build(dictionary, "部长干\tbu4 zhang3 gan4\n");
  CHECK_FALSE(built.view.find(U"部长"));
}

TEST_CASE("a rarer word costs more") {
  const Built built = build(dictionary);
  CHECK(built.view.find(U"部")->cost > built.view.find(U"干")->cost);
}

TEST_CASE("the same words give the same bytes") {
  CHECK(build(dictionary, "部长\tbu4 zhang3\n").bytes == build(dictionary, "部长\tbu4 zhang3\n").bytes);
}

TEST_CASE("a lexicon of nothing is a lexicon") { CHECK(build("").view.header.words == 0); }
