#pragma once

namespace langdu {

/// Goes on as PREFIX/libexec/langdu-sound, in the same process and with the same arguments, when the command
/// is one of that program; else it returns. Throws Error(missing_data) when the program is not there.
void hand_over_sound_commands(int argc, char** argv);

}  // namespace langdu
