// Title, author, cover and rates from the command line.
#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>

#include "e2e/langdu.h"

namespace {

const std::string cover = TEST_DATA "/output/cover.jpg";

nlohmann::json probe(const std::string& path) {
  return nlohmann::json::parse(
      run({"ffprobe", "-v", "error", "-show_streams", "-show_format", "-show_chapters", "-of", "json", path})
          .out);
}

/// A wrong call: what is behind "render TEXT -o OUT", the status, and what the message says.
struct Case {
  const char* out;
  std::vector<std::string> arguments;
  int status;
  const char* says;
};

}  // namespace

TEST_CASE("title, author and cover of the command line win over the document's, in every output") {
  const TemporaryFolder folder;
  const std::string text =
      folder.write("a.md", "---\ntitle: 旧题\nauthor: 旧人\ndate: 2024-01-02\n---\n\n正文一句。\n");
  const auto plain = run_langdu({"render", text, "-o", folder / "a.mp3"});
  REQUIRE(plain.status == 0);
  auto tags = probe(folder / "a.mp3")["format"]["tags"];
  CHECK(tags["title"] == "旧题");
  CHECK(tags["artist"] == "旧人");
  CHECK(tags["date"] == "2024-01-02");
  const auto result = run_langdu({"render", text, "-o", folder / "b.mp3", "-o", folder / "b.wav", "--title",
                                  "新题", "--author", "新人", "--cover", cover});
  REQUIRE(result.status == 0);
  CHECK(result.err.find("b.wav: note: .wav has no room for a cover") != std::string::npos);
  for (const char* name : {"b.mp3", "b.wav"}) {
    tags = probe(folder / name)["format"]["tags"];
    CHECK(tags["title"] == "新题");
    CHECK(tags["artist"] == "新人");
    CHECK(tags["date"] == "2024-01-02");
  }
  CHECK(probe(folder / "b.mp3")["streams"].size() == 2);
}

TEST_CASE("plan shows the author") {
  const TemporaryFolder folder;
  const std::string text = folder.write("a.md", "---\ntitle: 题\nauthor: 王某\n---\n\n正文一句。\n");
  CHECK(run_langdu({"plan", text}).out.find("Title: 题\nAuthor: 王某\n") != std::string::npos);
  CHECK(nlohmann::json::parse(run_langdu({"plan", "--json", text}).out)["metadata"]["author"] == "王某");
}

TEST_CASE("wrong covers and rates end with a sentence, and nothing is written") {
  const TemporaryFolder folder;
  const std::string text = folder.write("a.txt", "正文一句。");
  const std::string jpeg = content_of(cover);
  const std::string empty = folder.write("empty.jpg", "");
  const std::string cut = folder.write("cut.jpg", jpeg.substr(0, jpeg.size() / 2));
  const std::string signature = folder.write("signature.png", "\x89PNG\r\n\x1a\n");
  const std::string svg = folder.write("cover.svg", "<svg/>");
  const std::string large = folder.write("large.jpg", jpeg + std::string(20'000'000, '\0'));
  const std::size_t files = folder.count();
  const std::vector<Case> cases = {
      {"o.mp3",
       {"--cover", empty},
       1,
       "empty.jpg: is not a JPEG or PNG image that can be a cover: it is empty"},
      {"o.mp3", {"--cover", cut}, 1, "it is cut off"},
      {"o.mp3", {"--cover", signature}, 1, "it is cut off"},
      {"o.mp3", {"--cover", svg}, 1, "it does not begin as one"},
      {"o.mp3", {"--cover", large}, 1, "large.jpg: is larger than 15 MiB"},
      {"o.mp3", {"--cover", folder.path().string()}, 1, "is a directory"},
      {"o.mp3", {"--cover", folder / "none.jpg"}, 1, "there is no such file"},
      {"o.mp3", {"--cover", "-"}, 2, "name a file"},
      {"o.mp3", {"--bitrate", "0"}, 2, "use 6 to 320"},
      {"o.mp3", {"--bitrate", "1"}, 2, "use 6 to 320"},
      {"o.mp3", {"--bitrate", "7"}, 2, "o.mp3: has no bit rate of 7 kbit/s at 22050 Hz; use 8 to 160"},
      {"o.mp3", {"--bitrate", "100000"}, 2, "use 6 to 320"},
      {"o.mp3", {"--bitrate", "many"}, 2, "is not a whole number"},
      {"o.flac", {"--bitrate", "64"}, 2, "none of the outputs has a bit rate"},
      {"o.mp3", {"--sample-rate", "44101"}, 2, "o.mp3: has no sample rate of 44101 Hz; use 8000, 11025"},
      {"o.m4b", {"--sample-rate", "9000"}, 2, "o.m4b: has no sample rate of 9000 Hz"},
      {"o.wav", {"--sample-rate", "7999"}, 2, "use 8000 to 48000"},
      {"o.wav", {"--sample-rate", "48001"}, 2, "use 8000 to 48000"},
  };
  for (const Case& row : cases) {
    std::vector<std::string> arguments = {"render", text, "-o", folder / row.out};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const auto result = run_langdu(arguments);
    CAPTURE(row.says);
    CAPTURE(result.err);
    CHECK(result.status == row.status);
    CHECK(result.err.find(row.says) != std::string::npos);
    CHECK(folder.count() == files);
  }
}

TEST_CASE("another sample rate keeps sentences and chapters where they are") {
  const TemporaryFolder folder;
  const auto render = [&](const std::string& stem, const std::string& rate) {
    std::vector<std::string> arguments = {
        "render", briefing, "-o", folder / (stem + ".wav"), "-o", folder / (stem + ".chapters.json")};
    if (!rate.empty()) arguments.insert(arguments.end(), {"--sample-rate", rate});
    REQUIRE(run_langdu(arguments).status == 0);
  };
  render("own", "");
  const double own = std::stod(probe(folder / "own.wav")["format"]["duration"].get<std::string>());
  const auto chapters = chapters_of(folder / "own.wav")["chapters"];
  for (const char* rate : {"8000", "44100"}) {
    CAPTURE(rate);
    render(rate, rate);
    const auto probed = probe(folder / (std::string(rate) + ".wav"));
    CHECK(probed["streams"][0]["sample_rate"] == rate);
    const double seconds = std::stod(probed["format"]["duration"].get<std::string>());
    CHECK(std::abs(seconds - own) < 0.05);  // half a sample for each segment and each pause
    REQUIRE(probed["chapters"].size() == chapters.size());
    for (std::size_t i = 0; i < chapters.size(); ++i) {
      const auto start = [&](const nlohmann::json& list) {
        return std::stod(list[i]["start_time"].get<std::string>());
      };
      CHECK(std::abs(start(probed["chapters"]) - start(chapters)) < 0.05);
    }
  }
}

TEST_CASE("a bit rate goes to the outputs that have one") {
  const TemporaryFolder folder;
  REQUIRE(run_langdu({"render", briefing, "-o", folder / "a.mp3", "-o", folder / "a.flac", "--bitrate", "64"})
              .status == 0);
  const double rate = std::stod(probe(folder / "a.mp3")["format"]["bit_rate"].get<std::string>());
  CHECK(std::abs(rate - 64000) < 0.2 * 64000);
}
