#include "speak/slots.h"

#include <doctest/doctest.h>
#include <sys/mman.h>

#include <vector>

#include "speak/messages.h"
#include "speak/spoken_plan.h"

using namespace langdu;

namespace {

std::size_t resident_pages(const Slot& slot) {
  const std::size_t pages = slot.samples.size_bytes() / 4096;
  std::vector<unsigned char> there(pages);
  REQUIRE(mincore(slot.samples.data(), pages * 4096, there.data()) == 0);
  std::size_t count = 0;
  for (const unsigned char page : there) count += page & 1U;
  return count;
}

}  // namespace

TEST_CASE("segments are read back as they were written, in any order") {
  const Slots slots(2, 1000);
  slots.clear(1);
  JobSound sound(slots.slot(1));
  const std::vector<std::int16_t> one = {1, 2, 3, 0, 0};
  const std::vector<std::int16_t> two = {7, 8};
  sound.begin_segment(1);
  REQUIRE(sound.add(one));
  REQUIRE(sound.end_segment(3, std::vector<std::uint32_t>{0, 2}));
  sound.begin_segment(0);
  REQUIRE(sound.add(two));
  REQUIRE(sound.end_segment(2, std::vector<std::uint32_t>{1}));
  sound.finish(Outcome::spoken);

  const auto first = read_segment(slots.slot(1), 0);
  const auto second = read_segment(slots.slot(1), 1);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(std::vector<std::int16_t>(first->samples.begin(), first->samples.end()) == two);
  CHECK(std::vector<std::int16_t>(second->samples.begin(), second->samples.end()) ==
        std::vector<std::int16_t>{1, 2, 3});
  CHECK(std::vector<std::uint32_t>(second->word_begins.begin(), second->word_begins.end()) ==
        std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("a full slot refuses samples and words instead of writing behind its end") {
  const Slots slots(1, 100);
  const std::size_t room = slots.slot(0).samples.size();
  JobSound sound(slots.slot(0));
  sound.begin_segment(0);
  CHECK(sound.add(std::vector<std::int16_t>(room)));
  CHECK_FALSE(sound.add(std::vector<std::int16_t>(1)));
  CHECK_FALSE(sound.end_segment(0, std::vector<std::uint32_t>(most_words + 1)));
  sound.begin_segment(most_segments);
  CHECK_FALSE(sound.end_segment(0, {}));
}

TEST_CASE("a head that a dying child has damaged is not believed") {
  const Slots slots(1, 100);
  const Slot slot = slots.slot(0);
  const auto big = static_cast<std::uint32_t>(slot.samples.size() + 1);
  for (const SlotHead::Part part : {SlotHead::Part{0, big, 0, 0}, SlotHead::Part{5, 4, 0, 0},
                                    SlotHead::Part{0, 1, 0, most_words + 1}, SlotHead::Part{0, 1, 3, 2}}) {
    slot.head->parts[0] = part;
    CHECK_FALSE(read_segment(slot, 0));
  }
  CHECK_FALSE(read_segment(slot, most_segments));
}

TEST_CASE("a trimmed slot keeps no more than the usual sentence's memory, however long its sound was") {
  const Slots slots(1, 4'000'000);
  JobSound sound(slots.slot(0));
  sound.begin_segment(0);
  REQUIRE(sound.add(std::vector<std::int16_t>(4'000'000, 1)));
  CHECK(resident_pages(slots.slot(0)) > 1900);
  slots.trim(0);
  CHECK(resident_pages(slots.slot(0)) <= kept_bytes / 4096);
}

TEST_CASE("a request travels unchanged") {
  Request request;
  request.id = 77;
  request.slot = 3;
  const Plan plan = long_plan(3);
  for (const Segment& segment : plan.utterances[2].segments) request.texts.push_back(compose(segment));
  const Request back = unpack(pack(request));
  CHECK(back.id == 77);
  CHECK(back.slot == 3);
  REQUIRE(back.texts.size() == request.texts.size());
  for (std::size_t i = 0; i < back.texts.size(); ++i) {
    CHECK(back.texts[i].text == request.texts[i].text);
    CHECK(back.texts[i].language == request.texts[i].language);
    CHECK(back.texts[i].words == request.texts[i].words);
    REQUIRE(back.texts[i].tokens.size() == request.texts[i].tokens.size());
    CHECK(back.texts[i].tokens.back().position == request.texts[i].tokens.back().position);
  }
}

TEST_CASE("the longest job fits into a request") {
  Request letters;
  Request clauses;
  std::string words;
  for (int i = 0; i < 150; ++i) words += "W ";
  letters.texts.push_back(compose(english_segment(words)));
  CHECK(pack(letters).size() <= longest_request);
  for (int i = 0; i < 60; ++i) clauses.texts.push_back(compose(mandarin_segment("zhuang4")));
  CHECK(pack(clauses).size() <= longest_request);
}
