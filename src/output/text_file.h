#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "audio/sink.h"
#include "plan/plan.h"

namespace langdu {

using TextOf = std::string (*)(const Plan& plan, const Timeline& timeline, std::string_view sound_file);

/// The name of `sound` as seen from the folder of `path`, or the name of `path` with .wav when it is empty.
std::string seen_from(const std::filesystem::path& path, const std::filesystem::path& sound);

/// A sink that needs the times only: it writes its text when all samples are heard. `sound` is the file with
/// the sound as the user named it; what stands in the text is its name as seen from `path`. The plan must
/// outlive it.
std::unique_ptr<Sink> open_text_file(const std::filesystem::path& path, const Plan& plan, TextOf text,
                                     const std::filesystem::path& sound);

}  // namespace langdu
