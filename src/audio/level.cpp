#include "audio/level.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <optional>
#include <tuple>

#include "text/error.h"

namespace langdu {
namespace {

template <typename Number>
std::optional<Number> parse(std::string_view text) {
  Number number{};
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Cuts the text before the next tab off `line`.
std::string_view take_field(std::string_view& line) {
  const std::size_t tab = std::min(line.find('\t'), line.size());
  const std::string_view field = line.substr(0, tab);
  line.remove_prefix(std::min(tab + 1, line.size()));
  return field;
}

[[noreturn]] void damaged(const std::string& file, int line, std::string_view reason) {
  throw Error(Fault::damaged_data, fmt::format("{}:{}", file, line), reason);
}

}  // namespace

Levels Levels::load(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) throw Error(Fault::missing_data, file.string());
  Levels levels;
  levels.file_ = file.string();
  std::string text;
  for (int number = 1; std::getline(stream, text); ++number) {
    std::string_view line = text;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    const std::string_view voice = take_field(line);
    const auto rate = parse<int>(take_field(line));
    const auto gain = parse<double>(take_field(line));
    if (voice.empty()) damaged(levels.file_, number, "no voice");
    if (!rate || *rate <= 0) damaged(levels.file_, number, "the rate is not a positive integer");
    // A gain outside of this range is a slip of the pen, and would deafen or mute.
    if (!gain || !(std::abs(*gain) <= 40))
      damaged(levels.file_, number, "the gain is not a number from -40 to 40");
    if (!line.empty()) damaged(levels.file_, number, "more than three fields");
    const auto same = [&](const Row& row) { return row.voice == voice && row.rate == *rate; };
    if (std::any_of(levels.rows_.begin(), levels.rows_.end(), same))
      damaged(levels.file_, number, "said twice");
    levels.rows_.push_back({std::string(voice), *rate, *gain});
  }
  if (stream.bad() || !stream.eof()) throw Error(Fault::damaged_data, levels.file_, "cannot be read");
  std::sort(levels.rows_.begin(), levels.rows_.end(),
            [](const Row& a, const Row& b) { return std::tie(a.voice, a.rate) < std::tie(b.voice, b.rate); });
  return levels;
}

double Levels::gain_db(std::string_view voice, int rate) const {
  const Row* below = nullptr;
  const Row* above = nullptr;
  for (const Row& row : rows_) {
    if (row.voice != voice) continue;
    if (row.rate <= rate) below = &row;
    if (row.rate >= rate && above == nullptr) above = &row;
  }
  if (below == nullptr && above == nullptr) {
    throw Error(Fault::damaged_data, file_, fmt::format("no level for the voice '{}'", voice));
  }
  if (below == nullptr) return above->gain_db;
  if (above == nullptr || above->rate == below->rate) return below->gain_db;
  const double part = static_cast<double>(rate - below->rate) / (above->rate - below->rate);
  return below->gain_db + part * (above->gain_db - below->gain_db);
}

}  // namespace langdu
