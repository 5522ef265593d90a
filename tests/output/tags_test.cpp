// What sound files say of the work: independent readers must see it.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "output/written.h"
#include "read/picture.h"
#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;

namespace {

/// What ffprobe shows of a tag that the plan of tagged_plan() has.
struct Shown {
  std::string_view format;
  std::string_view tag;
  std::string_view value;
};

// clang-format off: a line each
constexpr Shown table[] = {
    {"mp3", "title", "讲话"},
    {"mp3", "album", "全集"},
    {"mp3", "track", "3/12"},
    {"mp3", "artist", "王某、李某"},
    {"mp3", "album_artist", "王某、李某"},
    {"mp3", "date", "2024-05-06"},
    {"mp3", "language", "zho"},
    {"mp3", "genre", "Speech"},
    {"mp3", "cover", "mjpeg"},
    {"m4b", "title", "讲话"},
    {"m4b", "album", "全集"},
    {"m4b", "track", "3/12"},
    {"m4b", "artist", "王某、李某"},
    {"m4b", "album_artist", "王某、李某"},
    {"m4b", "date", "2024-05-06"},
    {"m4b", "language", "zho"},
    {"m4b", "genre", "Speech"},
    {"m4b", "cover", "mjpeg"},
    {"m4a", "title", "讲话"},
    {"m4a", "album", "全集"},
    {"m4a", "track", "3/12"},
    {"m4a", "artist", "王某、李某"},
    {"m4a", "album_artist", "王某、李某"},
    {"m4a", "date", "2024-05-06"},
    {"m4a", "language", "zho"},
    {"m4a", "genre", "Speech"},
    {"m4a", "cover", "mjpeg"},
    {"opus", "title", "讲话"},
    {"opus", "album", "全集"},
    {"opus", "track", "3"},
    {"opus", "artist", "王某、李某"},
    {"opus", "album_artist", "王某、李某"},
    {"opus", "date", "2024-05-06"},
    {"opus", "language", "zho"},
    {"opus", "genre", "Speech"},
    {"opus", "cover", "mjpeg"},
    {"ogg", "title", "讲话"},
    {"ogg", "album", "全集"},
    {"ogg", "track", "3"},
    {"ogg", "artist", "王某、李某"},
    {"ogg", "album_artist", "王某、李某"},
    {"ogg", "date", "2024-05-06"},
    {"ogg", "language", "zho"},
    {"ogg", "genre", "Speech"},
    {"ogg", "cover", "mjpeg"},
    {"flac", "title", "讲话"},
    {"flac", "album", "全集"},
    {"flac", "track", "3"},
    {"flac", "artist", "王某、李某"},
    {"flac", "album_artist", "王某、李某"},
    {"flac", "date", "2024-05-06"},
    {"flac", "language", "zho"},
    {"flac", "genre", "Speech"},
    {"flac", "cover", "mjpeg"},
    {"wav", "title", "讲话"},
    {"wav", "album", "全集"},
    {"wav", "track", "3/12"},
    {"wav", "artist", "王某、李某"},
    {"wav", "album_artist", ""},  // LIST INFO has no name for it
    {"wav", "date", "2024-05-06"},
    {"wav", "language", "zho"},
    {"wav", "genre", "Speech"},
    {"wav", "cover", ""},
};
// clang-format on
constexpr std::size_t tags_a_format = 9;

Picture picture(const std::string& bytes) { return {std::string(look_at_picture(bytes).media_type), bytes}; }
std::string jpeg() { return content_of(TEST_DATA "/output/cover.jpg"); }
std::string png() { return content_of(TEST_DATA "/output/cover.png"); }

/// The same image with so many bytes more, in a chunk that readers pass over.
std::string larger_png(std::size_t more) {
  std::string bytes = png();
  std::string chunk;
  for (const int shift : {24, 16, 8, 0}) chunk.push_back(static_cast<char>(more >> shift));
  chunk += "juNk";
  std::mt19937 random(1);
  for (std::size_t i = 0; i < more + 4; ++i) chunk.push_back(static_cast<char>(random() & 0xFF));
  return bytes.insert(bytes.size() - 12, chunk);  // in front of IEND
}

Plan tagged_plan(const std::string& cover) {
  Plan plan = small_plan(numbered_titles(3));
  plan.metadata = {"讲话", "2024年5月6日", "王某、李某", "全集", 3, 12, cover.empty() ? Picture{} : picture(cover)};
  return plan;
}

/// The codec of the picture that is shown as the cover; empty when there is none.
std::string cover_codec(const nlohmann::json& probed) {
  for (const auto& stream : probed.at("streams")) {
    if (stream["disposition"]["attached_pic"] == 1) return stream["codec_name"];
  }
  return {};
}

/// The picture, byte for byte, as ffmpeg takes it out.
std::string cover_of(const std::string& path, const std::string& folder) {
  const std::string taken = folder + "/taken";
  run({"ffmpeg", "-v", "error", "-y", "-i", path, "-an", "-map", "0:v", "-c", "copy", "-f", "image2",
       "-update", "1", "-frames:v", "1", taken});
  return content_of(taken);
}

}  // namespace

TEST_CASE("every sound in the table of outputs has a line for each tag") {
  for (const OutputFormat& format : sound_formats()) {
    CAPTURE(format.name);
    CHECK(std::count_if(std::begin(table), std::end(table),
                        [&](const Shown& row) { return row.format == format.name; }) == tags_a_format);
    const bool has_cover = std::any_of(std::begin(table), std::end(table), [&](const Shown& row) {
      return row.format == format.name && row.tag == "cover" && !row.value.empty();
    });
    CHECK(format.sound.cover == has_cover);
  }
}

TEST_CASE("ffprobe shows every tag of the table") {
  for (const OutputFormat& format : sound_formats()) {
    const TemporaryFolder folder;
    const std::string path = folder / named("out", format);
    write_plan(path, tagged_plan(jpeg()));
    const auto probed = probe(path);
    for (const Shown& row : table) {
      if (row.format != format.name) continue;
      CAPTURE(row.format);
      CAPTURE(row.tag);
      CHECK((row.tag == "cover" ? cover_codec(probed) : tag_of(probed, std::string(row.tag))) == row.value);
    }
  }
}

TEST_CASE("a plan that says nothing gives no author, date or cover") {
  for (const OutputFormat& format : sound_formats()) {
    CAPTURE(format.name);
    const TemporaryFolder folder;
    const std::string path = folder / named("out", format);
    write_plan(path, small_plan({"a"}));
    const auto probed = probe(path);
    for (const char* tag : {"title", "artist", "album_artist", "date"}) CHECK(tag_of(probed, tag).empty());
    CHECK(cover_codec(probed).empty());
  }
}

TEST_CASE("the cover comes back byte for byte, small and of 5 MB; sound and chapters are as without it") {
  for (const OutputFormat& format : sound_formats()) {
    if (!format.sound.cover) continue;
    const TemporaryFolder folder;
    const std::string plain = folder / named("plain", format);
    const Written written = write_plan(plain, tagged_plan({}));
    const auto chapters = probe(plain)["chapters"];
    const auto samples = decoded(plain);
    REQUIRE(chapters.size() == 3);
    for (const std::string& cover : {jpeg(), larger_png(5'000'000)}) {
      CAPTURE(format.name);
      CAPTURE(cover.size());
      const std::string path = folder / named("out", format);
      write_plan(path, tagged_plan(cover));
      CHECK((cover_of(path, folder.path().string()) == cover));
      CHECK(probe(path)["chapters"] == chapters);
      CHECK((decoded(path) == samples));
    }
  }
}

TEST_CASE("an M4B with a cover says its length to the sample, as without one") {
  const TemporaryFolder folder;
  const std::string path = folder / "out.m4b";
  const Written written = write_plan(path, tagged_plan(png()));
  const auto stream = probe(path)["streams"][0];
  CHECK(stream["codec_name"] == "aac");
  CHECK(stream["duration_ts"] == written.timeline.frames);
  CHECK(stream["start_pts"] == 0);
}

TEST_CASE("mpv shows the chapters of every format with a cover") {
  if (!have_program("mpv")) {
    MESSAGE("NOT RUN: mpv IS MISSING");
    return;
  }
  for (const OutputFormat& format : sound_formats()) {
    CAPTURE(format.name);
    const TemporaryFolder folder;
    const std::string path = folder / named("out", format);
    write_plan(path, tagged_plan(jpeg()));
    const RunResult shown = run({"mpv", "--no-config", "--ao=null", "--vo=null", "--end=0.1",
                                 "--term-playing-msg=chapters ${chapters} title ${media-title}", path});
    CHECK(shown.out.find("chapters 3 title 讲话") != std::string::npos);
  }
}

TEST_CASE("the headers of an Ogg file end a page, however large the cover is") {
  for (const char* name : {"out.opus", "out.ogg"}) {
    CAPTURE(name);
    const TemporaryFolder folder;
    const std::string path = folder / name;
    write_plan(path, tagged_plan(larger_png(5'000'000)));
    const std::string bytes = content_of(path);
    // Page by page (RFC 3533): the first one whose position is neither 0 nor "no packet ends here" has sound,
    // and must not go on with a packet of the page before.
    std::size_t at = 0;
    std::size_t pages = 0;
    for (;; ++pages) {
      REQUIRE(at + 27 < bytes.size());
      REQUIRE(bytes.substr(at, 4) == "OggS");
      const std::string position = bytes.substr(at + 6, 8);
      if (position != std::string(8, '\0') && position != std::string(8, '\xFF')) break;
      const auto segments = static_cast<unsigned char>(bytes[at + 26]);
      std::size_t size = 27U + segments;
      for (std::size_t i = 0; i < segments; ++i) size += static_cast<unsigned char>(bytes[at + 27 + i]);
      at += size;
    }
    CHECK(pages > 100);
    CHECK((static_cast<unsigned char>(bytes[at + 5]) & 1) == 0);
  }
}
