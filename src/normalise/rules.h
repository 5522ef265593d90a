#pragma once
#include <span>

#include "normalise/rule.h"

namespace langdu::rules {

/// All rules in priority order: at a trigger the first one that applies wins. This table is the place to add
/// one.
std::span<const Rule> rule_table();

/// The sentence with the rules applied (before tidy.h). `fired`, unless null, gets every rule that was
/// applied. The rules look at `simplified`, unless it is empty: the folded text byte for byte, but with the
/// hanzi of simplified script.
MappedText apply_rules(const MappedText& folded, std::vector<Dropped>& dropped,
                       std::vector<const Rule*>* fired, std::string_view simplified = {},
                       const NormaliseOptions& options = {});

}  // namespace langdu::rules
