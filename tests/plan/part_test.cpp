#include "plan/part.h"

#include <doctest/doctest.h>

#include "plan/join.h"
#include "support/small_plan.h"
#include "text/error.h"

using namespace langdu;

namespace {

/// Three chapters of two sentences; the second has two paragraphs and a heading of its own.
Plan three_chapters() {
  Plan plan = small_plan({"one", "two", "three"});
  plan.source = "the source";
  plan.blocks = {{0}, {2}, {3}, {4}};
  plan.outline = {{"one", 1, false, 0}, {"two", 1, false, 2}, {"inner", 2, false, 3}, {"three", 1, false, 4}};
  plan.metadata.title = "title";
  plan.notes.push_back({});
  return plan;
}

template <typename Tile>
std::vector<std::uint32_t> firsts(const std::vector<Tile>& tiles) {
  std::vector<std::uint32_t> all;
  for (const Tile& tile : tiles) all.push_back(tile.first);
  return all;
}

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a part has its sentences, and the chapters, paragraphs and headings that lie in it") {
  const Plan plan = three_chapters();
  struct Line {
    Span range;
    std::vector<std::string> chapters;
    Numbers chapter_firsts;
    Numbers blocks;
    Numbers headings;
  };
  for (const Line& line : {
           Line{{0, 6}, {"one", "two", "three"}, {0, 2, 4}, {0, 2, 3, 4}, {0, 2, 3, 4}},
           Line{{2, 4}, {"two"}, {0}, {0, 1}, {0, 1}},
           Line{{1, 3}, {"one", "two"}, {0, 1}, {0, 1}, {1}},
           Line{{3, 4}, {"two"}, {0}, {0}, {0}},
           Line{{5, 6}, {"three"}, {0}, {0}, {}},
       }) {
    CAPTURE(line.range.begin);
    CAPTURE(line.range.end);
    const Plan part = part_of(plan, line.range);
    REQUIRE(part.utterances.size() == line.range.size());
    CHECK(part.utterances.front().shown == plan.utterances[line.range.begin].shown);
    CHECK(part.utterances.back().shown == plan.utterances[line.range.end - 1].shown);
    std::vector<std::string> titles;
    for (const Chapter& chapter : part.chapters) titles.push_back(chapter.title);
    CHECK(titles == line.chapters);
    CHECK(firsts(part.chapters) == line.chapter_firsts);
    CHECK(firsts(part.blocks) == line.blocks);
    CHECK(firsts(part.outline) == line.headings);
    CHECK(part.source == plan.source);
    CHECK(part.metadata.title == "title");
    CHECK(part.notes.empty());
  }
}

TEST_CASE("the chapters' sentences tile the plan") {
  const Plan plan = three_chapters();
  CHECK(utterances_of(plan, 0) == Span{0, 2});
  CHECK(utterances_of(plan, 1) == Span{2, 4});
  CHECK(utterances_of(plan, 2) == Span{4, 6});
}

TEST_CASE("a joined book has every document's sentences, with their places in one source") {
  Plan first = small_plan({"one", "two"});
  first.source = "first";
  first.parts = {{{0, 5}, "a.txt", ""}};
  first.metadata.title = "甲";
  Plan second = small_plan({"three"});
  second.source = "second";
  second.parts = {{{0, 6}, "b.txt", ""}};
  second.utterances[0].source = {1, 3};
  second.utterances[0].segments[0].words[0].source = {1, 2};
  second.notes = {{Severity::warning, {2, 3}, "note"}};
  second.dropped = {{{4, 5}, "rule"}};
  second.outline = {{"three", 1, false, 0}};
  const std::size_t sentences = first.utterances.size();

  Plan book;
  join(book, first, "a");
  join(book, second, "b");
  CHECK(book.source == "firstsecond");
  CHECK(book.metadata.title == "甲");
  REQUIRE(book.utterances.size() == sentences + second.utterances.size());
  CHECK(book.utterances[sentences].source == Span{6, 8});
  CHECK(book.utterances[sentences].segments[0].words[0].source == Span{6, 7});
  CHECK(book.utterances[sentences - 1].segments.back().after == Pause::chapter);
  CHECK(book.notes.at(0).where == Span{7, 8});
  CHECK(book.dropped.at(0).source == Span{9, 10});
  CHECK(book.outline.at(0).first == sentences);
  CHECK(book.parts.at(1).source == Span{5, 11});
  CHECK(firsts(book.chapters) == Numbers{0, 2, 4});
  CHECK(firsts(book.blocks) == Numbers{0, 2, 4});
}

TEST_CASE("each document of a book is a group of chapters under its title") {
  struct Line {
    const char* title;  ///< of the document
    std::vector<Chapter> chapters;
    std::vector<std::pair<std::string, int>> joined;  ///< title and level
  };
  for (const Line& line : {
           Line{"书", {{"书", 1, true, 0}, {"一", 1, false, 1}}, {{"书", 1}, {"一", 2}}},
           Line{"书", {{"开场", 1, true, 0}, {"一", 1, false, 1}}, {{"书", 1}, {"一", 2}}},
           Line{"书", {{"一", 1, false, 0}, {"二", 1, false, 1}}, {{"书：一", 1}, {"二", 2}}},
           Line{"书", {{"一", 1, false, 0}, {"细", 2, false, 1}}, {{"书：一", 1}, {"细", 3}}},
           Line{"", {{"一", 1, false, 0}}, {{"name：一", 1}}},
           Line{"一", {{"一", 1, false, 0}}, {{"一", 1}}},
           Line{"书", {}, {{"书", 1}}},
           Line{"", {}, {{"name", 1}}},
       }) {
    CAPTURE(line.title);
    CAPTURE(line.joined.front().first);
    Plan plan = small_plan({"x"}, 3);
    plan.metadata.title = line.title;
    plan.chapters = line.chapters;
    plan.outline = {{"heading", 1, false, 0}, {"inner", 1, false, 2}};
    Plan book;
    join(book, plan, "name");
    CHECK(book.outline.at(0).title == line.joined.at(0).first);
    CHECK(book.outline.at(0).level == 1);
    CHECK(book.outline.at(1).level >= 2);
    std::vector<std::pair<std::string, int>> joined;
    for (const Chapter& chapter : book.chapters) joined.emplace_back(chapter.title, chapter.level);
    CHECK(joined == line.joined);
  }
}
