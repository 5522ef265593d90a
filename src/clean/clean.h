#pragma once
#include "read/document.h"

namespace langdu {

struct CleanOptions {
  bool keep_all = false;  ///< drop no text: only blanks are repaired
};

/// Takes out what is not the text: boilerplate lines, repeated titles, stray blanks, line breaks in the
/// middle of a paragraph; writes half-width punctuation between hanzi full-width. Afterwards each block is
/// one heading candidate or one paragraph as a reader should see it ("shown" in plan.h), empty blocks are
/// gone, every dropped span is in document.dropped with the name of its rule, and the title and date are in
/// document.metadata.
void clean(Document& document, const CleanOptions& options);

/// The repairs of one line or paragraph alone: stray blanks and half-width punctuation.
MappedText repair(MappedText text);

}  // namespace langdu
