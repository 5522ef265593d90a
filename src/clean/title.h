#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace langdu {

/// How far from the top a title is looked for and said again, in lines.
constexpr std::size_t lines_near_the_top = 12;

/// Short, without a stop at the end or the number of a heading. Whether it is the title depends on what
/// follows.
bool looks_like_title(std::string_view line);

/// Ends with the word for a kind of paper: …的通知, …工作总结.
bool names_a_paper(std::string_view line);
/// Short, and ends as the names of sites do: 某某新闻网.
bool names_a_site(std::string_view line);
/// What stands below titles only: ——在某会上的讲话, （2023年5月）, 时间：….
bool is_under_title(std::string_view line);

/// The part of a title that is the title, without what sites add behind it: (全文完整), (5篇), _site name. A
/// site's name is only taken off when it ends as such names do, or another line near the top says the title
/// without it.
struct TitleParts {
  Span title;
  std::optional<Span> site;    ///< dropped as "site_name"
  std::optional<Span> suffix;  ///< dropped as "title_suffix"
};
TitleParts split_title(std::string_view line, const std::vector<std::string_view>& lines_near);

}  // namespace langdu
