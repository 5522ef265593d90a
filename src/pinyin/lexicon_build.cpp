#include "pinyin/lexicon_build.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "pinyin/append_table.h"
#include "pinyin/traditional_build.h"

namespace langdu {
namespace {

struct Entry {
  std::uint32_t cost = 0;
  WordClass word_class = WordClass::other;
  std::vector<Syllable> reading;
  bool settled = false;
};
using Entries = std::map<std::u32string, Entry, std::less<>>;

/// The dictionary's counts come from a corpus of 60 million words; a word never seen counts half.
constexpr double corpus_size = 60e6;
std::uint32_t cost_of(std::uint32_t count) {
  const double probability = std::max(0.5, static_cast<double>(count)) / corpus_size;
  const double cost = -std::log(std::min(1.0, probability)) / cost_unit;
  return static_cast<std::uint32_t>(std::min(cost, 2045.0));
}

/// The characters' own readings in a row; empty when one has none.
std::vector<Syllable> default_reading(const Entries& entries, std::u32string_view hanzi) {
  std::vector<Syllable> reading;
  for (std::size_t i = 0; i < hanzi.size(); ++i) {
    const auto found = entries.find(hanzi.substr(i, 1));
    if (found == entries.end()) return {};
    reading.push_back(found->second.reading[0]);
  }
  return reading;
}

/// The cost of the cheapest way to cut `hanzi` into two or more words.
std::uint32_t cost_of_parts(const Entries& entries, std::u32string_view hanzi) {
  std::vector<std::uint32_t> cost(hanzi.size() + 1, 0);
  for (std::size_t end = 1; end <= hanzi.size(); ++end) {
    cost[end] = cost[end - 1] + unknown_cost;
    for (std::size_t begin = 0; begin < end; ++begin) {
      if (end - begin == hanzi.size()) continue;
      const auto found = entries.find(hanzi.substr(begin, end - begin));
      if (found != entries.end()) cost[end] = std::min(cost[end], cost[begin] + found->second.cost);
    }
  }
  return cost.back();
}

Entries collect(const std::vector<ListedWord>& dictionary, const std::vector<ListedWord>& own) {
  Entries entries;
  for (const std::size_t pass : {1u, 2u}) {  // characters first: words are read by them
    for (const ListedWord& word : dictionary) {
      if ((word.hanzi.size() == 1) != (pass == 1)) continue;
      Entry entry{cost_of(word.count.value_or(0)), word.word_class.value_or(WordClass::other), word.reading};
      if (entry.reading.empty()) entry.reading = default_reading(entries, word.hanzi);
      if (!entry.reading.empty()) entries.insert_or_assign(word.hanzi, std::move(entry));
    }
  }
  for (const ListedWord& word : own) {
    const auto found = entries.find(word.hanzi);
    Entry entry = found == entries.end() ? Entry{} : found->second;
    entry.reading = word.reading;
    entry.settled = word.hanzi.size() > 1;
    if (word.count) {
      entry.cost = cost_of(*word.count);
    } else if (word.hanzi.size() > 1) {
      const std::uint32_t parts = std::min(cost_of_parts(entries, word.hanzi), unknown_cost) - 1;
      entry.cost = found == entries.end() ? parts : std::min(entry.cost, parts);
    } else if (found == entries.end()) {
      entry.cost = cost_of(0);
    }
    entries.insert_or_assign(word.hanzi, std::move(entry));
  }
  return entries;
}

/// Puts words into the hash table of edges and the table of readings.
class TableBuilder {
 public:
  explicit TableBuilder(std::uint32_t edges) : slots_(edges + edges / 3 + 1) {}

  void add(std::u32string_view hanzi, const Entry& entry) {
    std::uint32_t node = trie_root;
    for (const char32_t code : hanzi) node = add_edge(std::span(slots_), header_.longest_probe, node, code);
    LexiconSlot& slot = slots_[node];
    slot.cost = entry.cost & LexiconSlot::no_word;
    slot.reading = reading_at(entry.reading) & 0x7FFFFFF;
    slot.settled = entry.settled ? 1 : 0;
    slot.word_class = static_cast<std::uint32_t>(entry.word_class) & 0xF;
    header_.words += 1;
    header_.longest_word = std::max(header_.longest_word, static_cast<std::uint32_t>(hanzi.size()));
  }

  std::string bytes(const std::string& traditional) {
    header_.slots = static_cast<std::uint32_t>(slots_.size());
    header_.syllables = static_cast<std::uint32_t>(readings_.size());
    header_.traditional = static_cast<std::uint32_t>(traditional.size());
    std::string out;
    append_table(out, &header_, 1);
    append_table(out, slots_);
    append_table(out, readings_);
    out.resize((out.size() + 3) / 4 * 4);
    return out + traditional;
  }

 private:
  std::uint32_t reading_at(const std::vector<Syllable>& reading) {
    std::u16string packed;
    for (const Syllable syllable : reading) packed.push_back(pack(syllable));
    const auto [found, is_new] = known_.emplace(packed, static_cast<std::uint32_t>(readings_.size()));
    if (is_new) readings_.insert(readings_.end(), packed.begin(), packed.end());
    return found->second;
  }

  LexiconHeader header_;
  std::vector<LexiconSlot> slots_;
  std::vector<std::uint16_t> readings_;
  std::unordered_map<std::u16string, std::uint32_t> known_;
};

/// How many nodes the trie has: a word adds those beyond what it shares with the word before it.
std::uint32_t count_edges(const Entries& entries) {
  std::uint32_t edges = 0;
  std::u32string_view before;
  for (const auto& [hanzi, entry] : entries) {
    const auto shared = std::mismatch(hanzi.begin(), hanzi.end(), before.begin(), before.end()).first;
    edges += static_cast<std::uint32_t>(hanzi.end() - shared);
    before = hanzi;
  }
  return edges;
}

}  // namespace

std::string build_lexicon(const std::vector<ListedWord>& dictionary, const std::vector<ListedWord>& own,
                          const std::vector<ListedFold>& traditional) {
  const Entries entries = collect(dictionary, own);
  TableBuilder table(count_edges(entries) + 1);
  for (const auto& [hanzi, entry] : entries) table.add(hanzi, entry);
  return table.bytes(build_traditional(traditional));
}

}  // namespace langdu
