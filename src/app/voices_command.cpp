#include <fmt/format.h>

#include "app/commands.h"
#include "app/data_directory.h"
#include "app/standard_output.h"
#include "speak/voices.h"

namespace langdu {

void run_voices(const Settings&) {
  std::string text;
  for (const Voice& voice : load_voices(data_directory() / "voices.tsv")) {
    text += fmt::format("{}  {}{}\n", voice.name, voice.description,
                        voice.name == usual_voice ? " (used when none is named)" : "");
  }
  write_standard_output(text);
}

}  // namespace langdu
