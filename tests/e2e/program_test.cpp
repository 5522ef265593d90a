#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "app/commands.h"
#include "e2e/langdu.h"

using langdu::command_table;

TEST_CASE("--version and --help answer on standard output") {
  const auto version = run_langdu({"--version"});
  CHECK(version.status == 0);
  CHECK(version.out.starts_with("langdu 0."));
  const auto help = run_langdu({"--help"});
  CHECK(help.status == 0);
  CHECK(help.err.empty());
  for (const auto& command : command_table()) {
    CHECK(help.out.find(command.name) != std::string::npos);
    const auto own = run_langdu({std::string(command.name), "--help"});
    CHECK(own.status == 0);
    for (const auto& row : langdu::setting_table()) {
      const bool named = own.out.find(langdu::long_name(row)) != std::string::npos;
      if (row.commands & command.id) CHECK_MESSAGE(named, row.name, " of ", command.name);
    }
  }
}

TEST_CASE("every command has its runner in the program that its row names, and only there") {
  for (const auto& command : command_table()) {
    CAPTURE(command.name);
    const auto runs = [&](auto runners) {
      return std::count_if(runners.begin(), runners.end(), [&](const auto& row) { return row.id == command.id; });
    };
    CHECK(runs(langdu::text_runners()) == (command.program == langdu::Program::text ? 1 : 0));
    CHECK(runs(langdu::sound_runners()) == (command.program == langdu::Program::sound ? 1 : 0));
  }
}

TEST_CASE("langdu itself is linked with neither the engine nor an audio library") {
  const auto libraries = run({"ldd", LANGDU_BUILD "/bin/langdu"});
  CHECK(libraries.status == 0);
  CHECK(libraries.out.find("libre2") != std::string::npos);
  for (const char* sound : {"espeak", "sndfile", "portaudio", "samplerate", "libtag"}) {
    CAPTURE(sound);
    CHECK(libraries.out.find(sound) == std::string::npos);
  }
  CHECK(run({"ldd", LANGDU_BUILD "/libexec/langdu-sound"}).out.find("espeak") != std::string::npos);
}

TEST_CASE("without langdu-sound, text still works and sound says what is missing") {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder / "bin");
  std::filesystem::copy(LANGDU_BUILD "/bin/langdu", folder / "bin/langdu");
  std::filesystem::copy(LANGDU_BUILD "/share", folder / "share", std::filesystem::copy_options::recursive);
  CHECK(run({folder / "bin/langdu", "plan", briefing}).status == 0);
  const auto result = run({folder / "bin/langdu", "render", briefing, "-o", folder / "a.wav"});
  CHECK(result.status == 1);
  CHECK(result.err.find("libexec/langdu-sound: this file of the program is missing") != std::string::npos);
}

TEST_CASE("voices, formats and devices list what there is") {
  CHECK(run_langdu({"voices"}).out.find("standard") != std::string::npos);
  const auto formats = run_langdu({"formats"}).out;
  for (const char* name : {".txt", ".mp3", ".m4b", ".m4a", ".opus", ".ogg", ".flac", ".wav"}) CHECK(formats.find(name) != std::string::npos);
}

TEST_CASE("the filters keep the number of lines and answer line by line") {
  RunOptions options;
  options.input = "今天是2023年。\n\n银行行长,你好\nno newline at the end 3";
  const auto normalized = run_langdu({"normalize"}, options);
  CHECK(normalized.status == 0);
  CHECK(std::count(normalized.out.begin(), normalized.out.end(), '\n') == 4);
  CHECK(normalized.out.find("二零二三年") != std::string::npos);
  const auto pinyin = run_langdu({"pinyin"}, options);
  CHECK(pinyin.status == 0);
  CHECK(std::count(pinyin.out.begin(), pinyin.out.end(), '\n') == 4);
  CHECK(pinyin.out.find("yin2 hang2 hang2 zhang3 ni3 hao3\n") != std::string::npos);
  // Line by line: the answer to the first line comes while the input is still open.
  const std::string script = "{ echo 银行; sleep 5; } | timeout 4 \"$1\" pinyin | head -n 1";
  CHECK(run({"sh", "-c", script, "sh", LANGDU_BUILD "/bin/langdu"}).out == "yin2 hang2\n");
}

TEST_CASE("the program works from any prefix, with manual page and completion") {
  const TemporaryFolder folder;
  const std::string prefix = folder / "any where";
  const auto installed = run({"cmake", "--install", LANGDU_BUILD, "--prefix", prefix});
  REQUIRE_MESSAGE(installed.status == 0, installed.err);
  const std::string sound = folder / "a.wav";
  const auto rendered = run({prefix + "/bin/langdu", "render", briefing, "-o", sound});
  CHECK(rendered.status == 0);
  CHECK(rendered.err.empty());
  const auto page = run({"man", "--warnings", "-E", "UTF-8", "-l", prefix + "/share/man/man1/langdu.1"});
  CHECK(page.status == 0);
  CHECK(page.err.empty());
  CHECK(page.out.find("EXIT STATUS") != std::string::npos);
  const std::string script =
      ". \"$1\"; COMP_WORDS=(langdu render --ra); COMP_CWORD=2; _langdu; echo \"${COMPREPLY[*]}\"";
  CHECK(run({"bash", "-c", script, "bash", prefix + "/share/bash-completion/completions/langdu"}).out ==
        "--rate\n");
}

TEST_CASE("includes point in one direction only") {
  const auto result = run({LANGDU_REPOSITORY "/scripts/check_layers"});
  CHECK(result.status == 0);
  CHECK(result.out.empty());
}

TEST_CASE("the include check finds what it looks for") {
  const TemporaryFolder folder;
  for (const char* layer : {"text", "plan", "speak"}) std::filesystem::create_directory(folder / layer);
  folder.write("text/a.h", "#include \"plan/plan.h\"\n");
  folder.write("plan/b.cpp", "#include <vector>\n#include <sndfile.h>\n");
  folder.write("speak/c.cpp", "#include \"plan/plan.h\"\n#include <espeak-ng/speak_lib.h>\n");
  const auto result = run({LANGDU_REPOSITORY "/scripts/check_layers", folder.path().string()});
  CHECK(result.status == 1);
  CHECK(result.out.find("text/a.h:1: text must not use plan") != std::string::npos);
  CHECK(result.out.find("plan/b.cpp:2: the core must not use sndfile.h") != std::string::npos);
  CHECK(result.out.find("c.cpp") == std::string::npos);
}
