#include "app/program.h"

// langdu-sound: the commands that need the engine or an audio library. langdu starts it.
int main(int argc, char** argv) {
  return langdu::run_program(argc, argv, langdu::sound_runners(), nullptr);
}
