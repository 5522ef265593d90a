#pragma once
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "audio/sink.h"
#include "plan/plan.h"

namespace langdu {

/// One row a kind of file that can be written.
struct OutputFormat {
  std::string_view name;
  std::string_view extension;  ///< with its dot
  std::string_view description;
  bool slow;  ///< to encode: worth a thread of its own
  /// Makes the sink. The plan must outlive it. Nothing appears at `path` before commit().
  std::unique_ptr<Sink> (*open)(const std::filesystem::path& path, const Plan& plan, int sample_rate);
};

std::span<const OutputFormat> output_formats();

/// Throws Error(unknown_extension) when open_output() would.
void check_extension(const std::filesystem::path& path);

/// The sink for `path` by its extension (any case), or for standard output when `path` is "-".
/// Throws Error(unknown_extension | output_not_a_file | no_permission | cannot_write | missing_file).
std::unique_ptr<Sink> open_output(const std::filesystem::path& path, const Plan& plan, int sample_rate);

}  // namespace langdu
