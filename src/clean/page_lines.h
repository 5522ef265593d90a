#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/boilerplate_rules.h"
#include "read/document.h"

namespace langdu {

/// The lines of a page, and why each of them will be dropped: what the steps of boilerplate.cpp share.
class PageLines {
 public:
  explicit PageLines(Document& of);

  std::size_t size() const { return blocks.size(); }
  std::string_view text(std::size_t line) const { return blocks[line].text.text(); }
  bool is_kept(std::size_t line) const { return rule_of[line].empty(); }

  /// Text beyond doubt: it ends as a sentence or an address (同志们：), or is longer than any label, and no
  /// rule knows it.
  bool is_body(std::size_t line) const;
  /// Nothing but a date.
  bool is_date(std::size_t line) const;
  /// The name under a text, with its date below (办公室 / 2023-12-10), or that date.
  bool is_signature(std::size_t line) const;

  Document& document;
  std::vector<Block>& blocks;
  std::vector<std::uint64_t> rows;        ///< of each line: the rules that match it, wherever it stands
  std::vector<std::string_view> rule_of;  ///< of each line: the rule that drops it, or empty
  std::size_t image_marks = 0;            ///< lines that stand for a picture
  std::size_t players = 0;                ///< lines that only a video player has
  std::size_t of_site = 0;                ///< lines that only pages of sites have
  /// The lines before `top_end` and from `tail_begin` on may be boilerplate of the edges.
  std::size_t top_end = 0;
  std::size_t tail_begin = 0;
};

/// Whether a text has more code points.
bool is_longer(std::string_view text, std::size_t runes);

/// Whether a line other than this shows that the document is a page of a site.
bool is_page_of_site(const PageLines& lines, std::size_t but);

/// Finds the edges, and what visitors wrote below the text.
void find_edges(PageLines& lines);

/// Drops the lines that the table of boilerplate_rules.h knows, each in its zone.
void drop_known_lines(PageLines& lines);

/// Drops what stands above the last line of a page's head, when there is a title below it.
void drop_above_title(PageLines& lines);

/// Takes the title and drops the lines that say it again.
void take_title(PageLines& lines, bool keep_all);

/// Drops links to other texts, what stands between the lines of a page's foot, and all of a page that has no
/// text.
void drop_foot(PageLines& lines);

}  // namespace langdu
