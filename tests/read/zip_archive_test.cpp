#include "read/zip_archive.h"

#include <doctest/doctest.h>

#include <string>

#include "support/make_zip.h"

namespace langdu {

using testing::make_zip;

TEST_CASE("members are listed and read by their names") {
  const std::string bytes = make_zip({{"word/document.xml", "一二三"}, {"目录/", ""}, {"目录/文.txt", ""}});
  ZipArchive archive(bytes);
  REQUIRE(archive.is_open());
  CHECK(archive.names() == std::vector<std::string>{"word/document.xml", "目录/", "目录/文.txt"});
  CHECK(archive.read("word/document.xml") == "一二三");
  CHECK(archive.read("目录/文.txt") == "");
  CHECK(archive.failure() == ZipFailure::none);
  CHECK_FALSE(archive.read("word/other.xml"));
  CHECK(archive.failure() == ZipFailure::missing);
}

TEST_CASE("a name that is there wins over one that differs in case or slashes") {
  const std::string bytes =
      make_zip({{"Word\\Document.XML", "甲"}, {"word/styles.xml", "乙"}, {"WORD/STYLES.XML", "丙"}});
  ZipArchive archive(bytes);
  CHECK(archive.read("word/document.xml") == "甲");
  CHECK(archive.read("word/styles.xml") == "乙");
  CHECK(archive.read("WORD/STYLES.XML") == "丙");
}

TEST_CASE("names that climb are names like any others") {
  const std::string bytes = make_zip({{"../../../../etc/hostname", "甲"}, {"/etc/passwd", "乙"}});
  ZipArchive archive(bytes);
  CHECK(archive.read("../../../../etc/hostname") == "甲");
  CHECK(archive.read("/etc/passwd") == "乙");
  CHECK_FALSE(archive.read("etc/passwd"));
  CHECK_FALSE(archive.read("../../../../etc/passwd"));
}

TEST_CASE("what is no archive, or is cut off, cannot be opened") {
  const std::string bytes = make_zip({{"a", "一二三"}});
  for (const std::string& text : {std::string(), std::string("PK\x03\x04"), std::string(1000, 'x')}) {
    ZipArchive archive(text);
    CHECK_FALSE(archive.is_open());
    CHECK(archive.failure() == ZipFailure::not_an_archive);
    CHECK_FALSE(archive.read("a"));
    CHECK(archive.failure() == ZipFailure::not_an_archive);
  }
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const std::string cut = bytes.substr(0, size);
    CHECK_FALSE(ZipArchive(cut).is_open());
  }
}

TEST_CASE("an encrypted member says so") {
  const std::string bytes = make_zip({{"a", "一二三", "geheim"}, {"b", "四"}});
  ZipArchive archive(bytes);
  CHECK_FALSE(archive.read("a"));
  CHECK(archive.failure() == ZipFailure::encrypted);
  CHECK(archive.read("b") == "四");
}

TEST_CASE("a wrong checksum is damage, and what was unpacked is kept") {
  std::string bytes = make_zip({{"a", "一二三", "", 0, true}});
  const auto at = bytes.find("二");
  REQUIRE(at != std::string::npos);
  bytes.replace(at, 3, "两");
  ZipArchive archive(bytes);
  CHECK_FALSE(archive.read("a"));
  CHECK(archive.failure() == ZipFailure::damaged);
  CHECK(archive.salvaged() == "一两三");
  CHECK_FALSE(archive.read("b"));
  CHECK(archive.salvaged().empty());
}

TEST_CASE("the budget counts what is unpacked of all members") {
  const std::string bytes = make_zip({{"a", std::string(600, 'a')}, {"b", std::string(600, 'b')}});
  ZipArchive archive(bytes, {1000, 10});
  CHECK(archive.read("a"));
  CHECK_FALSE(archive.read("b"));
  CHECK(archive.failure() == ZipFailure::too_large);
  CHECK(archive.salvaged().empty());
}

TEST_CASE("a bomb is refused, whatever size it says it has") {
  std::string bytes = make_zip({{"bomb", "", "", std::uint64_t{20} << 20}});
  CHECK(bytes.size() < 200'000);
  ZipArchive archive(bytes, {std::uint64_t{8} << 20});
  CHECK_FALSE(archive.read("bomb"));
  CHECK(archive.failure() == ZipFailure::too_large);
  // The size in the central directory becomes a lie.
  const auto entry = bytes.rfind("PK\x01\x02");
  REQUIRE(entry != std::string::npos);
  bytes.replace(entry + 24, 4, std::string("\x10\0\0\0", 4));
  ZipArchive lying(bytes, {std::uint64_t{1} << 20, 10});
  CHECK_FALSE(lying.read("bomb"));
  CHECK(lying.failure() != ZipFailure::none);
  CHECK(lying.salvaged().size() <= std::size_t{1} << 20);
}

TEST_CASE("an archive of too many members is not opened") {
  const std::string bytes = make_zip({{"a"}, {"b"}, {"c"}});
  CHECK(ZipArchive(bytes, {1000, 3}).is_open());
  ZipArchive archive(bytes, {1000, 2});
  CHECK_FALSE(archive.is_open());
  CHECK(archive.failure() == ZipFailure::too_many_entries);
}

TEST_CASE("every failure has its words") {
  for (int i = 1; i <= static_cast<int>(ZipFailure::unsupported); ++i)
    CHECK(words_for(static_cast<ZipFailure>(i)) != words_for(ZipFailure::none));
}

}  // namespace langdu
