#include "pinyin/traditional_build.h"

#include <algorithm>

#include "pinyin/append_table.h"
#include "pinyin/lexicon_file.h"

namespace langdu {
namespace {

class TableBuilder {
 public:
  explicit TableBuilder(std::size_t edges) : slots_(edges + edges / 2 + 1), bitmap_(fold_bitmap_words) {}

  void add(const ListedFold& fold) {
    std::uint32_t node = trie_root;
    for (std::size_t i = 0; i < fold.written.size(); ++i) {
      if (node != trie_root) slots_[node].begins = 1;
      node = add_edge(std::span(slots_), header_.longest_probe, node, fold.written[i]);
      if (fold.written[i] != fold.folded[i]) mark(fold.written[i]);
    }
    TraditionalSlot& slot = slots_[node];
    if (fold.written.size() == 1) {
      slot.kind = static_cast<std::uint32_t>(fold.kind) & 7;
      slot.to = fold.folded[0];
      if (fold.reading) slot.reading = pack(*fold.reading);
      return;
    }
    slot.phrase = 1;
    slot.to = static_cast<std::uint32_t>(codes_.size());
    codes_.insert(codes_.end(), fold.folded.begin(), fold.folded.end());
    header_.longest_phrase =
        std::max(header_.longest_phrase, static_cast<std::uint32_t>(fold.written.size()));
  }

  std::string bytes() {
    header_.slots = static_cast<std::uint32_t>(slots_.size());
    header_.codes = static_cast<std::uint32_t>(codes_.size());
    std::string out;
    append_table(out, &header_, 1);
    append_table(out, bitmap_);
    append_table(out, slots_);
    append_table(out, codes_);
    return out;
  }

 private:
  void mark(char32_t code) {
    if (code <= 0xFFFF) bitmap_[code >> 5] |= 1u << (code & 31);
  }

  TraditionalHeader header_;
  std::vector<TraditionalSlot> slots_;
  std::vector<std::uint32_t> bitmap_;
  std::vector<std::uint32_t> codes_;
};

}  // namespace

std::string build_traditional(const std::vector<ListedFold>& folds) {
  if (folds.empty()) return {};
  std::size_t edges = 0;
  for (const ListedFold& fold : folds) edges += fold.written.size();
  TableBuilder table(edges);
  for (const ListedFold& fold : folds) table.add(fold);
  return table.bytes();
}

}  // namespace langdu
