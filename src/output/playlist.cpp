#include "output/playlist.h"

#include <fmt/format.h>

#include <cmath>
#include <set>

#include "output/outputs.h"
#include "output/tag_text.h"
#include "output/temporary_file.h"

namespace langdu {

std::string m3u8_text(const std::string& title, const std::vector<Track>& tracks) {
  std::string text = "#EXTM3U\n";
  if (!title.empty()) text += fmt::format("#PLAYLIST:{}\n", tag_text(title));
  for (const Track& track : tracks) {
    text += fmt::format("#EXTINF:{},{}\n", std::lround(track.seconds), tag_text(track.title));
    // A line that begins with # is a comment.
    text += fmt::format("{}{}\n", track.file.starts_with('#') ? "./" : "", track.file);
  }
  return text;
}

void write_playlists(const std::vector<std::string>& outputs, const std::string& title,
                     const std::vector<std::vector<Track>>& tracks) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    if (!is_sound_file(outputs[i])) continue;
    const std::size_t extension = format_of(outputs[i]).extension.size();
    std::string name = outputs[i].substr(0, outputs[i].size() - extension) + ".m3u8";
    if (!names.insert(name).second) name = outputs[i] + ".m3u8";
    TemporaryFile file(name);
    file.writer().write(m3u8_text(title, tracks[i]));
    file.commit();
  }
}

}  // namespace langdu
