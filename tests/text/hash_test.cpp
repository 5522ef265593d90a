#include "text/hash.h"

#include <doctest/doctest.h>

using namespace langdu;

TEST_CASE("the hash of bytes is FNV-1a with 64 bits, as its authors' test vectors have it") {
  CHECK(fnv1a(std::string_view()) == 0xCBF29CE484222325u);
  CHECK(fnv1a(std::string_view("a")) == 0xAF63DC4C8601EC8Cu);
  CHECK(fnv1a(std::string_view("foobar")) == 0x85944171F73967E8u);
}

TEST_CASE("a code point is taken whole, a byte without sign") {
  CHECK(fnv1a(std::u32string_view(U"a")) == fnv1a(std::string_view("a")));
  CHECK(fnv1a(std::u32string_view(U"\xFF")) == fnv1a(std::string_view("\xFF")));
  CHECK(fnv1a(std::u32string_view(U"中")) == (0xCBF29CE484222325u ^ 0x4E2Du) * 0x100000001B3u);
}
