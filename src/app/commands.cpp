#include "app/commands.h"

#include <array>

namespace langdu {
namespace {

constexpr std::array table = {
    CommandRow{command_render, "render", "write files of sound, captions, pages to read along, e-books",
               Program::sound},
    CommandRow{command_play, "play", "read aloud now", Program::sound},
    CommandRow{command_plan, "plan",
               "show what would be read: chapters, sentences, pinyin, what is dropped and why",
               Program::text},
    CommandRow{command_normalize, "normalize", "write each line as it would be spoken, in hanzi",
               Program::text},
    CommandRow{command_pinyin, "pinyin", "write one syllable for each hanzi of each line", Program::text},
    CommandRow{command_voices, "voices", "list the voices", Program::text},
    CommandRow{command_devices, "devices", "list the sound devices", Program::sound},
    CommandRow{command_formats, "formats", "list the formats that can be read and written", Program::sound},
};

}  // namespace

std::span<const CommandRow> command_table() { return table; }

}  // namespace langdu
