#include "read/html_body.h"

#include <algorithm>
#include <string>

#include "read/html_marks.h"
#include "read/html_runs.h"
#include "read/html_title.h"

namespace langdu {
namespace {

constexpr double most_in_never = 0.5;    // share of the page's prose that a menu or form may hold
constexpr double most_in_page = 0.25;    // the same, of what belongs to the page
constexpr double least_of_marked = 0.3;  // share that makes a marked element the body
constexpr double least_of_child = 0.8;   // share that makes a child the body
constexpr std::size_t longest_name = 8;  // code points
constexpr double mostly_links = 0.6;
constexpr std::size_t fewest_links = 3;
constexpr std::size_t rows_to_attachment = 6;  // elements around the text and what is attached to it

class BodyFinder {
 public:
  BodyFinder(const HtmlTree& tree, bool keep_all) : tree_(tree), nodes_(tree.nodes()), keep_all_(keep_all) {
    body_.dropped.resize(nodes_.size());
  }

  HtmlBody run() {
    drop_unseen();
    if (keep_all_) return std::move(body_);
    find_marks();
    text_ = find_html_runs(tree_, body_.dropped);
    take_title(find_html_title(tree_, text_));
    const HtmlSums all = sum_prose();
    drop_marked(0, static_cast<std::uint32_t>(nodes_.size()), all, all.of(nodes_, 0));
    const HtmlSums seen = sum_prose();
    find_container(seen);
    const std::size_t inside = seen.of(nodes_, container_);
    if (inside > 0) {
      drop_outside();
      drop_marked(container_ + 1, nodes_[container_].end, seen, inside);
    }
    drop_link_lists(all);
    drop_time_stamps();
    if (is_error_page()) drop(0, static_cast<std::uint32_t>(nodes_.size()), "page without a text");
    drop_signs();
    return std::move(body_);
  }

 private:
  /// What browsers do not show.
  void drop_unseen() {
    const auto hidden = hidden_names(tree_);
    for (std::uint32_t row = 0; row < nodes_.size();) {
      const HtmlNode& node = nodes_[row];
      const bool code = !node.is_text && is_code(row);
      if (code || (!node.is_text && !is_shown_later(row) && is_hidden(tree_, node, hidden))) {
        drop(row, node.end, code ? "code" : "hidden");
        row = node.end;
      } else {
        ++row;
      }
    }
  }

  /// The text of an article is hidden until a script shows it.
  bool is_shown_later(std::uint32_t row) const {
    const std::string_view id = tree_.attribute(nodes_[row], "id");
    return id == "js_content" || id == "js_article";
  }

  bool is_code(std::uint32_t row) const {
    switch (nodes_[row].tag) {
      case GUMBO_TAG_SCRIPT:
      case GUMBO_TAG_STYLE:
      case GUMBO_TAG_HEAD:
      case GUMBO_TAG_IFRAME:
      case GUMBO_TAG_NOFRAMES:
        return true;
      default:
        return false;
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

  void take_title(const HtmlTitle& title) {
    title_run_ = title.run;
    if (title.run == nullptr) return;
    body_.title = title.run->block;
    body_.title_end = title.end;
    drop(title.run->first, title.begin, "mark in front of the title");
    drop(title.buttons, title.run->last + 1, "buttons behind the title");
  }

  /// The prose that is not left out so far.
  HtmlSums sum_prose() const {
    HtmlSums sums(nodes_.size());
    for (const HtmlRun& run : text_.runs) {
      if (run.prose && body_.dropped[run.main].empty()) sums.add(run.main, count_words(run.text));
    }
    sums.finish();
    return sums;
  }

  bool holds_title(std::uint32_t row) const {
    return body_.title != 0 && row <= body_.title && body_.title < nodes_[row].end;
  }

  /// Leaves out what the marks say is no text, unless it holds too much of the prose.
  void drop_marked(std::uint32_t begin, std::uint32_t end, const HtmlSums& prose, std::size_t all) {
    std::uint32_t code_end = 0;
    for (std::uint32_t row = begin; row < end;) {
      const HtmlMark* mark = marks_[row];
      const GumboTag tag = nodes_[row].tag;
      if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_CODE) code_end = std::max(code_end, nodes_[row].end);
      if (row < code_end && mark != nullptr && mark->rule != line_numbers) mark = nullptr;
      if (mark != nullptr && mark->rule == line_numbers && !holds_numbers(row)) mark = nullptr;
      const std::size_t part = prose.of(nodes_, row);
      const auto share = all == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(all);
      const bool off = mark != nullptr && mark->purpose != Purpose::text &&
                       (mark->purpose == Purpose::never  ? share < most_in_never
                        : mark->purpose == Purpose::page ? share < most_in_page
                                                         : part == 0) &&
                       !is_of_text(row, prose);
      if (off) {
        drop(row, nodes_[row].end, mark->rule);
        row = nodes_[row].end;
      } else {
        ++row;
      }
    }
  }

  /// Whether it holds nothing but digits.
  bool holds_numbers(std::uint32_t row) const {
    for (std::uint32_t i = row + 1; i < nodes_[row].end; ++i) {
      if (!nodes_[i].is_text) continue;
      const std::string_view text = nodes_[i].node->v.text.text;
      if (text.find_first_not_of("0123456789 \t\r\n") != text.npos) return false;
    }
    return true;
  }

  /// What stays whatever its mark says.
  bool is_of_text(std::uint32_t row, const HtmlSums& prose) const {
    return row == 0 || nodes_[row].tag == GUMBO_TAG_BODY || holds_title(row) || names_attachment(row) ||
           is_bare_name(row) || is_facts(row) || is_heading_of_text(row, prose);
  }

  /// A list of facts, as encyclopedias have them: 别名, 产地.
  bool is_facts(std::uint32_t row) const {
    if (marks_[row]->purpose != Purpose::edge) return false;
    if (nodes_[row].tag == GUMBO_TAG_DT || nodes_[row].tag == GUMBO_TAG_DD) return true;
    if (text_.linked.of(nodes_, row) * 2 > text_.words.of(nodes_, row)) return false;
    std::size_t terms = 0;
    for (std::uint32_t i = row; i < nodes_[row].end; ++i)
      terms += !nodes_[i].is_text && nodes_[i].tag == GUMBO_TAG_DT ? 1U : 0U;
    return terms > 1;
  }

  /// Whether it begins as what official papers have below their text: 附件：….
  bool names_attachment(std::uint32_t row) const {
    for (std::uint32_t i = row + 1; i < nodes_[row].end; ++i) {
      if (!nodes_[i].is_text) continue;
      const std::string key = key_of(nodes_[i].node->v.text.text);
      if (!key.empty()) return key.starts_with("附件") && !key.starts_with("附件下载");
    }
    return false;
  }

  /// Whether a word that marks edges of a page (head, hd) marks a heading here: sentences stand around it.
  bool is_heading_of_text(std::uint32_t row, const HtmlSums& prose) const {
    if (marks_[row]->purpose != Purpose::edge || prose.of(nodes_, row) > 0) return false;
    if (prose.between(0, row) == 0) return false;
    if (prose.between(row, static_cast<std::uint32_t>(nodes_.size())) == 0) return false;
    for (std::uint32_t i = row; i < nodes_[row].end; ++i) {
      if (!nodes_[i].is_text && heading_level(nodes_[i].tag) > 0) return true;
    }
    return false;
  }

  /// An author's name in a paragraph of its own, without a label: it belongs to a poem or a story.
  bool is_bare_name(std::uint32_t row) const {
    if (nodes_[row].tag != GUMBO_TAG_P) return false;
    std::string text;
    for (std::uint32_t i = row + 1; i < nodes_[row].end; ++i) {
      if (nodes_[i].is_text) text += nodes_[i].node->v.text.text;
    }
    const std::size_t words = count_words(text);
    const bool dynasty = text.find("〔") != text.npos && text.find("〕") != text.npos;  // 杜甫〔唐代〕
    if (text_.links.of(nodes_, row) > 0 && !dynasty) return false;
    const bool labelled = text.find("：") != text.npos || text.find_first_of(":|/0123456789") != text.npos;
    return words > 1 && words <= longest_name && !labelled &&
           (dynasty || marks_[row]->rule == about_the_author);
  }

  /// The smallest element with nearly all of the prose.
  void find_container(const HtmlSums& prose) {
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
  std::uint32_t marked_container(const HtmlSums& prose) const {
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
    for (const HtmlRun& run : text_.runs) {
      if (run.first >= begin && run.last < end) continue;
      const bool between = title_before && run.first > title_run_->last && run.last < begin;
      if (&run == title_run_ || (between && (run.prose || is_subtitle(run))) || is_attachment(run)) continue;
      drop(run.first, run.last + 1, "outside the text");
    }
  }

  /// A line in a block of its own below the title: ——在某会上的讲话, an author.
  bool is_subtitle(const HtmlRun& run) const {
    const GumboTag tag = nodes_[run.block].tag;
    const int level = heading_level(tag);
    const bool line = tag == GUMBO_TAG_P || (level >= 2 && level <= 5);
    const std::uint32_t parent = nodes_[run.block].parent;
    const bool beside = parent == nodes_[body_.title].parent || container_ < nodes_[parent].end;
    return run.links == 0 && line && beside;
  }

  /// What an official paper has below its text, perhaps in a row of its own: 附件：…, the names of the files.
  bool is_attachment(const HtmlRun& run) const {
    if (run.first < nodes_[container_].end) return false;
    std::uint32_t around = container_;
    for (std::size_t i = 0; i < rows_to_attachment; ++i) around = nodes_[around].parent;
    return run.last < nodes_[around].end && (run.key.starts_with("附件") || names_file(run.key));
  }

  /// Whether a key ends as the name of a file does, without its dot.
  static bool names_file(std::string_view key) {
    constexpr std::string_view ends[] = {"docx", "doc", "xlsx", "xls", "pdf", "wps", "zip", "rar"};
    return std::any_of(std::begin(ends), std::end(ends), [&](std::string_view end) {
      return key.size() > end.size() && key.ends_with(end) &&
             static_cast<unsigned char>(key[key.size() - end.size() - 1]) >= 0x80;
    });
  }

  /// Lists of nothing but links.
  void drop_link_lists(const HtmlSums& prose) {
    for (std::uint32_t row = 0; row < nodes_.size(); ++row) {
      const HtmlNode& node = nodes_[row];
      if (node.is_text || node.tag == GUMBO_TAG_BODY || node.tag == GUMBO_TAG_HTML ||
          !is_block_element(node.tag))
        continue;
      if (text_.links.of(nodes_, row) < fewest_links || holds_title(row)) continue;
      const auto words = static_cast<double>(text_.words.of(nodes_, row));
      if (words == 0 || static_cast<double>(text_.linked.of(nodes_, row)) < mostly_links * words) continue;
      if (prose.of(nodes_, row) > 0 || names_attachment(row)) continue;
      drop(row, node.end, "list of links");
    }
  }

  /// Where in a recording a speaker begins: 00:12:46 in an element of its own, behind the name.
  void drop_time_stamps() {
    const auto is_time = [](std::string_view text) {
      constexpr std::string_view form = "00:00:00";
      if (text.size() != form.size()) return false;
      for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == ':' ? text[i] != ':' : text[i] < '0' || text[i] > '9') return false;
      }
      return true;
    };
    for (const HtmlRun& run : text_.runs) {
      for (std::uint32_t row = run.first; row <= run.last; ++row) {
        const bool in_own_element =
            nodes_[row].is_text && nodes_[row].parent != run.block && run.first != run.last;
        if (in_own_element && is_time(nodes_[row].node->v.text.text)) drop(row, row + 1, "time stamp");
      }
    }
  }

  /// A page that calls itself missing, and says little more.
  bool is_error_page() const {
    const std::string title = tree_.title();
    constexpr std::string_view signs[] = {"404", "不存在", "找不到", "出错了", "已删除", "Not Found"};
    const bool named = std::any_of(std::begin(signs), std::end(signs),
                                   [&](std::string_view sign) { return title.find(sign) != title.npos; });
    constexpr std::size_t most_words = 600;
    return named && text_.words.of(nodes_, 0) < most_words &&
           std::none_of(marks_.begin(), marks_.end(), [](const HtmlMark* mark) {
             return mark != nullptr && mark->purpose == Purpose::text;
           });
  }

  /// Signs between what is left out: the dots and brackets around links.
  void drop_signs() {
    HtmlSums kept(nodes_.size());
    for (std::uint32_t row = 0; row < nodes_.size(); ++row) {
      if (nodes_[row].is_text && body_.dropped[row].empty()) kept.add(row, text_.words.of(nodes_, row));
    }
    kept.finish();
    for (std::uint32_t row = 0; row < nodes_.size();) {
      const HtmlNode& node = nodes_[row];
      if (!node.is_text && is_block_element(node.tag) && text_.words.of(nodes_, row) > 0 &&
          kept.of(nodes_, row) == 0) {
        drop_with_neighbours(row + 1, node.end);
        row = node.end;
      } else {
        ++row;
      }
    }
  }

  void drop_with_neighbours(std::uint32_t begin, std::uint32_t end) {
    std::string_view rule;
    for (std::uint32_t row = begin; row < end && rule.empty(); ++row) {
      if (text_.words.of(nodes_, row) > 0 && nodes_[row].is_text) rule = body_.dropped[row];
    }
    drop(begin, end, rule);
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  bool keep_all_;
  HtmlBody body_;
  HtmlRuns text_;
  const HtmlRun* title_run_ = nullptr;
  std::uint32_t container_ = 0;
  std::vector<const HtmlMark*> marks_;  ///< of each row
};

}  // namespace

HtmlBody find_html_body(const HtmlTree& tree, bool keep_all) { return BodyFinder(tree, keep_all).run(); }

}  // namespace langdu
