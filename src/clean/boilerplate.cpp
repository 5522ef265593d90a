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
constexpr std::size_t longest_author = 12;      // code points
constexpr std::size_t longest_refrain = 10;     // code points
constexpr std::size_t longest_short_title = 7;  // code points
constexpr std::size_t longest_signature = 30;   // code points: 中共某某市委办公室
constexpr std::size_t most_strays = 2;          // sentences that may stand below the foot of a page
constexpr std::size_t lines_of_a_foot = 8;      // how far above a stray line the foot is looked for
constexpr std::size_t fewest_sure = 2;          // one such line may be quoted in a text
constexpr std::size_t longest_link = 60;        // code points

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

/// Rows that only the foot of a web page matches.
std::uint64_t sure_rows() {
  std::uint64_t rows = 0;
  const auto table = boilerplate_rules();
  for (std::size_t i = 0; i < table.size(); ++i) {
    for (const std::string_view name : {"registration", "copyright", "navigation", "powered_by"}) {
      if (table[i].name == name) rows |= std::uint64_t{1} << i;
    }
  }
  return rows;
}

/// The line is a date, and nothing else but its time.
bool is_date(std::string_view line) { return !line.empty() && find_date(line) == line; }

class Cleaner {
 public:
  Cleaner(Document& document, bool keep_all)
      : document_(document), blocks_(document.blocks), keep_all_(keep_all) {}

  void run() {
    if (blocks_.empty()) return;
    find_edges();
    rule_of_.resize(blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      rule_of_[i] = rule_for(i);
      if (rule_of_[i] == "time_stamp" && is_signed_date(i)) rule_of_[i] = {};
    }
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
    std::size_t strays = 0;
    while (edges_.tail_begin > least_tail) {
      if (body(edges_.tail_begin - 1) && (++strays > most_strays || !is_below_foot(edges_.tail_begin))) break;
      --edges_.tail_begin;
    }
  }

  /// Whether the foot of a page stands just above `end`: sure lines, and at most `most_strays` sentences
  /// below them.
  bool is_below_foot(std::size_t end) const {
    static const std::uint64_t sure = sure_rows();
    const std::size_t begin = end - std::min(end, lines_of_a_foot);
    std::size_t strays = 0;
    std::size_t found = 0;
    for (std::size_t i = end; i > begin && strays <= most_strays; --i) {
      const std::uint64_t rows = match_boilerplate(text(i - 1));
      if ((rows & sure) != 0 && ++found == fewest_sure) return true;
      if (rows == 0 && is_body(text(i - 1))) ++strays;
    }
    return false;
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

  /// The date below a signature (办公室 / 2023-12-10) belongs to the text.
  bool is_signed_date(std::size_t index) const {
    if (edges_.tail_begin == 0 || index <= edges_.tail_begin || !is_date(text(index))) return false;
    return rule_of_[index - 1].empty() && !is_body(text(index - 1)) && !is_date(text(index - 1)) &&
           !is_longer(text(index - 1), longest_signature);
  }

  /// The heading that the reader of the format gives as the title, or that stands alone above all others.
  std::size_t given_title() const {
    std::size_t title = blocks_.size();
    int outermost = 100;
    std::size_t count = 0;  // of the outermost headings
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].kind != BlockKind::heading || !rule_of_[i].empty()) continue;
      if (blocks_[i].level == 0) return i;
      if (blocks_[i].level > outermost) continue;
      if (blocks_[i].level < outermost) {
        outermost = blocks_[i].level;
        count = 0;
        title = i;
      }
      ++count;
    }
    return count == 1 && title < edges_.top_end ? title : blocks_.size();
  }

  void take_title() {
    std::size_t first = given_title();
    const bool given = first < blocks_.size();
    if (!given) {
      first = 0;
      while (first < blocks_.size() && !rule_of_[first].empty()) ++first;
      if (first + 1 >= blocks_.size() || first >= edges_.top_end || !looks_like_title(text(first))) return;
      if (blocks_[first].kind == BlockKind::heading) return;  // one of several
    }
    const std::size_t end = std::min({blocks_.size(), edges_.top_end + 1, first + lines_near_the_top});
    std::vector<std::string_view> near;
    for (std::size_t i = first + 1; i < end; ++i) near.push_back(text(i));
    const TitleParts parts = split_title(text(first), near);
    const bool again = drop_repetitions(first, end, parts.title.end);
    if (!given && !again && !is_set_off(first)) return;
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
    const bool is_short = key == whole && !is_longer(key, longest_short_title);
    bool found = false;
    bool next = true;  // no other text between the title and this line
    for (std::size_t i = first + 1; i < end; ++i) {
      if (!rule_of_[i].empty()) continue;
      const bool may_repeat = next || !rule_of_[i - 1].empty();
      next = false;
      const std::string other = title_key(text(i).substr(0, split_title(text(i), {}).title.end));
      if (other.empty() || (other != key && other != whole)) continue;
      // A short line may be a refrain or the heading of a part.
      if (is_short && (found || !may_repeat)) continue;
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

  /// Behind a line that announces links (推荐访问:) the short lines are links, up to an empty line or what
  /// is no link.
  void drop_link_list() {
    bool list = false;
    bool any = false;  // a link has been found
    for (std::size_t i = edges_.tail_begin; i < blocks_.size(); ++i) {
      if (rule_of_[i] == "recommendation") {
        list = true;
        any = false;
      } else if (list && rule_of_[i].empty()) {
        list = !(any && blocks_[i].after_blank_line) && may_be_link(i);
        if (list) rule_of_[i] = "recommendation";
        any = true;
      }
    }
  }

  /// Neither a heading, nor what stands below an official paper: 附件1：…, the signature, the date.
  bool may_be_link(std::size_t index) const {
    constexpr std::string_view attachment = "附件";
    const std::string_view line = text(index);
    const bool sign = index + 1 < blocks_.size() && is_date(text(index + 1));
    return !is_longer(line, longest_link) && !starts_numbered(line) && !sign && !is_date(line) &&
           line.substr(0, attachment.size()) != attachment;
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
