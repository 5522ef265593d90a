#pragma once
#include <vector>

#include "normalise/options.h"
#include "text/mapped_text.h"
#include "text/note.h"
#include "text/traditional.h"

namespace langdu {

/// Writes a sentence as it is spoken: numbers, dates, units, symbols and placeholders become hanzi. The
/// result holds hanzi, Latin words (left in place, for the English voice), blanks between words, and these
/// pause marks: ，。？！；：、…… Everything else has been replaced or left out; what a reader would miss is
/// added to `dropped`. Text in traditional script stays as it is, but for what a rule replaces; the rules see
/// it folded by `traditional`.
MappedText normalise(const MappedText& sentence, std::vector<Dropped>& dropped,
                     const TraditionalView& traditional = {}, const NormaliseOptions& options = {});

}  // namespace langdu
