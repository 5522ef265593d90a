#include "app/chosen_part.h"

#include <utility>

#include "plan/part.h"
#include "text/error.h"

namespace langdu {

Plan chosen_part(const Settings& settings, const std::string& name, Plan plan) {
  const bool range = settings.from || settings.to;
  if (!settings.section && !range) return plan;
  if (settings.section) {
    if (range) throw Error(Fault::wrong_use, "--section cannot be given together with --from or --to");
    const auto section = static_cast<std::size_t>(*settings.section);
    if (section > plan.chapters.size())
      throw Error(Fault::no_such_part, name, "section", section, plan.chapters.size());
    return part_of(plan, utterances_of(plan, section - 1));
  }
  const auto sentences = static_cast<std::uint32_t>(plan.utterances.size());
  const auto first = static_cast<std::uint32_t>(settings.from.value_or(1));
  const auto last = settings.to ? static_cast<std::uint32_t>(*settings.to) : sentences;
  for (const auto sentence : {first, last}) {
    if (sentence > sentences) throw Error(Fault::no_such_part, name, "sentence", sentence, sentences);
  }
  if (first > last) throw Error(Fault::wrong_use, fmt::format("--from {} is behind --to {}", first, last));
  return part_of(plan, {first - 1, last});
}

}  // namespace langdu
