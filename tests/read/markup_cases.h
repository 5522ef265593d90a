// What the tests of the readers of markup share.
#pragma once
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "read/document.h"
#include "support/case_lines.h"
#include "support/growth.h"
#include "text/utf8.h"

namespace langdu::testing {

/// The blocks on one line, divided by " | ": "#2 heading", "- line of several" ("= line" behind an empty
/// one), "paragraph"; "!" behind what is all in bold.
inline std::string shown(const Document& document) {
  std::string result;
  for (const Block& block : document.blocks) {
    if (!result.empty()) result += " | ";
    if (block.kind == BlockKind::heading) result += "#" + std::to_string(block.level) + " ";
    if (block.kind == BlockKind::line) result += block.after_blank_line ? "= " : "- ";
    result += block.text.text();
    if (block.strong) result += "!";
  }
  return result;
}

/// "rule: piece of the source" for each piece, divided by " | ".
inline std::string left_out(const Document& document) {
  std::string result;
  for (const Dropped& piece : document.dropped) {
    if (!result.empty()) result += " | ";
    result += piece.rule + ": " + document.source.substr(piece.source.begin, piece.source.size());
  }
  return result;
}

/// That all places lie in the source, in order within a block, and that each hanzi is found where it is said
/// to stand, unless an escape stands there.
inline void check_places(const Document& document) {
  const auto size = static_cast<std::uint32_t>(document.source.size());
  for (const Block& block : document.blocks) {
    const std::string& text = block.text.text();
    std::uint32_t place = 0;
    for (std::uint32_t at = 0; at < text.size();) {
      const Rune rune = rune_at(text, at);
      const Span source = block.text.source({at, at + rune.size});
      bool right = place <= source.begin && source.begin <= source.end && source.end <= size;
      place = source.begin;
      // What takes other bytes than itself is an escape, or put together from torn characters.
      if (right && rune.valid && is_hanzi(rune.code) && source.size() == rune.size)
        right = document.source.compare(source.begin, source.size(), text, at, rune.size) == 0;
      if (!right) {
        CAPTURE(text);
        CAPTURE(at);
        CHECK(right);
        return;
      }
      at += rune.size;
    }
  }
  for (const Dropped& piece : document.dropped) {
    if (piece.source.begin > piece.source.end || piece.source.end > size) CHECK(piece.rule == "out of place");
  }
}

/// The hanzi of the source that are neither in a block nor listed as left out.
inline std::string lost(const Document& document) {
  std::vector<bool> known(document.source.size());
  const auto mark = [&](Span span) {
    for (std::uint32_t at = span.begin; at < span.end; ++at) known[at] = true;
  };
  for (const Dropped& piece : document.dropped) mark(piece.source);
  for (const Block& block : document.blocks) {
    for (std::uint32_t at = 0; at < block.text.size();) {
      const std::uint32_t end = at + rune_at(block.text.text(), at).size;
      mark(block.text.source({at, end}));
      at = end;
    }
  }
  std::string result;
  for (std::size_t at = 0; at < document.source.size();) {
    const Rune rune = rune_at(document.source, at);
    if (rune.valid && is_hanzi(rune.code) && !known[at]) result += document.source.substr(at, rune.size);
    at += rune.size;
  }
  return result;
}

/// Each line of a file of cases: what is read, what it shows, and what is left out (nothing if not said).
template <typename Read>
void check_cases(const std::string& path, Read read) {
  const auto lines = case_lines(path);
  CHECK(lines.size() > 10);
  for (const std::string& line : lines) {
    CAPTURE(line);
    const auto parts = cells(line);
    REQUIRE(parts.size() >= 2);
    const Document document = read(parts[0]);
    CHECK(shown(document) == parts[1]);
    CHECK(left_out(document) == (parts.size() > 2 ? parts[2] : ""));
    check_places(document);
  }
}

/// Random bytes, the pieces in random order, and the sample cut off at every byte: all is read, in any way.
template <typename Read>
void check_bad_input(const std::string& sample, const std::vector<std::string>& pieces, Read read) {
  for (std::size_t size = 0; size <= sample.size(); ++size) check_places(read(sample.substr(0, size)));
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string bytes;
    std::string mixed;
    for (int i = 0; i < 200; ++i) {
      bytes += static_cast<char>(random() & 0xFF);
      mixed += pieces[random() % pieces.size()];
    }
    check_places(read(bytes));
    check_places(read(mixed));
    std::string damaged = sample;
    for (int i = 0; i < 5; ++i) damaged[random() % damaged.size()] = static_cast<char>(random() & 0xFF);
    check_places(read(damaged));
  }
  check_places(read(std::string(1000, '\0')));
}

/// That the time for many repetitions grows as their number does, for each of the pieces.
template <typename Read>
void check_linear(const std::vector<std::string>& pieces, Read read) {
  for (const std::string& piece : pieces) {
    CAPTURE(piece);
    const auto repeated = [&](std::size_t count) {
      std::string text;
      for (std::size_t i = 0; i < count; ++i) text += piece;
      return text;
    };
    const std::string small = repeated(long_size(100'000) / 10);
    const std::string large = repeated(long_size(100'000));
    const double seconds = cpu_seconds([&] { read(small); });
    CHECK(grows_linearly(seconds, cpu_seconds([&] { read(large); }), 0.1));
  }
}

}  // namespace langdu::testing
