#include "output/output_set.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "output/written.h"
#include "support/small_disk.h"
#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;
namespace fs = std::filesystem;

namespace {

/// Renders the plan into all of them, as the program does.
void write_all(const std::vector<std::string>& paths, const Plan& plan, const FakeSynth::Settings& voice = {},
               const std::string& document = "doc.txt") {
  FakeSynth synth(voice);
  OutputSet set(paths, document, plan, {voice.sample_rate});
  const Timeline timeline = render(plan, synth, set.sinks(), {}, {});
  set.finish(timeline);
  set.commit();
}

std::optional<Fault> checked(const std::vector<std::string>& paths) {
  return fault_of([&] { check_outputs(paths); });
}

/// Three outputs of which the second is `format`; the others are text, so that they could be there at once.
std::vector<std::string> three(const std::string& folder, const OutputFormat& format) {
  return {folder + "/first.srt", folder + named("/second", format), folder + "/third.ffmetadata"};
}

}  // namespace

TEST_CASE("every format of the table in one run: each file as if it were alone") {
  const TemporaryFolder folder;
  Plan plan = small_plan(numbered_titles(3));
  plan.metadata.title = "title";  // without one a page has the file's name
  std::vector<std::string> paths;
  for (const OutputFormat& format : output_formats()) paths.push_back(folder / named("all", format));
  write_all(paths, plan);
  CHECK(folder.count() == paths.size());
  for (const OutputFormat& format : output_formats()) {
    CAPTURE(format.name);
    const std::string alone = folder / named("alone", format);
    write_plan(alone, plan);
    // The name of the sound is in some.
    if (format.name != "cue" && format.name != "json")
      CHECK(content_of(alone) == content_of(folder / named("all", format)));
  }
}

TEST_CASE("a sheet names the first file of sound, or the document") {
  const TemporaryFolder folder;
  const Plan plan = small_plan({"a"});
  const std::string cue = folder / "x.cue";
  const auto names = [&](const char* name) { return content_of(cue).find(name) != std::string::npos; };
  write_all({cue, folder / "s.srt", folder / "e.epub", folder / "b.mp3", folder / "a.wav"}, plan);
  CHECK(names("FILE \"b.mp3\" MP3"));
  write_all({cue}, plan, {}, "some/where/文件.v2.html");
  CHECK(names("FILE \"文件.v2.wav\" WAVE"));
  write_all({cue}, plan, {}, "-");
  CHECK(names("FILE \"x.wav\" WAVE"));
}

TEST_CASE("the same output twice is refused, however it is written") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "sub");
  folder.write("a.mp3", "old");
  fs::create_symlink("a.mp3", folder / "link.mp3");
  fs::create_symlink("new.mp3", folder / "dangling.mp3");
  fs::create_symlink("sub", folder / "folder");
  const auto in = [&](const std::string& name) { return folder / name; };
  CHECK_FALSE(checked({in("a.mp3"), in("a.srt"), in("b.mp3"), "-"}));
  CHECK(checked({in("a.mp3"), in("b.srt"), in("a.mp3")}) == Fault::output_twice);
  CHECK(checked({in("a.mp3"), in("sub/../a.mp3")}) == Fault::output_twice);
  CHECK(checked({in("a.mp3"), in("link.mp3")}) == Fault::output_twice);
  CHECK(checked({in("dangling.mp3"), in("new.mp3")}) == Fault::output_twice);
  CHECK(checked({in("folder/c.wav"), in("sub/c.wav")}) == Fault::output_twice);
  CHECK(checked({"x.wav", "./x.wav"}) == Fault::output_twice);
  CHECK(checked({"-", in("a.mp3"), "-"}) == Fault::output_twice);
  CHECK(checked({in("a.mp3"), in("a.xyz")}) == Fault::unknown_extension);
}

TEST_CASE("a second output that cannot be opened leaves nothing of the three") {
  for (const OutputFormat& format : output_formats()) {
    CAPTURE(format.name);
    const TemporaryFolder folder;
    const auto paths = three(folder.path().string(), format);
    const std::string old = folder.write("first.srt", "old");
    fs::create_directory(paths[1]);
    CHECK(fault_of([&] { write_all(paths, small_plan({"a"})); }) == Fault::is_directory);
    CHECK(content_of(old) == "old");
    CHECK(folder.count() == 2);
  }
}

TEST_CASE("a second output without permission leaves nothing of the three") {
  const TemporaryFolder folder;
  fs::permissions(folder.path(), fs::perms(0777));
  const OutputFormat& format = format_of("x.vtt");
  const auto paths = three(folder.path().string(), format);
  folder.write("second.vtt", "locked");
  chmod(paths[1].c_str(), 0444);
  const pid_t child = fork();
  if (child == 0) {  // root may write anywhere
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(9);
    _exit(fault_of([&] { write_all(paths, small_plan({"a"})); }) == Fault::no_permission ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(status == 0);
  CHECK(content_of(paths[1]) == "locked");
  CHECK(folder.count() == 1);
}

TEST_CASE("a disk that is full for the second output leaves the old files of all three") {
  for (const OutputFormat& format : output_formats()) {
    CAPTURE(format.name);
    const SmallDisk disk(8);
    if (!disk.mounted()) {
      MESSAGE("NOT RUN: a small file system could not be mounted (this needs root)");
      return;
    }
    const TemporaryFolder folder;
    Plan plan = small_plan(numbered_titles(300), 1);
    for (Utterance& utterance : plan.utterances) utterance.shown += "，有一些文字。";
    auto paths = three(folder.path().string(), format);
    paths[1] = disk.folder() / named("second", format);
    for (const std::string& path : paths) std::ofstream(path) << "old";
    CHECK(fault_of([&] { write_all(paths, plan, {.samples_per_syllable = 500}); }) == Fault::disk_full);
    for (const std::string& path : paths) CHECK(content_of(path) == "old");
    CHECK(folder.count() == 2);
    CHECK(disk.folder().count() == 1);
  }
}

TEST_CASE("speech that fails leaves the old files") {
  const TemporaryFolder folder;
  const auto paths = three(folder.path().string(), format_of("x.mp3"));
  for (const std::string& path : paths) std::ofstream(path) << "old";
  CHECK(fault_of([&] { write_all(paths, small_plan(numbered_titles(3)), {.dies_at = 3}); }) ==
        Fault::worker_died);
  for (const std::string& path : paths) CHECK(content_of(path) == "old");
  CHECK(folder.count() == 3);
}
