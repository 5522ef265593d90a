#pragma once
#include <fmt/core.h>

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace langdu {

/// Exit statuses of the program, as the man page documents them.
enum class Exit : int { done = 0, failed = 1, wrong_use = 2, interrupted = 130 };

/// Everything that can stop the program: one row each in error.cpp, with its sentence and exit status.
enum class Fault {
  missing_file,
  is_directory,
  no_permission,
  cannot_read,
  too_large,
  table_too_large,
  refused_format,
  not_utf8,
  wrong_lines,
  nothing_to_read,
  no_such_part,
  some_unread,
  no_output,
  unknown_extension,
  no_such_rate,
  not_an_image,
  picture_too_large,
  output_is_input,
  output_twice,
  output_not_a_file,
  cannot_write,
  disk_full,
  reader_gone,
  unknown_voice,
  out_of_range,
  missing_data,
  damaged_data,
  engine_failed,
  lost_word,
  worker_died,
  worker_hung,
  no_sound_card,
  unknown_device,
  device_failed,
  wrong_use,
  interrupted,
};

struct FaultRow {
  Fault fault;
  std::string_view name;
  Exit status;
  std::string_view sentence;  ///< an fmt pattern; {0}, {1}, ... are the arguments given to Error
};

/// Every row, in the order of Fault. A test walks it.
std::span<const FaultRow> fault_table();
const FaultRow& row_of(Fault fault);

/// The only exception of the program: thrown at the edges, caught once in main.
/// Its message is one sentence that names the thing, the place and the way out.
class Error : public std::runtime_error {
 public:
  template <typename... Arguments>
  explicit Error(Fault fault, const Arguments&... arguments)
      : std::runtime_error(fmt::vformat(row_of(fault).sentence, fmt::make_format_args(arguments...))),
        fault_(fault) {}

  Fault fault() const { return fault_; }
  Exit status() const { return row_of(fault_).status; }

 private:
  Fault fault_;
};

}  // namespace langdu
