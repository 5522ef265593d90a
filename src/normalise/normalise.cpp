#include "normalise/normalise.h"

#include "normalise/fold.h"
#include "normalise/rules.h"
#include "normalise/tidy.h"

namespace langdu {

MappedText normalise(const MappedText& sentence, std::vector<Dropped>& dropped) {
  return rules::tidy(rules::apply_rules(rules::fold(sentence), dropped, nullptr));
}

}  // namespace langdu
