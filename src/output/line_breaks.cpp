#include "output/line_breaks.h"

#include <algorithm>
#include <array>
#include <limits>

#include "output/line_units.h"

namespace langdu {
namespace {

/// What it costs to end a line or a caption, in the order of Break. A break that is not behind a mark costs
/// more than the lines and captions that it could save, so that it is only taken where it must be.
struct BreakCost {
  std::int64_t line;
  std::int64_t caption;
};
constexpr std::array break_costs = {BreakCost{0, 0}, BreakCost{20, 40}, BreakCost{400, 600},
                                    BreakCost{1500, 2500}, BreakCost{5000, 6000}};
constexpr int caption_cost = 100;
constexpr int second_line_cost = 30;
constexpr int short_caption = 16;  ///< half columns: less is over before it is read
constexpr int short_cost = 4;      ///< for each half column below
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max() / 2;

/// The cheapest way to a place: as the end of a caption, and as the end of its first line.
struct Way {
  std::int64_t caption = never;
  std::int64_t first_line = never;
  std::uint32_t caption_from = 0;  ///< where its last line begins
  std::uint32_t first_line_from = 0;
  bool two_lines = false;  ///< of the caption
};

/// The cheapest division of the units: dynamic programming over the places between them.
class Divisions {
 public:
  Divisions(const std::vector<LineUnit>& units, const CaptionShape& shape)
      : units_(units), shape_(shape), ways_(units.size() + 1), before_(units.size() + 1, 0) {
    for (std::size_t i = 0; i < units.size(); ++i)
      before_[i + 1] = before_[i] + units[i].width + units[i].blanks;
    ways_[0].caption = 0;
    for (std::uint32_t end = 1; end <= units.size(); ++end) find(end);
  }

  std::vector<std::vector<Span>> result() const {
    std::vector<std::vector<Span>> captions;
    for (auto at = static_cast<std::uint32_t>(units_.size()); at > 0;) {
      const Way& way = ways_[at];
      const std::uint32_t middle = way.caption_from;
      std::vector<Span> lines = {{byte(middle), byte(at)}};
      at = middle;
      if (way.two_lines) {
        at = ways_[middle].first_line_from;
        lines.insert(lines.begin(), {byte(at), byte(middle)});
      }
      captions.push_back(std::move(lines));
    }
    std::reverse(captions.begin(), captions.end());
    return captions;
  }

 private:
  std::uint32_t byte(std::uint32_t place) const { return place == 0 ? 0 : units_[place - 1].end; }

  void find(std::uint32_t end) {
    Way& way = ways_[end];
    const LineUnit& last = units_[end - 1];
    const BreakCost cost = break_costs[static_cast<std::size_t>(last.after)];
    for (std::uint32_t begin = end; begin-- > 0;) {
      const std::int64_t width = before_[end] - before_[begin] - last.blanks;
      if (width > 2 * shape_.columns && begin + 1 < end) break;
      const std::int64_t line = width * width / (2 * shape_.columns);  // even lines are cheaper
      const std::int64_t lone = line + std::max<std::int64_t>(0, short_caption - width) * short_cost;
      const Way& from = ways_[begin];
      take(way, from.caption + lone + cost.caption + caption_cost, begin, false);
      if (shape_.lines < 2) continue;
      take(way, from.first_line + line + cost.caption + caption_cost + second_line_cost, begin, true);
      if (from.caption + line + cost.line < way.first_line) {
        way.first_line = from.caption + line + cost.line;
        way.first_line_from = begin;
      }
    }
  }

  static void take(Way& way, std::int64_t cost, std::uint32_t from, bool two_lines) {
    if (cost >= way.caption) return;
    way.caption = cost;
    way.caption_from = from;
    way.two_lines = two_lines;
  }

  const std::vector<LineUnit>& units_;
  const CaptionShape shape_;
  std::vector<Way> ways_;             ///< to each place
  std::vector<std::int64_t> before_;  ///< half columns before each place
};

}  // namespace

std::vector<std::vector<Span>> divide_text(std::string_view text, std::span<const std::uint32_t> words,
                                           const CaptionShape& shape) {
  return Divisions(line_units(text, words, 2 * shape.columns), shape).result();
}

}  // namespace langdu
