#pragma once
#include <span>
#include <string_view>

#include "app/commands.h"

namespace langdu {

/// Parses the command line and runs the command by its row in `runners`. Throws Error; --help and --version
/// print and return.
void run_command_line(int argc, const char* const* argv, std::span<const Runner> runners);

/// Examples for the end of --help and the manual page: one line each, a command and what it does.
struct Example {
  std::string_view command;
  std::string_view what;
};
inline constexpr Example examples[] = {
    {"langdu render speech.txt -o speech.mp3", "write an audio file with a chapter for each section"},
    {"langdu render book.epub -o book.mp3 -o book.srt -o book.chapters.json",
     "write sound, captions and chapters in one go"},
    {"langdu render *.txt -o 'out/{}.mp3'", "write a file for each document"},
    {"langdu render book.epub --split -o book.mp3", "write a file for each chapter, and a playlist"},
    {"langdu play speech.txt", "read it aloud now"},
    {"langdu plan speech.txt", "see what would be read, and what was dropped and why"},
    {"langdu render - -o - < speech.txt | aplay", "stream: sound comes before the end of the text is spoken"},
};

}  // namespace langdu
