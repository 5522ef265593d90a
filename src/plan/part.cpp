#include "plan/part.h"

#include <algorithm>

namespace langdu {
namespace {

/// Those that tile the utterances, of chapters or blocks: what lies in `range`, counted from its begin.
template <typename Tile>
std::vector<Tile> tiles_in(const std::vector<Tile>& tiles, Span range) {
  std::vector<Tile> part;
  for (std::size_t i = 0; i < tiles.size() && tiles[i].first < range.end; ++i) {
    if (i + 1 < tiles.size() && tiles[i + 1].first <= range.begin) continue;
    part.push_back(tiles[i]);
    part.back().first = std::max(part.back().first, range.begin) - range.begin;
  }
  return part;
}

}  // namespace

Plan part_of(const Plan& plan, Span range) {
  Plan part;
  part.source = plan.source;
  part.parts = plan.parts;
  part.metadata = plan.metadata;
  part.utterances.assign(plan.utterances.begin() + range.begin, plan.utterances.begin() + range.end);
  part.chapters = tiles_in(plan.chapters, range);
  part.blocks = tiles_in(plan.blocks, range);
  for (const Chapter& heading : plan.outline) {
    if (heading.first < range.begin || heading.first >= range.end) continue;
    part.outline.push_back(heading);
    part.outline.back().first -= range.begin;
  }
  return part;
}

Span utterances_of(const Plan& plan, std::size_t chapter) {
  const bool last = chapter + 1 == plan.chapters.size();
  return {plan.chapters[chapter].first,
          last ? static_cast<std::uint32_t>(plan.utterances.size()) : plan.chapters[chapter + 1].first};
}

}  // namespace langdu
