#pragma once
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <pugixml.hpp>

#include "text/span.h"

namespace langdu {

/// The fields of Word that are open at a place: each has a code, which is not shown, and a result, which is.
class DocxFields {
 public:
  /// Looks for the fields of a part that have an end: one without would swallow what follows.
  void look_at(pugi::xml_node root);
  /// Forgets those that are open: another text begins.
  void begin_text() { open_.clear(); }

  /// w:fldChar
  void mark(pugi::xml_node node);
  /// The code of a field EQ that `end` is going to end: what Word shows of it in one piece, such as the hanzi
  /// under their pinyin or the number in its circle, or else, as an equation that cannot be read, all of it.
  struct ShownCode {
    std::vector<Span> sources;
    bool readable = false;
  };
  ShownCode shown_code(pugi::xml_node end, std::string_view all) const;
  /// w:instrText, whose text stands at `source`.
  void code(std::string_view text, Span source);
  /// w:fldSimple, which holds its result.
  void open(std::string_view code);
  void close();

  /// Why text at this place is not read, or nothing.
  std::string_view rule() const;

 private:
  struct Field {
    std::string code;
    std::vector<Span> sources = {};  ///< of the code
    std::string_view rule = {};
    bool in_result = false;
  };

  std::vector<Field> open_;
  std::unordered_set<std::size_t> ended_;  ///< the marks of fields that have an end, by the hash of the node
};

}  // namespace langdu
