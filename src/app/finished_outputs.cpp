#include "app/finished_outputs.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "output/temporary_file.h"
#include "plan/dump.h"
#include "text/hash.h"

namespace langdu {
namespace {

namespace fs = std::filesystem;

std::string value_of(const Settings& settings, const SettingRow& row) {
  if (const auto* flag = std::get_if<bool Settings::*>(&row.field)) return settings.*(*flag) ? "1" : "0";
  if (const auto* number = std::get_if<int Settings::*>(&row.field))
    return std::to_string(settings.*(*number));
  if (const auto* number = std::get_if<std::optional<int> Settings::*>(&row.field))
    return settings.*(*number) ? std::to_string(*(settings.*(*number))) : "";
  if (const auto* text = std::get_if<std::string Settings::*>(&row.field)) return settings.*(*text);
  std::string all;
  for (const std::string& value : settings.*std::get<std::vector<std::string> Settings::*>(row.field))
    all += value + '\n';
  return all;
}

std::string place_of(const std::string& path) { return fs::absolute(path).lexically_normal().string(); }

}  // namespace

std::string recording_key(const Settings& settings, const Plan& plan,
                          const std::vector<std::string>& outputs) {
  std::uint64_t hash = fnv1a(std::string_view(LANGDU_VERSION));
  const auto add = [&](std::string_view bytes) { hash = fnv1a(bytes, hash); };
  for (const SettingRow& row : setting_table()) {
    if ((row.commands & command_render) != 0 && row.shapes_sound)
      add(fmt::format("{}={}\n", row.name, value_of(settings, row)));
  }
  write_plan_as_json(plan, add);
  add(fmt::format("{}\n{}\n{}\n", plan.metadata.album, plan.metadata.track, plan.metadata.tracks));
  add(plan.metadata.cover.bytes);
  for (const std::string& output : outputs) add(output + '\n');  // sheets and pages name each other's files
  return fmt::format("{:016x}", hash);
}

FinishedOutputs::FinishedOutputs(const fs::path& folder) : file_(folder / file_name) { load(); }

void FinishedOutputs::load() {
  entries_.clear();
  std::ifstream stream(file_);
  if (!stream) return;
  const auto json = nlohmann::json::parse(stream, nullptr, false);
  if (!json.is_object()) return;
  for (const auto& [path, entry] : json.items()) {
    if (!entry.is_object() || !entry.contains("key") || !entry["key"].is_string()) continue;
    if (!entry.contains("size") || !entry["size"].is_number_unsigned()) continue;
    if (!entry.contains("time") || !entry["time"].is_number_integer()) continue;
    if (!entry.contains("seconds") || !entry["seconds"].is_number()) continue;
    entries_[path] = {entry["key"], entry["size"], entry["time"], entry["seconds"]};
  }
}

std::optional<double> FinishedOutputs::find(const std::vector<std::string>& outputs,
                                            const std::string& key) const {
  std::optional<double> seconds;
  for (const std::string& output : outputs) {
    const auto found = entries_.find(place_of(output));
    std::error_code failure;
    if (found == entries_.end() || !fs::is_regular_file(output, failure)) return std::nullopt;
    const Entry now = entry_of(output, key, 0);
    const Entry& then = found->second;
    if (then.key != now.key || then.size != now.size || then.time != now.time) return std::nullopt;
    seconds = then.seconds;
  }
  return seconds;
}

void FinishedOutputs::add(const std::vector<std::string>& outputs, const std::string& key, double seconds) {
  load();  // another run may have added some
  for (const std::string& output : outputs) {
    entries_[place_of(output)] = entry_of(output, key, seconds);
    own_.insert(place_of(output));
  }
  save();
}

void FinishedOutputs::save() const {
  nlohmann::json json;
  for (const auto& [path, entry] : entries_)
    json[path] = {{"key", entry.key}, {"size", entry.size}, {"time", entry.time}, {"seconds", entry.seconds}};
  TemporaryFile file(file_);
  file.writer().write(json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n');
  file.commit();
}

void FinishedOutputs::forget() {
  load();
  for (const std::string& path : own_) entries_.erase(path);
  own_.clear();
  if (!entries_.empty()) return save();
  std::error_code ignored;
  fs::remove(file_, ignored);
}

FinishedOutputs::Entry FinishedOutputs::entry_of(const std::string& output, const std::string& key,
                                                 double seconds) {
  std::error_code failure;
  const std::uintmax_t size = fs::file_size(output, failure);
  const auto time = fs::last_write_time(output, failure);
  return {key, failure ? 0 : size, failure ? 0 : time.time_since_epoch().count(), seconds};
}

}  // namespace langdu
