#pragma once
#include <string>
#include <vector>

#include "app/settings.h"

namespace langdu {

/// Documents that are read one behind the other, and where they go.
struct Book {
  std::vector<std::string> inputs;  ///< paths, or "-"; several with --join only
  std::vector<std::string>
      outputs;  ///< paths, or "-"; with --split the names that those of its chapters come from
};

/// The books of a run, in their order: one of all inputs with --join, else one an input. {} in an output's
/// name stands for the name of the book's first input without its extension. Standard input alone goes to
/// standard output. Finds what can be said against them before anything is read. Throws Error(no_output |
/// wrong_use | no_such_rate | unknown_extension | output_twice | output_is_input | cannot_write).
std::vector<Book> books_of(const Settings& settings);

/// Throws Error(unknown_extension | output_twice | output_is_input | cannot_write) when the files cannot all
/// be written, or one of them is an input.
void check_files(const std::vector<std::string>& inputs, const std::vector<std::string>& outputs);

/// The file of a chapter: "book 02 Title.mp3" for number 2 of `output` "book.mp3". The number has as many
/// digits as `count`, at least two. What file systems refuse in a title becomes a blank.
std::string chapter_file(const std::string& output, std::size_t number, std::size_t count,
                         const std::string& title);

}  // namespace langdu
