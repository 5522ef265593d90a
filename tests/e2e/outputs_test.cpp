// Several outputs of one run, and what stands in captions and sheets beside real speech.
#include <doctest/doctest.h>
#include <sndfile.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "e2e/langdu.h"
#include "e2e/samples.h"

namespace {

struct Caption {
  double begin = 0;
  double end = 0;
  std::string text;  ///< without line ends
};

double seconds_of(const std::string& clock) {
  unsigned hours = 0;
  unsigned minutes = 0;
  unsigned seconds = 0;
  unsigned ms = 0;
  REQUIRE(std::sscanf(clock.c_str(), "%u:%2u:%2u%*1[,.]%3u", &hours, &minutes, &seconds, &ms) == 4);
  return hours * 3600.0 + minutes * 60.0 + seconds + ms / 1000.0;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

std::vector<std::string> lines_of(const std::string& content) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < content.size();) {
    const auto end = std::min(content.find('\n', at), content.size());
    lines.push_back(content.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// Half columns: three bytes of UTF-8 and more are a full one.
int width_of(std::string line) {
  while (line.ends_with(' ')) line.pop_back();
  int width = 0;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 || (byte >= 0xC0 && byte < 0xE0)) width += 1;
    if (byte >= 0xE0) width += 2;
  }
  return width;
}

/// SRT, or WebVTT.
std::vector<Caption> captions_of(const std::string& content) {
  std::vector<Caption> captions;
  int lines = 0;
  for (std::string line : lines_of(content)) {
    if (const auto arrow = line.find(" --> "); arrow != std::string::npos) {
      captions.push_back({seconds_of(line.substr(0, arrow)), seconds_of(line.substr(arrow + 5)), ""});
      lines = 0;
    } else if (line.empty()) {
      lines = 9;  // what follows is a number
    } else if (!captions.empty() && lines < 9) {
      line = replaced(replaced(replaced(line, "&lt;", "<"), "&gt;", ">"), "&amp;", "&");
      line = replaced(line, "\u2060", "");
      CHECK(width_of(line) <= 40);
      CHECK(++lines <= 2);
      captions.back().text += line;
    }
  }
  return captions;
}

std::vector<std::string> sentences_of(const std::string& document) {
  const auto plan = nlohmann::json::parse(run_langdu({"plan", "--json", document}).out);
  std::vector<std::string> sentences;
  for (const auto& chapter : plan["chapters"]) {
    for (const auto& sentence : chapter["sentences"]) sentences.push_back(sentence["text"]);
  }
  return sentences;
}

/// The loudest sample in [from, to) seconds.
int peak(const std::vector<std::int16_t>& samples, double from, double to) {
  const auto limit = [&](double at) {
    return std::min(samples.size(), static_cast<std::size_t>(std::max(0.0, at) * 22050));
  };
  int most = 0;
  for (std::size_t i = limit(from); i < limit(to); ++i) most = std::max(most, std::abs(static_cast<int>(samples[i])));
  return most;
}

}  // namespace

TEST_CASE("every sample: captions have all that is written, in lines that fit, from the first sound of each sentence") {
  for (const auto& entry : std::filesystem::directory_iterator(LANGDU_REPOSITORY "/samples")) {
    const std::string document = entry.path().string();
    CAPTURE(document);
    const TemporaryFolder folder;
    const auto result = run_langdu({"render", document, "-o", folder / "a.wav", "-o", folder / "a.srt", "-o",
                                    folder / "a.vtt", "-o", folder / "a.words.vtt"});
    REQUIRE(result.status == 0);
    const auto sentences = sentences_of(document);
    const auto samples = samples_of(folder / "a.wav");
    const auto captions = captions_of(content_of(folder / "a.srt"));
    const auto same = captions_of(content_of(folder / "a.vtt"));
    REQUIRE(same.size() == captions.size());
    std::size_t at = 0;
    double last_end = 0;
    for (const std::string& sentence : sentences) {
      CAPTURE(sentence);
      REQUIRE(at < captions.size());
      const double begin = captions[at].begin;
      if (at > 0) CHECK(peak(samples, last_end + 0.03, begin - 0.002) < 200);  // nothing is said in between
      CHECK(peak(samples, begin, begin + 0.05) > 100);                         // the voice has begun
      std::string text;
      for (; text.size() < sentence.size() && at < captions.size(); ++at) {
        CHECK(captions[at].begin >= last_end);
        CHECK(captions[at].end > captions[at].begin);
        CHECK(captions[at].text == same[at].text);
        text += captions[at].text;
        last_end = captions[at].end;
      }
      CHECK(text == sentence);
    }
    CHECK(at == captions.size());
    CHECK(last_end <= static_cast<double>(samples.size()) / 22050);
  }
}

TEST_CASE("one run writes the same bytes into each file as a run for it alone") {
  const TemporaryFolder folder;
  const std::vector<std::string> kinds = {".mp3", ".wav", ".srt", ".vtt", ".words.vtt", ".lrc",
                                          ".chapters.vtt", ".ffmetadata", ".labels.txt"};
  std::vector<std::string> arguments = {"render", briefing};
  for (const std::string& kind : kinds) arguments.insert(arguments.end(), {"-o", folder / ("all" + kind)});
  const auto result = run_langdu(arguments);
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  CHECK(folder.count() == kinds.size());
  for (const std::string& kind : kinds) {
    CAPTURE(kind);
    REQUIRE(run_langdu({"render", briefing, "-o", folder / ("one" + kind)}).status == 0);
    CHECK(content_of(folder / ("one" + kind)) == content_of(folder / ("all" + kind)));
  }
}

TEST_CASE("sheets name the sound of the run, and have the chapters of the sound") {
  const TemporaryFolder folder;
  REQUIRE(run_langdu({"render", briefing, "-o", folder / "b.chapters.json", "-o", folder / "b.cue", "-o",
                      folder / "会议.mp3"})
              .status == 0);
  const auto json = nlohmann::json::parse(content_of(folder / "b.chapters.json"));
  CHECK(json["fileName"] == "会议.mp3");
  CHECK(content_of(folder / "b.cue").find("FILE \"会议.mp3\" MP3\n") != std::string::npos);
  const auto chapters = chapters_of(folder / "会议.mp3")["chapters"];
  REQUIRE(json["chapters"].size() == chapters.size());
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    CHECK(json["chapters"][i]["title"] == chapters[i]["tags"]["title"]);
    const double start = std::stod(chapters[i]["start_time"].get<std::string>());
    CHECK(json["chapters"][i]["startTime"].get<double>() == doctest::Approx(start).epsilon(0.002));
  }
  REQUIRE(run_langdu({"render", briefing, "-o", folder / "alone.cue"}).status == 0);
  CHECK(content_of(folder / "alone.cue").find("FILE \"briefing.wav\" WAVE\n") != std::string::npos);
}

TEST_CASE("standard output may be one of several: sound goes there, captions into a file") {
  const TemporaryFolder folder;
  const auto result = run_langdu({"render", briefing, "-o", "-", "-o", folder / "a.srt"});
  REQUIRE(result.status == 0);
  CHECK(result.out.size() > 100000);
  CHECK(result.out.starts_with("RIFF"));
  CHECK(captions_of(content_of(folder / "a.srt")).size() > 5);
  RunOptions gone;
  gone.close_output_after = 1000;
  const std::string old = folder.write("old.srt", "old");
  CHECK(run_langdu({"render", briefing, "-o", old, "-o", "-"}, gone).status == 1);
  CHECK(content_of(old) == "old");
  CHECK(folder.count() == 2);
}

TEST_CASE("of several outputs all appear or none: an interrupt, and a directory as the second") {
  const TemporaryFolder folder;
  std::string text;
  for (int i = 0; i < 1500; ++i) text += "我们要坚持问题导向，把各项工作落到实处，确保取得实效。\n\n";
  const std::string file = folder.write("long.txt", text);
  const std::string old = folder.write("a.mp3", "old");
  RunOptions options;
  options.signal = SIGINT;
  options.signal_after_seconds = 0.4;
  CHECK(run_langdu({"render", file, "-o", old, "-o", folder / "a.srt", "-o", folder / "a.wav"}, options).status ==
        130);
  CHECK(content_of(old) == "old");
  CHECK(folder.count() == 2);
  std::filesystem::create_directory(folder / "d.srt");
  const auto result = run_langdu({"render", briefing, "-o", old, "-o", folder / "d.srt", "-o", folder / "c.wav"});
  CHECK(result.status == 1);
  CHECK(result.err.find("d.srt: is a directory") != std::string::npos);
  CHECK(content_of(old) == "old");
  CHECK(folder.count() == 3);
}

TEST_CASE("a CUE sheet says when it has not room for all chapters") {
  const TemporaryFolder folder;
  std::string text;
  for (int i = 1; i <= 120; ++i) text += "# 第" + std::to_string(i) + "章\n\n好。\n\n";
  const std::string file = folder.write("long.md", text);
  const auto result = run_langdu({"render", file, "-o", folder / "a.cue", "-o", folder / "a.labels.txt"});
  CHECK(result.status == 0);
  CHECK(result.err.find("a.cue: note: .cue has room for 99 of the 120 chapters") != std::string::npos);
  CHECK(lines_of(content_of(folder / "a.labels.txt")).size() == 120);
}

TEST_CASE("langdu render --help has an example with several outputs") {
  const auto result = run_langdu({"render", "--help"});
  CHECK(result.status == 0);
  CHECK(result.out.find("-o book.mp3 -o book.srt") != std::string::npos);
}
