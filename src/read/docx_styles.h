#pragma once
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace langdu {

/// What w:numPr says: a list and a level of it. Word lets each be said alone.
struct DocxListPlace {
  std::optional<int> list;   ///< numId; 0 takes the number away
  std::optional<int> level;  ///< ilvl, 0 is the outermost
};
DocxListPlace list_place(pugi::xml_node paragraph_properties);

/// Whether the element says yes: it is there, and w:val is not a no.
std::optional<bool> switched(pugi::xml_node properties, std::string_view name);
/// w:val of a child as a number, in 0 to `most`.
std::optional<int> number_of(pugi::xml_node properties, std::string_view name, int most);
/// The whole of `text` as a number in 0 to `most`.
std::optional<int> number_in(std::string_view text, int most);

/// A style with all that it has from the styles it is based on.
struct DocxStyle {
  std::optional<int> outline;  ///< 0 is the outermost heading, 9 body text
  bool is_title = false;
  std::optional<bool> bold;
  std::optional<bool> hidden;
  DocxListPlace list;
  std::string list_from;  ///< the id of the style that says `list.list`
};

/// The styles of styles.xml by their ids.
class DocxStyles {
 public:
  DocxStyles() = default;
  explicit DocxStyles(pugi::xml_node root);

  /// The style with this id; for an empty or unknown one of a paragraph the default.
  const DocxStyle& paragraph(std::string_view id) const;
  /// For an empty or unknown id nothing in particular.
  const DocxStyle& character(std::string_view id) const;

 private:
  const DocxStyle& find(std::string_view id, const DocxStyle& otherwise) const;

  std::map<std::string, DocxStyle, std::less<>> styles_;
  DocxStyle normal_;
  DocxStyle plain_;
};

}  // namespace langdu
