#pragma once
#include <doctest/doctest.h>

#include <string>

#include "support/run.h"

/// Whether epubcheck, which judges EPUB files by their standard, has neither an error nor a warning. Without
/// it the test says that it was not run.
inline void check_epub(const std::string& path) {
  if (!have_program("java") || !have_program("epubcheck")) {
    MESSAGE("NOT RUN: epubcheck is not installed");
    return;
  }
  // Its start is most of its work: the second compiler of Java never pays.
  const RunResult result = run({"java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar",
                                "/usr/share/java/epubcheck.jar", "--failonwarnings", path},
                               {.timeout_seconds = 300});
  CAPTURE(path);
  CAPTURE(result.err);
  CHECK(result.status == 0);
  CHECK(result.out.find("No errors or warnings detected") != std::string::npos);
}
