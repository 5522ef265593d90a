#include "training/training_set.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>

#include "pinyin/reading_model.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::uint32_t seldom_labelled = 4;  ///< a few labels of a corpus are an accident
constexpr std::uint32_t often_seen = 100;     ///< in the corpora's sentences

HanziText folded(std::string_view sentence, const LexiconView& lexicon) {
  HanziText text = collect_hanzi(sentence);
  fold_traditional(text, lexicon.traditional);
  return text;
}

HanziText read_text(std::string_view sentence, const LexiconView& lexicon) {
  HanziText text = folded(sentence, lexicon);
  segment(text, lexicon);
  read_by_lexicon(text, lexicon);
  read_by_context(text);
  return text;
}

/// Which hanzi of its sentence is labelled; none: what is labelled is no hanzi.
std::optional<std::uint32_t> place_of(const LabelledHanzi& label, const HanziText& text) {
  const auto by_place = [](const Span& span, std::uint32_t at) { return span.begin < at; };
  const auto place = std::lower_bound(text.bytes.begin(), text.bytes.end(), label.at, by_place);
  if (place == text.bytes.end() || place->begin != label.at) return std::nullopt;
  return static_cast<std::uint32_t>(place - text.bytes.begin());
}

/// A hanzi that is met often and that no corpus labels is left to the dictionary: its rare readings live in a
/// few words, and sentences written for them would teach the model to see them everywhere.
std::vector<TrainedHanzi> collect_readings(const std::vector<LabelledHanzi>& labels,
                                           const LexiconView& lexicon) {
  std::map<char32_t, std::vector<std::uint16_t>> readings;
  std::map<char32_t, std::uint32_t> counts;
  std::map<char32_t, std::uint32_t> seen;  // in the sentences of corpora
  for (const LabelledHanzi& label : labels) {
    const HanziText text = folded(label.sentence, lexicon);
    const auto place = place_of(label, text);
    if (!place) continue;
    const char32_t code = text.codes[*place];
    readings[code].push_back(pack(label.reading));
    if (label.source != LabelSource::corpus) continue;
    ++counts[code];
    for (const char32_t other : text.codes) ++seen[other];
  }
  std::vector<TrainedHanzi> hanzi;
  for (auto& [code, found] : readings) {
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    const bool left_to_dictionary = counts[code] < seldom_labelled && seen[code] >= often_seen;
    if (found.size() > 1 && !left_to_dictionary) hanzi.push_back({code, std::move(found), counts[code]});
  }
  return hanzi;
}

/// Collects examples with their facts' keys; the keys become indices at the end.
class Collector {
 public:
  Collector(TrainingSet& set, const LexiconView& lexicon) : set_(set), lexicon_(lexicon) {}

  void add(const HanziText& text, std::uint32_t i, Syllable reading, LabelSource source,
           std::uint32_t label) {
    const TrainedHanzi* hanzi = set_.find(text.codes[i]);
    if (!hanzi) return;
    const std::uint32_t known = index_of(hanzi->readings, reading);
    if (known == unknown_reading) return;
    const std::uint32_t token = text.token_at(i);
    Example example;
    example.label = label;
    example.hanzi = static_cast<std::uint32_t>(hanzi - set_.hanzi.data());
    example.reading = known;
    example.dictionary = text.syllables[i] ? index_of(hanzi->readings, *text.syllables[i]) : unknown_reading;
    example.in_word = text.tokens[token].size > 1;
    example.open = is_open(text, token, i, example.dictionary);
    example.source = source;
    const ReadingFeatures features = reading_features(text, lexicon_, token, i);
    example.from_dictionary = static_cast<std::uint16_t>(features.from_dictionary);
    example.facts.resize(features.size());
    keys_.insert(keys_.end(), features.begin(), features.end());
    for (const std::uint64_t key : features) set_.facts.push_back({key, example.hanzi, 0});
    set_.examples.push_back(std::move(example));
  }

  /// Adds the hanzi of a corpus's sentence that corpora label seldom or never, but for the one that is
  /// labelled in it, with the readings of the dictionary: nearly always right, and they show how often each
  /// one is met. `label` names the sentence.
  void add_background(const HanziText& text, std::uint32_t labelled, std::uint32_t label) {
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      if (i == labelled) continue;
      const TrainedHanzi* hanzi = set_.find(text.codes[i]);
      if (!hanzi || hanzi->labels >= seldom_labelled || !text.syllables[i]) continue;
      add(text, i, *text.syllables[i], LabelSource::background, label);
    }
  }

  void finish() {
    auto& facts = set_.facts;
    const auto by_key = [](const Fact& a, const Fact& b) { return a.key < b.key; };
    std::sort(facts.begin(), facts.end(), by_key);
    const auto same = [](const Fact& a, const Fact& b) { return a.key == b.key; };
    facts.erase(std::unique(facts.begin(), facts.end(), same), facts.end());
    for (Fact& fact : facts) {
      fact.weights = set_.weights;
      set_.weights += static_cast<std::uint32_t>(set_.hanzi[fact.hanzi].readings.size());
    }
    auto key = keys_.begin();
    for (Example& example : set_.examples) {
      for (std::uint32_t& fact : example.facts) {
        const auto found = std::lower_bound(facts.begin(), facts.end(), Fact{*key++, 0, 0}, by_key);
        fact = static_cast<std::uint32_t>(found - facts.begin());
      }
    }
  }

 private:
  TrainingSet& set_;
  const LexiconView& lexicon_;
  std::vector<std::uint64_t> keys_;
};

void add_word(const ListedWord& word, const LexiconView& lexicon, Collector& collector) {
  const LexiconSlot* slot = lexicon.find(word.hanzi);
  if (!slot) return;
  const std::span<const std::uint16_t> reading = lexicon.reading(*slot, word.hanzi.size());
  std::string sentence;
  for (const char32_t code : word.hanzi) append_utf8(sentence, code);
  const HanziText text = read_text(sentence, lexicon);
  for (std::uint32_t i = 0; i < reading.size() && i < text.size(); ++i) {
    collector.add(text, i, unpack(reading[i]), LabelSource::words, Example::no_label);
  }
}

}  // namespace

const TrainedHanzi* TrainingSet::find(char32_t code) const {
  const auto by_code = [](const TrainedHanzi& h, char32_t c) { return h.code < c; };
  const auto found = std::lower_bound(hanzi.begin(), hanzi.end(), code, by_code);
  return found != hanzi.end() && found->code == code ? &*found : nullptr;
}

TrainingSet make_training_set(const std::vector<LabelledHanzi>& labels, const std::vector<ListedWord>& words,
                              std::uint32_t least_count, const LexiconView& lexicon) {
  TrainingSet set;
  set.hanzi = collect_readings(labels, lexicon);
  Collector collector(set, lexicon);
  for (std::size_t n = 0; n < labels.size(); ++n) {
    const LabelledHanzi& label = labels[n];
    const HanziText text = read_text(label.sentence, lexicon);
    const auto place = place_of(label, text);
    if (!place) continue;
    const auto number = static_cast<std::uint32_t>(n);
    collector.add(text, *place, label.reading, label.source, number);
    if (label.source == LabelSource::corpus) collector.add_background(text, *place, number);
  }
  for (const ListedWord& word : words) {
    if (word.hanzi.size() > 1 && word.count.value_or(0) >= least_count) add_word(word, lexicon, collector);
  }
  collector.finish();
  return set;
}

}  // namespace langdu
