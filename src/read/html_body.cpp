#include "read/html_body.h"

#include <algorithm>
#include <string>

#include "read/html_marks.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t shortest_prose = 12;     // code points outside links, with a stop
constexpr std::size_t prose_with_commas = 20;  // the same, with a comma only
constexpr std::size_t shortest_title = 4;      // bytes of its key
constexpr double most_in_never = 0.5;          // share of the page's prose that a menu or form may hold
constexpr double most_in_page = 0.25;          // the same, of what belongs to the page
constexpr double least_of_marked = 0.3;        // share that makes a marked element the body
constexpr double least_of_child = 0.8;         // share that makes a child the body
constexpr double mostly_links = 0.6;
constexpr std::size_t fewest_links = 3;

/// Hanzi, letters and digits of a text.
std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    at += rune.size;
    count += is_hanzi(rune.code) || is_latin(rune.code) || is_digit(rune.code) ? 1U : 0U;
  }
  return count;
}

/// The letters, digits and hanzi of a text: equal for two writings of a title.
std::string key_of(std::string_view text) {
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    at += rune.size;
    if (is_hanzi(rune.code) || is_latin(rune.code) || is_digit(rune.code)) append_utf8(key, rune.code);
  }
  return key;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

/// Sums over the rows of a tree: of any element at once.
class Sums {
 public:
  explicit Sums(std::size_t rows) : until_(rows + 1) {}
  void add(std::uint32_t row, std::size_t value) { until_[row + 1] += value; }
  void finish() {
    for (std::size_t i = 1; i < until_.size(); ++i) until_[i] += until_[i - 1];
  }
  std::size_t of(const std::vector<HtmlNode>& nodes, std::uint32_t row) const {
    return between(row, nodes[row].end);
  }
  std::size_t between(std::uint32_t begin, std::uint32_t end) const { return until_[end] - until_[begin]; }

 private:
  std::vector<std::size_t> until_;
};

/// The texts of one block that follow each other.
struct Run {
  std::uint32_t first = 0;  ///< rows
  std::uint32_t last = 0;
  std::uint32_t block = 0;  ///< the element
  std::string text;         ///< outside links
  std::size_t links = 0;    ///< characters in links
  std::string key;          ///< of all of it
  bool prose = false;
};

class BodyFinder {
 public:
  BodyFinder(const HtmlTree& tree, bool keep_all)
      : tree_(tree),
        nodes_(tree.nodes()),
        keep_all_(keep_all),
        words_(nodes_.size()),
        linked_(nodes_.size()),
        links_(nodes_.size()) {
    body_.dropped.resize(nodes_.size());
  }

  HtmlBody run() {
    drop_unseen();
    if (keep_all_) return std::move(body_);
    find_marks();
    find_runs();
    find_title();
    const Sums all = sum_prose();
    drop_marked(0, static_cast<std::uint32_t>(nodes_.size()), all, all.of(nodes_, 0));
    const Sums seen = sum_prose();
    find_container(seen);
    const std::size_t inside = seen.of(nodes_, container_);
    if (inside > 0) {
      drop_outside();
      drop_marked(container_ + 1, nodes_[container_].end, seen, inside);
    }
    drop_link_lists(all);
    return std::move(body_);
  }

 private:
  bool is_link(std::uint32_t row) const { return nodes_[row].tag == GUMBO_TAG_A; }

  /// What browsers do not show.
  void drop_unseen() {
    const auto hidden = hidden_names(tree_);
    for (std::uint32_t row = 0; row < nodes_.size();) {
      const HtmlNode& node = nodes_[row];
      const bool is_code = node.tag == GUMBO_TAG_SCRIPT || node.tag == GUMBO_TAG_STYLE ||
                           node.tag == GUMBO_TAG_HEAD || node.tag == GUMBO_TAG_IFRAME ||
                           node.tag == GUMBO_TAG_NOFRAMES;
      if (!node.is_text && (is_code || is_hidden(tree_, node, hidden))) {
        drop(row, node.end, is_code ? "code" : "hidden");
        row = node.end;
      } else {
        ++row;
      }
    }
  }

  void drop(std::uint32_t begin, std::uint32_t end, std::string_view rule) {
    for (std::uint32_t row = begin; row < end; ++row) {
      if (body_.dropped[row].empty()) body_.dropped[row] = rule;
    }
  }

  void find_marks() {
    for (const HtmlNode& node : nodes_) marks_.push_back(node.is_text ? nullptr : mark_of(tree_, node));
  }

  void find_runs() {
    std::uint32_t link_end = 0;
    for (std::uint32_t row = 0; row < nodes_.size(); ++row) {
      const HtmlNode& node = nodes_[row];
      if (is_link(row)) {
        link_end = node.end;
        links_.add(row, 1);
      }
      if (!node.is_text || !body_.dropped[row].empty()) continue;
      const std::string_view text = node.node->v.text.text;
      const std::size_t words = count_words(text);
      if (words == 0 && runs_.empty()) continue;
      const std::uint32_t block = block_of(row);
      if (runs_.empty() || runs_.back().block != block || block_between(runs_.back().last, row)) {
        if (words == 0) continue;
        runs_.push_back({row, row, block, {}, 0, {}, false});
      }
      Run& run = runs_.back();
      run.last = row;
      run.key += key_of(text);
      words_.add(row, words);
      if (row < link_end) {
        run.links += words;
        linked_.add(row, words);
      } else {
        run.text += text;
      }
    }
    for (Run& run : runs_) run.prose = is_prose(run.text);
    words_.finish();
    linked_.finish();
    links_.finish();
  }

  static bool is_prose(std::string_view text) {
    const std::size_t words = count_words(text);
    if (words >= shortest_prose && has_any(text, {"。", "！", "？", "；", "……"})) return true;
    return words >= prose_with_commas && has_any(text, {"，", ",", "：“", "、"});
  }

  std::uint32_t block_of(std::uint32_t row) const {
    do {
      row = nodes_[row].parent;
    } while (row != 0 && !is_block_element(nodes_[row].tag));
    return row;
  }

  /// Whether a block stands between two texts of one block.
  bool block_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t row = from + 1; row < to; ++row) {
      if (!nodes_[row].is_text && is_block_element(nodes_[row].tag)) return true;
    }
    return false;
  }

  /// The prose that is not left out so far.
  Sums sum_prose() const {
    Sums sums(nodes_.size());
    for (const Run& run : runs_) {
      if (run.prose && body_.dropped[run.first].empty()) sums.add(run.first, count_words(run.text));
    }
    sums.finish();
    return sums;
  }

  /// The element that shows the start of what the page calls itself. Of several, a heading, and the last one
  /// in front of the text.
  void find_title() {
    const std::string title = key_of(tree_.title());
    const Run* best = nullptr;
    int best_rank = 0;
    std::size_t prose = 0;
    for (const Run& run : runs_) {
      if (run.prose) prose += count_words(run.text);
      if (run.key.size() < shortest_title || !holds_only(run)) continue;
      const int rank = rank_of_title(run, title, prose);
      if (rank == 0 || rank < best_rank) continue;
      best = &run;
      best_rank = rank;
    }
    if (best != nullptr) {
      body_.title = best->block;
      title_run_ = best;
    }
  }

  int rank_of_title(const Run& run, const std::string& title, std::size_t prose_before) const {
    const GumboTag tag = nodes_[run.block].tag;
    const bool heading = tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3;
    const bool in_text = prose_before > 200;  // the text has begun long before
    const bool named =
        title.starts_with(run.key) || (run.key.size() > 24 && title.find(run.key) != std::string::npos) ||
        (heading && title.size() >= shortest_title && run.key.find(title) != std::string::npos);
    if (named && !in_text) return tag == GUMBO_TAG_H1 ? 4 : heading ? 3 : run.links > 0 ? 0 : 2;
    return tag == GUMBO_TAG_H1 && !in_text ? 1 : 0;
  }

  /// Whether the block of the run has no other text.
  bool holds_only(const Run& run) const {
    return words_.between(nodes_[run.block].parent == run.block ? 0 : run.block, run.first) == 0 &&
           words_.between(run.last + 1, std::max(run.last + 1, nodes_[run.block].end)) == 0;
  }

  bool holds_title(std::uint32_t row) const {
    return body_.title != 0 && row <= body_.title && body_.title < nodes_[row].end;
  }

  /// Leaves out what the marks say is no text, unless it holds too much of the prose.
  void drop_marked(std::uint32_t begin, std::uint32_t end, const Sums& prose, std::size_t all) {
    for (std::uint32_t row = begin; row < end;) {
      const HtmlMark* mark = marks_[row];
      const std::size_t part = prose.of(nodes_, row);
      const auto share = all == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(all);
      const bool off = mark != nullptr && mark->purpose != Purpose::text && !holds_title(row) && row != 0 &&
                       nodes_[row].tag != GUMBO_TAG_BODY &&
                       (mark->purpose == Purpose::never  ? share < most_in_never
                        : mark->purpose == Purpose::page ? share < most_in_page
                                                         : part == 0);
      if (off) {
        drop(row, nodes_[row].end, mark->rule);
        row = nodes_[row].end;
      } else {
        ++row;
      }
    }
  }

  /// The smallest element with nearly all of the prose.
  void find_container(const Sums& prose) {
    container_ = marked_container(prose);
    for (bool found = true; found;) {
      found = false;
      const auto all = static_cast<double>(prose.of(nodes_, container_));
      for (std::uint32_t row = container_ + 1; row < nodes_[container_].end; row = nodes_[row].end) {
        if (nodes_[row].is_text || !may_be_container(nodes_[row].tag)) continue;
        if (static_cast<double>(prose.of(nodes_, row)) < least_of_child * all || all == 0) continue;
        container_ = row;
        found = true;
        break;
      }
    }
  }

  static bool may_be_container(GumboTag tag) {
    switch (tag) {
      case GUMBO_TAG_P:
      case GUMBO_TAG_LI:
      case GUMBO_TAG_DD:
      case GUMBO_TAG_BLOCKQUOTE:
      case GUMBO_TAG_FONT:
      case GUMBO_TAG_SPAN:
        return false;
      default:
        return true;
    }
  }

  /// The element that the page marks as its text and that has the most prose, or the first row.
  std::uint32_t marked_container(const Sums& prose) const {
    const auto all = static_cast<double>(prose.of(nodes_, 0));
    std::uint32_t best = 0;
    for (std::uint32_t row = 1; row < nodes_.size(); ++row) {
      if (nodes_[row].is_text || nodes_[row].tag == GUMBO_TAG_BODY || !body_.dropped[row].empty()) continue;
      const std::size_t part = prose.of(nodes_, row);
      if (part == 0 || static_cast<double>(part) < least_of_marked * all) continue;
      if (best != 0 && part <= prose.of(nodes_, best)) continue;
      if (marks_[row] != nullptr && marks_[row]->purpose == Purpose::text) best = row;
    }
    return best;
  }

  /// What stands outside the container is no text, but for the title and the sentences right behind it.
  void drop_outside() {
    const std::uint32_t begin = container_;
    const std::uint32_t end = nodes_[container_].end;
    const bool title_before = title_run_ != nullptr && title_run_->last < begin;
    for (const Run& run : runs_) {
      if (run.first >= begin && run.last < end) continue;
      const bool between = title_before && run.first > title_run_->last && run.last < begin;
      if (&run == title_run_ || (between && (run.prose || is_subtitle(run)))) continue;
      drop(run.first, run.last + 1, "outside the text");
    }
  }

  /// A line in a block of its own below the title: ——在某会上的讲话, an author.
  bool is_subtitle(const Run& run) const {
    const GumboTag tag = nodes_[run.block].tag;
    return run.links == 0 && (tag == GUMBO_TAG_P || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3);
  }

  /// Lists of nothing but links.
  void drop_link_lists(const Sums& prose) {
    for (std::uint32_t row = 0; row < nodes_.size(); ++row) {
      const HtmlNode& node = nodes_[row];
      if (node.is_text || node.tag == GUMBO_TAG_BODY || node.tag == GUMBO_TAG_HTML ||
          !is_block_element(node.tag))
        continue;
      if (links_.of(nodes_, row) < fewest_links || holds_title(row)) continue;
      const auto words = static_cast<double>(words_.of(nodes_, row));
      if (words == 0 || static_cast<double>(linked_.of(nodes_, row)) < mostly_links * words) continue;
      if (prose.of(nodes_, row) > 0) continue;
      drop(row, node.end, "list of links");
    }
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  bool keep_all_;
  HtmlBody body_;
  std::vector<Run> runs_;
  const Run* title_run_ = nullptr;
  std::uint32_t container_ = 0;
  std::vector<const HtmlMark*> marks_;  ///< of each row
  Sums words_;                          ///< hanzi, letters and digits
  Sums linked_;                         ///< those in links
  Sums links_;                          ///< elements
};

}  // namespace

HtmlBody find_html_body(const HtmlTree& tree, bool keep_all) { return BodyFinder(tree, keep_all).run(); }

}  // namespace langdu
