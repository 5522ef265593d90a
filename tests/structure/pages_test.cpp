// Whole pages, labelled by readers before the program read them: tests/data/pages/CONVENTIONS.md.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "clean/clean.h"
#include "read/formats.h"
#include "structure/structure.h"
#include "support/case_lines.h"
#include "support/temporary_folder.h"
#include "text/utf8.h"

namespace langdu {
namespace {

namespace fs = std::filesystem;

const std::string folder = TEST_DATA "/pages";

/// What the program makes of a page, in the form of the labels.
std::vector<std::string> lines_of(const Document& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) {
    const bool heading = block.kind == BlockKind::heading;
    const std::string label = !heading ? "p" : block.level == 0 ? "title" : fmt::format("h{}", block.level);
    lines.push_back(label + "\t" + block.text.text());
  }
  return lines;
}

/// Hanzi, letters and digits, without tags and entities.
std::string key_of(std::string_view text) {
  std::string key;
  bool tag = false;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    const std::size_t entity = rune.code == U'&' ? text.substr(at, 10).find(';') : std::string_view::npos;
    at += entity == std::string_view::npos ? rune.size : entity + 1;
    if (rune.code == U'<') tag = true;
    if (!tag && (is_hanzi(rune.code) || is_latin(rune.code) || is_digit(rune.code)))
      append_utf8(key, rune.code);
    if (rune.code == U'>') tag = false;
  }
  return key;
}

std::string dropped_key(const Document& document) {
  std::vector<Dropped> dropped = document.dropped;
  std::sort(dropped.begin(), dropped.end(),
            [](const Dropped& a, const Dropped& b) { return a.source.begin < b.source.begin; });
  std::string key;
  for (const Dropped& piece : dropped) {
    std::string_view text = std::string_view(document.source).substr(piece.source.begin, piece.source.size());
    if (piece.rule == "image") {
      const auto alt = std::min(text.find("alt=\""), text.find("ALT=\""));
      if (alt != std::string_view::npos) text = text.substr(alt + 5, text.find('"', alt + 5) - alt - 5);
    }
    key += key_of(text);
  }
  return key;
}

fs::path page_of(const fs::path& expected) {
  for (const char* extension : {".txt", ".md", ".html"}) {
    fs::path page = expected;
    if (fs::exists(page.replace_extension(extension))) return page;
  }
  return {};
}

/// The first place where they differ, as "expected X, got Y".
std::string difference(const std::vector<std::string>& expected, const std::vector<std::string>& got) {
  const auto [a, b] = std::mismatch(expected.begin(), expected.end(), got.begin(), got.end());
  if (a == expected.end() && b == got.end()) return {};
  return fmt::format("expected {}, got {}", a == expected.end() ? "the end" : *a,
                     b == got.end() ? "the end" : *b);
}

}  // namespace

TEST_CASE("every page gives the outline, the body and the dropped lines that its labels say") {
  std::size_t pages = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".expected") continue;
    const fs::path page = page_of(entry.path());
    REQUIRE_FALSE(page.empty());
    CAPTURE(page.filename().string());
    Document document = read_document(content_of(page), page.string());
    clean(document, {});
    find_sections(document);
    std::vector<std::string> expected;
    std::vector<std::string> dropped;
    for (const std::string& line : testing::case_lines(entry.path().string())) {
      (line.starts_with("x\t") ? dropped : expected).push_back(line);
    }
    const auto got = lines_of(document);
    CHECK(difference(expected, got) == "");
    const std::string key = dropped_key(document);
    for (const std::string& line : dropped) {
      CAPTURE(line);
      CHECK(key.find(key_of(line.substr(2))) != std::string::npos);
    }
    ++pages;
  }
  CHECK(pages >= 40);
}

}  // namespace langdu
