#include "read/html_title.h"

#include <algorithm>
#include <string>

#include "read/html_marks.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t longest_title = 1000;  // bytes of <title> that are looked at
constexpr std::size_t most_parts = 8;
constexpr std::size_t shortest_title = 3;       // bytes of its key
constexpr std::size_t shortest_certain = 24;    // bytes of a key that may stand anywhere in <title>
constexpr std::size_t shortest_likeness = 8;    // code points
constexpr std::size_t most_prose_before = 200;  // words: behind them the text has begun long before

std::string cut(std::string title) {
  if (title.size() > longest_title) title.resize(longest_title);
  return title;
}

/// Whether the runes of `part` stand in `whole` in their order.
bool is_in_order(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < whole.size() && at < part.size();) {
    const Rune rune = rune_at(whole, i);
    const Rune wanted = rune_at(part, at);
    if (rune.code == wanted.code) at += wanted.size;
    i += rune.size;
  }
  return at == part.size();
}

/// A headline and its shorter writing.
bool are_alike(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() * 2 >= b.size() && count_runes(a) >= shortest_likeness && is_in_order(a, b);
}

/// One that may hold the title of a page.
bool is_heading(GumboTag tag) {
  const int level = heading_level(tag);
  return level >= 1 && level <= 3;
}

class TitleFinder {
 public:
  TitleFinder(const HtmlTree& tree, const HtmlRuns& text)
      : tree_(tree), nodes_(tree.nodes()), text_(text), whole_(cut(tree.title())), title_(key_of(whole_)) {
    for (std::size_t at = 0; at < whole_.size();) {
      const std::size_t end = std::min(whole_.find_first_of("_|-", at), whole_.size());
      std::string part = key_of(std::string_view(whole_).substr(at, end - at));
      if (part.size() >= shortest_title && parts_.size() < most_parts) parts_.push_back(std::move(part));
      at = end + 1;
    }
  }

  HtmlTitle run() const {
    HtmlTitle result;
    int best_rank = 0;
    std::size_t best_prose = 0;  // in front of it
    std::size_t prose = 0;
    for (const HtmlRun& run : text_.runs) {
      if (run.prose) prose += count_words(run.text);
      const int rank = rank_of(run, prose);
      if (rank == 0 || rank < best_rank || (rank == best_rank && rank > 1 && prose > best_prose)) continue;
      result.run = &run;
      best_rank = rank;
      best_prose = prose;
    }
    if (result.run == nullptr) return result;
    const bool first_line = !holds_only(*result.run) || !is_named(*result.run);
    if (first_line) result.end = result.run->line_end;
    result.begin = begin_of(*result.run);
    result.buttons = result.end == 0 ? end_of(*result.run) : result.run->last + 1;
    return result;
  }

 private:
  /// The first row of the title in its run.
  std::uint32_t begin_of(const HtmlRun& run) const {
    if (title_.starts_with(run.key)) return run.first;
    std::string_view rest = run.key;
    for (std::uint32_t row = run.first; row < run.last; ++row) {
      if (!nodes_[row].is_text) continue;
      rest.remove_prefix(std::min(rest.size(), key_of_row(row).size()));
      if (rest.size() < shortest_title) break;
      if (title_.starts_with(rest)) return row + 1;
    }
    return run.first;
  }

  /// The row behind the title in its run, where nothing but buttons follows.
  std::uint32_t end_of(const HtmlRun& run) const {
    std::uint32_t end = run.last + 1;
    for (std::uint32_t row = run.last; row > run.first; --row) {
      if (nodes_[row].is_text && !key_of_row(row).empty()) {
        if (!is_button(row)) break;
        end = row;
      }
    }
    return end;
  }

  std::string key_of_row(std::uint32_t row) const { return key_of(nodes_[row].node->v.text.text); }

  /// Whether a text is one of the words that sites put behind the title of an entry, in an element of its
  /// own.
  bool is_button(std::uint32_t row) const {
    constexpr std::string_view words[] = {"播报", "纠错",     "编辑",     "收藏",     "分享",
                                          "讨论", "复制链接", "上传视频", "查看原文", "关注"};
    const GumboTag tag = nodes_[nodes_[row].parent].tag;
    return !is_heading(tag) &&
           std::find(std::begin(words), std::end(words), key_of_row(row)) != std::end(words);
  }

  /// How much a run is like the title; 0: not at all.
  int rank_of(const HtmlRun& run, std::size_t prose_before) const {
    if (run.key.size() < shortest_title) return 0;
    const GumboTag tag = nodes_[run.block].tag;
    const bool in_text = prose_before > most_prose_before;
    if (is_bold_first_line(run) && title_.starts_with(run.first_line) && !in_text && !is_heading(tag))
      return 2;
    if (!holds_only(run)) return 0;
    if (tag == GUMBO_TAG_H1 && run.key == title_) return 4;
    if (in_text) return 0;
    if (is_named(run)) return tag == GUMBO_TAG_H1 ? 4 : is_heading(tag) ? 3 : run.links > 0 ? 0 : 2;
    if (tag == GUMBO_TAG_H1) return 1;
    if (run.links > 0) return 0;
    return is_titled(run.block) || is_like_a_part(run) ? 1 : 0;
  }

  bool is_like_a_part(const HtmlRun& run) const {
    return std::any_of(parts_.begin(), parts_.end(),
                       [&](const std::string& part) { return are_alike(part, run.key); });
  }

  /// Whether the page calls the element its title, in its class or id.
  bool is_titled(std::uint32_t block) const {
    for (const char* name : {"class", "id"}) {
      for (const std::string& word : words_of(tree_.attribute(nodes_[block], name))) {
        if (word == "title" || word == "tit" || word == "headline" || word == "biaoti") return true;
      }
    }
    return false;
  }

  /// Whether the page's <title> says the run.
  bool is_named(const HtmlRun& run) const {
    return title_.starts_with(run.key) ||
           (run.key.size() > shortest_certain && title_.find(run.key) != std::string::npos) ||
           (is_heading(nodes_[run.block].tag) && title_.size() > shortest_title &&
            run.key.find(title_) != std::string::npos);
  }

  /// Whether a block begins with a bold line, and a <br> behind it.
  bool is_bold_first_line(const HtmlRun& run) const {
    if (run.line_end == 0 || run.first_line.size() < shortest_title || run.links > 0) return false;
    if (text_.words.between(run.block, run.first) > 0) return false;
    for (std::uint32_t row = nodes_[run.first].parent; row != run.block; row = nodes_[row].parent) {
      if (is_bold(tree_, nodes_[row])) return true;
    }
    return false;
  }

  /// Whether the block of the run has no other text.
  bool holds_only(const HtmlRun& run) const {
    return text_.words.between(nodes_[run.block].parent == run.block ? 0 : run.block, run.first) == 0 &&
           text_.words.between(run.last + 1, std::max(run.last + 1, nodes_[run.block].end)) == 0;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  const HtmlRuns& text_;
  std::string whole_;               ///< of <title>
  std::string title_;               ///< its key
  std::vector<std::string> parts_;  ///< keys of what stands between the signs that sites put into it
};

}  // namespace

HtmlTitle find_html_title(const HtmlTree& tree, const HtmlRuns& text) {
  return TitleFinder(tree, text).run();
}

}  // namespace langdu
