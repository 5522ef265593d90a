#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace langdu {

/// Where a rule may act. The edges are what stands before the first and behind the last line that is body:
/// there a short line without a stop is rarely text, and in the middle it often is.
enum class Zone : std::uint8_t { anywhere, edges, top, tail };

/// What such a line says of the lines around it.
enum class Sign : std::uint8_t {
  none,
  head,      ///< the page's own head: the title stands below
  foot,      ///< the text has ended above
  comments,  ///< all that follows was written by visitors
  no_text,   ///< a page without a text
  about,     ///< what the page says of its text: the title stands above, or near
};

/// One row a kind of line that web pages and shared files put around a text.
struct BoilerplateRule {
  std::string_view name;
  std::string_view reason;  ///< why such a line is not the text
  Zone zone;
  std::uint16_t longest;  ///< code points; a longer line is not of this kind
  bool may_be_sentence;   ///< whether a line with a stop at its end can be of this kind
  /// One of these stands in every such line, so that most lines need no pattern, and most patterns need not
  /// be compiled: divided by blanks. Empty where the rule acts anywhere: those patterns are one automaton.
  std::string_view words;
  std::string_view
      pattern;  ///< RE2 on a folded line (line_text.h); {date} stands for a date with or without time
  Sign sign = Sign::none;
};

/// The most rows there can be: matches are kept as the bits of one number.
constexpr std::size_t most_boilerplate_rules = 64;

std::span<const BoilerplateRule> boilerplate_rules();

/// The rows whose pattern and limits fit, whatever the zone: bit i stands for row i. Compiled at the first
/// call.
std::uint64_t match_boilerplate(std::string_view line);

/// The same for the rows that may act anywhere, few and cheap: most lines of a text are in its middle.
std::uint64_t match_boilerplate_in_the_middle(std::string_view line);

/// The bit of the row with this name.
std::uint64_t row_named(std::string_view name);

/// The signs of the rows whose bits are set.
bool has_sign(std::uint64_t rows, Sign sign);

/// The first date in the line as written (with its time), or empty.
std::string_view find_date(std::string_view line);

}  // namespace langdu
