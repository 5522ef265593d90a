#include "read/html_runs.h"

#include <algorithm>
#include <initializer_list>

#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t shortest_prose = 12;     // code points outside links, with a stop
constexpr std::size_t prose_with_commas = 20;  // the same, with a comma only

bool has_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

bool is_prose(std::string_view text) {
  const std::size_t words = count_words(text);
  if (words >= shortest_prose && has_any(text, {"。", "！", "？", "；", "……"})) return true;
  return words >= prose_with_commas && has_any(text, {"，", ",", "：“", "、"});
}

/// Walks the rows of a page once.
class RunFinder {
 public:
  RunFinder(const HtmlTree& tree, const std::vector<std::string_view>& dropped)
      : nodes_(tree.nodes()), dropped_(dropped), blocks_(nodes_.size()) {
    result_.words = result_.linked = result_.links = HtmlSums(nodes_.size());
    for (std::uint32_t row = 0; row < nodes_.size(); ++row)
      blocks_.add(row, !nodes_[row].is_text && is_block_element(nodes_[row].tag) ? 1 : 0);
    blocks_.finish();
  }

  HtmlRuns run() {
    for (std::uint32_t row = 0; row < nodes_.size(); ++row) {
      const HtmlNode& node = nodes_[row];
      if (node.is_text) {
        if (dropped_[row].empty()) see_text(row);
      } else if (node.tag == GUMBO_TAG_A) {
        link_end_ = node.end;
        result_.links.add(row, 1);
      } else if (node.tag == GUMBO_TAG_BR) {
        end_first_line(row);
      }
    }
    for (HtmlRun& run : result_.runs) run.prose = is_prose(run.text);
    result_.words.finish();
    result_.linked.finish();
    result_.links.finish();
    return std::move(result_);
  }

 private:
  void see_text(std::uint32_t row) {
    const std::string_view text = nodes_[row].node->v.text.text;
    const std::size_t words = count_words(text);
    if (!continues_run(row)) {
      if (words == 0) return;
      result_.runs.push_back({});
      result_.runs.back().first = row;
      result_.runs.back().main = row;
      result_.runs.back().block = block_of(row);
    }
    HtmlRun& run = result_.runs.back();
    run.last = row;
    if (words > longest_ || run.first == row) {
      longest_ = words;
      run.main = row;
    }
    run.key += key_of(text);
    result_.words.add(row, words);
    if (row < link_end_) {
      run.links += words;
      result_.linked.add(row, words);
    } else {
      run.text += text;
    }
  }

  void end_first_line(std::uint32_t row) {
    if (!continues_run(row) || result_.runs.back().line_end != 0) return;
    result_.runs.back().line_end = row;
    result_.runs.back().first_line = result_.runs.back().key;
  }

  /// Whether no block begins or ends between the last run and a row.
  bool continues_run(std::uint32_t row) const {
    if (result_.runs.empty()) return false;
    const HtmlRun& run = result_.runs.back();
    return blocks_.between(run.last + 1, row) == 0 && run.block == block_of(row);
  }

  std::uint32_t block_of(std::uint32_t row) const {
    do {
      row = nodes_[row].parent;
    } while (row != 0 && !is_block_element(nodes_[row].tag));
    return row;
  }

  const std::vector<HtmlNode>& nodes_;
  const std::vector<std::string_view>& dropped_;
  HtmlSums blocks_;  ///< elements that begin a line of their own
  HtmlRuns result_;
  std::uint32_t link_end_ = 0;
  std::size_t longest_ = 0;  ///< words of the longest text of the last run
};

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    at += rune.size;
    count += is_hanzi(rune.code) || is_latin(rune.code) || is_digit(rune.code) ? 1U : 0U;
  }
  return count;
}

std::string key_of(std::string_view text) {
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    at += rune.size;
    if (is_hanzi(rune.code) || is_latin(rune.code) || is_digit(rune.code)) append_utf8(key, rune.code);
  }
  return key;
}

HtmlRuns find_html_runs(const HtmlTree& tree, const std::vector<std::string_view>& dropped) {
  return RunFinder(tree, dropped).run();
}

}  // namespace langdu
