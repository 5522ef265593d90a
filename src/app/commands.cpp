#include "app/commands.h"

#include <array>

namespace langdu {
namespace {

constexpr std::array table = {
    CommandRow{command_render, "render", "write an audio file", run_render},
    CommandRow{command_play, "play", "read aloud now", run_play},
    CommandRow{command_plan, "plan",
               "show what would be read: chapters, sentences, pinyin, what is dropped and why", run_plan},
    CommandRow{command_normalize, "normalize", "write each line as it would be spoken, in hanzi",
               run_normalize},
    CommandRow{command_pinyin, "pinyin", "write one syllable for each hanzi of each line", run_pinyin},
    CommandRow{command_voices, "voices", "list the voices", run_voices},
    CommandRow{command_devices, "devices", "list the sound devices", run_devices},
    CommandRow{command_formats, "formats", "list the formats that can be read and written", run_formats},
};

}  // namespace

std::span<const CommandRow> command_table() { return table; }

}  // namespace langdu
