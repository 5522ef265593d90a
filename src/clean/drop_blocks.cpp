#include "clean/drop_blocks.h"

#include <string>
#include <utility>

namespace langdu {

void drop_blocks(Document& document, const std::vector<std::string_view>& rules) {
  auto& blocks = document.blocks;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!rules[i].empty()) {
      document.dropped.push_back({blocks[i].text.source(), std::string(rules[i])});
      continue;
    }
    if (kept != i) blocks[kept] = std::move(blocks[i]);
    ++kept;
  }
  blocks.resize(kept);
}

}  // namespace langdu
