#include "output/playlist.h"

#include <doctest/doctest.h>

#include "support/run.h"
#include "support/temporary_folder.h"

using namespace langdu;

TEST_CASE("a playlist names its tracks with their titles and lengths") {
  CHECK(m3u8_text("书", {{"a 01.mp3", "一", 12.4}, {"#2.mp3", "two\nlines", 0.5}}) ==
        "#EXTM3U\n#PLAYLIST:书\n#EXTINF:12,一\na 01.mp3\n#EXTINF:1,two lines\n./#2.mp3\n");
  CHECK(m3u8_text("", {}) == "#EXTM3U\n");
}

TEST_CASE("every output of sound has its playlist, and only these") {
  const TemporaryFolder folder;
  write_playlists({folder / "b.mp3", folder / "b.srt", folder / "b.opus", folder / "c.wav"}, "t",
                  {{{"1.mp3", "x", 1}}, {{"1.srt", "x", 1}}, {{"1.opus", "x", 1}}, {{"1.wav", "x", 1}}});
  CHECK(folder.count() == 3);
  CHECK(content_of(folder / "b.m3u8").find("1.mp3") != std::string::npos);
  CHECK(content_of(folder / "b.opus.m3u8").find("1.opus") != std::string::npos);
  CHECK(content_of(folder / "c.m3u8").find("1.wav") != std::string::npos);
}
