#include "speak/forking_synth.h"

#include <doctest/doctest.h>
#include <fmt/core.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <string>

#include "speak/fake_speaker.h"
#include "speak/spoken_plan.h"
#include "support/temporary_folder.h"
#include "text/error.h"

using namespace langdu;

namespace {

SynthSettings settings_of(std::size_t jobs, std::chrono::seconds timeout = std::chrono::seconds(10)) {
  SynthSettings settings;
  settings.jobs = jobs;
  settings.timeout = timeout;
  return settings;
}

/// What was delivered, as text: "0.1=hao3。@0,5 ".
struct Heard {
  std::string text;
  Deliver deliver() {
    return [this](const SpokenSegment& spoken) {
      text += fmt::format("{}.{}=", spoken.utterance, spoken.segment);
      for (const std::int16_t sample : spoken.samples) text += static_cast<char>(sample);
      for (const std::uint32_t begin : spoken.word_begins) text += fmt::format("@{}", begin);
      text += ' ';
    };
  }
};

std::string speak_all(ForkingSynth& synth, const Plan& plan) {
  Heard heard;
  synth.speak(plan, {0, static_cast<std::uint32_t>(plan.utterances.size())}, heard.deliver());
  return heard.text;
}

Fault fault_of(ForkingSynth& synth, const Plan& plan, std::string& message) {
  try {
    message = speak_all(synth, plan);
  } catch (const Error& error) {
    message = error.what();
    return error.fault();
  }
  FAIL("no error: " << message);
  return Fault::wrong_use;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// This process has no child left, running or dead.
bool is_childless() { return waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD; }

/// The process is gone, or dead and only not yet collected by its new parent.
bool ends_soon(pid_t pid) {
  for (int i = 0; i < 2000; ++i) {
    const std::string stat = content_of(fmt::format("/proc/{}/stat", pid));
    if (stat.empty() || has(stat, ") Z ")) return true;
    usleep(1000);
  }
  return false;
}

[[noreturn]] void hang() {
  while (true) pause();
}

}  // namespace

TEST_CASE("segments are delivered in the order of the plan, whoever is done first") {
  const SharedTrace trace;
  const Plan plan = long_plan(40);
  const auto slow_first = [](int child, std::span<const EngineText>, JobSound&) {
    usleep(child % 4 == 1 ? 20'000 : 0);
  };
  ForkingSynth synth(settings_of(8), fake_speaker(*trace, slow_first), 22050);
  ForkingSynth alone(settings_of(1), fake_speaker(*trace), 22050);
  const std::string heard = speak_all(synth, plan);
  CHECK(heard == speak_all(alone, plan));
  CHECK(has(heard, "0.0=di4yi1，@0 "));
  CHECK(has(heard, "39."));
}

TEST_CASE("only the asked range is spoken, again and again, and an empty one is nothing") {
  const SharedTrace trace;
  const Plan plan = plan_of({"yi1。", "er4。", "san1。"});
  ForkingSynth synth(settings_of(2), fake_speaker(*trace), 22050);
  Heard heard;
  synth.speak(plan, {1, 2}, heard.deliver());
  synth.speak(plan, {0, 0}, heard.deliver());
  synth.speak(plan, {2, 99}, heard.deliver());
  CHECK(heard.text == "1.0=er4。@0 2.0=san1。@0 ");
  CHECK(trace->starts == 1);
}

TEST_CASE("a child that dies once is tried again, and nobody notices") {
  const SharedTrace trace;
  const auto die_once = [](int child, std::span<const EngineText>, JobSound& sound) {
    sound.begin_segment(0);
    if (child == 2) {
      sound.add(std::vector<std::int16_t>(5, 1));
      raise(SIGKILL);
    }
    if (child == 12) _exit(7);
    if (child == 22) throw 1;
    if (child == 32) abort();
  };
  const Plan plan = long_plan(40);
  ForkingSynth synth(settings_of(2), fake_speaker(*trace, die_once), 22050);
  const SharedTrace calm;
  ForkingSynth reference(settings_of(2), fake_speaker(*calm), 22050);
  CHECK(speak_all(synth, plan) == speak_all(reference, plan));
  CHECK(trace->children == calm->children + 4);
}

TEST_CASE(
    "a child that dies twice is an error that names line and sentence, after all that stands before it") {
  for (const int way : {0, 1, 2, 3}) {
    const SharedTrace trace;
    const auto die = [way](int, std::span<const EngineText> texts, JobSound& sound) {
      if (!speaks(texts, "si4")) return;
      if (way == 0) raise(SIGKILL);
      if (way == 1) _exit(3);
      if (way == 2) raise(SIGSEGV);
      sound.finish(Outcome::unfinished);
      _exit(0);
    };
    ForkingSynth synth(settings_of(2), fake_speaker(*trace, die), 22050);
    std::size_t delivered = 0;
    const Plan plan = plan_of({"yi1。", "er4。", "hao3，si4。", "wu3。"});
    try {
      synth.speak(plan, {0, 4}, [&](const SpokenSegment&) { ++delivered; });
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::worker_died);
      CHECK(has(error.what(), "test.txt:3:"));
      CHECK(has(error.what(), "hao3，si4。"));
    }
    CHECK(delivered == 2);
    CHECK(is_childless());
  }
}

TEST_CASE("a child that hangs is killed and tried again once, and then named") {
  const SharedTrace trace;
  const auto hang_once = [](int child, std::span<const EngineText>, JobSound&) {
    if (child == 1) hang();
  };
  const Plan plan = plan_of({"yi1。", "er4。"});
  ForkingSynth once(settings_of(2, std::chrono::seconds(1)), fake_speaker(*trace, hang_once), 22050);
  CHECK(has(speak_all(once, plan), "1.0=er4。"));

  const auto hang_always = [](int, std::span<const EngineText> texts, JobSound&) {
    if (speaks(texts, "er4")) hang();
  };
  ForkingSynth twice(settings_of(2, std::chrono::seconds(1)), fake_speaker(*trace, hang_always), 22050);
  std::string message;
  CHECK(fault_of(twice, plan, message) == Fault::worker_hung);
  CHECK(has(message, "test.txt:2:"));
  CHECK(has(message, "waited 1 s"));
}

TEST_CASE("a lost word is an error that names it, and is not tried again") {
  const SharedTrace trace;
  const auto lose = [](int, std::span<const EngineText> texts, JobSound& sound) {
    if (!speaks(texts, "si4")) return;
    sound.begin_segment(1);
    sound.finish(Outcome::lost_word, 1);
    _exit(0);
  };
  ForkingSynth synth(settings_of(1), fake_speaker(*trace, lose), 22050);
  std::string message;
  CHECK(fault_of(synth, plan_of({"yi1。", "er4，san1 si4。"}), message) == Fault::lost_word);
  CHECK(has(message, "test.txt:2:"));
  CHECK(has(message, "'si4'"));
  CHECK(trace->children == 2);
}

TEST_CASE("a word that cannot be sent is lost, not silent") {
  const SharedTrace trace;
  ForkingSynth synth(settings_of(2), fake_speaker(*trace), 22050);
  Plan plan = plan_of({"yi1。", "er4。"});
  plan.utterances[1].segments.push_back(english_segment("123"));
  std::string message;
  CHECK(fault_of(synth, plan, message) == Fault::lost_word);
  CHECK(has(message, "test.txt:2:"));
}

TEST_CASE("more sound than a slot holds is an error, not a broken memory") {
  const SharedTrace trace;
  const auto shout = [](int, std::span<const EngineText>, JobSound& sound) {
    sound.begin_segment(0);
    while (sound.add(std::vector<std::int16_t>(100'000, 1))) {
    }
    sound.finish(Outcome::too_long);
    _exit(0);
  };
  ForkingSynth synth(settings_of(1), fake_speaker(*trace, shout), 22050);
  std::string message;
  CHECK(fault_of(synth, plan_of({"yi1。"}), message) == Fault::worker_died);
}

TEST_CASE("a start that fails is told by the first speak") {
  Speaker speaker;
  speaker.start = [] { return std::string("the moon is wrong"); };
  speaker.speak = speak_bytes;
  ForkingSynth synth(settings_of(1), speaker, 22050);
  std::string message;
  CHECK(fault_of(synth, plan_of({"yi1。"}), message) == Fault::engine_failed);
  CHECK(has(message, "the moon is wrong"));
  CHECK(is_childless());
}

TEST_CASE("a helper that is killed is started again, and the sound is the same") {
  const SharedTrace trace;
  const Plan plan = long_plan(30);
  ForkingSynth synth(settings_of(2), fake_speaker(*trace), 22050);
  const std::string expected = speak_all(synth, plan);
  kill(synth.helper_pid(), SIGKILL);  // between two calls
  CHECK(speak_all(synth, plan) == expected);
  Heard heard;
  const Deliver deliver = heard.deliver();
  std::size_t count = 0;
  synth.speak(plan, {0, 30}, [&](const SpokenSegment& spoken) {
    if (++count % 20 == 0) kill(synth.helper_pid(), SIGKILL);
    deliver(spoken);
  });
  CHECK(heard.text == expected);
  CHECK(trace->starts >= 4);
}

TEST_CASE("a helper that is lost twice without progress is an error") {
  const SharedTrace trace;
  const auto kill_helper = [](int, std::span<const EngineText> texts, JobSound&) {
    if (!speaks(texts, "er4")) return;
    kill(getppid(), SIGKILL);
    hang();
  };
  ForkingSynth synth(settings_of(1), fake_speaker(*trace, kill_helper), 22050);
  std::string message;
  CHECK(fault_of(synth, plan_of({"yi1。", "er4。"}), message) == Fault::worker_died);
  CHECK(has(message, "test.txt:2:"));
  CHECK(is_childless());
  for (int child = 1; child <= trace->children; ++child) {
    CHECK(ends_soon(trace->pids[static_cast<std::size_t>(child)]));
  }
}

TEST_CASE("a helper that does nothing any more is replaced") {
  const SharedTrace trace;
  ForkingSynth synth(settings_of(1, std::chrono::seconds(1)), fake_speaker(*trace), 22050);
  kill(synth.helper_pid(), SIGSTOP);
  CHECK(has(speak_all(synth, plan_of({"yi1。", "er4。"})), "1.0=er4。"));
}

TEST_CASE("what deliver throws comes out, no process stays, and the synth can be used again") {
  const SharedTrace trace;
  const Plan plan = long_plan(30);
  const auto linger = [](int, std::span<const EngineText>, JobSound&) { usleep(3000); };
  ForkingSynth synth(settings_of(4), fake_speaker(*trace, linger), 22050);
  struct Stop {};
  CHECK_THROWS_AS(synth.speak(plan, {0, 30}, [](const SpokenSegment&) { throw Stop(); }), Stop);
  CHECK(is_childless());
  CHECK(synth.helper_pid() == -1);
  Heard heard;
  synth.speak(plan, {0, 1}, heard.deliver());
  CHECK(has(heard.text, "0.0="));
}

TEST_CASE("the synth's end takes helper and children with it, even when another process holds the socket") {
  const SharedTrace trace;
  pid_t bystander = -1;
  {
    ForkingSynth synth(settings_of(2), fake_speaker(*trace), 22050);
    bystander = fork();
    if (bystander == 0) hang();
    CHECK(has(speak_all(synth, plan_of({"yi1。"})), "yi1"));
  }
  kill(bystander, SIGKILL);
  CHECK(waitpid(bystander, nullptr, 0) == bystander);
  CHECK(is_childless());
}

TEST_CASE("when the program is killed, the helper and its children end too") {
  const SharedTrace trace;
  const SharedTrace pids;
  const pid_t program = fork();
  REQUIRE(program >= 0);
  if (program == 0) {
    const auto hang_all = [](int, std::span<const EngineText>, JobSound&) { hang(); };
    ForkingSynth synth(settings_of(2), fake_speaker(*trace, hang_all), 22050);
    pids->pids[0] = synth.helper_pid();
    speak_all(synth, long_plan(10));
    _exit(0);
  }
  for (int i = 0; i < 5000 && trace->children < 2; ++i) usleep(1000);
  REQUIRE(trace->children == 2);
  kill(program, SIGKILL);
  waitpid(program, nullptr, 0);
  CHECK(ends_soon(pids->pids[0]));
  CHECK(ends_soon(trace->pids[1]));
  CHECK(ends_soon(trace->pids[2]));
}

TEST_CASE("Ctrl-C reaches neither helper nor children") {
  const SharedTrace trace;
  const auto interrupt_itself = [](int, std::span<const EngineText>, JobSound&) {
    raise(SIGINT);
    kill(getppid(), SIGINT);
    kill(getppid(), SIGHUP);
  };
  ForkingSynth synth(settings_of(2), fake_speaker(*trace, interrupt_itself), 22050);
  CHECK(has(speak_all(synth, plan_of({"yi1。", "er4。"})), "er4"));
  CHECK(trace->starts == 1);
}
