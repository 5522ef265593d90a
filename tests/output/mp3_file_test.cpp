#include <doctest/doctest.h>
#include <sndfile.h>

#include <cmath>

#include "output/written.h"
#include "support/loudness.h"
#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;

TEST_CASE("an MP3 file has the title, the language and a LAME tag for gapless playing") {
  const TemporaryFolder folder;
  const std::string path = folder / "out.mp3";
  Plan plan = small_plan({"开头", "第一"});
  plan.metadata.title = "讲话";
  const Written written = write_plan(path, plan);
  const auto probed = probe(path);
  const auto tags = probed["format"]["tags"];
  CHECK(tags.value("title", "") == "讲话");
  CHECK(tags.value("album", "") == "讲话");
  CHECK(tags.value("language", "") == "zho");
  CHECK(tags.value("genre", "") == "Speech");
  const double seconds = static_cast<double>(written.timeline.frames) / 22050;
  const double shown = std::stod(probed["format"]["duration"].get<std::string>());
  CHECK(std::abs(shown - seconds) < 0.1);  // ffprobe counts whole MP3 frames
  const std::string content = content_of(path);
  CHECK(content.find("Xing") != std::string::npos);
  CHECK(content.find("LAME3") != std::string::npos);
}

TEST_CASE("the sound of an MP3 file is in its place: decoded samples follow the rendered ones") {
  const TemporaryFolder folder;
  const std::string path = folder / "out.mp3";
  const Written written = write_plan(path, small_plan({"a", "b"}), {.samples_per_syllable = 5000});
  const auto samples = decoded(path);
  REQUIRE(samples.size() == written.samples.size());
  double error = 0;
  double power = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    error += std::pow(samples[i] - written.samples[i], 2);
    power += std::pow(written.samples[i], 2);
  }
  CHECK(error < power / 30);  // a shift by 5 samples would be above
}

TEST_CASE("libsndfile reads back the MP3 file behind its tag") {
  const TemporaryFolder folder;
  const std::string path = folder / "out.mp3";
  const Written written = write_plan(path, small_plan({"a", "b"}));
  CHECK(read_sound(path).samples.size() >= written.samples.size());
}

TEST_CASE("a rate that MP3 has not is refused with a sentence, and leaves nothing") {
  const TemporaryFolder folder;
  const Plan plan = small_plan({"a"});
  CHECK(fault_of([&] { open_output(folder / "x.mp3", plan, {22051}); }) == Fault::cannot_write);
  CHECK(folder.count() == 0);
}
