#include "speak/espeak_speaker.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "speak/forking_synth.h"
#include "speak/spoken_plan.h"
#include "support/temporary_folder.h"
#include "text/error.h"

using namespace langdu;

namespace {

std::vector<Voice> all_voices() { return load_voices(LANGDU_REPOSITORY "/voices/voices.tsv"); }

SynthSettings settings_of(std::size_t jobs, int rate = usual_rate, std::string_view voice = usual_voice) {
  SynthSettings settings;
  settings.voice = find_voice(all_voices(), voice);
  settings.jobs = jobs;
  settings.rate = rate;
  settings.timeout = std::chrono::seconds(60);  // valgrind and a busy machine too
  return settings;
}

struct Sound {
  std::vector<std::int16_t> samples;
  std::vector<std::uint32_t> begins;
  friend bool operator==(const Sound&, const Sound&) = default;
};

std::vector<Sound> speak_all(const Plan& plan, const SynthSettings& settings) {
  ForkingSynth synth(settings);
  std::vector<Sound> sounds;
  synth.speak(plan, {0, static_cast<std::uint32_t>(plan.utterances.size())},
              [&](const SpokenSegment& spoken) {
                sounds.push_back({{spoken.samples.begin(), spoken.samples.end()},
                                  {spoken.word_begins.begin(), spoken.word_begins.end()}});
              });
  return sounds;
}

std::size_t silent_end(const Sound& sound) {
  const auto last = std::find_if(sound.samples.rbegin(), sound.samples.rend(),
                                 [](std::int16_t sample) { return std::abs(sample) > 2; });
  return static_cast<std::size_t>(last - sound.samples.rbegin());
}

}  // namespace

TEST_CASE("the sound is the same for any number of jobs, and from run to run") {
  const Plan plan = long_plan(30);
  const auto one = speak_all(plan, settings_of(1));
  CHECK(one.size() > 60);
  CHECK(one == speak_all(plan, settings_of(2)));
  CHECK(one == speak_all(plan, settings_of(8)));
  CHECK(one == speak_all(plan, settings_of(8)));
}

TEST_CASE("the sound of an utterance does not depend on its neighbours") {
  const auto alone = speak_all(plan_of({"qie4shi2 zeng1qiang2，ze2ren4gan3。"}), settings_of(2));
  const auto among = speak_all(plan_of({"di4yi1。", "qie4shi2 zeng1qiang2，ze2ren4gan3。"}), settings_of(2));
  REQUIRE(among.size() == 3);
  CHECK(alone[0] == among[1]);
  CHECK(alone[1] == among[2]);
}

TEST_CASE("every base syllable in every tone is spoken, alone and in a word") {
  std::vector<std::string> texts;
  for (std::uint16_t base = 0; base < base_count(); ++base) {
    const std::string spelling(base_spelling(base));
    texts.push_back(spelling + "1 " + spelling + "2 " + spelling + "3 " + spelling + "4 " + spelling + "5。");
    texts.push_back("ma1" + spelling + "4 " + spelling + "2ma1。");
  }
  const auto sounds = speak_all(plan_of(texts), settings_of(2));
  REQUIRE(sounds.size() == texts.size());
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    CAPTURE(texts[i]);
    auto begins = sounds[i].begins;
    REQUIRE(begins.size() == (i % 2 == 0 ? 5 : 2));
    begins.push_back(static_cast<std::uint32_t>(sounds[i].samples.size()));
    for (std::size_t w = 0; w + 1 < begins.size(); ++w) {
      CHECK(begins[w + 1] > begins[w] + 1000);  // at least 45 ms
    }
  }
}

TEST_CASE("every base syllable stays low as phonemes, sounding as it does before another tone") {
  std::vector<std::string> texts;
  for (std::uint16_t base = 0; base < base_count(); ++base) {
    const std::string spelling(base_spelling(base));
    texts.push_back(spelling + "3 ma3。");                            // as phonemes
    texts.push_back(spelling + "3 ma1。");                            // the engine makes it low
    texts.push_back("ma1" + spelling + "3ma3 ma3" + spelling + "3。");  // inside words
  }
  const auto sounds = speak_all(plan_of(texts), settings_of(2));
  REQUIRE(sounds.size() == texts.size());
  for (std::size_t i = 0; i < sounds.size(); i += 3) {
    CAPTURE(texts[i]);
    REQUIRE(sounds[i].begins.size() == 2);
    REQUIRE(sounds[i + 2].begins.size() == 2);
    const std::string_view base = base_spelling(static_cast<std::uint16_t>(i / 3));
    const bool has_tone = base != "m" && base != "n";
    if (!has_tone || base == "yai") continue;
    const auto size = static_cast<std::ptrdiff_t>(std::min(sounds[i].begins[1], sounds[i + 1].begins[1]));
    CHECK(std::abs(static_cast<int>(sounds[i].begins[1]) - static_cast<int>(sounds[i + 1].begins[1])) < 50);
    CHECK(std::equal(sounds[i].samples.begin(), sounds[i].samples.begin() + size * 9 / 10,
                     sounds[i + 1].samples.begin()));
  }
}

TEST_CASE("a clause as long as phonemes may make it is spoken whole") {
  std::string words;
  while (words.size() < 9 * 46) words += "zhuang3 ";
  const auto sounds = speak_all(plan_of({words + "。"}), settings_of(1));
  CHECK(sounds[0].begins.size() == static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')));
}

TEST_CASE("English words that the engine's dictionary joins are all reported") {
  const auto sounds = speak_all(plan_of({"of the world，in the end，do not have to，state-of-the-art，G P "
                                         "T，A I，iPhone ChatGPT don't café。"}),
                                settings_of(2));
  const std::vector<std::size_t> words = {3, 3, 4, 1, 3, 2, 4};
  REQUIRE(sounds.size() == words.size());
  for (std::size_t i = 0; i < words.size(); ++i) CHECK(sounds[i].begins.size() == words[i]);
}

TEST_CASE("Mandarin sounds the same whether English stands before it or not") {
  const auto mixed = speak_all(plan_of({"GPT，gan4bu4 yin2hang2，of the，hao3。"}), settings_of(1));
  const auto plain = speak_all(plan_of({"gan4bu4 yin2hang2，hao3。"}), settings_of(1));
  REQUIRE(mixed.size() == 4);
  CHECK(mixed[1] == plain[0]);
  CHECK(mixed[3] == plain[1]);
}

TEST_CASE("every segment of every voice and rate ends with the same silence and begins softly") {
  for (const Voice& voice : all_voices()) {
    for (const int rate : {slowest_rate, usual_rate, fastest_rate}) {
      CAPTURE(voice.name);
      CAPTURE(rate);
      const Plan plan = plan_of({"yi1，ba1，shi2，gan4bu4，zhe4r5，mao2ze2dong1，shang4，xue2 kou3，er2。",
                                 "yes，stop，good day，this，love，A，iPhone，ni3 hao3？", "ma1 ma5！"});
      for (const Sound& sound : speak_all(plan, settings_of(2, rate, voice.name))) {
        REQUIRE(sound.samples.size() > 1000);
        CHECK(silent_end(sound) >= segment_tail);
        CHECK(silent_end(sound) <= segment_tail + 5);  // the last sound may itself fade to nothing
        CHECK(sound.samples[0] == 0);
        CHECK(std::abs(sound.samples[1]) < 100);
      }
    }
  }
}

TEST_CASE("words begin in order and where their sound is") {
  const auto sounds = speak_all(plan_of({"ma1 ma1 ma1 ma1。"}), settings_of(1));
  const auto& begins = sounds[0].begins;
  REQUIRE(begins.size() == 4);
  CHECK(begins[0] < 200);
  for (std::size_t i = 0; i + 1 < 4; ++i) {
    CHECK(begins[i + 1] - begins[i] > 3000);
    CHECK(begins[i + 1] - begins[i] < 9000);
  }
}

TEST_CASE("a faster rate is faster, by about what it says") {
  const Plan plan = plan_of({"di4yi1，yao4 ti2gao1 zhan4wei4 gan4，qie4shi2 zeng1qiang2 ze2ren4gan3。"});
  const auto length = [&](int rate) {
    std::size_t sum = 0;
    for (const Sound& sound : speak_all(plan, settings_of(1, rate))) sum += sound.samples.size();
    return static_cast<double>(sum);
  };
  const double usual = length(216);
  CHECK(length(432) / usual == doctest::Approx(0.5).epsilon(0.15));
  CHECK(length(108) / usual == doctest::Approx(2.0).epsilon(0.15));
}

TEST_CASE("the longest clauses that a plan may hold are spoken whole, at the slowest rate too") {
  std::string clause;
  for (int i = 0; i < 60; ++i) clause += "zhuang4 ";
  std::string letters;
  for (int i = 0; i < 150; ++i) letters += "W ";
  for (const int rate : {slowest_rate, usual_rate}) {
    const auto sounds = speak_all(plan_of({clause + "，" + letters + "。"}), settings_of(2, rate));
    REQUIRE(sounds.size() == 2);
    CHECK(sounds[0].begins.size() == 60);
    CHECK(sounds[1].begins.size() == 150);
  }
}

TEST_CASE("a clause that the engine would cut is a lost word, not a silence") {
  std::string words;
  for (int i = 0; i < 90; ++i) words += "zhuang4 ";
  try {
    speak_all(plan_of({"hao3。", words + "。"}), settings_of(1));
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::lost_word);
    CHECK(std::string_view(error.what()).find("test.txt:2:") != std::string_view::npos);
  }
}

TEST_CASE("an engine that cannot start is told whether main or the helper is faster") {
  SynthSettings settings = settings_of(2);
  settings.voice.mandarin = "nosuchvoice";
  for (const int pause_us : {0, 0, 0, 50'000}) {
    ForkingSynth synth(settings);
    usleep(static_cast<useconds_t>(pause_us));
    try {
      synth.speak(long_plan(5), {0, 5}, [](const SpokenSegment&) {});
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::engine_failed);
    }
  }
}

TEST_CASE("a missing voice, a missing variant and missing data are told, not spoken over") {
  const auto message = [](const Voice& voice) {
    SynthSettings settings;
    settings.voice = voice;
    try {
      speak_all(plan_of({"hao3。"}), settings);
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::engine_failed);
      return std::string(error.what());
    }
    return std::string("no error");
  };
  Voice voice = find_voice(all_voices(), usual_voice);
  voice.variant = "nosuchvariant";
  CHECK(message(voice).find("nosuchvariant") != std::string::npos);
  voice.variant.clear();
  voice.mandarin = "nosuchvoice";
  CHECK(message(voice).find("nosuchvoice") != std::string::npos);

  const TemporaryFolder empty;
  setenv("ESPEAK_DATA_PATH", empty.path().c_str(), 1);
  const std::string without_data = message(find_voice(all_voices(), usual_voice));
  unsetenv("ESPEAK_DATA_PATH");
  CHECK(without_data.find("data") != std::string::npos);
  CHECK(without_data != "no error");
}

TEST_CASE("a segment is faded in over its first millisecond and not touched behind it") {
  std::vector<std::int16_t> samples(30, -2200);
  fade_in(samples);
  CHECK(samples[0] == 0);
  CHECK(samples[11] == -1100);
  CHECK(samples[22] == -2200);
  std::vector<std::int16_t> few(3, 2200);
  fade_in(few);
  CHECK(few[2] == 200);
  fade_in({});
}

TEST_CASE("the silent end is cut to its fixed length") {
  std::vector<std::int16_t> samples(1000, 0);
  samples[300] = 50;
  samples[301] = 2;
  CHECK(trimmed_size(samples) == 301 + segment_tail);
  samples[990] = -3;
  CHECK(trimmed_size(samples) == 1000);
  CHECK(trimmed_size({}) == 0);
  CHECK(trimmed_size(std::vector<std::int16_t>(1000, 0)) == segment_tail);
}
