#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

#include "read/docx_styles.h"

namespace langdu {

/// The lists of numbering.xml and how far their numbers have come.
class DocxNumbering {
 public:
  DocxNumbering() = default;
  DocxNumbering(pugi::xml_node root, const DocxStyles& styles);

  /// Counts a paragraph and gives the number that Word shows in front of it, with the blank that divides it
  /// from the text; empty when it shows none, or only a sign.
  std::string next(const DocxListPlace& own, const DocxStyle& style);

 private:
  static constexpr std::size_t levels = 9;

  struct Level {
    std::uint32_t start = 1;
    std::string format = "decimal";
    std::string text;    ///< lvlText: "%1.%2"
    std::string suffix;  ///< tab (when empty too), space or nothing
    std::string style;   ///< the paragraph style that has this level
    std::optional<int> restart;
    bool all_decimal = false;
    bool hidden = false;
  };
  using Levels = std::array<Level, levels>;

  /// Lists that share an abstract one go on counting together.
  struct Abstract {
    Levels all;
    std::string style_link;  ///< its levels are those of the list that this style names
    std::array<std::optional<std::uint32_t>, levels> counts;
  };
  struct List {
    int abstract = 0;
    std::map<std::size_t, Level> levels;  ///< those that differ
    std::map<std::size_t, std::uint32_t> starts;
    bool used = false;
  };

  static Level read_level(pugi::xml_node node, Level level);
  void read_abstract(pugi::xml_node node);
  void read_list(pugi::xml_node node);
  std::size_t level_of_style(const Levels& all, const DocxStyle& style) const;
  std::uint32_t start_of(const List& list, const Level& level, std::size_t index) const;
  void count(Abstract& abstract, List& list, std::size_t index);
  std::string label(const Abstract& abstract, const List& list, std::size_t index) const;
  const Level& level_at(const Abstract& abstract, const List& list, std::size_t index) const;

  std::map<int, Abstract> abstracts_;
  std::map<int, List> lists_;
};

}  // namespace langdu
