#include "app/commands.h"
#include "app/plan_input.h"
#include "app/standard_output.h"
#include "plan/dump.h"

namespace langdu {

void run_plan(const Settings& settings) {
  const Plan plan = plan_input(settings);
  write_standard_output(settings.json ? plan_as_json(plan) : plan_as_text(plan));
}

}  // namespace langdu
