#include "pinyin/reading_model_file.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace langdu {

std::span<const std::uint16_t> ReadingModelView::readings_of(char32_t code) const {
  const auto by_code = [](const ModelledHanzi& a, char32_t c) { return a.code < c; };
  const auto found = std::lower_bound(hanzi.begin(), hanzi.end(), code, by_code);
  if (found == hanzi.end() || found->code != code) return {};
  if (std::uint64_t{found->first} + found->count > readings.size()) return {};
  return readings.subspan(found->first, found->count);
}

std::optional<ReadingModelView> view_reading_model(std::span<const std::byte> bytes, std::string_view& why) {
  ReadingModelView view;
  why = "it is too short";
  if (bytes.size() < sizeof view.header) return std::nullopt;
  std::memcpy(&view.header, bytes.data(), sizeof view.header);
  const ReadingModelHeader& header = view.header;
  why = "it is no reading model";
  if (header.magic != ReadingModelHeader::own_magic) return std::nullopt;
  why = "it is of another version";
  if (header.version != ReadingModelHeader::own_version) return std::nullopt;
  why = "its unit of weight is no positive number";
  if (!std::isfinite(header.unit) || header.unit <= 0) return std::nullopt;
  why = "its size is wrong";
  const std::uint64_t hanzi_bytes = std::uint64_t{header.hanzi} * sizeof(ModelledHanzi);
  const std::uint64_t reading_bytes = std::uint64_t{header.readings} * sizeof(std::uint16_t);
  const std::uint64_t slot_bytes = std::uint64_t{header.slots} * sizeof(std::uint32_t);
  if (!std::has_single_bit(header.slots) || header.longest_probe > header.slots || header.readings % 2 != 0 ||
      bytes.size() != sizeof header + hanzi_bytes + reading_bytes + slot_bytes) {
    return std::nullopt;
  }
  // Every table's size keeps the next one aligned; a mapping starts at a page.
  const std::byte* at = bytes.data() + sizeof header;
  view.hanzi = {reinterpret_cast<const ModelledHanzi*>(at), header.hanzi};
  at += hanzi_bytes;
  view.readings = {reinterpret_cast<const std::uint16_t*>(at), header.readings};
  at += reading_bytes;
  view.slots = {reinterpret_cast<const std::uint32_t*>(at), header.slots};
  return view;
}

}  // namespace langdu
