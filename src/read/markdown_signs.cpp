#include <string_view>

#include "read/front_matter.h"
#include "read/markdown.h"

namespace langdu {
namespace {

constexpr std::size_t looked_at = 1 << 16;  // bytes
constexpr std::size_t fewest_headings = 2;

bool is_heading(std::string_view line) {
  constexpr std::size_t deepest = 6;
  const std::size_t signs = line.find_first_not_of('#');
  if (signs == 0 || signs > deepest || signs == line.npos) return false;
  return line[signs] == ' ' && line.find_first_not_of(" \r", signs) != line.npos;
}

}  // namespace

bool seems_markdown(std::string_view content) {
  content = content.substr(0, looked_at);
  Metadata metadata;
  if (read_front_matter(content, 0, metadata) > 0 && !(metadata.title.empty() && metadata.date.empty()))
    return true;
  std::size_t headings = 0;
  while (!content.empty()) {
    const std::size_t end = content.find('\n');
    headings += is_heading(content.substr(0, end)) ? 1U : 0U;
    if (headings == fewest_headings) return true;
    content.remove_prefix(end == content.npos ? content.size() : end + 1);
  }
  return false;
}

}  // namespace langdu
