#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// How a program is run by a test.
struct RunOptions {
  std::string input = {};       ///< what it reads on standard input; it always ends with an end of file
  double timeout_seconds = 60;  ///< then its whole process group is killed
  std::string directory = {};   ///< where it runs; empty: here
  std::vector<std::pair<std::string, std::string>> environment = {};  ///< set on top of this process's own
  std::string output_file =
      {};  ///< standard output goes into this file instead of RunResult::out, e.g. /dev/full
  std::size_t close_output_after = SIZE_MAX;  ///< closes the reading end of the pipe after this many bytes
  int signal = 0;                             ///< sent to its process group, once ...
  double signal_after_seconds = 0;            ///< ... this long after its start
};

/// What became of it.
struct RunResult {
  int status = -1;  ///< its exit status, or 128 + the signal that ended it (127: it could not be started)
  bool timed_out = false;
  std::string out;
  std::string err;
  double seconds = 0;       ///< on the wall
  double cpu_seconds = 0;   ///< of it and the children it waited for
  long peak_kilobytes = 0;  ///< of memory, of it or of the largest of these children
};

/// Runs `command` (its first word is looked up in PATH; no shell) and waits for it.
RunResult run(const std::vector<std::string>& command, const RunOptions& options = {});

/// Whether `program` is in PATH, so that a test can say that it was left out.
bool have_program(const std::string& program);
