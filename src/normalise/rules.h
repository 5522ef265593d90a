#pragma once
#include <span>

#include "normalise/rule.h"

namespace langdu::rules {

/// All rules in priority order: at a trigger the first one that applies wins. This table is the place to add
/// one.
std::span<const Rule> rule_table();

/// The sentence with the rules applied (before tidy.h). `fired`, unless null, gets every rule that was
/// applied.
MappedText apply_rules(const MappedText& folded, std::vector<Dropped>& dropped,
                       std::vector<const Rule*>* fired);

}  // namespace langdu::rules
