#include <doctest/doctest.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <functional>
#include <string>
#include <vector>

#include "e2e/bad_calls.h"
#include "e2e/langdu.h"
#include "text/error.h"

using namespace langdu;

namespace {

std::string filled(std::string text, const std::string& folder) {
  for (auto at = text.find("{}"); at != std::string::npos; at = text.find("{}")) text.replace(at, 2, folder);
  return text;
}

std::string good_text() { return "同志们：\n\n今天我们开会。\n"; }

void make_files(const TemporaryFolder& folder) {
  folder.write("empty.txt", "");
  folder.write("nul.txt", std::string(1000, '\0'));
  folder.write("boilerplate.txt",
               "推荐访问：\n\n版权所有：某某网 2005-2024\n\nPowered by 某某网 © All Rights Reserved\n");
  folder.write("large.txt", std::string((1 << 20) + 1, 'x'));
  folder.write("good.txt", good_text());
  folder.write("good.wav", good_text());
  folder.write("cover.txt", "no image");
  folder.write("large.png", std::string((15 << 20) + 1, 'x'));
  folder.write("gbk.tsv", "# words\n\xB3\xA4\xBD\xAD\tchang2 jiang1\n");
  folder.write("wrong.tsv", "长\tchag2\n");
  folder.write("a.txt", "%PDF-1.7\n%x");
  folder.write("b.txt", "PK\x03\x04 word/document.xml");
  folder.write("pattern.tsv", "好\t不坏\n(\t甲\tregex\n");
  std::filesystem::create_directory(folder / "folder.mp3");
  mkfifo((folder / "fifo.wav").c_str(), 0600);
}

/// One sentence of the program on standard error, and nothing else.
void check_one_sentence(const std::string& err) {
  CHECK(err.starts_with("langdu: "));
  CHECK(err.ends_with("\n"));
  CHECK(std::count(err.begin(), err.end(), '\n') == 1);
}

std::string last_line(const std::string& text) {
  const auto end = text.find_last_not_of('\n');
  const auto begin = text.rfind('\n', end);
  return text.substr(begin == std::string::npos ? 0 : begin + 1);
}

/// Almost seven seconds of speech a line; by itself almost three hours.
std::string long_text(int lines = 1500) {
  std::string text;
  for (int i = 0; i < lines; ++i) text += "我们要坚持问题导向，把各项工作落到实处，确保取得实效。\n\n";
  return text;
}

}  // namespace

TEST_CASE("every bad call ends with one clear sentence, its exit status, and no file") {
  const TemporaryFolder folder;
  make_files(folder);
  const std::size_t files = folder.count();
  for (const BadCall& bad : bad_calls()) {
    CAPTURE(bad.name);
    std::vector<std::string> arguments;
    for (const std::string& argument : bad.arguments)
      arguments.push_back(filled(argument, folder.path().string()));
    const auto result = run_langdu(arguments);
    CAPTURE(result.err);
    CHECK(result.status == static_cast<int>(row_of(bad.fault).status));
    CHECK(last_line(result.err).find(filled(bad.says, folder.path().string())) != std::string::npos);
    if (bad.fault != Fault::nothing_to_read && bad.fault != Fault::some_unread)
      check_one_sentence(result.err);  // notes may stand before it
    const std::string_view sentence = row_of(bad.fault).sentence;
    const auto fixed =
        sentence.substr(sentence.rfind('}') + 1);  // the end of the sentence, behind its arguments
    CHECK(last_line(result.err).find(fixed) != std::string::npos);
    CHECK(result.out.empty());
    CHECK(folder.count() == files);
  }
  CHECK(content_of(folder / "good.wav") == good_text());
}

TEST_CASE("a file without permission is named") {
  if (!have_program("setpriv")) {
    MESSAGE("NOT RUN: setpriv is missing, permission errors are not tested");
    return;
  }
  const TemporaryFolder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  const std::string secret = folder.write("secret.txt", good_text());
  std::filesystem::permissions(secret, std::filesystem::perms::none);
  const std::string program = folder / "prefix/bin/langdu";  // a copy that another user may run
  std::filesystem::create_directories(folder / "prefix/bin");
  std::filesystem::copy(LANGDU_BUILD "/bin/langdu", program);
  for (const std::string part : {"share", "libexec"}) {
    std::filesystem::copy(LANGDU_BUILD "/" + part, folder / ("prefix/" + part),
                          std::filesystem::copy_options::recursive);
  }
  const auto as_nobody = [&](std::vector<std::string> arguments) {
    std::vector<std::string> command = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
                                        program};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run(command);
  };
  for (const auto& result :
       {as_nobody({"plan", secret}),
        as_nobody({"render", folder.write("g.txt", good_text()), "-o", folder / "o.mp3"})}) {
    CAPTURE(result.err);
    CHECK(result.status == 1);
    CHECK(result.err.find("permission denied") != std::string::npos);
    check_one_sentence(result.err);
  }
}

TEST_CASE("invalid UTF-8 in the middle is a note with file and line, and the rest is read") {
  const TemporaryFolder folder;
  const std::string file = folder.write("bad.txt", "会议开始。\n今天\xFF\xFE很好。\n会议结束。\n");
  const auto result = run_langdu({"render", file, "-o", folder / "o.wav"});
  CHECK(result.status == 0);
  CHECK(result.err.find(file + ":2:3: warning: ") != std::string::npos);
  const auto plan = run_langdu({"plan", file});
  CHECK(plan.status == 0);
  for (const char* text : {"会议开始", "今天很好", "会议结束"})
    CHECK(plan.out.find(text) != std::string::npos);
}

TEST_CASE("random bytes never crash: a plan always, a file or a clear error") {
  const TemporaryFolder folder;
  std::string bytes(20000, ' ');
  unsigned state = 1;
  for (char& c : bytes) c = static_cast<char>((state = state * 1103515245u + 12345u) >> 16);
  const std::string file = folder.write("random.txt", bytes);
  CHECK(run_langdu({"plan", file}).status == 0);
  CHECK(run_langdu({"plan", "--json", file}).status == 0);
  const auto result = run_langdu({"render", file, "-o", folder / "o.wav"});
  CHECK((result.status == 0 || result.status == 1));
  CHECK(std::filesystem::exists(folder / "o.wav") == (result.status == 0));
}

TEST_CASE("a full disk is named, and the old file stays") {
  RunOptions full;
  full.output_file = "/dev/full";
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"render", briefing, "-o", "-"}, {"plan", briefing}}) {
    const auto result = run_langdu(arguments, full);
    CHECK(result.status == 1);
    CHECK(result.err.find("no space left") != std::string::npos);
    check_one_sentence(result.err);
  }
  const TemporaryFolder folder;
  if (mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=256k") != 0) {
    MESSAGE("NOT RUN: mounting a small disk needs root, a full disk is not tested with files");
    return;
  }
  for (const std::string name : {"o.wav", "o.mp3", "o.m4b", "o.opus", "o.ogg", "o.flac"}) {
    folder.write(name, "old");
    const auto result = run_langdu({"render", briefing, "-o", folder / name});
    CHECK(result.status == 1);
    CHECK(result.err.find("no space left") != std::string::npos);
    check_one_sentence(result.err);
    CHECK(content_of(folder / name) == "old");
  }
  CHECK(folder.count() == 6);
  umount(folder.path().c_str());
}

TEST_CASE("the reader of a pipe may go away") {
  const TemporaryFolder folder;
  const std::string file = folder.write("long.txt", long_text());
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"render", file, "-o", "-"}, {"plan", "--json", file}}) {
    RunOptions options;
    options.close_output_after = 1000;
    const auto result = run_langdu(arguments, options);
    CHECK(result.status == 1);
    CHECK(result.err.find("closed the pipe") != std::string::npos);
    check_one_sentence(result.err);
  }
}

TEST_CASE("an interrupt ends with 130, one sentence and no file") {
  const TemporaryFolder folder;
  const std::string file = folder.write("long.txt", long_text());
  for (const int number : {SIGINT, SIGTERM}) {
    RunOptions options;
    options.signal = number;
    options.signal_after_seconds = 0.4;
    const auto result = run_langdu({"render", file, "-o", folder / "o.mp3"}, options);
    CHECK(result.status == 130);
    CHECK(result.err == "langdu: interrupted before the end\n");
    CHECK(folder.count() == 1);
  }
}

TEST_CASE("a speech process that is killed is started again, and nothing is lost") {
  const TemporaryFolder folder;
  // Rendered twice to the end, and far from it when the kill comes.
  const std::string file = folder.write("long.txt", long_text(600));
  REQUIRE(run_langdu({"render", file, "-o", folder / "a.wav"}).status == 0);
  const std::string script =
      "\"$1\" render \"$2\" -o \"$3\" & program=$!; sleep 0.15; pkill -KILL -P $program && echo killed; wait "
      "$program";
  const auto result = run({"sh", "-c", script, "sh", LANGDU_BUILD "/bin/langdu", file, folder / "b.wav"});
  CHECK(result.status == 0);
  CHECK(result.out == "killed\n");
  CHECK(content_of(folder / "a.wav") == content_of(folder / "b.wav"));
}

TEST_CASE("a closed standard stream is an error with a name, and never a file of ours") {
  const TemporaryFolder folder;
  const std::string file = folder.write("good.txt", good_text());
  const auto with = [&](const std::string& redirection, const std::string& arguments) {
    const std::string script = "\"$1\" " + arguments + " " + redirection;
    return run({"sh", "-c", script, "sh", LANGDU_BUILD "/bin/langdu", file, folder / "o.wav"},
               {.timeout_seconds = 20});
  };
  const auto no_input = with("<&-", "render - -o \"$3\"");
  CHECK(no_input.status == 1);
  CHECK(no_input.err.find("standard input: cannot be read") != std::string::npos);
  const auto no_output = with(">&-", "render \"$2\" -o -");
  CHECK(no_output.status == 1);
  CHECK(no_output.err.find("standard output: cannot be written") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder / "o.wav"));
  CHECK(with(">&- 2>&- <&-", "render \"$2\" -v -o \"$3\"").status == 0);
  CHECK(std::filesystem::file_size(folder / "o.wav") > 10000);
}

TEST_CASE("nohup: a signal that is ignored from outside stays ignored") {
  const TemporaryFolder folder;
  const std::string file = folder.write("good.txt", good_text());
  const std::string script =
      "trap '' HUP; \"$1\" render - -o \"$3\" < \"$2\" & program=$!; kill -HUP $program; wait $program";
  CHECK(run({"sh", "-c", script, "sh", LANGDU_BUILD "/bin/langdu", file, folder / "o.wav"}).status == 0);
}

TEST_CASE("the filters end at a signal in the middle of endless input") {
  for (const std::string command : {"normalize", "pinyin"}) {
    const auto result =
        run({"sh", "-c", "yes 今天开会 | \"$1\" $2 > /dev/null", "sh", LANGDU_BUILD "/bin/langdu", command},
            {.timeout_seconds = 20, .signal = SIGTERM, .signal_after_seconds = 0.5});
    CHECK_FALSE(result.timed_out);
  }
}

TEST_CASE("a sound server that hangs does not matter to a file") {
  if (!have_program("socat")) {
    MESSAGE("NOT RUN: socat is missing, a hanging sound server is not tested");
    return;
  }
  const TemporaryFolder folder;
  const std::string file = folder.write("good.txt", good_text());
  const std::string script =
      "socat UNIX-LISTEN:\"$4\",fork EXEC:'sleep 100' & server=$!; sleep 0.3;"
      "PULSE_SERVER=unix:\"$4\" \"$1\" render \"$2\" -o \"$3\"; status=$?; kill $server; exit $status";
  const auto result =
      run({"sh", "-c", script, "sh", LANGDU_BUILD "/bin/langdu", file, folder / "o.wav", folder / "socket"},
          {.timeout_seconds = 20});
  CHECK(result.status == 0);
  CHECK(result.seconds < 5);
}

TEST_CASE("standard input that is the output as well is refused") {
  const TemporaryFolder folder;
  const std::string file = folder.write("good.wav", good_text());
  const auto result =
      run({"sh", "-c", "\"$1\" render - -o \"$2\" < \"$2\"", "sh", LANGDU_BUILD "/bin/langdu", file});
  CHECK(result.status == 2);
  CHECK(content_of(file) == good_text());
}

TEST_CASE("every fault of the table is provoked by some test") {
  std::string tests;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(LANGDU_REPOSITORY "/tests")) {
    if (entry.path().extension() == ".cpp" && entry.path().filename() != "error_test.cpp")
      tests += content_of(entry.path());
  }
  for (const FaultRow& row : fault_table()) {
    CAPTURE(row.name);
    const std::string name = "Fault::" + std::string(row.name);
    const bool tested = tests.find(name) != std::string::npos ||
                        // Those whose sentence a test of this file looks for.
                        row.fault == Fault::no_permission || row.fault == Fault::reader_gone ||
                        row.fault == Fault::interrupted;
    CHECK(tested);
  }
}
