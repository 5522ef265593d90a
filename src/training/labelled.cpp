#include "training/labelled.h"

#include <fmt/core.h>

#include <charconv>
#include <optional>

#include "text/characters.h"

namespace langdu {
namespace {

/// Why the line is wrong; empty: nothing is.
using Problem = std::string;

Problem read_reading(std::string_view field, LabelledHanzi& label) {
  const std::optional<Syllable> syllable = parse_syllable(field);
  if (!syllable) return fmt::format("'{}' is not a toned syllable, as in zhang3 or lv4", printable(field));
  label.reading = *syllable;
  return {};
}

bool is_one_hanzi(std::string_view text) {
  return !text.empty() && rune_at(text, 0).size == text.size() && is_hanzi(code_at(text, 0));
}

Problem read_corpus_line(std::string_view line, LabelledHanzi& label) {
  label.source = LabelSource::corpus;
  const auto fields = split(line, '\t');
  if (fields.size() != 4) return "a line is sentence, index, hanzi, reading, between tabs";
  std::uint32_t index = 0;
  const auto [end, error] = std::from_chars(fields[1].data(), fields[1].data() + fields[1].size(), index);
  if (error != std::errc() || end != fields[1].data() + fields[1].size()) return "the index is no number";
  std::size_t at = 0;
  for (; index > 0 && at < fields[0].size(); --index) at += rune_at(fields[0], at).size;
  if (!is_one_hanzi(fields[2])) return "the third field is not one hanzi";
  if (!fields[0].substr(at).starts_with(fields[2])) return "the hanzi is not at its index";
  label.sentence = fields[0];
  label.at = static_cast<std::uint32_t>(at);
  return read_reading(fields[3], label);
}

Problem read_example_line(std::string_view line, LabelledHanzi& label) {
  label.source = LabelSource::examples;
  const auto fields = split(line, '\t');
  if (fields.size() != 2) return "a line is sentence, reading, between a tab";
  const std::string_view marked = fields[0];
  const std::size_t open = marked.find('{');
  const std::size_t close = marked.find('}');
  constexpr std::string_view advice = "one hanzi of the sentence stands in braces";
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return Problem(advice);
  const std::string_view hanzi = marked.substr(open + 1, close - open - 1);
  if (!is_one_hanzi(hanzi)) return Problem(advice);
  label.sentence = fmt::format("{}{}{}", marked.substr(0, open), hanzi, marked.substr(close + 1));
  if (label.sentence.find_first_of("{}") != std::string::npos) return Problem(advice);
  label.at = static_cast<std::uint32_t>(open);
  return read_reading(fields[1], label);
}

}  // namespace

std::vector<LabelledHanzi> parse_corpus(std::string_view text, std::vector<BadLine>& bad) {
  return parse_lines<LabelledHanzi>(text, bad, read_corpus_line);
}

std::vector<LabelledHanzi> parse_examples(std::string_view text, std::vector<BadLine>& bad) {
  return parse_lines<LabelledHanzi>(text, bad, read_example_line);
}

}  // namespace langdu
