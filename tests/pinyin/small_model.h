#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "pinyin/hanzi_text.h"
#include "pinyin/lexicon_build.h"
#include "pinyin/lexicon_data.h"

namespace testing {

/// Bytes as the program has them: aligned, and in memory of exactly their size, so that AddressSanitizer sees
/// a look behind them.
inline std::vector<std::byte> as_bytes(const std::string& text) {
  std::vector<std::byte> bytes(text.size());
  std::copy_n(reinterpret_cast<const std::byte*>(text.data()), text.size(), bytes.begin());
  return bytes;
}

/// A lexicon in memory. `dictionary` has the lines of lexicon.tsv, `own` those of words.tsv.
class SmallLexicon {
 public:
  explicit SmallLexicon(const std::string& dictionary, const std::string& own = "") {
    std::vector<langdu::BadLine> bad;
    const auto words = langdu::parse_lexicon(dictionary, bad);
    file_ = langdu::build_lexicon(words, langdu::parse_words(own, bad));
    REQUIRE(bad.empty());
    bytes_ = as_bytes(file_);
    std::string_view why;
    const auto view = langdu::view_lexicon(bytes_, why);
    REQUIRE(view);
    view_ = *view;
  }
  SmallLexicon(const SmallLexicon&) = delete;
  SmallLexicon& operator=(const SmallLexicon&) = delete;

  const langdu::LexiconView& view() const { return view_; }
  const std::string& file() const { return file_; }

  /// The text as it is when the model's turn comes.
  langdu::HanziText read(std::string_view line) const {
    langdu::HanziText text = langdu::collect_hanzi(line);
    langdu::segment(text, view_);
    langdu::read_by_lexicon(text, view_);
    langdu::read_by_context(text);
    return text;
  }

 private:
  std::string file_;
  std::vector<std::byte> bytes_;
  langdu::LexiconView view_;
};

/// A hanzi with its readings, "hang2 xing2"; as in a model file they are told apart by their index.
struct SmallHanzi {
  char32_t code;
  std::vector<std::string_view> readings;
};
struct SmallWeight {
  std::uint64_t fact;
  std::uint32_t reading;
  std::int8_t units;
};

/// The bytes of a model file, written by other hands than training/write_model.cpp. `hanzi` ordered by code.
inline std::string small_model(const std::vector<SmallHanzi>& hanzi, const std::vector<SmallWeight>& weights,
                               std::uint32_t slots = 16, float unit = 0.1F) {
  langdu::ReadingModelHeader header;
  std::vector<langdu::ModelledHanzi> table;
  std::vector<std::uint16_t> readings;
  for (const SmallHanzi& one : hanzi) {
    langdu::ModelledHanzi entry;
    entry.code = static_cast<std::uint32_t>(one.code) & 0x1FFFFF;
    entry.count = static_cast<std::uint32_t>(one.readings.size()) & 0x7FF;
    entry.first = static_cast<std::uint32_t>(readings.size());
    table.push_back(entry);
    for (const std::string_view reading : one.readings)
      readings.push_back(langdu::pack(langdu::parse_syllable(reading).value()));
  }
  if (readings.size() % 2 != 0) readings.push_back(0);
  std::vector<std::uint32_t> places(slots, 0);
  for (const SmallWeight& weight : weights) {
    const langdu::WeightKey key = langdu::weight_key(weight.fact, weight.reading, slots);
    std::uint32_t probe = 0;
    while (places[(key.home + probe) % slots] != 0) ++probe;
    places[(key.home + probe) % slots] = key.tag << 8 | static_cast<std::uint8_t>(weight.units);
    header.longest_probe = std::max(header.longest_probe, probe + 1);
  }
  header.hanzi = static_cast<std::uint32_t>(table.size());
  header.readings = static_cast<std::uint32_t>(readings.size());
  header.slots = slots;
  header.unit = unit;
  std::string file(reinterpret_cast<const char*>(&header), sizeof header);
  file.append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof table[0]);
  file.append(reinterpret_cast<const char*>(readings.data()), readings.size() * sizeof readings[0]);
  file.append(reinterpret_cast<const char*>(places.data()), places.size() * sizeof places[0]);
  return file;
}

/// A model file's bytes and the view of them.
struct SmallModel {
  std::vector<std::byte> bytes;
  std::string_view why;  ///< why there is no view
  std::optional<langdu::ReadingModelView> view;
  explicit SmallModel(const std::string& file)
      : bytes(as_bytes(file)), view(langdu::view_reading_model(bytes, why)) {}
};

}  // namespace testing
