#pragma once
#include <string>
#include <vector>

namespace langdu {

/// An entry of a playlist.
struct Track {
  std::string file;  ///< as seen from the playlist
  std::string title;
  double seconds = 0;
};

/// The tracks as extended M3U in UTF-8 (.m3u8), with the title of the whole.
std::string m3u8_text(const std::string& title, const std::vector<Track>& tracks);

/// Writes a playlist for each of `outputs` that is a file of sound: its name with .m3u8 in place of its
/// extension or, for a second one of that name, behind it. `tracks` has one list an output. Throws what
/// TemporaryFile throws.
void write_playlists(const std::vector<std::string>& outputs, const std::string& title,
                     const std::vector<std::vector<Track>>& tracks);

}  // namespace langdu
