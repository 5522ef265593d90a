#include "output/vorbis_comments.h"

#include <doctest/doctest.h>

#include "support/small_plan.h"

using namespace langdu;

namespace {

/// Of a plan whose sentences begin every so many frames.
Timeline regular(const Plan& plan, std::uint64_t frames) {
  Timeline timeline{.sample_rate = 22050, .frames = 0, .cues = {}, .word_begins = {}};
  for (std::uint32_t i = 0; i < plan.utterances.size(); ++i) timeline.cues.push_back({i, frames * i, frames * i + 1, i});
  timeline.frames = frames * plan.utterances.size();
  return timeline;
}

bool holds(const std::string& comments, std::string_view text) {
  return comments.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("chapters are comments with their time to the millisecond and their title") {
  const Plan plan = small_plan({"a", "b=c", "第三"}, 1);
  const std::string comments = vorbis_comments(plan, regular(plan, 22050ULL * 3661 + 11));
  CHECK(holds(comments, "CHAPTER001=00:00:00.000"));
  CHECK(holds(comments, "CHAPTER002=01:01:01.000"));
  CHECK(holds(comments, "CHAPTER003=02:02:02.001"));
  CHECK(holds(comments, "CHAPTER002NAME=b=c"));
  CHECK(holds(comments, "CHAPTER003NAME=第三"));
}

TEST_CASE("comments before rendering are as long as those after it, beyond 100 hours too") {
  for (const std::size_t count : {0U, 1U, 3U, 999U, 1000U, 3000U}) {
    CAPTURE(count);
    Plan plan = small_plan(numbered_titles(count), 1);
    for (std::size_t i = 0; i < count; i += 3) plan.chapters[i].level = 2;
    const std::string before = vorbis_comments(plan, {});
    CHECK(vorbis_comments(plan, regular(plan, 22050)).size() == before.size());
    CHECK(vorbis_comments(plan, regular(plan, 22050ULL * 360000)).size() == before.size());
  }
}

TEST_CASE("chapters without a sentence need no room") {
  Plan plan = small_plan({"a", "b", "c"}, 1);
  plan.chapters[1].first = plan.chapters[2].first;  // the first of the two has none
  CHECK(vorbis_comments(plan, {}).size() == vorbis_comments(plan, regular(plan, 22050)).size());
  CHECK_FALSE(holds(vorbis_comments(plan, {}), "CHAPTER003"));
}
