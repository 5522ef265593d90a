#pragma once
#include <cctype>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "audio/render.h"
#include "output/outputs.h"
#include "support/fake_synth.h"
#include "support/memory_sink.h"
#include "support/run.h"
#include "text/error.h"

namespace langdu {

struct Written {
  Timeline timeline;
  std::vector<std::int16_t> samples;
};

/// Renders the plan into the sink as the program does.
inline Written write_plan(Sink& sink, const Plan& plan, const FakeSynth::Settings& voice = {}) {
  FakeSynth synth(voice);
  Memory memory;
  Sink* const sinks[] = {&sink, &memory};
  Timeline timeline = render(plan, synth, sinks, {}, {});
  sink.finish(timeline);
  sink.commit();
  return {std::move(timeline), std::move(memory.all)};
}

inline Written write_plan(const std::filesystem::path& path, const Plan& plan,
                          const FakeSynth::Settings& voice = {}) {
  return write_plan(*open_output(path, plan, {voice.sample_rate}), plan, voice);
}

/// The rows of files of sound, of everything that is made from the sound (pages too), and of text beside it.
template <typename Wanted>
std::vector<OutputFormat> formats_where(const Wanted& wanted) {
  std::vector<OutputFormat> rows;
  for (const OutputFormat& row : output_formats()) {
    if (wanted(row)) rows.push_back(row);
  }
  return rows;
}
inline std::vector<OutputFormat> sound_formats() {
  return formats_where([](const OutputFormat& row) { return row.open != nullptr && !row.page; });
}
inline std::vector<OutputFormat> formats_with_sound() {
  return formats_where([](const OutputFormat& row) { return row.open != nullptr; });
}
inline std::vector<OutputFormat> text_formats() {
  return formats_where([](const OutputFormat& row) { return row.text != nullptr; });
}

/// A file name for this format.
inline std::string named(std::string_view stem, const OutputFormat& format) {
  return fmt::format("{}{}", stem, format.extension);
}

/// The fault of an action; nothing when it succeeds.
template <typename Action>
std::optional<Fault> fault_of(const Action& action) {
  try {
    action();
    return std::nullopt;
  } catch (const Error& error) {
    return error.fault();
  }
}

/// What ffprobe says about a file: "chapters", "streams" and "format".
inline nlohmann::json probe(const std::string& path) {
  const RunResult result =
      run({"ffprobe", "-v", "error", "-show_chapters", "-show_streams", "-show_format", "-of", "json", path});
  return nlohmann::json::parse(result.status == 0 ? result.out : "{}");
}

/// The titles of the chapters in it.
inline std::vector<std::string> titles_of(const nlohmann::json& probed) {
  std::vector<std::string> titles;
  for (const auto& chapter : probed.at("chapters")) {
    titles.push_back(chapter.contains("tags") ? chapter["tags"].value("title", "") : "");
  }
  return titles;
}

/// A tag of the file, wherever its format keeps it and however it writes its name; empty when there is none.
inline std::string tag_of(const nlohmann::json& probed, const std::string& name) {
  std::string upper = name;
  for (char& letter : upper) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  for (const auto& place : {probed.at("format"), probed.at("streams").at(0)}) {
    if (!place.contains("tags")) continue;
    for (const std::string& key : {name, upper}) {
      if (place["tags"].contains(key)) return place["tags"][key];
    }
  }
  return {};
}

/// The samples as ffmpeg decodes them from a file, or from its standard input.
inline std::vector<std::int16_t> decoded(const std::string& path, const std::string& input = {}) {
  const RunResult result = run({"ffmpeg", "-v", "error", "-i", path, "-f", "s16le", "-"},
                               {.input = input, .timeout_seconds = 120});
  std::vector<std::int16_t> samples(result.out.size() / sizeof(std::int16_t));
  std::memcpy(samples.data(), result.out.data(), samples.size() * sizeof(std::int16_t));
  return samples;
}

}  // namespace langdu
