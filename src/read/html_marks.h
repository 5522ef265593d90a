#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/html_tree.h"

namespace langdu {

/// What an element is for, as its tag, its role, or the words of its class and id say.
enum class Purpose {
  text,   ///< the body itself
  never,  ///< no text, whatever is in it: menus, shares, advertisements
  page,   ///< belongs to the page; left out with its sentences, unless they are a large part of the page
  edge,   ///< the same words stand for parts of a text: left out only without sentences
};

/// One row a way to mark an element.
struct HtmlMark {
  std::string_view rule;  ///< the name under which the texts in it are listed as dropped
  Purpose purpose;
  std::string_view tags;   ///< names of elements, divided by blanks
  std::string_view roles;  ///< values of role
  std::string_view words;  ///< words of class and id; with * at the end: the start of words
};

/// The rule for what counts the lines of code; the only one that holds inside code.
inline constexpr std::string_view line_numbers = "line numbers";

/// The rule for the author's box; a name alone in a paragraph is kept.
inline constexpr std::string_view about_the_author = "about the author";

std::span<const HtmlMark> html_marks();

/// The row of the element, or nullptr. The first row of the table wins.
const HtmlMark* mark_of(const HtmlTree& tree, const HtmlNode& element);

/// The words of a class or an id in lower case: "article-bodyText_2" is article, body, text, 2.
std::vector<std::string> words_of(std::string_view name);

/// Class and id names that the page's own style sheets hide: ".x" and "#x" of rules with display: none and
/// the like, outside @media.
std::vector<std::string> hidden_names(const HtmlTree& tree);

/// Whether a browser would not show the element, by its attributes or because of `hidden` names (sorted).
bool is_hidden(const HtmlTree& tree, const HtmlNode& element, const std::vector<std::string>& hidden);

}  // namespace langdu
