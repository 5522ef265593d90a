#include "pinyin/user_lexicon.h"

#include <fmt/core.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "text/characters.h"

namespace langdu {
namespace {

constexpr std::uint64_t key_of(std::uint32_t node, char32_t code) { return std::uint64_t{node} << 21 | code; }

constexpr std::size_t low_bits(char32_t code) { return code & 0xFFFF; }

}  // namespace

std::vector<WrongLine> UserLexicon::add(std::string_view content, std::string file) {
  const auto number = static_cast<std::uint32_t>(files_.size());
  files_.push_back(std::move(file));
  std::vector<WrongLine> wrong;
  for_each_user_line(content, [&](std::string_view line, std::uint32_t line_number) {
    auto parsed = parse_user_line(line, line_number);
    if (auto* word = std::get_if<UserWord>(&parsed)) {
      word->file = number;
      add(std::move(*word));
    } else {
      wrong.push_back(std::get<WrongLine>(std::move(parsed)));
    }
  });
  return wrong;
}

/// Where the edge is, or the empty slot where it would be.
std::size_t UserLexicon::slot_of(std::uint64_t key) const {
  const std::size_t mask = edges_.size() - 1;
  std::size_t slot = key * 0x9E3779B97F4A7C15u >> 32 & mask;  // Fibonacci hashing
  while (edges_[slot].key != 0 && edges_[slot].key != key) slot = (slot + 1) & mask;
  return slot;
}

/// The node that the edge leads to, which is made if there is none.
std::uint32_t UserLexicon::node_behind(std::uint64_t key) {
  const std::size_t slot = slot_of(key);
  if (edges_[slot].key == key) return edges_[slot].node;
  const auto node = static_cast<std::uint32_t>(word_of_.size());
  word_of_.push_back(no_word);
  edges_[slot] = {key, node};
  if (word_of_.size() * 2 > edges_.size()) {
    const std::vector<Edge> old = std::exchange(edges_, std::vector<Edge>(edges_.size() * 2));
    for (const Edge& edge : old) {
      if (edge.key != 0) edges_[slot_of(edge.key)] = edge;
    }
  }
  return node;
}

/// The node where `hanzi` ends, which is made if there is none.
std::uint32_t UserLexicon::node_of(std::u32string_view hanzi) {
  begins_.set(low_bits(hanzi.front()));
  std::uint32_t node = 0;
  for (const char32_t code : hanzi) node = node_behind(key_of(node, code));
  return node;
}

void UserLexicon::add(UserWord word) {
  const std::uint32_t node = node_of(word.hanzi);
  if (word_of_[node] != no_word) {
    words_[word_of_[node]] = std::move(word);
  } else {
    word_of_[node] = static_cast<std::uint32_t>(words_.size());
    words_.push_back(std::move(word));
  }
}

void UserLexicon::match_both_scripts(const TraditionalView& traditional) {
  std::vector<std::uint32_t> order(words_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [this](std::uint32_t a, std::uint32_t b) { return is_later(words_[b], words_[a]); });
  for (const std::uint32_t number : order) {
    const std::u32string& hanzi = words_[number].hanzi;
    word_of_[node_of(hanzi)] = number;
    const TraditionalSlot* single = hanzi.size() == 1 ? traditional.step(nullptr, hanzi[0]) : nullptr;
    if (single != nullptr && single->reading != 0) continue;
    for (const bool shared : {false, true}) word_of_[node_of(traditional.fold_word(hanzi, shared))] = number;
  }
}

const UserWord* UserLexicon::longest_at(std::u32string_view hanzi) const {
  if (hanzi.empty() || !begins_[low_bits(hanzi.front())]) return nullptr;
  std::uint32_t longest = no_word;
  std::uint32_t node = 0;
  for (const char32_t code : hanzi) {
    const Edge& edge = edges_[slot_of(key_of(node, code))];
    if (edge.key == 0) break;
    node = edge.node;
    if (word_of_[node] != no_word) longest = word_of_[node];
  }
  return longest == no_word ? nullptr : &words_[longest];
}

std::string UserLexicon::place(const UserWord& word) const {
  return fmt::format("{}:{}", files_[word.file], word.line);
}

}  // namespace langdu
