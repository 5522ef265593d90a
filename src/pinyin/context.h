#pragma once
#include <span>
#include <string_view>

#include "pinyin/hanzi_text.h"

namespace langdu {

/// A single-hanzi word and what stands around it in its run.
class Context {
 public:
  Context(const HanziText& text, std::size_t token) : text_(text), token_(token) {}

  /// The hanzi `distance` places behind (1, 2, ...) or before (-1, -2, ...) this one; 0 beyond the run.
  char32_t hanzi(int distance) const;
  /// The same across the ends of runs; 0 beyond the text.
  char32_t hanzi_of_text(int distance) const;
  /// The word next to this one; empty beyond the run.
  std::u32string_view word_before() const;
  std::u32string_view word_after() const;
  bool before_is(std::initializer_list<WordClass> classes) const;
  bool after_is(std::initializer_list<WordClass> classes) const;
  bool first() const { return hanzi(-1) == 0; }
  bool last() const { return hanzi(1) == 0; }

 private:
  const Token* neighbour(int distance) const;
  const HanziText& text_;
  std::size_t token_;
};

/// One row: the first one of a hanzi that applies decides its reading. No row: the dictionary's.
struct ContextRule {
  std::string_view name;
  std::string_view reason;
  char32_t hanzi;
  bool (*applies)(const Context&);
  std::string_view reading;
  bool certain = false;  ///< the reading model does not overrule it
};
std::span<const ContextRule> context_rules();

/// The row that decides the reading of a word, or nullptr.
const ContextRule* deciding_rule(const HanziText& text, std::size_t token);

}  // namespace langdu
