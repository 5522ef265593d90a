#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/document.h"
#include "read/readable_lines.h"
#include "text/mapped_text.h"
#include "text/span.h"

namespace langdu {

/// What the readers of markup write into: the text that a document shows, from its start to its end, block by
/// block. Places are bytes of the document's source and must not go backwards. What cannot be text and the
/// reading marks are taken out, as in plain text.
class BlockWriter {
 public:
  /// The document's source must be there already; it may grow, but not change.
  explicit BlockWriter(Document& document) : document_(document) {}

  /// Bytes of the source that are shown as they stand.
  void add(Span source);
  /// The same, but each run of ASCII blanks and line ends counts as one blank, as markup has it: over the
  /// bounds of pieces too, and none at the edges of lines.
  void add_flowing(Span source);
  /// These bytes count as such a blank.
  void add_blank(Span source);
  /// `text` stands for these bytes of the source: an entity, an escape.
  void add(Span source, std::string_view text);
  /// Text that stands nowhere in the source: the number of a list item. Blanks around it are left out.
  void insert(std::string_view text) { insert(text, place_); }
  /// The same, in front of what stands at `place`.
  void insert(std::string_view text, std::uint32_t place);

  /// The block goes on in a new line. Twice in a row: with an empty line between.
  void break_line();
  /// Ends the block. The next one is of this kind and level.
  void start(BlockKind kind, int level = 0);
  /// Whether what follows is shown in bold.
  void set_strong(bool strong) { strong_ = strong; }
  /// Whether what follows is to stand as it is, up to the end of its block: code.
  void set_preformatted(bool preformatted) { preformatted_ = preformatted; }
  /// Whether the block has text so far, other than blanks.
  bool has_text() const { return has_text_; }

  /// These bytes of the source are shown, but not read.
  void drop(Span source, std::string_view rule) { document_.dropped.push_back({source, std::string(rule)}); }

  /// Ends the last block and hands the notes over.
  void finish();

 private:
  struct Line {
    MappedText text;
    bool after_empty_line = false;
    bool strong = false;
  };

  void append(const MappedText& text);
  void write_blank();
  void end_line();
  void end_block();

  Document& document_;
  ReadableLines readable_;
  std::vector<Line> lines_;  ///< of the block that is being written, but for the last one
  MappedText line_;
  Span blank_{};             ///< a flowing blank behind line_; written when something follows
  bool inserted_ = false;    ///< line_ ends with inserted text
  std::uint32_t place_ = 0;  ///< behind the last piece
  BlockKind kind_ = BlockKind::paragraph;
  int level_ = 0;
  bool strong_ = false;
  bool preformatted_ = false;
  bool all_strong_ = true;  ///< of the line so far
  bool has_text_ = false;
  bool after_empty_line_ = true;
};

}  // namespace langdu
