#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/run.h"
#include "support/temporary_folder.h"

/// Runs the built program.
inline RunResult run_langdu(std::vector<std::string> arguments, const RunOptions& options = {}) {
  arguments.insert(arguments.begin(), LANGDU_BUILD "/bin/langdu");
  return run(arguments, options);
}

/// The input on standard input.
inline RunOptions reading(const std::string& input) {
  RunOptions options;
  options.input = input;
  return options;
}

inline const std::string briefing = LANGDU_REPOSITORY "/samples/briefing.txt";

/// The chapters that ffprobe sees: an array of {start_time, end_time, tags.title}.
inline nlohmann::json chapters_of(const std::string& file) {
  const auto result = run({"ffprobe", "-v", "error", "-show_chapters", "-show_format", "-of", "json", file});
  return nlohmann::json::parse(result.out);
}
