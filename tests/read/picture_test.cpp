#include "read/picture.h"

#include <doctest/doctest.h>

#include <random>

#include "support/temporary_folder.h"

using namespace langdu;

namespace {

std::string jpeg() { return content_of(TEST_DATA "/output/cover.jpg"); }
std::string png() { return content_of(TEST_DATA "/output/cover.png"); }

std::string with(std::string bytes, std::size_t at, std::string_view other) {
  return bytes.replace(at, other.size(), other);
}

}  // namespace

TEST_CASE("the bytes say what an image is and how large") {
  for (const auto& [bytes, type] : {std::pair{jpeg(), "image/jpeg"}, {png(), "image/png"}}) {
    const PictureLook look = look_at_picture(bytes);
    CHECK(look.media_type == type);
    CHECK(look.width == 60);
    CHECK(look.height == 80);
    CHECK(look.fault.empty());
  }
  CHECK(look_at_picture(jpeg() + "behind").fault.empty());  // cameras write more behind the end
}

TEST_CASE("what is no whole image says why") {
  using namespace std::string_view_literals;
  CHECK(look_at_picture("").fault == "it is empty");
  for (const auto bytes : {"<svg/>"sv, "GIF89a"sv, "\xFF\xD8"sv, "\x89PNG"sv, "BM"sv, "\0\0\0\0"sv})
    CHECK(look_at_picture(bytes).fault == "it does not begin as one");
  CHECK(look_at_picture(png().substr(0, 8)).fault == "it is cut off");
  CHECK(look_at_picture(with(png(), 12, "IDAT")).fault == "it does not begin with its size");
  CHECK(look_at_picture(with(png(), 16, "\0\0\0\0"sv)).fault == "its size in pixels makes no sense");
  CHECK(look_at_picture(with(png(), 20, "\0\1\0\0"sv)).fault == "its size in pixels makes no sense");
  const std::size_t frame = jpeg().find("\xFF\xC0");
  REQUIRE(frame != std::string::npos);
  CHECK(look_at_picture(with(jpeg(), frame + 7, "\0\0"sv)).fault == "its size in pixels makes no sense");
  const std::size_t table = jpeg().find("\xFF\xDB");
  REQUIRE(table != std::string::npos);
  CHECK(look_at_picture(with(jpeg(), table, "xx")).fault == "it is damaged");
  CHECK(look_at_picture(with(jpeg(), frame + 1, "\xE5")).fault == "it does not say its size");
}

TEST_CASE("an image that is cut off anywhere is none, and any bytes are looked at") {
  for (const std::string& whole : {jpeg(), png()}) {
    for (std::size_t size = 0; size < whole.size(); ++size) {
      if (look_at_picture(whole.substr(0, size)).fault.empty()) FAIL("whole at ", size);
    }
    std::mt19937 random(1);
    for (int i = 0; i < 2000; ++i) {
      std::string damaged = whole;
      for (int k = 0; k < 4; ++k) damaged[random() % damaged.size()] = static_cast<char>(random() & 0xFF);
      const PictureLook look = look_at_picture(damaged);
      CHECK(look.fault.empty() == (look.width > 0 && look.height > 0));
    }
  }
}
