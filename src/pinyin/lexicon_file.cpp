#include "pinyin/lexicon_file.h"

#include <cstring>

namespace langdu {

std::optional<WordClass> parse_word_class(char letter) {
  constexpr std::string_view letters = "xnNvadmqrpcuetfi";  // in the order of WordClass
  const std::size_t at = letters.find(letter);
  if (at == std::string_view::npos) return std::nullopt;
  return static_cast<WordClass>(at);
}

const LexiconSlot* LexiconView::find(std::u32string_view codes) const {
  const LexiconSlot* node = nullptr;
  for (const char32_t code : codes) {
    node = step(node, code);
    if (!node) return nullptr;
  }
  return node && node->cost != LexiconSlot::no_word ? node : nullptr;
}

std::optional<LexiconView> view_lexicon(std::span<const std::byte> bytes, std::string_view& why) {
  LexiconView view;
  why = "it is too short";
  if (bytes.size() < sizeof view.header) return std::nullopt;
  std::memcpy(&view.header, bytes.data(), sizeof view.header);
  const LexiconHeader& header = view.header;
  why = "it is no lexicon";
  if (header.magic != LexiconHeader::own_magic) return std::nullopt;
  why = "it is of another version";
  if (header.version != LexiconHeader::own_version) return std::nullopt;
  why = "its size is wrong";
  const std::uint64_t slot_bytes = std::uint64_t{header.slots} * sizeof(LexiconSlot);
  const std::uint64_t reading_bytes = std::uint64_t{header.syllables} * sizeof(std::uint16_t);
  const std::uint64_t before_traditional = (sizeof header + slot_bytes + reading_bytes + 3) / 4 * 4;
  if (header.slots == 0 || header.longest_word > 0xFF ||
      bytes.size() != before_traditional + header.traditional) {
    return std::nullopt;
  }
  // The header's size keeps both tables aligned; a mapping starts at a page.
  const std::byte* at = bytes.data() + sizeof header;
  view.slots = {reinterpret_cast<const LexiconSlot*>(at), header.slots};
  view.readings = {reinterpret_cast<const std::uint16_t*>(at + slot_bytes), header.syllables};
  const auto traditional = view_traditional(bytes.subspan(before_traditional));
  if (!traditional) return std::nullopt;
  view.traditional = *traditional;
  return view;
}

}  // namespace langdu
