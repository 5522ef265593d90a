#include "output/output_set.h"

#include <filesystem>
#include <map>

#include "output/outputs.h"
#include "output/temporary_file.h"
#include "text/error.h"

namespace langdu {
namespace {

namespace fs = std::filesystem;

/// The same for every name of a file.
std::string identity(const std::string& path) {
  if (path == "-") return path;
  const fs::path target = fs::absolute(follow_links(path)).lexically_normal();
  std::error_code failure;
  const fs::path folder = fs::weakly_canonical(target.parent_path(), failure);
  return (failure ? target : folder / target.filename()).string();
}

/// The first file with the sound; empty when there is none.
fs::path sound_file_of(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    if (is_sound_file(path)) return path;
  }
  return {};
}

}  // namespace

void check_outputs(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) check_extension(path);
  std::map<std::string, std::string> names;
  for (const std::string& path : paths) {
    const auto placed = names.emplace(identity(path), path);
    if (!placed.second) throw Error(Fault::output_twice, path, placed.first->second);
  }
}

OutputSet::OutputSet(const std::vector<std::string>& paths, const std::string& document, const Plan& plan,
                     OutputOptions options) {
  const fs::path sound = sound_file_of(paths);
  for (const std::string& path : paths) {
    options.sound = sound;
    if (sound.empty() && document != "-")
      options.sound = fs::path(path).parent_path() / fs::path(document).filename().replace_extension(".wav");
    sinks_.push_back(open_output(path, plan, options));
    pointers_.push_back(sinks_.back().get());
  }
}

void OutputSet::finish(const Timeline& timeline) {
  for (Sink* const sink : pointers_) sink->finish(timeline);
}

void OutputSet::commit() {
  for (Sink* const sink : pointers_) sink->commit();
}

}  // namespace langdu
