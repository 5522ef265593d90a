#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

#include "output/written.h"
#include "speak/interrupt.h"
#include "support/loudness.h"
#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;

namespace {

constexpr int fault_base = 100;  // exit status of the child: this plus the fault

/// In a child whose standard output is `descriptor`: writes the plan. Returns the child. `other_end` is the
/// reader's.
pid_t start_writing(int descriptor, const Plan& plan, int other_end = -1) {
  const pid_t child = fork();
  if (child != 0) return child;
  alarm(60);
  close(other_end);
  dup2(descriptor, STDOUT_FILENO);
  close(descriptor);
  signal(SIGPIPE, SIG_IGN);
  catch_interrupts();
  const auto fault = fault_of([&] { write_plan("-", plan); });
  _exit(fault ? fault_base + static_cast<int>(*fault) : 0);
}

std::optional<Fault> ended(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  if (WEXITSTATUS(status) == 0) return std::nullopt;
  return static_cast<Fault>(WEXITSTATUS(status) - fault_base);
}

std::optional<Fault> write_into(const std::string& path, int flags, const Plan& plan) {
  const int descriptor = open(path.c_str(), flags | O_CLOEXEC, 0644);
  REQUIRE(descriptor >= 0);
  if ((flags & O_APPEND) == 0) lseek(descriptor, 0, SEEK_END);
  const pid_t child = start_writing(descriptor, plan);
  close(descriptor);
  return ended(child);
}

/// All that comes through a pipe; `slow` waits a little before each read.
std::string through_pipe(const Plan& plan, int flags = 0, bool slow = false) {
  std::array<int, 2> ends{};
  REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0);
  fcntl(ends[1], F_SETFL, flags);
  const pid_t child = start_writing(ends[1], plan, ends[0]);
  close(ends[1]);
  std::string all;
  std::array<char, 30000> buffer;
  for (;;) {
    if (slow) usleep(3000);
    const ssize_t got = read(ends[0], buffer.data(), buffer.size());
    if (got <= 0) break;
    all.append(buffer.data(), static_cast<std::size_t>(got));
  }
  close(ends[0]);
  CHECK(ended(child) == std::nullopt);
  return all;
}

std::vector<std::int16_t> rendered(const Plan& plan) {
  Memory memory;
  return write_plan(memory, plan).samples;
}

}  // namespace

TEST_CASE("through a pipe come an open header and exactly the samples") {
  const Plan plan = small_plan({"a", "b"});
  const auto samples = rendered(plan);
  const std::string all = through_pipe(plan);
  REQUIRE(all.size() == 44 + samples.size() * 2);
  CHECK(all.substr(0, 4) == "RIFF");
  CHECK(all.substr(4, 4) == "\xff\xff\xff\xff");
  CHECK(all.substr(36, 8) == "data\xff\xff\xff\xff");
  CHECK(std::memcmp(all.data() + 44, samples.data(), samples.size() * 2) == 0);
}

TEST_CASE("ffmpeg, mpv and aplay read the open WAV from a pipe") {
  const Plan plan = small_plan({"a", "b"});
  const auto samples = rendered(plan);
  const std::string all = through_pipe(plan);
  CHECK(decoded("-", all) == samples);
  CHECK(decoded("pipe:0", all) == samples);

  const TemporaryFolder folder;
  if (have_program("mpv")) {
    const RunResult mpv = run({"mpv", "--no-config", "--ao=pcm",
                               fmt::format("--ao-pcm-file={}", folder / "mpv.wav"), "--no-terminal", "-"},
                              {.input = all});
    CHECK(mpv.status == 0);
    CHECK(decoded(folder / "mpv.wav") == samples);
  } else {
    MESSAGE("NOT RUN: mpv is not installed");
  }
  if (have_program("aplay")) {
    folder.write("asound.conf", "pcm.keep { type file slave.pcm { type null } file \"" +
                                    folder / "aplay.raw" + "\" format raw }\n");
    const RunResult aplay =
        run({"aplay", "-q", "-D", "keep"},
            {.input = all, .environment = {{"ALSA_CONFIG_PATH", folder / "asound.conf"}}});
    CHECK(aplay.status == 0);
    const std::string played = content_of(folder / "aplay.raw");
    REQUIRE(played.size() >= samples.size() * 2);  // aplay fills its last period with silence
    CHECK(std::memcmp(played.data(), samples.data(), samples.size() * 2) == 0);
  } else {
    MESSAGE("NOT RUN: aplay is not installed");
  }
}

TEST_CASE("a slow reader gets everything, from a non-blocking pipe too") {
  const Plan plan = small_plan({"a", "b"}, 4);
  const std::string all = through_pipe(plan);
  CHECK(through_pipe(plan, 0, true) == all);
  CHECK(through_pipe(plan, O_NONBLOCK, true) == all);
}

TEST_CASE("a regular file gets its lengths and its chapters in the end") {
  const TemporaryFolder folder;
  const Plan plan = small_plan({"开头", "第一"});
  REQUIRE(write_into(folder / "out.wav", O_WRONLY | O_CREAT, plan) == std::nullopt);
  CHECK(read_sound(folder / "out.wav").samples == rendered(plan));
  CHECK(titles_of(probe(folder / "out.wav")) == std::vector<std::string>{"开头", "第一"});
  const std::string content = content_of(folder / "out.wav");
  std::uint32_t length = 0;
  std::memcpy(&length, content.data() + 4, sizeof length);
  CHECK(length == content.size() - 8);
}

TEST_CASE("what stood in the file before stays: written behind it, and patched there only") {
  const TemporaryFolder folder;
  const Plan plan = small_plan({"a"});
  const std::string path = folder.write("shared", "before");
  REQUIRE(write_into(path, O_WRONLY, plan) == std::nullopt);
  const std::string content = content_of(path);
  CHECK(content.substr(0, 10) == "beforeRIFF");
  CHECK(read_sound(folder.write("cut.wav", content.substr(6))).samples == rendered(plan));
}

TEST_CASE("a file opened for appending only is written like a pipe") {
  const TemporaryFolder folder;
  const Plan plan = small_plan({"a"});
  const std::string path = folder.write("log", "before");
  REQUIRE(write_into(path, O_WRONLY | O_APPEND, plan) == std::nullopt);
  CHECK(content_of(path) == fmt::format("before{}", through_pipe(plan)));
}

TEST_CASE("/dev/full is a full disk, and /dev/null takes everything") {
  const Plan plan = small_plan({"a"});
  CHECK(write_into("/dev/full", O_WRONLY, plan) == Fault::disk_full);
  CHECK(write_into("/dev/null", O_WRONLY, plan) == std::nullopt);
}

TEST_CASE("a reader that goes away is an error, not a signal") {
  std::array<int, 2> ends{};
  REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0);
  const Plan plan = small_plan(numbered_titles(20));
  const pid_t child = start_writing(ends[1], plan, ends[0]);
  close(ends[1]);
  std::array<char, 1000> buffer;
  CHECK(read(ends[0], buffer.data(), buffer.size()) > 0);
  close(ends[0]);
  CHECK(ended(child) == Fault::reader_gone);
}

TEST_CASE("Ctrl-C ends the waiting for a reader that does not read") {
  std::array<int, 2> ends{};
  REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0);
  const Plan plan = small_plan(numbered_titles(20));
  const pid_t child = start_writing(ends[1], plan, ends[0]);
  close(ends[1]);
  usleep(200000);  // by now the pipe is full and the child waits
  kill(child, SIGINT);
  CHECK(ended(child) == Fault::interrupted);
  close(ends[0]);
}
