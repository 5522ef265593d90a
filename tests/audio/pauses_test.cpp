#include "audio/pauses.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "speak/rate.h"
#include "text/error.h"

using namespace langdu;

TEST_CASE("every pause has test lines, and its length is what they say") {
  for (const PauseRow& row : pause_table()) {
    CAPTURE(row.name);
    std::ifstream lines(std::string(TEST_DATA) + "/audio/" + std::string(row.name) + ".txt");
    int cases = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with('#')) continue;
      CAPTURE(line);
      std::istringstream words(line);
      int rate = 0;
      int sample_rate = 0;
      std::string arrow;
      std::uint64_t frames = 0;
      REQUIRE((words >> rate >> sample_rate >> arrow >> frames));
      CHECK(pause_frames(row.pause, {}, rate, sample_rate) == frames);
      ++cases;
    }
    CHECK(cases >= 3);
  }
}

TEST_CASE("no file of pause lines is without its row") {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(TEST_DATA) + "/audio")) {
    files += entry.path().extension() == ".txt" ? 1U : 0U;
  }
  CHECK(files == pause_table().size());
}

TEST_CASE("the rows stand in the order of Pause, from short to long, with a reason each") {
  int shorter = -1;
  for (std::size_t i = 0; i < pause_table().size(); ++i) {
    const PauseRow& row = pause_table()[i];
    CHECK(static_cast<std::size_t>(row.pause) == i);
    CHECK(row.milliseconds > shorter);
    CHECK_FALSE(row.reason.empty());
    shorter = row.milliseconds;
  }
  CHECK(pause_table().back().pause == Pause::chapter);
}

TEST_CASE("a user sets the pauses that marks make, in seconds") {
  PauseLengths lengths;
  for (const PauseRow& row : pause_table()) {
    CAPTURE(row.name);
    const std::string setting = std::string(row.name) + "=1.5";
    if (row.pause == Pause::none || row.pause == Pause::language) {
      CHECK_THROWS_AS(set_pause(lengths, setting), Error);
      continue;
    }
    set_pause(lengths, setting);
    CHECK(pause_frames(row.pause, lengths, usual_rate, 22050) == 33075);
    set_pause(lengths, std::string(row.name) + "=0");
    CHECK(pause_frames(row.pause, lengths, usual_rate, 22050) == 0);
  }
  for (const char* wrong : {"", "=", "paragraph", "paragraph=", "paragraph=x", "paragraph=1s", "paragraph=-1",
                            "paragraph=61", "paragraph=nan", "word=1", "=1", "paragraph =1"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(set_pause(lengths, wrong), Error);
  }
}

TEST_CASE("a nonsensical rate gives a finite pause") {
  CHECK(silence_frames(1000, 0, 22050) == 44100);
  CHECK(silence_frames(1000, -5, 22050) == 44100);
  CHECK(silence_frames(1000, 1000000, 22050) == 8820);
}
