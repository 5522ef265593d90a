#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "read/reading_marks.h"
#include "text/mapped_text.h"
#include "text/note.h"

namespace langdu {

/// What a reader knows of a block. Plain text yields `line` only, markup lines where it breaks a paragraph
/// into lines, and paragraphs and headings elsewhere. clean/ and structure/ turn lines into the rest.
enum class BlockKind { line, paragraph, heading };

struct Block {
  BlockKind kind = BlockKind::line;
  int level = 0;    ///< of a heading: 1 is the outermost, 0 the title of the document
  MappedText text;  ///< without its line end
  bool after_blank_line =
      false;  ///< an empty line, the start of the file or, in markup, another block stands before it
  bool strong = false;        ///< markup shows all of it in bold
  bool preformatted = false;  ///< code and the like: no repair may touch it
};

/// A silence that the writer has put into the text (read/pause_marks.h).
struct PauseMark {
  Span source;  ///< of the mark
  std::uint32_t milliseconds = 0;
};

/// The way from the decoded source back to files: for plain text one part, for containers one a member.
struct Part {
  Span source;
  std::string file;
  std::string member;  ///< empty unless `file` is a container
};

/// An image as it stands in its file.
struct Picture {
  std::string media_type;  ///< image/jpeg or image/png; empty: there is none
  std::string bytes;
};

struct Metadata {
  std::string title;  ///< from a reader: what the file says of itself, perhaps with the name of a site
  std::string date;   ///< of publication, as written
  std::string author;
  std::string album;  ///< the whole, when this is a chapter of it alone; else empty
  int track = 0;      ///< the number of that chapter, from 1; else 0
  int tracks = 0;     ///< how many there are
  Picture cover;
};

/// A document on its way through the text stages: read/ makes it, clean/ and structure/ change it in place.
struct Document {
  std::string source;  ///< the decoded text that every Span counts in; for plain text the bytes of the file
  std::vector<Part> parts;
  Metadata metadata;
  std::vector<Block> blocks;       ///< in the order of reading
  std::vector<ReadingMark> marks;  ///< in source order
  std::vector<PauseMark> pauses;
  std::vector<Dropped> dropped;
  std::vector<Note> notes;
};

}  // namespace langdu
