#include <doctest/doctest.h>

#include <ctime>
#include <fstream>

#include "output/book_reader.h"
#include "output/real_plan.h"
#include "output/written.h"
#include "support/epubcheck.h"
#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;

namespace {

struct WrittenBook {
  SeenBook book;
  Written written;
};

WrittenBook written_book(const Plan& plan, const FakeSynth::Settings& voice = {.samples_per_syllable = 300}) {
  const TemporaryFolder folder;
  const std::string path = folder / "book.epub";
  Written written = write_plan(path, plan, voice);
  return {read_book(path), std::move(written)};
}

std::int64_t ms(std::uint64_t frames) { return static_cast<std::int64_t>(frames) * 1000 / 22050; }

/// The sentences of all pages.
std::vector<SeenSentence> sentences_of(const SeenBook& book) {
  std::vector<SeenSentence> sentences;
  for (const SeenPage& page : book.pages)
    sentences.insert(sentences.end(), page.sentences.begin(), page.sentences.end());
  return sentences;
}

/// Where each sound file begins in the whole, in frames, by the chapters of the plan.
std::map<std::string, std::uint64_t> sound_begins(const SeenBook& book, const Plan& plan,
                                                  const Timeline& timeline) {
  std::map<std::string, std::uint64_t> begins;
  const auto marks = chapter_marks(plan, timeline);
  for (std::size_t i = 0; i < book.pages.size(); ++i)
    begins.emplace(book.pages[i].sentences.front().sound, marks.empty() ? 0 : marks.at(i).begin);
  return begins;
}

const char* const text_of_two_levels =
    "# 出行须知\n\n开头的话。还有一句。\n\n## 一、准备\n\n带好证件，早点出门。路上小心。\n\n### "
    "（一）证件\n\n身份证。\n\n"
    "## 二、路线\n\nHello world. How are you? 走大路。\n";

/// A picture of one grey dot.
const std::string dot_png(
    "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00"
    "\x00"
    "\x00\x00\x3a\x7e\x9b\x55\x00\x00\x00\x0a\x49\x44\x41\x54\x78\x9c\x63\xf8\x0f\x00\x01\x01\x01\x00\xb1\x38"
    "\xf6"
    "\x14\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82",
    67);

}  // namespace

TEST_CASE(
    "an e-book: every sentence stands once in the text, and is heard at its time until the next begins") {
  Plan without_chapters = small_plan({"no chapter"}, 3);
  without_chapters.chapters.clear();
  for (const Plan& plan :
       {small_plan(numbered_titles(1), 1), small_plan(numbered_titles(3), 4), without_chapters,
        small_plan(numbered_titles(300), 1), plan_of_text(text_of_two_levels)}) {
    const WrittenBook result = written_book(plan);
    const SeenBook& book = result.book;
    const auto sentences = sentences_of(book);
    const Timeline& timeline = result.written.timeline;
    REQUIRE(sentences.size() == plan.utterances.size());
    auto begins = sound_begins(book, plan, timeline);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const SeenSentence& sentence = sentences[i];
      CAPTURE(sentence.text);
      CHECK(sentence.text == plan.utterances[i].shown);
      const std::int64_t sound_begin = ms(begins.at(sentence.sound));
      CHECK(std::abs(sound_begin + sentence.begin - ms(timeline.cues[i].begin)) <= 1);
      CHECK(sentence.begin < sentence.end);
      const bool last_of_file = i + 1 == sentences.size() || sentences[i + 1].sound != sentence.sound;
      const std::uint64_t end = i + 1 < sentences.size() ? timeline.cues[i + 1].begin : timeline.frames;
      CHECK(std::abs(sound_begin + sentence.end - ms(end)) <= 1);
      if (!last_of_file) CHECK(sentences[i + 1].begin == sentence.end);
    }
    std::int64_t sum = 0;
    for (const SeenPage& page : book.pages) {
      std::int64_t clips = 0;
      for (const SeenSentence& sentence : page.sentences) clips += sentence.end - sentence.begin;
      CHECK(page.duration == clips);
      sum += clips;
    }
    CHECK(book.duration == sum);
    CHECK(book.pages.size() == std::max<std::size_t>(plan.chapters.size(), 1));
  }
}

TEST_CASE("an e-book: each chapter has its sound, decoded as it was rendered, to the sample of its length") {
  const Plan plan = small_plan(numbered_titles(3), 4);
  const WrittenBook result = written_book(plan, {});
  const SeenBook& book = result.book;
  const Written& written = result.written;
  const TemporaryFolder folder;
  std::uint64_t length = 0;
  for (const auto& entry : sound_begins(book, plan, written.timeline)) {
    const std::string& sound = entry.first;
    const std::uint64_t begin = entry.second;
    CAPTURE(sound);
    CHECK(begin == length);
    CHECK(book.stored.at(sound));
    const std::string path = folder.write("sound.m4a", book.members.at(sound));
    const auto probed = probe(path);
    const double seconds = std::stod(probed["format"]["duration"].get<std::string>());
    length += static_cast<std::uint64_t>(std::llround(seconds * 22050));
    const auto samples = decoded(path);
    REQUIRE(samples.size() >= length - begin);
    REQUIRE(length <= written.samples.size());
    double noise = 0;
    double power = 0;
    for (std::uint64_t i = begin; i < length; ++i) {
      const double difference = samples[i - begin] - written.samples[i];
      noise += difference * difference;
      power += static_cast<double>(written.samples[i]) * written.samples[i];
    }
    CHECK(noise < 0.05 * power);
  }
  CHECK(length == written.samples.size());
}

TEST_CASE("an e-book: headings and paragraphs stand as in the document, English is marked as such") {
  const SeenBook book = written_book(plan_of_text(text_of_two_levels)).book;
  REQUIRE(book.pages.size() == 3);
  CHECK(book.pages[0].title == "出行须知");
  CHECK(book.pages[0].text == "出行须知\n开头的话。还有一句。\n");
  CHECK(book.pages[1].text == "一、准备\n带好证件，早点出门。路上小心。\n（一）证件\n身份证。\n");
  CHECK(book.pages[2].text == "二、路线\nHello world. How are you？走大路。\n");
  std::vector<std::string> elements;
  for (const SeenSentence& sentence : book.pages[1].sentences) elements.push_back(sentence.element);
  CHECK(elements == std::vector<std::string>{"h2", "p", "p", "h3", "p"});
  CHECK(book.pages[0].sentences[0].element == "h1");
  CHECK(book.pages[2].sentences[1].language == "en");
  CHECK(book.pages[2].sentences[3].language.empty());
}

TEST_CASE("an e-book: the table of contents has each heading in the list of its level") {
  Plan plan = small_plan(numbered_titles(5), 2);
  const SeenBook flat = written_book(plan).book;
  CHECK(flat.contents.size() == 5);
  for (const SeenEntry& entry : flat.contents) CHECK(entry.depth == 1);
  const int levels[] = {1, 2, 4, 2, 1};
  for (std::size_t i = 0; i < 5; ++i) plan.chapters[i].level = levels[i];
  plan.outline = {{"inner", 4, false, 3}, {"again", 2, false, 2}};  // the second is a chapter already
  const SeenBook book = written_book(plan).book;
  std::string seen;
  for (const SeenEntry& entry : book.contents) seen += std::to_string(entry.depth) + " " + entry.title + "\n";
  CHECK(seen == "1 chapter 1\n2 again\n3 inner\n3 chapter 3\n2 chapter 4\n1 chapter 5\n");
  CHECK(book.contents[2].address == "EPUB/page-0002.xhtml#s4");
  Plan nameless = small_plan({""}, 1);
  const SeenBook untitled = written_book(nameless).book;
  REQUIRE(untitled.contents.size() == 1);
  CHECK(untitled.contents[0].title == "无题");
}

TEST_CASE("an e-book says what it is: title, author, dates, and for whom it is") {
  Plan plan = small_plan({"a"});
  plan.metadata.title = "标题 & \"引号\"";
  plan.metadata.date = "2024年3月8日";
  plan.metadata.author = "鲁迅";
  plan.metadata.cover = {"image/png", dot_png};
  const TemporaryFolder folder;
  const std::string path = folder / "book.epub";
  write_plan(path, plan);
  const SeenBook book = read_book(path);
  using List = std::vector<std::string>;
  CHECK(book.metadata("dc:title") == List{plan.metadata.title});
  CHECK(book.metadata("dc:creator") == List{"鲁迅"});
  CHECK(book.metadata("dc:language") == List{"zh-CN"});
  CHECK(book.metadata("dc:date") == List{"2024-03-08"});
  CHECK(book.metadata("dcterms:modified") == List{"2024-03-08T00:00:00Z"});
  CHECK(book.metadata("schema:accessMode") == List{"textual", "auditory"});
  CHECK(book.metadata("schema:accessibilityFeature")[0] == "synchronizedAudioText");
  CHECK(book.metadata("schema:accessibilityHazard") == List{"none"});
  CHECK(book.metadata("schema:accessibilitySummary").size() == 1);
  REQUIRE(book.metadata("media:active-class").size() == 1);
  const std::string& style = book.members.at("EPUB/style.css");
  const auto rule = style.find("." + book.metadata("media:active-class")[0]);
  REQUIRE(rule != std::string::npos);
  CHECK(style.find("text-decoration: underline", rule) < style.find('}', rule));
  CHECK(book.members.at("EPUB/cover.png") == dot_png);
  CHECK(book.members.at("EPUB/cover.xhtml").find("src=\"cover.png\"") != std::string::npos);
  check_epub(path);
}

TEST_CASE("an e-book: a day that is none is not named; without a date and a title it says the least") {
  Plan plan = small_plan({"第一章", "第二章"});
  plan.metadata.date = "2023-02-31";
  SeenBook book = written_book(plan).book;
  CHECK(book.metadata("dc:date") == std::vector<std::string>{"2023-02"});
  CHECK(book.metadata("dcterms:modified") == std::vector<std::string>{"1980-01-01T00:00:00Z"});
  CHECK(book.metadata("dc:title") == std::vector<std::string>{"第一章"});
  plan.metadata.date = "0000";
  CHECK(written_book(plan).book.metadata("dc:date").empty());
  const SeenBook empty = written_book(Plan{}).book;
  CHECK(empty.metadata("dc:title") == std::vector<std::string>{"无题"});
  CHECK(empty.duration == 0);
}

TEST_CASE("an e-book has the identifier of its content") {
  Plan plan = small_plan(numbered_titles(2));
  const auto identifier = [&] { return written_book(plan).book.metadata("dc:identifier").at(0); };
  const std::string first = identifier();
  CHECK(first.starts_with("urn:uuid:"));
  CHECK(first.size() == 45);
  CHECK(identifier() == first);
  plan.utterances[3].shown += "。";
  CHECK(identifier() != first);
}

TEST_CASE("an e-book has the same bytes in every time zone") {
  const TemporaryFolder folder;
  const Plan plan = small_plan(numbered_titles(2));
  std::vector<std::string> contents;
  for (const char* zone : {"UTC", "Asia/Shanghai", "America/Los_Angeles"}) {
    setenv("TZ", zone, 1);
    tzset();
    write_plan(folder / "book.epub", plan);
    contents.push_back(content_of(folder / "book.epub"));
  }
  unsetenv("TZ");
  tzset();
  CHECK(contents[1] == contents[0]);
  CHECK(contents[2] == contents[0]);
}

TEST_CASE("an e-book shows its kind in its first bytes") {
  const TemporaryFolder folder;
  write_plan(folder / "book.epub", small_plan({"a"}));
  const std::string content = content_of(folder / "book.epub");
  CHECK(content.substr(0, 4) == "PK\x03\x04");
  CHECK(content.substr(8, 2) == std::string(2, '\0'));   // stored
  CHECK(content.substr(28, 2) == std::string(2, '\0'));  // no extra field
  CHECK(content.substr(30, 28) == "mimetypeapplication/epub+zip");
}

TEST_CASE("an e-book of any bytes is XML that a strict parser takes") {
  std::string controls;
  for (char c = 1; c < 32; ++c) controls += c;
  Plan plan = small_plan({"", std::string("nul\0nul", 7), "\xff\xfe bad \xe4\xb8", "]]> <!-- & <b> \"'",
                          "\xed\xa0\x80", "\uFFFE\uFFFF\u0085\u009F\uFDD0\U0001FFFE", controls + "\x7F",
                          "😀👩‍🚀𠀀", std::string(3000, 'x')},
                         1);
  plan.metadata.title = "\x80\xff & <";
  plan.metadata.date =
      "\xff"
      "2024";
  plan.metadata.author = "\x01\xfe<&\"";
  const TemporaryFolder folder;
  const std::string path = folder / "book.epub";
  write_plan(path, plan);
  const auto sentences = sentences_of(read_book(path));
  REQUIRE(sentences.size() == 9);
  CHECK(sentences[3].text == "]]> <!-- & <b> \"' 0");
  CHECK(sentences[5].text == "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD 0");
  CHECK(sentences[7].text == "😀👩‍🚀𠀀 0");
  if (!have_program("python3")) {
    MESSAGE("NOT RUN: python3 is not installed");
    return;
  }
  const RunResult result =
      run({"python3", "-c",
           "import sys, zipfile, xml.parsers.expat as expat\n"
           "book = zipfile.ZipFile(sys.argv[1])\n"
           "assert book.testzip() is None\n"
           "names = [n for n in book.namelist() if n.endswith(('ml', '.opf', '.smil'))]\n"
           "assert len(names) == 21, names\n"
           "for name in names: expat.ParserCreate().Parse(book.read(name), True)\n",
           path});
  CHECK(result.err == "");
  CHECK(result.status == 0);
}
