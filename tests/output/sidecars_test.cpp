// Every text format that is written beside the sound is read back by a reader of its own.
#include "output/sidecars.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>

#include "output/captions.h"
#include "output/real_plan.h"
#include "output/sidecar_readers.h"
#include "output/tag_text.h"
#include "output/written.h"
#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;

namespace {

enum class Holds { captions, chapters };

/// One row a text format.
struct Reader {
  std::string_view name;  ///< of the format
  Holds holds;
  std::vector<Seen> (*read)(const std::string& content);
  double precision;  ///< of its times, in seconds; they may be that much early
  int lines = 2;     ///< of a caption, at most
  bool ends =
      true;  ///< a caption has an end of its own; else it lasts until the next or until a chapter's end
};

constexpr std::array readers = {
    Reader{"srt", Holds::captions, read_srt, 0.001},
    Reader{"vtt", Holds::captions, read_vtt, 0.001},
    Reader{"words.vtt", Holds::captions, read_vtt, 0.001},
    Reader{"lrc", Holds::captions, read_lrc, 0.01, 1, false},
    Reader{"json", Holds::chapters, read_json_chapters, 0.001},
    Reader{"chapters.vtt", Holds::chapters, read_vtt, 0.001},
    Reader{"cue", Holds::chapters, read_cue, 1.0 / 75},
    Reader{"ffmetadata", Holds::chapters, read_ffmetadata, 0.000001},
    Reader{"labels.txt", Holds::chapters, read_labels, 0.000001},
};

const OutputFormat& format_named(std::string_view name) {
  for (const OutputFormat& format : output_formats()) {
    if (format.name == name) return format;
  }
  FAIL("no format ", name);
  return output_formats().front();
}

struct Sidecar {
  Timeline timeline;
  std::string content;
  std::vector<Seen> seen;
};

Sidecar sidecar_of(const Reader& reader, const Plan& plan, const FakeSynth::Settings& voice = {}) {
  const TemporaryFolder folder;
  const std::string path = folder / named("out", format_named(reader.name));
  Sidecar sidecar{write_plan(path, plan, voice).timeline, content_of(path), {}};
  sidecar.seen = reader.read(sidecar.content);
  return sidecar;
}

std::vector<std::string> hard_titles() {
  std::ifstream file(std::string(TEST_DATA) + "/output/titles.txt");
  std::vector<std::string> titles = {"tab\tand\nline\rend", "a --> b [x] {\\an8} <i>", "\\", "=", ""};
  for (std::string line; std::getline(file, line);) titles.push_back(line);
  for (int i = 0; i < 300; ++i) titles.back() += "题";
  return titles;
}

bool close_before(double seen, double true_time, double precision) {
  return seen <= true_time + 0.0000011 && seen > true_time - precision - 0.0000011;
}

/// What holds for captions of any plan.
void check_captions(const Reader& reader, const Plan& plan, const Sidecar& sidecar) {
  const auto seconds = [&](std::uint64_t frame) {
    return static_cast<double>(frame) / sidecar.timeline.sample_rate;
  };
  std::size_t at = 0;
  double last_end = 0;
  for (const Cue& cue : sidecar.timeline.cues) {
    const std::string written = without_joiners(tag_text(plan.utterances[cue.utterance].shown));
    CAPTURE(written);
    REQUIRE(at < sidecar.seen.size());
    CHECK(close_before(sidecar.seen[at].begin, seconds(cue.begin), reader.precision));
    std::string text;
    while (text.size() < written.size()) {
      REQUIRE(at < sidecar.seen.size());
      const Seen& seen = sidecar.seen[at++];
      text += seen.text();
      CHECK(seen.begin >= last_end - 0.000001);
      CHECK((seen.end > seen.begin || (!reader.ends && seen.end == seen.begin)));  // LRC counts hundredths
      last_end = seen.end;
      CHECK(static_cast<int>(seen.lines.size()) <= reader.lines);
      double word = seen.begin;
      for (const double next : seen.words) {
        CHECK(next > word);
        word = next;
      }
      CHECK((seen.words.empty() || word < seen.end));
    }
    CHECK(text == written);
    if (reader.ends) CHECK(last_end <= seconds(cue.end) + 0.000001);
  }
  CHECK(at == sidecar.seen.size());
  CHECK(last_end <= seconds(sidecar.timeline.frames));
}

void check_chapters(const Reader& reader, const Plan& plan, const Sidecar& sidecar) {
  const auto marks = chapter_marks(plan, sidecar.timeline);
  const std::size_t most = format_named(reader.name).most_chapters;
  REQUIRE(sidecar.seen.size() ==
          std::min(most, std::max<std::size_t>(marks.size(), reader.name == "cue" ? 1 : 0)));
  for (std::size_t i = 0; i < std::min(marks.size(), most); ++i) {
    const Seen& seen = sidecar.seen[i];
    std::string title = tag_text(plan.chapters[marks[i].chapter].title);
    if (reader.name == "ffmetadata" && title.ends_with('\\')) title += ' ';
    if (reader.name == "cue") std::replace(title.begin(), title.end(), '"', '\'');
    CHECK(seen.text() == title);
    CHECK(close_before(seen.begin, static_cast<double>(marks[i].begin) / 22050, reader.precision));
    if (seen.end >= 0)
      CHECK(close_before(seen.end, static_cast<double>(marks[i].end) / 22050, reader.precision));
  }
}

void check(const Reader& reader, const Plan& plan, const FakeSynth::Settings& voice = {}) {
  CAPTURE(reader.name);
  const Sidecar sidecar = sidecar_of(reader, plan, voice);
  (reader.holds == Holds::captions ? check_captions : check_chapters)(reader, plan, sidecar);
}

const std::string long_text =
    "# 标题：“引号” & "
    "<b>粗体</b>\n\n会议强调，各级领导干部要带头深入基层调查研究，扑下身子干实事、谋实招、求实效，"
    "切实增强责任感和紧迫感。\n\n2024年GDP增长5.2%，达到1,349,084亿元；人均约9.5万元！（数据来自national "
    "bureau of statistics）\n\n## 二、[12:30] 开会\n\nThis is a long English sentence, with commas and so "
    "on, "
    "which has to be divided between "
    "words.\n\n坚持问题导向坚持目标导向坚持结果导向坚持系统观念坚持守正创新坚持自信自立坚持人民至上"
    "坚持胸怀天下坚持自我革命坚持统一战线。\n\n见 "
    "https://www.example.com/a/very/long/address/that/does/not/fit/in/a/line?x=1 。\n";

}  // namespace

TEST_CASE("every text format of the table has a reader here") {
  for (const OutputFormat& format : text_formats()) {
    CAPTURE(format.name);
    CHECK(std::count_if(readers.begin(), readers.end(),
                        [&](const Reader& reader) { return reader.name == format.name; }) == 1);
  }
  CHECK(text_formats().size() == readers.size());
}

TEST_CASE("every text format: 0, 1, 3 and 300 chapters, and titles of any kind") {
  for (const Reader& reader : readers) {
    for (const std::size_t count : {1U, 3U, 300U}) check(reader, small_plan(numbered_titles(count), 1));
    check(reader, small_plan(hard_titles(), 1));
    Plan plan = small_plan({"no chapter"});
    plan.chapters.clear();
    check(reader, plan);
    check(reader, Plan{});
  }
}

TEST_CASE("every text format: a real text, at any speed") {
  const Plan plan = plan_of_text(long_text);
  REQUIRE(plan.utterances.size() > 5);
  for (const Reader& reader : readers) {
    for (const std::uint32_t samples : {2000U, 4410U, 12345U})
      check(reader, plan, {.samples_per_syllable = samples});
  }
}

TEST_CASE(
    "every text format: the same in another run, and the title of the document is in those that have one") {
  Plan plan = small_plan(numbered_titles(3));
  plan.metadata.title = "题目：=;#]\"\\\n二";
  const std::map<std::string_view, std::string_view> titles = {
      {"lrc", "[ti:题目：=;#］\"\\ 二]\n"},
      {"json", R"("title": "题目：=;#]\"\\ 二")"},
      {"cue", "\nTITLE \"题目：=;#]'\\ 二\"\n"},
      {"ffmetadata", "\ntitle=题目：\\=\\;\\#]\"\\\\ 二\n"}};
  for (const Reader& reader : readers) {
    CAPTURE(reader.name);
    const std::string content = sidecar_of(reader, plan).content;
    CHECK(content == sidecar_of(reader, plan).content);
    const auto title = titles.find(reader.name);
    if (title != titles.end()) CHECK(content.find(title->second) != std::string::npos);
  }
}

TEST_CASE("a part of a sentence begins with the word that it begins with") {
  const Plan plan = plan_of_text(long_text);
  FakeSynth synth;
  const Timeline timeline = render(plan, synth, {}, {}, {});
  std::size_t divided = 0;
  make_captions(plan, timeline, {}, [&](const Caption& caption) {
    const std::uint32_t first = caption.lines.front().begin;
    if (first == 0) return;
    ++divided;
    const Utterance& utterance = plan.utterances[caption.utterance];
    const Cue& cue = timeline.cues[caption.utterance];
    std::size_t word_index = cue.first_word;
    for (const Segment& segment : utterance.segments) {
      for (const Word& word : segment.words) {
        if (word.shown >= first) {
          CHECK(caption.begin == (cue.begin + timeline.word_begins[word_index]) * 1000 / 22050);
          return;
        }
        ++word_index;
      }
    }
  });
  CHECK(divided >= 4);
}

TEST_CASE("each hanzi of a sentence is where its word says, and the words of a number where it is written") {
  const Plan plan = plan_of_text("我们在2024年见面，GDP增长5.2%。\n");
  const Utterance& utterance = plan.utterances.at(0);
  for (const auto& row : {std::pair{0U, "我们"}, {1U, "在"}}) {
    const std::uint32_t place = utterance.segments.at(0).words.at(row.first).shown;
    CHECK(utterance.shown.substr(place).starts_with(row.second));
  }
  const Word& year = utterance.segments[0].words.at(2);
  CHECK(utterance.shown.substr(year.shown).starts_with("2024年"));
  CHECK(utterance.shown.substr(utterance.segments.back().words.back().shown).starts_with("5.2%"));
}

TEST_CASE("words.vtt has a time for each word") {
  const Plan plan = plan_of_text("我们要坚持问题导向。\n");
  const auto sidecar = sidecar_of(readers[2], plan);
  REQUIRE(sidecar.seen.size() == 1);
  CHECK(sidecar.seen[0].words.size() + 1 == sidecar.timeline.word_begins.size());
}

TEST_CASE("ffmpeg reads SRT, WebVTT and LRC with the same captions, and ffmetadata with the same chapters") {
  const Plan plan = plan_of_text(long_text);
  const TemporaryFolder folder;
  for (const Reader& reader : readers) {
    if (reader.holds != Holds::captions) continue;
    CAPTURE(reader.name);
    const std::string path = folder / named("x", format_named(reader.name));
    write_plan(path, plan);
    const auto seen = reader.read(content_of(path));
    const RunResult result = run({"ffmpeg", "-v", "error", "-i", path, "-f", "srt", "-"});
    CHECK(result.err.empty());
    std::string all;
    for (const Seen& caption : seen) all += caption.text();
    std::string decoded_text;
    std::size_t arrows = 0;
    for (std::string line : lines_of(result.out)) {
      if (line.find(" --> ") != std::string::npos) {
        ++arrows;
      } else if (!line.empty() && line.find_first_not_of("0123456789") != std::string::npos) {
        decoded_text += line;
      }
    }
    if (reader.name != "lrc") CHECK(arrows == seen.size());
    const auto bare = [](std::string text) {
      text = without_joiners(text);
      std::erase_if(text, [](char c) { return c == ' ' || c == '\r'; });  // ffmpeg changes both at line ends
      return text;
    };
    CHECK(bare(decoded_text) == bare(all));
  }
  const Plan chapters = small_plan(hard_titles(), 1);
  const std::string path = folder / "x.ffmetadata";
  write_plan(path, chapters);
  const auto probed = probe(path);
  const auto titles = titles_of(probed);
  REQUIRE(titles.size() == chapters.chapters.size());
  for (std::size_t i = 0; i < titles.size(); ++i) {
    std::string title = tag_text(chapters.chapters[i].title);
    if (title == "\\") title += ' ';
    CHECK(titles[i] == title);
  }
}

TEST_CASE("a CUE sheet names the sound as seen from its own folder") {
  const Plan plan = small_plan({"a"});
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "sub");
  const auto names = [&](const std::string& path, const std::filesystem::path& sound) {
    const auto sink = open_output(path, plan, {.sample_rate = 22050, .sound = sound});
    write_plan(*sink, plan);
    const std::string content = content_of(path);
    return content.substr(content.find("FILE"), content.find("\n  TRACK") - content.find("FILE"));
  };
  CHECK(names(folder / "x.cue", folder / "书.mp3") == "FILE \"书.mp3\" MP3");
  CHECK(names(folder / "x.cue", folder / "sub/b.flac") == "FILE \"sub/b.flac\" WAVE");
  CHECK(names(folder / "sub/x.cue", folder / "b.wav") == "FILE \"../b.wav\" WAVE");
  CHECK(names(folder / "x.cue", "") == "FILE \"x.wav\" WAVE");
}

TEST_CASE("of more than 99 chapters a CUE sheet keeps the outer levels") {
  Plan plan = hasty_plan(numbered_titles(200));
  for (std::size_t i = 0; i < plan.chapters.size(); ++i) plan.chapters[i].level = i % 4 == 0 ? 1 : 2;
  const auto seen = sidecar_of(readers[6], plan).seen;
  CHECK(seen.size() == 50);
  CHECK(seen.at(1).text() == "chapter 5");
}
