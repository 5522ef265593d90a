#pragma once
#include <cstdint>
#include <span>

namespace langdu {

/// Tries over code points in files that are mapped into memory: a hash table of edges. The edge from the node
/// `parent` by `code` leads to the node named by the index of its own slot, so a look-up is one cache line.

/// The parent of first characters.
inline constexpr std::uint32_t trie_root = 0xFFFFFFFF;

/// The slot where the search for the edge (parent, code) starts; it goes on upwards, round the end.
constexpr std::uint32_t home_slot(std::uint32_t parent, char32_t code, std::uint32_t slots) {
  const std::uint64_t key = (std::uint64_t{parent} << 21 | code) * 0x9E3779B97F4A7C15u;  // Fibonacci hashing
  return static_cast<std::uint32_t>((key >> 32) * slots >> 32);
}

/// The node behind the edge, or nullptr. A slot has `parent` and `code`; code 0 is an empty slot. No look-up
/// visits more than `longest_probe` slots, whatever the file holds.
template <typename Slot>
const Slot* step_in(std::span<const Slot> slots, std::uint32_t longest_probe, const Slot* node,
                    char32_t code) {
  const std::uint32_t parent = node ? static_cast<std::uint32_t>(node - slots.data()) : trie_root;
  const auto size = static_cast<std::uint32_t>(slots.size());
  std::uint32_t at = home_slot(parent, code, size);
  for (std::uint32_t i = 0; i < longest_probe; ++i) {
    const Slot& slot = slots[at];
    if (slot.code == 0) return nullptr;
    if (slot.code == code && slot.parent == parent) return &slot;
    if (++at == size) at = 0;
  }
  return nullptr;
}

/// Makes the table: finds the edge's slot or takes an empty one, of which there must be one.
template <typename Slot>
std::uint32_t add_edge(std::span<Slot> slots, std::uint32_t& longest_probe, std::uint32_t parent,
                       char32_t code) {
  const auto size = static_cast<std::uint32_t>(slots.size());
  std::uint32_t at = home_slot(parent, code, size);
  for (std::uint32_t probe = 1;; ++probe, at = at + 1 == size ? 0 : at + 1) {
    Slot& slot = slots[at];
    if (slot.code == 0) {
      slot.parent = parent;
      slot.code = static_cast<std::uint32_t>(code) & 0x1FFFFF;
    } else if (slot.code != code || slot.parent != parent) {
      continue;
    }
    if (probe > longest_probe) longest_probe = probe;
    return at;
  }
}

}  // namespace langdu
