#include <algorithm>
#include <cmath>

#include "pinyin/append_table.h"
#include "pinyin/reading_model_file.h"
#include "training/train.h"

namespace langdu {
namespace {

/// A weight that may go into the file: that of a reading minus that of the first one, which so needs none.
struct Candidate {
  std::uint64_t fact = 0;
  std::uint32_t reading = 0;
  float weight = 0;
};

std::vector<Candidate> heaviest(const TrainingSet& set, const Weights& weights, std::size_t most) {
  std::vector<Candidate> all;
  for (const Fact& fact : set.facts) {
    const std::size_t readings = set.hanzi[fact.hanzi].readings.size();
    for (std::uint32_t r = 1; r < readings; ++r) {
      const float weight = weights[fact.weights + r] - weights[fact.weights];
      if (weight != 0) all.push_back({fact.key, r, weight});
    }
  }
  const auto heavier = [](const Candidate& a, const Candidate& b) {
    const float x = std::fabs(a.weight), y = std::fabs(b.weight);
    if (x != y) return x > y;
    return a.fact != b.fact ? a.fact < b.fact : a.reading < b.reading;
  };
  std::sort(all.begin(), all.end(), heavier);
  if (all.size() > most) all.resize(most);
  return all;
}

}  // namespace

std::string write_model(const TrainingSet& set, const Weights& weights, std::uint32_t slots) {
  const std::vector<Candidate> chosen = heaviest(set, weights, slots / 4 * 3);
  ReadingModelHeader header;
  header.unit = chosen.empty() ? 1 : std::fabs(chosen.front().weight) / 127;
  header.slots = slots;

  std::vector<ModelledHanzi> hanzi;
  std::vector<std::uint16_t> readings;
  for (const TrainedHanzi& trained : set.hanzi) {
    ModelledHanzi entry;
    entry.code = static_cast<std::uint32_t>(trained.code) & 0x1FFFFF;
    entry.count = static_cast<std::uint32_t>(trained.readings.size()) & 0x7FF;
    entry.first = static_cast<std::uint32_t>(readings.size());
    hanzi.push_back(entry);
    readings.insert(readings.end(), trained.readings.begin(), trained.readings.end());
  }
  if (readings.size() % 2 != 0) readings.push_back(0);
  header.hanzi = static_cast<std::uint32_t>(hanzi.size());
  header.readings = static_cast<std::uint32_t>(readings.size());

  std::vector<std::uint32_t> table(slots, 0);
  for (const Candidate& candidate : chosen) {
    const long units = std::lround(candidate.weight / header.unit);
    if (units == 0) continue;
    const WeightKey key = weight_key(candidate.fact, candidate.reading, slots);
    std::uint32_t probe = 0;
    while (table[(key.home + probe) & (slots - 1)] != 0) ++probe;
    table[(key.home + probe) & (slots - 1)] = key.tag << 8 | (static_cast<std::uint32_t>(units) & 0xFF);
    header.longest_probe = std::max(header.longest_probe, probe + 1);
  }

  std::string out;
  append_table(out, &header, 1);
  append_table(out, hanzi);
  append_table(out, readings);
  append_table(out, table);
  return out;
}

}  // namespace langdu
