#include "speak/voices.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <fstream>

#include "text/error.h"

namespace langdu {
namespace {

constexpr std::string_view header = "name\tdescription\tmandarin\tenglish\tvariant\tvolume";
constexpr std::size_t columns = 6;

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    cells.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

/// The name of a file of the engine, nothing that leads elsewhere.
bool is_plain_name(std::string_view name) {
  return !name.empty() && name.front() != '.' && name.find_first_of("/\\+") == std::string_view::npos;
}

/// Fills `voice`; returns what is wrong with the line, or nothing.
std::string_view read_row(std::string_view line, Voice& voice) {
  const std::vector<std::string_view> cells = cells_of(line);
  if (cells.size() != columns) return "not six columns";
  if (!is_plain_name(cells[0])) return "no name";
  if (!is_plain_name(cells[2]) || !is_plain_name(cells[3])) return "no voice of the engine";
  if (!is_plain_name(cells[4])) return "no variant; write - for none";
  const std::string_view volume = cells[5];
  const auto [end, error] = std::from_chars(volume.data(), volume.data() + volume.size(), voice.volume);
  if (error != std::errc() || end != volume.data() + volume.size()) return "the volume is no number";
  if (voice.volume < 1 || voice.volume > 100) return "the volume is not 1 to 100";
  voice.name = cells[0];
  voice.description = cells[1];
  voice.mandarin = cells[2];
  voice.english = cells[3];
  voice.variant = cells[4] == "-" ? "" : cells[4];
  return {};
}

}  // namespace

std::vector<Voice> load_voices(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw Error(Fault::missing_data, file.string());
  std::vector<Voice> voices;
  std::string line;
  const auto damaged = [&](int number, std::string_view what) {
    return Error(Fault::damaged_data, fmt::format("{}:{}", file.string(), number), what);
  };
  bool has_header = false;
  int number = 1;
  for (; std::getline(in, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    if (!has_header) {
      if (line != header) throw damaged(number, "the header is not that of a voice table");
      has_header = true;
      continue;
    }
    Voice voice;
    if (const std::string_view wrong = read_row(line, voice); !wrong.empty()) throw damaged(number, wrong);
    const auto same = [&](const Voice& other) { return other.name == voice.name; };
    if (std::any_of(voices.begin(), voices.end(), same)) throw damaged(number, "the name is there twice");
    voices.push_back(std::move(voice));
  }
  if (voices.empty()) throw damaged(number, "no voice in it");
  return voices;
}

const Voice& find_voice(std::span<const Voice> voices, std::string_view name) {
  std::string names;
  for (const Voice& voice : voices) {
    if (voice.name == name) return voice;
    names += (names.empty() ? "" : ", ") + voice.name;
  }
  throw Error(Fault::unknown_voice, name, names);
}

std::string engine_name(std::string_view language, std::string_view variant) {
  std::string name(language);
  if (!variant.empty()) name.append("+").append(variant);
  return name;
}

}  // namespace langdu
