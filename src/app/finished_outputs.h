#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/settings.h"
#include "plan/plan.h"

namespace langdu {

/// What a recording is made from, in a few letters: the plan, the settings that change the sound or its
/// files, the version of the program, and the files that come of it.
std::string recording_key(const Settings& settings, const Plan& plan,
                          const std::vector<std::string>& outputs);

/// Which outputs of a folder are finished and from what they were made: kept in a hidden file there while a
/// run of several recordings goes on, so that it can be resumed.
class FinishedOutputs {
 public:
  static constexpr const char* file_name = ".langdu-finished.json";

  /// Reads what an earlier run has left in `folder`; a file that is damaged has nothing to say.
  explicit FinishedOutputs(const std::filesystem::path& folder);

  /// The length in seconds of a recording whose outputs were all made with this key and are as they were
  /// then, by size and time.
  std::optional<double> find(const std::vector<std::string>& outputs, const std::string& key) const;

  /// Notes that they are finished, on disk too. Throws what TemporaryFile throws.
  void add(const std::vector<std::string>& outputs, const std::string& key, double seconds);

  /// The run is over: forgets what it has added, and takes the file away unless other runs have something in
  /// it.
  void forget();

 private:
  struct Entry {
    std::string key;
    std::uintmax_t size = 0;
    std::int64_t time = 0;  ///< of the last change, in the file system's own count
    double seconds = 0;
  };

  void load();
  void save() const;
  static Entry entry_of(const std::string& output, const std::string& key, double seconds);

  std::filesystem::path file_;
  std::map<std::string, Entry> entries_;  ///< by absolute path
  std::set<std::string> own_;             ///< paths that this run has added
};

}  // namespace langdu
