#include "normalise/normalise.h"

#include <string>

#include "normalise/fold.h"
#include "normalise/rules.h"
#include "normalise/tidy.h"

namespace langdu {

MappedText normalise(const MappedText& sentence, std::vector<Dropped>& dropped,
                     const TraditionalView& traditional, const NormaliseOptions& options) {
  const MappedText folded = options.replacements == nullptr
                                ? rules::fold(sentence)
                                : rules::fold(options.replacements->apply(sentence, dropped));
  const std::string simplified = traditional.fold_text(folded.text()).value_or("");
  return rules::tidy(rules::apply_rules(folded, dropped, nullptr, simplified, options));
}

}  // namespace langdu
