#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "read/block_writer.h"
#include "read/document.h"
#include "read/docx_fields.h"
#include "read/docx_numbering.h"
#include "read/docx_styles.h"
#include "read/docx_text.h"
#include "read/read_options.h"
#include "read/xml_text.h"

namespace langdu {

/// Reads the text of a part in the order in which Word shows it.
class DocxBody {
 public:
  DocxBody(Document& document, BlockWriter& writer, const ReadOptions& options, const DocxStyles& styles,
           DocxNumbering& numbering);

  /// Reads `from`, a node of `part`. Its first paragraph begins with `lead`.
  void read(const XmlPart& part, pugi::xml_node from, std::string lead = {});
  /// To be called once for each part before anything of it is read.
  void begin_part(const XmlPart& part) { fields_.look_at(part.root()); }
  /// Notes on what was left out. To be called at the end.
  void finish();

  /// A footnote or endnote that the text refers to.
  struct NoteMark {
    bool is_endnote = false;
    std::string id;
  };
  const std::vector<NoteMark>& note_marks() const { return note_marks_; }

 private:
  void visit(pugi::xml_node node);
  void visit_element(pugi::xml_node node);
  void visit_inline(pugi::xml_node node);
  void visit_children(pugi::xml_node node);

  void paragraph(pugi::xml_node node);
  void open_paragraph(pugi::xml_node properties);
  void row(pugi::xml_node node);
  void run(pugi::xml_node node);
  void text(pugi::xml_node node);
  void code(pugi::xml_node node);
  void field_mark(pugi::xml_node node);
  void line_break();
  void control(pugi::xml_node node);
  void alternatives(pugi::xml_node node);
  void simple_field(pugi::xml_node node);
  void fraction(pugi::xml_node node);
  void image(pugi::xml_node node);
  void symbol(pugi::xml_node node);

  /// Reads `node` as paragraphs of its own: now, if the paragraph has no text so far, else behind it.
  void set_apart(pugi::xml_node node);
  void read_what_was_set_apart();
  void drop(pugi::xml_node node, std::string_view rule) { drop_texts(document_, *part_, node, rule); }
  /// Why text at this place is not read, or nothing.
  std::string_view rule() const;

  Document& document_;
  BlockWriter& writer_;
  const ReadOptions& options_;
  const DocxStyles& styles_;
  DocxNumbering& numbering_;
  DocxText text_;
  DocxFields fields_;

  const XmlPart* part_ = nullptr;
  int depth_ = 0;
  std::string lead_;  ///< for the next paragraph
  bool in_paragraph_ = false;
  bool in_row_ = false;
  bool joins_ = false;                ///< the mark at the end of the last paragraph is deleted
  const DocxStyle* style_ = nullptr;  ///< of the paragraph
  BlockKind kind_ = BlockKind::paragraph;
  int level_ = 0;
  bool strong_ = false;
  bool hidden_ = false;
  bool has_title_ = false;
  bool after_title_ = false;  ///< the last paragraph was the title
  std::vector<pugi::xml_node> apart_;
  std::vector<NoteMark> note_marks_;
  std::size_t symbols_ = 0;
  Span first_symbol_;
  std::size_t too_deep_ = 0;
};

}  // namespace langdu
