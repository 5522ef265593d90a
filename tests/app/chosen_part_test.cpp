#include "app/chosen_part.h"

#include <doctest/doctest.h>

#include <optional>

#include "support/small_plan.h"
#include "text/error.h"

using namespace langdu;

TEST_CASE("a section, or sentences from and to, counted from 1") {
  struct Line {
    int section, from, to;  ///< 0: not given
    std::optional<Fault> fault;
    std::size_t first, count;  ///< of the sentences that are left
  };
  for (const Line& line : {
           Line{0, 0, 0, {}, 0, 6},
           Line{1, 0, 0, {}, 0, 2},
           Line{3, 0, 0, {}, 4, 2},
           Line{4, 0, 0, Fault::no_such_part, 0, 0},
           Line{0, 2, 0, {}, 1, 5},
           Line{0, 0, 2, {}, 0, 2},
           Line{0, 6, 6, {}, 5, 1},
           Line{0, 7, 0, Fault::no_such_part, 0, 0},
           Line{0, 1, 7, Fault::no_such_part, 0, 0},
           Line{0, 3, 2, Fault::wrong_use, 0, 0},
           Line{1, 1, 0, Fault::wrong_use, 0, 0},
           Line{1, 0, 1, Fault::wrong_use, 0, 0},
       }) {
    CAPTURE(line.section);
    CAPTURE(line.from);
    CAPTURE(line.to);
    const Plan plan = small_plan({"one", "two", "three"});
    Settings settings;
    if (line.section != 0) settings.section = line.section;
    if (line.from != 0) settings.from = line.from;
    if (line.to != 0) settings.to = line.to;
    try {
      check_part(settings);
      const Plan part = chosen_part(settings, "a.txt", plan);
      CHECK_FALSE(line.fault);
      REQUIRE(part.utterances.size() == line.count);
      CHECK(part.utterances[0].shown == plan.utterances[line.first].shown);
    } catch (const Error& error) {
      CHECK(error.fault() == line.fault);
    }
  }
}
