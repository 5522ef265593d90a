#include "app/chosen_part.h"

#include <utility>

#include "plan/part.h"
#include "text/error.h"

namespace langdu {

void check_part(const Settings& settings) {
  if (settings.section && (settings.from || settings.to))
    throw Error(Fault::wrong_use, "--section cannot be given together with --from or --to");
  if (settings.from && settings.to && *settings.from > *settings.to)
    throw Error(Fault::wrong_use, fmt::format("--from {} is behind --to {}", *settings.from, *settings.to));
}

Plan chosen_part(const Settings& settings, const std::string& name, Plan plan) {
  if (settings.section) {
    const auto section = static_cast<std::size_t>(*settings.section);
    if (section > plan.chapters.size())
      throw Error(Fault::no_such_part, name, "section", section, plan.chapters.size());
    return part_of(plan, utterances_of(plan, section - 1));
  }
  if (!settings.from && !settings.to) return plan;
  const auto sentences = static_cast<std::uint32_t>(plan.utterances.size());
  const auto first = static_cast<std::uint32_t>(settings.from.value_or(1));
  const auto last = settings.to ? static_cast<std::uint32_t>(*settings.to) : sentences;
  for (const auto sentence : {first, last}) {
    if (sentence > sentences) throw Error(Fault::no_such_part, name, "sentence", sentence, sentences);
  }
  return part_of(plan, {first - 1, last});
}

}  // namespace langdu
