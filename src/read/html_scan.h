#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace langdu {

/// A tag as the parser's tokenizer sees it.
struct HtmlTag {
  std::string name;          ///< in lower case; empty when the "<" opens no tag
  std::size_t end = 0;       ///< behind its ">"
  std::size_t too_many = 0;  ///< where the attribute behind the last allowed one begins, or 0
  bool closing = false;
  bool closed_at_once = false;
};

/// More attributes than any element has. The parser compares each with all before it.
inline constexpr std::size_t most_attributes = 100;

/// The tag that opens with the "<" at `at`.
HtmlTag scan_html_tag(std::string_view html, std::size_t at);

/// Finds the ends of comments from the first to the last; what is not there is looked for once only.
class CommentEnds {
 public:
  explicit CommentEnds(std::string_view html) : html_(html) {}
  /// Behind the comment that opens with "<!--" at `at`.
  std::size_t behind(std::size_t at);

 private:
  std::size_t find(std::string_view end, std::size_t from, std::size_t& known) const;

  std::string_view html_;
  std::size_t plain_ = 0;
  std::size_t wrong_ = 0;
};

}  // namespace langdu
