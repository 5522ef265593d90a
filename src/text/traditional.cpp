#include "text/traditional.h"

#include <cstring>

#include "text/utf8.h"

namespace langdu {
namespace {

/// Folds left to right. A shared hanzi waits for the end, when it is known what stands beside it.
class Folder {
 public:
  Folder(const TraditionalView& table, std::u32string& hanzi, const std::vector<bool>& opens_run,
         std::vector<OwnReading>& readings)
      : table_(table), hanzi_(hanzi), opens_run_(opens_run), readings_(readings) {}

  void run(bool fold_shared) {
    for (std::uint32_t at = 0; at < hanzi_.size();) at += fold_at(at);
    if (!fold_shared && !beside_traditional_) return;
    for (const auto& [at, slot] : shared_) fold_one(at, *slot, slot->to);
  }

 private:
  /// How many hanzi are done.
  std::uint32_t fold_at(std::uint32_t at) {
    const TraditionalSlot* first = table_.step(nullptr, hanzi_[at]);
    if (first == nullptr) return 1;
    const TraditionalSlot* longest = nullptr;
    std::uint32_t size = 1;
    const TraditionalSlot* node = first;
    for (std::uint32_t i = at + 1; node->begins && i < hanzi_.size() && !opens_run_[i]; ++i) {
      node = table_.step(node, hanzi_[i]);
      if (node == nullptr) break;
      if (!node->phrase) continue;
      longest = node;
      size = i + 1 - at;
    }
    // A damaged file must not lead outside the table.
    if (longest != nullptr && std::uint64_t{longest->to} + size <= table_.codes.size()) {
      for (std::uint32_t i = 0; i < size; ++i) fold_in_phrase(at + i, table_.codes[longest->to + i]);
      return size;
    }
    switch (static_cast<FoldKind>(first->kind)) {
      case FoldKind::traditional:
        beside_traditional_ = true;
        [[fallthrough]];
      case FoldKind::variant:
        fold_one(at, *first, first->to);
        break;
      case FoldKind::shared:
        shared_.emplace_back(at, first);
        break;
      default:
        break;
    }
    return 1;
  }

  void fold_in_phrase(std::uint32_t at, char32_t to) {
    const TraditionalSlot* slot = table_.step(nullptr, hanzi_[at]);
    if (slot == nullptr) {
      hanzi_[at] = to;
      return;
    }
    if (static_cast<FoldKind>(slot->kind) == FoldKind::traditional) beside_traditional_ = true;
    fold_one(at, *slot, to);
  }

  void fold_one(std::uint32_t at, const TraditionalSlot& slot, char32_t to) {
    // What a phrase folds otherwise has another reading: 乾坤.
    if (slot.reading != 0 && slot.to == to) readings_.push_back({at, slot.reading});
    hanzi_[at] = to;
  }

  const TraditionalView& table_;
  std::u32string& hanzi_;
  const std::vector<bool>& opens_run_;
  std::vector<OwnReading>& readings_;
  std::vector<std::pair<std::uint32_t, const TraditionalSlot*>> shared_;
  bool beside_traditional_ = false;
};

bool holds_any(const TraditionalView& table, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    if (rune.code >= 0x2E80 && table.may_fold(rune.code)) return true;
    at += rune.size;
  }
  return false;
}

std::size_t utf8_size(char32_t code) { return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4; }

}  // namespace

void TraditionalView::fold(std::u32string& hanzi, const std::vector<bool>& opens_run,
                           std::vector<OwnReading>& readings) const {
  Folder(*this, hanzi, opens_run, readings).run(false);
}

std::u32string TraditionalView::fold_word(std::u32string_view word, bool shared) const {
  std::u32string folded(word);
  std::vector<OwnReading> readings;
  Folder(*this, folded, std::vector<bool>(word.size()), readings).run(shared);
  return folded;
}

std::optional<std::string> TraditionalView::fold_text(std::string_view text) const {
  if (!holds_any(*this, text)) return std::nullopt;
  std::u32string hanzi;
  std::vector<bool> opens_run;
  std::vector<std::size_t> places;
  std::size_t run_end = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    if (rune.valid && is_hanzi(rune.code)) {
      hanzi.push_back(rune.code);
      opens_run.push_back(at != run_end);
      places.push_back(at);
      run_end = at + rune.size;
    }
    at += rune.size;
  }
  std::string out(text);
  const std::u32string written = hanzi;
  std::vector<OwnReading> readings;
  fold(hanzi, opens_run, readings);
  for (std::size_t i = 0; i < hanzi.size(); ++i) {
    if (hanzi[i] == written[i] || utf8_size(hanzi[i]) != utf8_size(written[i])) continue;
    std::string folded;
    append_utf8(folded, hanzi[i]);
    out.replace(places[i], folded.size(), folded);
  }
  return out;
}

std::optional<TraditionalView> view_traditional(std::span<const std::byte> bytes) {
  TraditionalView view;
  if (bytes.empty()) return view;
  if (bytes.size() < sizeof view.header) return std::nullopt;
  std::memcpy(&view.header, bytes.data(), sizeof view.header);
  const std::uint64_t bitmap_bytes = fold_bitmap_words * sizeof(std::uint32_t);
  const std::uint64_t slot_bytes = std::uint64_t{view.header.slots} * sizeof(TraditionalSlot);
  const std::uint64_t code_bytes = std::uint64_t{view.header.codes} * sizeof(std::uint32_t);
  if (view.header.slots == 0 || bytes.size() != sizeof view.header + bitmap_bytes + slot_bytes + code_bytes) {
    return std::nullopt;
  }
  const std::byte* at = bytes.data() + sizeof view.header;
  view.bitmap = {reinterpret_cast<const std::uint32_t*>(at), fold_bitmap_words};
  at += bitmap_bytes;
  view.slots = {reinterpret_cast<const TraditionalSlot*>(at), view.header.slots};
  at += slot_bytes;
  view.codes = {reinterpret_cast<const std::uint32_t*>(at), view.header.codes};
  return view;
}

}  // namespace langdu
