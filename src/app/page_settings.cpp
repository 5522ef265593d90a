#include "app/page_settings.h"

#include <algorithm>

#include "output/outputs.h"
#include "text/error.h"

namespace langdu {

void check_page_settings(const Settings& settings, const std::vector<std::string>& outputs) {
  if (!settings.ruby && !settings.audio_beside) return;
  const auto is_page = [](const std::string& output) {
    return output != "-" && format_of(output).name == "html";
  };
  if (std::none_of(outputs.begin(), outputs.end(), is_page)) {
    throw Error(Fault::wrong_use, fmt::format("{} is for a page; name one with -o FILE.html",
                                              settings.ruby ? "--ruby" : "--audio-beside"));
  }
  if (settings.audio_beside && std::none_of(outputs.begin(), outputs.end(), is_sound_file)) {
    throw Error(Fault::wrong_use,
                "--audio-beside needs a file of sound in the same run; name one, too, such as -o FILE.mp3");
  }
}

}  // namespace langdu
