#include "read/formats.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>

#include "support/case_lines.h"
#include "support/temporary_folder.h"

namespace langdu {
namespace {

namespace fs = std::filesystem;

/// The formats that have a sample, by their extensions.
std::set<std::string> sampled() {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(LANGDU_REPOSITORY "/samples")) {
    const std::string file = entry.path().string();
    names.insert(std::string(format_of(content_of(entry.path()), file).name));
  }
  return names;
}

}  // namespace

TEST_CASE("every line of tests/data/read/formats.txt is taken for the format that it says") {
  std::set<std::string> seen;
  for (const std::string& line : testing::case_lines(TEST_DATA "/read/formats.txt")) {
    CAPTURE(line);
    const auto cells = testing::cells(line);
    REQUIRE(cells.size() == 3);
    CHECK(format_of(cells[2], cells[1]).name == cells[0]);
    seen.insert(cells[0]);
  }
  for (const InputFormat& format : input_formats()) {
    CAPTURE(format.name);
    if (format.is_text) CHECK(seen.contains(std::string(format.name)));
  }
}

TEST_CASE("every format has a sample") {
  const auto names = sampled();
  for (const InputFormat& format : input_formats()) {
    CAPTURE(format.name);
    CHECK(names.contains(std::string(format.name)));
  }
}

TEST_CASE("a sample is read by what it holds, whatever its name") {
  for (const auto& entry : fs::directory_iterator(LANGDU_REPOSITORY "/samples")) {
    CAPTURE(entry.path().string());
    const std::string content = content_of(entry.path());
    const InputFormat& format = format_of(content, entry.path().string());
    if (format.shows == nullptr) continue;
    for (const char* name : {"a.txt", "a.md", "a.pdf", "standard input"})
      CHECK(&format_of(content, name) == &format);
  }
}

}  // namespace langdu
