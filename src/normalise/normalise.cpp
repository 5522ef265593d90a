#include "normalise/normalise.h"

#include <string>

#include "normalise/fold.h"
#include "normalise/rules.h"
#include "normalise/tidy.h"

namespace langdu {

MappedText normalise(const MappedText& sentence, std::vector<Dropped>& dropped,
                     const TraditionalView& traditional) {
  const MappedText folded = rules::fold(sentence);
  const std::string simplified = traditional.fold_text(folded.text()).value_or("");
  return rules::tidy(rules::apply_rules(folded, dropped, nullptr, simplified));
}

}  // namespace langdu
