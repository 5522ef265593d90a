#pragma once
#include <string>
#include <string_view>

#include "read/block_writer.h"
#include "read/document.h"
#include "read/xml_text.h"

namespace langdu {

/// What divides two texts of one paragraph; the later ones win over the earlier.
enum class DocxJoint {
  none,
  lines,  ///< a blank, but not beside hanzi
  cells,  ///< a comma, but not behind another mark
};

/// Writes the texts of a paragraph. What belongs between or before them waits until one comes, so that empty
/// cells and empty items leave nothing behind.
class DocxText {
 public:
  DocxText(const Document& document, BlockWriter& writer) : document_(document), writer_(writer) {}

  /// Ends the paragraph and begins another.
  void start(BlockKind kind, int level);
  /// The paragraph goes on in a new line, if it has one.
  void break_line();

  /// `number` stands before the next text. What waited before is forgotten.
  void lead(std::string number) { lead_ = std::move(number); }
  const std::string& lead() const { return lead_; }
  void join(DocxJoint joint) { joint_ = std::max(joint_, joint); }

  /// Bytes of the source, as XML means them.
  void add(Span source, bool has_entities, bool strong);
  /// A sign that an element stands for; nothing when the paragraph has no text to put it behind.
  void put(std::string_view sign);

  bool has_text() const { return writer_.has_text(); }

 private:
  void settle(std::uint32_t place, std::string_view next);

  const Document& document_;
  BlockWriter& writer_;
  std::string lead_;
  DocxJoint joint_ = DocxJoint::none;
  char32_t last_ = 0;  ///< character of the paragraph; 0: none
};

/// Lists the text inside `node` as dropped.
void drop_texts(Document& document, const XmlPart& part, pugi::xml_node node, std::string_view rule);

/// `source` without the blanks at its ends.
Span trimmed(const Document& document, Span source);

}  // namespace langdu
