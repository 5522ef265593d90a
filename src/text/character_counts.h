#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace langdu {

/// A character that is met again and again: told once, with its first place and how often.
struct CountedCharacter {
  char32_t code = 0;
  std::uint32_t first = 0;  ///< a byte of the source
  std::uint32_t count = 0;
};

class CharacterCounts {
 public:
  /// Returns whether the character is new.
  bool add(char32_t code, std::uint32_t where);
  bool empty() const { return counts_.empty(); }
  std::size_t size() const { return counts_.size(); }

  /// In the order of their first places.
  std::vector<CountedCharacter> list() const;

 private:
  std::unordered_map<char32_t, CountedCharacter> counts_;
};

/// "'の' (U+306E)": the character as a terminal shows it, and its code point. A mark that combines stands on
/// a dotted circle; what has no shape is left out.
std::string name_of_character(char32_t code);

/// "", " 3 times", " 1000 times": what stands behind the name.
std::string times(std::uint32_t count);

}  // namespace langdu
