#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace langdu {

/// The file readings.bin: a header, then the modelled hanzi, then their readings, then the weights. All
/// numbers are in the byte order of the machine that trained it; another order shows as another version.
///
/// The weights are a hash table from (fact, reading) to a small number. A slot keeps 24 bits of the key, so
/// a fact that is not in the table is taken for one that is about once in 16 million look-ups.
struct ReadingModelHeader {
  static constexpr std::array<char, 8> own_magic = {'l', 'a', 'n', 'g', 'd', 'u', 'R', 'M'};
  static constexpr std::uint32_t own_version = 1;

  std::array<char, 8> magic = own_magic;
  std::uint32_t version = own_version;
  std::uint32_t hanzi = 0;          ///< in the table of hanzi
  std::uint32_t readings = 0;       ///< in the table of readings, rounded up to an even number
  std::uint32_t slots = 0;          ///< in the table of weights: a power of two
  std::uint32_t longest_probe = 0;  ///< how many slots a look-up visits at most
  float unit = 0;                   ///< what a weight of 1 adds to a score, in nats
};
static_assert(sizeof(ReadingModelHeader) == 32);

/// A hanzi whose readings the model tells apart; the table is ordered by code.
struct ModelledHanzi {
  std::uint32_t code : 21 = 0;
  std::uint32_t count : 11 = 0;  ///< of its readings
  std::uint32_t first = 0;       ///< index of the first one
};
static_assert(sizeof(ModelledHanzi) == 8);

/// The key of a weight: a fact (see reading_features.h) and the index of a reading among its hanzi's. The
/// readings of one fact lie close together.
struct WeightKey {
  std::uint32_t home;  ///< where the search starts; it goes on upwards, round the end
  std::uint32_t tag;   ///< 24 bits, never 0
};
constexpr WeightKey weight_key(std::uint64_t fact, std::uint32_t reading, std::uint32_t slots) {
  const auto tag = static_cast<std::uint32_t>(fact >> 40) ^ reading * 0x9E3779u;
  return {(static_cast<std::uint32_t>(fact) + reading) & (slots - 1),
          (tag & 0xFFFFFF) == 0 ? 1 : tag & 0xFFFFFF};
}

/// A view of a model file in memory.
struct ReadingModelView {
  ReadingModelHeader header;
  std::span<const ModelledHanzi> hanzi;
  std::span<const std::uint16_t> readings;  ///< packed syllables, see lexicon_file.h
  std::span<const std::uint32_t>
      slots;  ///< tag in the upper 24 bits, weight (signed) in the lower 8; 0: empty

  /// The readings that the model knows for a hanzi; none: it has nothing to say about it.
  std::span<const std::uint16_t> readings_of(char32_t code) const;

  /// Asks for the memory where the weights of a fact begin; their places are all over the table.
  void prefetch(std::uint64_t fact) const {
    __builtin_prefetch(&slots[weight_key(fact, 1, header.slots).home]);
  }

  /// The weight of a fact for a reading, in units; 0 when the table does not have it.
  int weight(std::uint64_t fact, std::uint32_t reading) const {
    const WeightKey key = weight_key(fact, reading, header.slots);
    for (std::uint32_t i = 0; i < header.longest_probe; ++i) {
      const std::uint32_t slot = slots[(key.home + i) & (header.slots - 1)];
      if (slot == 0) return 0;
      if (slot >> 8 == key.tag) return static_cast<std::int8_t>(slot & 0xFF);
    }
    return 0;
  }
};

/// Checks magic, version and sizes. Nothing when `bytes` is not a whole model file; `why` says so for a
/// person. `bytes` must be aligned to 8.
std::optional<ReadingModelView> view_reading_model(std::span<const std::byte> bytes, std::string_view& why);

}  // namespace langdu
