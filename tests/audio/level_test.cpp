#include "audio/level.h"

#include <doctest/doctest.h>

#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "text/error.h"

using namespace langdu;

namespace {

/// A levels file with this content, gone afterwards.
class LevelsFile {
 public:
  explicit LevelsFile(const std::string& content)
      : path_(std::filesystem::temp_directory_path() / ("langdu-levels-" + std::to_string(getpid()))) {
    std::ofstream(path_) << content;
  }
  LevelsFile(const LevelsFile&) = delete;
  LevelsFile& operator=(const LevelsFile&) = delete;
  ~LevelsFile() { std::filesystem::remove(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

Levels load(const std::string& content) { return Levels::load(LevelsFile(content).path()); }

std::string failure(const std::string& content) {
  try {
    load(content);
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::damaged_data);
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a gain is interpolated between rates and held beyond them") {
  const Levels levels = load("# comment\nb\t300\t2.0\na\t200\t-1.0\r\na\t100\t1.0\n\nb\t100\t4\n");
  CHECK(levels.gain_db("a", 100) == 1.0);
  CHECK(levels.gain_db("a", 150) == doctest::Approx(0.0));
  CHECK(levels.gain_db("a", 175) == doctest::Approx(-0.5));
  CHECK(levels.gain_db("a", 200) == -1.0);
  CHECK(levels.gain_db("a", 20) == 1.0);
  CHECK(levels.gain_db("a", 2000) == -1.0);
  CHECK(levels.gain_db("b", 200) == doctest::Approx(3.0));
}

TEST_CASE("a voice without a line is an error that names it") {
  const Levels levels = load("a\t200\t-1.0\n");
  try {
    levels.gain_db("zoe", 200);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::damaged_data);
    CHECK(std::string(error.what()).find("'zoe'") != std::string::npos);
  }
}

TEST_CASE("a damaged line is named with its file and number") {
  for (const char* line :
       {"a", "a\t200", "\t200\t1", "a\tfast\t1", "a\t0\t1", "a\t-5\t1", "a\t200\tloud", "a\t200\tnan",
        "a\t200\tinf", "a\t200\t1e9", "a\t200\t1\tmore", "a\t200 \t1", "ok\t1\t1"}) {
    CAPTURE(line);
    CHECK(failure("# one\nok\t1\t1\n" + std::string(line) + "\n").find(":3") != std::string::npos);
  }
}

TEST_CASE("a missing file is said to be missing, a directory to be damaged") {
  CHECK_THROWS_AS(Levels::load("/nonexistent/levels.tsv"), Error);
  CHECK_THROWS_AS(Levels::load("/"), Error);
}

TEST_CASE("every voice has a level at the slowest, the default and the fastest rate") {
  const std::string voices_folder = std::string(LANGDU_REPOSITORY) + "/voices";
  const Levels levels = Levels::load(voices_folder + "/levels.tsv");
  std::ifstream voices(voices_folder + "/voices.tsv");
  int seen = 0;
  for (std::string line; std::getline(voices, line);) {
    const std::string name = line.substr(0, line.find('\t'));
    if (line.empty() || line.starts_with('#') || name == "name") continue;
    CAPTURE(name);
    for (const int rate : {97, 216, 673}) CHECK(std::abs(levels.gain_db(name, rate)) < 20);
    ++seen;
  }
  CHECK(seen > 0);
}
