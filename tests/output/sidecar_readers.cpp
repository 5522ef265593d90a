#include "output/sidecar_readers.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <nlohmann/json.hpp>

namespace langdu {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

/// "01:02:03.456"
double seconds_of(const std::string& text, char point) {
  unsigned hours = 0;
  unsigned minutes = 0;
  unsigned seconds = 0;
  unsigned thousandths = 0;
  char between = 0;
  REQUIRE(std::sscanf(text.c_str(), "%u:%2u:%2u%c%3u", &hours, &minutes, &seconds, &between, &thousandths) == 5);
  REQUIRE(between == point);
  REQUIRE(minutes < 60);
  REQUIRE(seconds < 60);
  REQUIRE(text.size() >= 12);
  return hours * 3600.0 + minutes * 60.0 + seconds + thousandths / 1000.0;
}

void read_times(const std::string& line, char point, Seen& seen) {
  const auto arrow = line.find(" --> ");
  REQUIRE(arrow != std::string::npos);
  seen.begin = seconds_of(line.substr(0, arrow), point);
  seen.end = seconds_of(line.substr(arrow + 5), point);
}

/// A line of WebVTT as text; its time tags go into `words`.
std::string vtt_line(const std::string& line, std::vector<double>& words) {
  REQUIRE(line.find("-->") == std::string::npos);
  std::string text;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] != '<') {
      text += line[at];
      continue;
    }
    const auto end = line.find('>', at);
    REQUIRE(end != std::string::npos);
    words.push_back(seconds_of(line.substr(at + 1, end - at - 1), '.'));
    at = end;
  }
  return replaced(replaced(replaced(text, "&lt;", "<"), "&gt;", ">"), "&amp;", "&");
}

}  // namespace

std::string Seen::text() const {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

std::string without_joiners(std::string text) { return replaced(std::move(text), "\u2060", ""); }

std::vector<std::string> lines_of(const std::string& content) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < content.size();) {
    const auto end = content.find('\n', at);
    REQUIRE(end != std::string::npos);  // every line is ended
    lines.push_back(content.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::vector<Seen> read_srt(const std::string& content) {
  std::vector<Seen> all;
  const auto lines = lines_of(content);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    REQUIRE(lines[at] == std::to_string(all.size() + 1));
    REQUIRE(at + 2 < lines.size());
    Seen seen;
    read_times(lines[++at], ',', seen);
    for (++at; at < lines.size() && !lines[at].empty(); ++at) seen.lines.push_back(without_joiners(lines[at]));
    REQUIRE_FALSE(seen.lines.empty());
    all.push_back(seen);
  }
  return all;
}

std::vector<Seen> read_vtt(const std::string& content) {
  std::vector<Seen> all;
  const auto lines = lines_of(content);
  REQUIRE(lines.at(0) == "WEBVTT");
  for (std::size_t at = 1; at < lines.size(); ++at) {
    REQUIRE(lines[at].empty());
    REQUIRE(++at < lines.size());
    if (lines[at].find("-->") == std::string::npos) ++at;  // its name
    Seen seen;
    read_times(lines.at(at), '.', seen);
    for (; at + 1 < lines.size() && !lines[at + 1].empty(); ++at)
      seen.lines.push_back(vtt_line(lines[at + 1], seen.words));
    all.push_back(seen);
  }
  return all;
}

std::vector<Seen> read_lrc(const std::string& content) {
  std::vector<Seen> all;
  for (const std::string& line : lines_of(content)) {
    unsigned minutes = 0;
    unsigned seconds = 0;
    unsigned hundredths = 0;
    int length = 0;
    if (std::sscanf(line.c_str(), "[%u:%2u.%2u]%n", &minutes, &seconds, &hundredths, &length) < 3) {
      REQUIRE(all.empty());  // tags come first
      REQUIRE(line.front() == '[');
      REQUIRE(line.find(']') == line.size() - 1);
      continue;
    }
    REQUIRE(length > 0);
    const double time = minutes * 60.0 + seconds + hundredths / 100.0;
    if (!all.empty() && all.back().end < 0) all.back().end = time;
    const std::string text = line.substr(static_cast<std::size_t>(length));
    if (!text.empty()) all.push_back({time, -1, {without_joiners(text)}, {}});
  }
  return all;
}

std::vector<Seen> read_json_chapters(const std::string& content) {
  const auto json = nlohmann::json::parse(content);
  REQUIRE(json.at("version") == "1.2.0");
  std::vector<Seen> all;
  for (const auto& chapter : json.at("chapters"))
    all.push_back({chapter.at("startTime"), chapter.at("endTime"), {chapter.at("title")}, {}});
  return all;
}

std::vector<Seen> read_cue(const std::string& content) {
  const auto quoted = [](const std::string& line, const std::string& name) {
    const auto begin = name.size() + 2;
    REQUIRE(line.starts_with(name + " \""));
    REQUIRE(line.find('"', begin) == line.size() - 1);
    return line.substr(begin, line.size() - begin - 1);
  };
  std::vector<Seen> all;
  bool file = false;
  const auto lines = lines_of(content);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].starts_with("FILE \"")) file = true;
    unsigned track = 0;
    if (std::sscanf(lines[at].c_str(), "  TRACK %2u AUDIO", &track) != 1) continue;
    REQUIRE(file);
    REQUIRE(track == all.size() + 1);
    REQUIRE(at + 2 < lines.size());
    unsigned minutes = 0;
    unsigned seconds = 0;
    unsigned frames = 0;
    REQUIRE(std::sscanf(lines[at + 2].c_str(), "    INDEX 01 %u:%2u:%2u", &minutes, &seconds, &frames) == 3);
    REQUIRE(frames < 75);
    all.push_back({minutes * 60.0 + seconds + frames / 75.0, -1, {quoted(lines[at + 1], "    TITLE")}, {}});
  }
  return all;
}

std::vector<Seen> read_ffmetadata(const std::string& content) {
  std::vector<Seen> all;
  const auto lines = lines_of(content);
  REQUIRE(lines.at(0) == ";FFMETADATA1");
  double unit = 1;
  for (const std::string& line : lines) {
    if (line == "[CHAPTER]") all.emplace_back();
    const auto value = line.substr(line.find('=') + 1);
    if (line.starts_with("TIMEBASE=1/")) unit = 1 / std::stod(value.substr(2));
    if (line.starts_with("START=")) all.back().begin = std::stod(value) * unit;
    if (line.starts_with("END=")) all.back().end = std::stod(value) * unit;
    if (!line.starts_with("title=") || all.empty()) continue;
    std::string title;
    for (std::size_t at = 0; at < value.size(); ++at) {
      if (value[at] == '\\') ++at;
      else REQUIRE(std::string_view("=;#").find(value[at]) == std::string_view::npos);
      title += value.at(at);
    }
    all.back().lines.push_back(title);
  }
  return all;
}

std::vector<Seen> read_labels(const std::string& content) {
  std::vector<Seen> all;
  for (const std::string& line : lines_of(content)) {
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    REQUIRE(second != std::string::npos);
    REQUIRE(line.find('\t', second + 1) == std::string::npos);
    all.push_back({std::stod(line.substr(0, first)), std::stod(line.substr(first + 1)), {line.substr(second + 1)}, {}});
  }
  return all;
}

}  // namespace langdu
