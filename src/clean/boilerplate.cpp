#include "clean/boilerplate.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

#include "clean/boilerplate_rules.h"
#include "clean/line_text.h"
#include "clean/title.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t long_line = 60;  // code points: no label or link is that long
constexpr std::size_t most_lines_at_the_top = 16;
constexpr std::size_t most_lines_in_the_tail = 200;
constexpr std::size_t longest_author = 12;   // code points
constexpr std::size_t longest_refrain = 10;  // code points
constexpr std::size_t longest_link = 60;     // code points

/// The lines before `top_end` and from `tail_begin` on may be boilerplate of the edges.
struct Edges {
  std::size_t top_end = 0;
  std::size_t tail_begin = 0;
};

bool is_longer(std::string_view text, std::size_t runes) {
  return text.size() > runes * 4 || count_runes(text) > runes;
}

/// Text beyond doubt: it ends as a sentence or an address (同志们：), or is longer than any label.
bool is_body(std::string_view text) {
  return ends_sentence(text) || ends_with_colon(text) || is_longer(text, long_line);
}

class Cleaner {
 public:
  Cleaner(Document& document, bool keep_all)
      : document_(document), blocks_(document.blocks), keep_all_(keep_all) {}

  void run() {
    if (blocks_.empty()) return;
    find_edges();
    rule_of_.resize(blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) rule_of_[i] = rule_for(i);
    take_title();
    drop_link_list();
    take_date();
    if (!keep_all_) drop();
  }

 private:
  std::string_view text(std::size_t index) const { return blocks_[index].text.text(); }
  bool body(std::size_t index) const { return is_body(text(index)) && match_boilerplate(text(index)) == 0; }

  void find_edges() {
    const std::size_t most_top = std::min(blocks_.size(), most_lines_at_the_top);
    // The first line may be a long title.
    while (edges_.top_end < most_top && (edges_.top_end == 0 || !body(edges_.top_end))) ++edges_.top_end;
    edges_.tail_begin = blocks_.size();
    const std::size_t least_tail = blocks_.size() - std::min(blocks_.size(), most_lines_in_the_tail);
    while (edges_.tail_begin > least_tail && !body(edges_.tail_begin - 1)) --edges_.tail_begin;
  }

  std::string_view rule_for(std::size_t index) const {
    const bool tail = index >= edges_.tail_begin;
    const bool edge = tail || index < edges_.top_end;
    std::uint64_t rows = edge ? match_boilerplate(text(index)) : match_boilerplate_in_the_middle(text(index));
    for (; rows != 0; rows &= rows - 1) {
      const auto& rule = boilerplate_rules()[static_cast<std::size_t>(std::countr_zero(rows))];
      if (rule.zone == Zone::anywhere || (rule.zone == Zone::edges && edge) ||
          (rule.zone == Zone::tail && tail)) {
        return rule.name;
      }
    }
    return {};
  }

  void take_title() {
    std::size_t first = 0;
    while (first < blocks_.size() && !rule_of_[first].empty()) ++first;
    if (first + 1 >= blocks_.size() || first >= edges_.top_end || !looks_like_title(text(first))) return;
    const std::size_t end = std::min({blocks_.size(), edges_.top_end + 1, first + lines_near_the_top});
    std::vector<std::string_view> near;
    for (std::size_t i = first + 1; i < end; ++i) near.push_back(text(i));
    const TitleParts parts = split_title(text(first), near);
    const bool again = drop_repetitions(first, end, parts.title.end);
    if (!again && !is_set_off(first)) return;
    Block& block = blocks_[first];
    block.kind = BlockKind::heading;
    block.level = 0;
    document_.metadata.title = text(first).substr(0, parts.title.end);
    if (keep_all_) return;
    if (parts.suffix) document_.dropped.push_back({block.text.source(*parts.suffix), "title_suffix"});
    if (parts.site) document_.dropped.push_back({block.text.source(*parts.site), "site_name"});
    if (parts.title.end < block.text.size()) block.text = block.text.slice(parts.title);
  }

  /// Whether a line behind `first`, before `end`, says the title again: its first `size` bytes, or all of it.
  bool drop_repetitions(std::size_t first, std::size_t end, std::uint32_t size) {
    const std::string whole = title_key(text(first));
    const std::string key = title_key(text(first).substr(0, size));
    bool found = false;
    for (std::size_t i = first + 1; i < end; ++i) {
      if (!rule_of_[i].empty()) continue;
      const std::string other = title_key(text(i).substr(0, split_title(text(i), {}).title.end));
      if (other.empty() || (other != key && other != whole)) continue;
      // The first line of a song may be said again at once: a short title must stand apart here too.
      const bool apart =
          blocks_[i].after_blank_line && (i + 1 == blocks_.size() || blocks_[i + 1].after_blank_line);
      if (key == whole && !apart && !is_longer(key, longest_refrain)) continue;
      rule_of_[i] = "duplicate_title";
      found = true;
    }
    return found;
  }

  /// A title stands apart: before an empty line (perhaps with the author's between), before the text, or
  /// before boilerplate.
  bool is_set_off(std::size_t index) const {
    const std::size_t next = index + 1;
    if (!rule_of_[next].empty() || blocks_[next].after_blank_line || body(next)) return true;
    const bool by_line = !is_longer(text(next), longest_author);
    return by_line && next + 1 < blocks_.size() && blocks_[next + 1].after_blank_line;
  }

  /// Behind a line that announces links (推荐访问:) the short lines to the end are links.
  void drop_link_list() {
    bool list = false;
    for (std::size_t i = edges_.tail_begin; i < blocks_.size(); ++i) {
      if (rule_of_[i] == "recommendation") {
        list = true;
      } else if (list && rule_of_[i].empty() && !is_longer(text(i), longest_link)) {
        rule_of_[i] = "recommendation";
      }
    }
  }

  void take_date() {
    for (std::size_t i = 0; i < blocks_.size() && document_.metadata.date.empty(); ++i) {
      if (rule_of_[i] == "publish_time" || rule_of_[i] == "time_stamp")
        document_.metadata.date = find_date(text(i));
    }
  }

  void drop() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!rule_of_[i].empty()) {
        document_.dropped.push_back({blocks_[i].text.source(), std::string(rule_of_[i])});
        continue;
      }
      if (kept != i) blocks_[kept] = std::move(blocks_[i]);
      ++kept;
    }
    blocks_.resize(kept);
  }

  Document& document_;
  std::vector<Block>& blocks_;
  bool keep_all_;
  std::vector<std::string_view> rule_of_;  ///< of each block: why it is dropped, or empty
  Edges edges_;
};

}  // namespace

void drop_boilerplate(Document& document, bool keep_all) { Cleaner(document, keep_all).run(); }

}  // namespace langdu
