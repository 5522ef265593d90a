#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "audio/sink.h"
#include "output/output_options.h"
#include "output/text_file.h"
#include "plan/plan.h"

namespace langdu {

/// One row a kind of file that can be written.
struct OutputFormat {
  std::string_view name;
  std::string_view extension;  ///< with its dot; it may have another one inside
  std::string_view description;
  bool slow;  ///< to encode: worth a thread of its own
  /// Of what is made from the sound: makes the sink. The plan must outlive it. Nothing appears at `path`
  /// before commit().
  std::unique_ptr<Sink> (*open)(const std::filesystem::path& path, const Plan& plan,
                                const OutputOptions& options);
  /// Of text beside the sound, in place of open: its content (output/sidecars.h).
  TextOf text = nullptr;
  std::size_t most_chapters = SIZE_MAX;  ///< more are left out, which the user is told
  bool page = false;                     ///< shows the text, besides holding the sound
};

std::span<const OutputFormat> output_formats();

/// The row of the longest extension that the name of `path` has, in any case.
/// Throws Error(unknown_extension).
const OutputFormat& format_of(const std::filesystem::path& path);

/// Whether the file at `path` is one of sound, which another may name; "-" is none.
/// Throws Error(unknown_extension).
bool is_sound_file(const std::filesystem::path& path);

/// Throws Error(unknown_extension) when open_output() would.
void check_extension(const std::filesystem::path& path);

/// The sink for `path` by its extension, or for standard output when `path` is "-".
/// Throws Error(unknown_extension | output_not_a_file | no_permission | cannot_write | missing_file).
std::unique_ptr<Sink> open_output(const std::filesystem::path& path, const Plan& plan,
                                  const OutputOptions& options);

}  // namespace langdu
