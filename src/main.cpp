#include "app/program.h"
#include "app/sound_program.h"

// What works on text, and the way to langdu-sound. Everything else is in the folders beside this file.
int main(int argc, char** argv) {
  return langdu::run_program(argc, argv, langdu::text_runners(), langdu::hand_over_sound_commands);
}
