#include "app/commands.h"
#include "app/plan_input.h"
#include "app/standard_output.h"
#include "plan/dump.h"

namespace langdu {

void run_plan(const Settings& settings) {
  const Plan plan = plan_input(settings, settings.input);
  if (settings.json)
    write_plan_as_json(plan, [](std::string_view piece) { write_standard_output(piece); });
  else
    write_standard_output(plan_as_text(plan));
}

}  // namespace langdu
