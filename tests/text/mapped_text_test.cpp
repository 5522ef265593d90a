#include "text/mapped_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

using namespace langdu;

TEST_CASE("verbatim text maps byte for byte") {
  const auto text = MappedText::verbatim("会精神", 10);
  CHECK(text.source() == Span{10, 19});
  CHECK(text.source({3, 6}) == Span{13, 16});
  CHECK(text.source({3, 3}) == Span{13, 13});
  CHECK(text.source({9, 9}) == Span{19, 19});
}

TEST_CASE("a replacement stands for its source as a whole") {
  const auto input = MappedText::verbatim("12个", 100);
  Rewriter rewriter(input);
  rewriter.replace_to(2, "十二");
  const auto output = rewriter.finish();
  CHECK(output.text() == "十二个");
  CHECK(output.source({0, 3}) == Span{100, 102});
  CHECK(output.source({3, 6}) == Span{100, 102});
  CHECK(output.source({3, 9}) == Span{100, 105});
}

TEST_CASE("a source byte has its place in the text, a dropped one that of the next") {
  const auto input = MappedText::verbatim("a12个bb<>c", 100);
  Rewriter rewriter(input);
  rewriter.keep_to(1);
  rewriter.replace_to(3, "十二");
  rewriter.keep_to(8);
  rewriter.drop_to(10);
  const auto text = rewriter.finish();
  CHECK(text.text() == "a十二个bbc");
  const auto place = [&](std::uint32_t offset) { return text.place_of(offset); };
  CHECK(place(0) == 0);
  CHECK(place(100) == 0);
  CHECK(place(101) == 1);
  CHECK(place(102) == 1);
  CHECK(place(103) == 7);
  CHECK(place(107) == 11);
  CHECK(place(108) == 12);
  CHECK(place(110) == 12);
  CHECK(place(111) == 13);
  CHECK(MappedText{}.place_of(5) == 0);
}

TEST_CASE("inserted text has an empty source at its place") {
  const auto input = MappedText::verbatim("甲乙", 0);
  Rewriter rewriter(input);
  rewriter.keep_to(3);
  rewriter.insert("，");
  const auto output = rewriter.finish();
  CHECK(output.text() == "甲，乙");
  CHECK(output.source({3, 6}) == Span{3, 3});
  CHECK(output.source({0, 9}) == Span{0, 6});
}

TEST_CASE("dropped bytes are told and leave a gap that spans still cover") {
  const auto input = MappedText::verbatim("会 精", 0);
  Rewriter rewriter(input);
  rewriter.keep_to(3);
  CHECK(rewriter.drop_to(4) == Span{3, 4});
  const auto output = rewriter.finish();
  CHECK(output.text() == "会精");
  CHECK(output.source({3, 6}) == Span{4, 7});
  CHECK(output.source() == Span{0, 7});
}

TEST_CASE("an empty text maps to nothing") {
  const MappedText empty;
  CHECK(empty.source() == Span{0, 0});
  CHECK(empty.slice({0, 0}).empty());
  CHECK(Rewriter(empty).finish().empty());
}

namespace {

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(engine_() % limit); }

 private:
  std::mt19937 engine_;
};

/// One random pass over `input`. Verbatim text stays lower-case here, replacements are written in capitals.
MappedText random_edit(const MappedText& input, Random& random, std::vector<Span>& dropped) {
  Rewriter rewriter(input);
  while (rewriter.position() < input.size()) {
    const std::uint32_t left = input.size() - rewriter.position();
    const std::uint32_t end = rewriter.position() + 1 + random.below(std::min(left, 7u));
    switch (random.below(5)) {
      case 0:
        rewriter.replace_to(end, std::string(1 + random.below(5), 'R'));
        break;
      case 1:
        rewriter.insert("I");
        break;
      case 2:
        dropped.push_back(rewriter.drop_to(end));
        break;
      default:
        rewriter.keep_to(end);
    }
  }
  return rewriter.finish();
}

}  // namespace

TEST_CASE("property: after random edits every piece maps back to the bytes it came from") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    Random random(seed);
    std::string source(200, ' ');
    for (char& c : source) c = static_cast<char>('a' + random.below(26));
    auto text = MappedText::verbatim(source, 0);
    std::vector<Span> dropped;
    for (int pass = 0; pass < 4; ++pass) text = random_edit(text, random, dropped);
    std::uint32_t previous = 0;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      const Span from = text.source({at, at + 1});
      REQUIRE(from.end <= source.size());
      REQUIRE(from.begin >= previous);  // left to right
      previous = from.begin;
      if (text.text()[at] >= 'a') {  // never touched: exactly its own byte
        REQUIRE(from.size() == 1);
        REQUIRE(source[from.begin] == text.text()[at]);
      }
    }
    // Nothing is lost: each source byte is under some piece or in a dropped span.
    std::vector<bool> seen(source.size(), false);
    const auto mark = [&](Span span) { std::fill(seen.begin() + span.begin, seen.begin() + span.end, true); };
    for (std::uint32_t at = 0; at < text.size(); ++at) mark(text.source({at, at + 1}));
    for (const Span span : dropped) mark(span);
    REQUIRE(std::count(seen.begin(), seen.end(), false) == 0);
  }
}

TEST_CASE("property: slices and appends keep the map") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    Random random(seed);
    std::vector<Span> dropped;
    const auto text = random_edit(MappedText::verbatim(std::string(100, 'x'), 7), random, dropped);
    if (text.empty()) continue;
    const std::uint32_t cut = random.below(text.size());
    auto joined = text.slice({0, cut});
    joined.append(text.slice({cut, text.size()}));
    REQUIRE(joined.text() == text.text());
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      REQUIRE(joined.source({at, at + 1}) == text.source({at, at + 1}));
    }
  }
}
