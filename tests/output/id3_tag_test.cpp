#include "output/id3_tag.h"

#include <doctest/doctest.h>
#include <taglib/chapterframe.h>
#include <taglib/id3v2tag.h>
#include <taglib/mpegfile.h>
#include <taglib/tableofcontentsframe.h>

#include <map>
#include <set>

#include "output/written.h"
#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;
namespace id3 = TagLib::ID3v2;

namespace {

std::string string_of(const TagLib::ByteVector& bytes) {
  std::string text(bytes.data(), bytes.size());
  while (text.ends_with('\0')) text.pop_back();
  return text;
}

/// The chapters in the order in which a player walks the tree of contents; every table counts at most 255.
std::vector<std::string> walk(const std::map<std::string, id3::TableOfContentsFrame*>& tables,
                              const std::string& name) {
  const auto table = tables.find(name);
  if (table == tables.end()) return {name};
  CHECK(table->second->childElements().size() <= 255);
  std::vector<std::string> all;
  for (const TagLib::ByteVector& child : table->second->childElements()) {
    for (std::string& element : walk(tables, string_of(child))) all.push_back(std::move(element));
  }
  return all;
}

}  // namespace

TEST_CASE("3,000 chapters: all in ffprobe and all in the tree of contents, in order") {
  const TemporaryFolder folder;
  const std::string path = folder / "many.mp3";
  write_plan(path, hasty_plan(numbered_titles(3000)), {.samples_per_syllable = 100});
  CHECK(titles_of(probe(path)) == numbered_titles(3000));

  TagLib::MPEG::File file(path.c_str(), false);
  REQUIRE(file.ID3v2Tag() != nullptr);
  std::map<std::string, id3::TableOfContentsFrame*> tables;
  std::string top;
  for (id3::Frame* frame : file.ID3v2Tag()->frameListMap()["CTOC"]) {
    auto* table = dynamic_cast<id3::TableOfContentsFrame*>(frame);
    REQUIRE(table != nullptr);
    CHECK(table->isOrdered());
    tables[string_of(table->elementID())] = table;
    if (table->isTopLevel()) top = string_of(table->elementID());
  }
  const auto elements = walk(tables, top);
  REQUIRE(elements.size() == 3000);
  for (std::size_t i = 0; i < elements.size(); ++i) REQUIRE(elements[i] == "ch" + std::to_string(i));
}

TEST_CASE("the tag before rendering is as long as the one after it, and shorter ones are padded") {
  for (const std::size_t count : {0U, 1U, 3U, 255U, 256U, 300U}) {
    CAPTURE(count);
    const Plan plan = small_plan(numbered_titles(count), 1);
    Timeline timeline{.sample_rate = 22050, .frames = 0, .cues = {}, .word_begins = {}};
    const std::string before = id3_tag(plan, timeline);
    for (std::uint32_t i = 0; i < plan.utterances.size(); ++i) {
      timeline.cues.push_back({i, 1000000ULL * i, 1000000ULL * i + 500, i});
      timeline.frames = 1000000ULL * (i + 1);
    }
    CHECK(id3_tag(plan, timeline).size() == before.size());
    if (!timeline.cues.empty()) timeline.cues.pop_back();  // the last chapter was not rendered
    const std::string padded = padded_id3_tag(id3_tag(plan, timeline), before.size());
    CHECK(padded.size() == before.size());
    CHECK(padded.substr(0, 10) == before.substr(0, 10));
  }
}

TEST_CASE("70,000 chapters with long titles make a tag that is still a tag") {
  Plan plan = small_plan({std::string(1200, 'x')}, 1);
  plan.chapters.resize(70000, plan.chapters.front());
  plan.utterances.resize(70000, plan.utterances.front());
  for (std::uint32_t i = 0; i < plan.chapters.size(); ++i) plan.chapters[i].first = i;
  const std::string tag = id3_tag(plan, Timeline{});
  CHECK(tag.size() > 65025 * 1000);
  CHECK(tag.size() < (1U << 28));
  std::uint32_t size = 0;
  for (std::size_t i = 6; i < 10; ++i) size = size << 7 | static_cast<unsigned char>(tag[i]);
  CHECK(size + 10 == tag.size());
}

TEST_CASE("times are exact to the millisecond beyond 27 hours") {
  Plan plan = small_plan({"a", "b"}, 1);
  const std::uint64_t late = 22050ULL * 3600 * 30 + 11;  // 30 hours, 0.5 ms
  const Timeline timeline{.sample_rate = 22050,
                          .frames = late + 22050,
                          .cues = {{0, 0, 5, 0}, {1, late, late + 5, 1}},
                          .word_begins = {}};
  const std::string tag = id3_tag(plan, timeline);
  const std::size_t at = tag.find(std::string("ch1\0", 4));
  REQUIRE(at != std::string::npos);
  std::uint32_t start = 0;
  const std::size_t second =
      tag.find(std::string("CHAP"), tag.find("CHAP") + 1) + 10 + 4;  // behind header and "ch1\0"
  for (std::size_t i = 0; i < 4; ++i) start = start << 8 | static_cast<unsigned char>(tag[second + i]);
  CHECK(start == 30U * 3600 * 1000);
}
