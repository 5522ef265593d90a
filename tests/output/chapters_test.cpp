#include "output/chapters.h"

#include <doctest/doctest.h>

#include "support/small_plan.h"

using namespace langdu;

namespace {

/// A plan and marks of ten frames a chapter, with these levels.
struct Book {
  explicit Book(const std::vector<int>& levels) : plan(small_plan(numbered_titles(levels.size()), 1)) {
    for (std::uint32_t i = 0; i < levels.size(); ++i) {
      plan.chapters[i].level = levels[i];
      marks.push_back({10 * i, 10 * i + 10, i});
    }
  }
  /// The chapters that are left of at most `most`, after checking that they tile the sound.
  std::vector<std::uint32_t> chosen(std::size_t most) const {
    const auto left = choose_chapters(plan, marks, most);
    std::vector<std::uint32_t> numbers;
    std::uint64_t end = 0;
    for (const ChapterMark& mark : left) {
      CHECK(mark.begin == end);
      end = mark.end;
      numbers.push_back(mark.chapter);
    }
    CHECK(end == marks.back().end);
    return numbers;
  }
  Plan plan;
  std::vector<ChapterMark> marks;
};

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("with room for all, all stay") {
  CHECK(Book({1, 2, 3}).chosen(3) == Numbers{0, 1, 2});
  CHECK(choose_chapters(Plan{}, {}, 0).empty());
}

TEST_CASE("the innermost levels go first, whole levels at a time") {
  const Book book({2, 1, 3, 2, 3, 1, 2});
  CHECK(book.chosen(6) == Numbers{0, 1, 3, 5, 6});
  CHECK(book.chosen(5) == Numbers{0, 1, 3, 5, 6});
  CHECK(book.chosen(4) == Numbers{1, 5});
  CHECK(book.chosen(2) == Numbers{1, 5});
}

TEST_CASE("of one level the first stay") {
  CHECK(Book({1, 1, 1, 1}).chosen(3) == Numbers{0, 1, 2});
  CHECK(Book({2, 1, 2, 1, 1}).chosen(1) == Numbers{1});
}
