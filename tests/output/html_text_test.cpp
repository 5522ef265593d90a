#include "output/html_text.h"

#include <doctest/doctest.h>

#include <utility>

using namespace langdu;

TEST_CASE("any text is harmless in HTML, between tags and in quotes") {
  for (const auto& [text, html] : {std::pair{"好", "好"},
                                   {"<script>", "&lt;script&gt;"},
                                   {"a & \"b\" 'c'", "a &amp; &quot;b&quot; 'c'"},
                                   {"&lt;", "&amp;lt;"},
                                   {"]]>-->", "]]&gt;--&gt;"},
                                   {"a\x01\n\x7f z", "a    z"},
                                   {"a\xff\xc0z", "a\uFFFD\uFFFDz"},
                                   {"\u2028", "\u2028"},
                                   {"a\u202E\u2066\u200F\u061Cz", "az"},
                                   {"👨‍👩‍👧", "👨‍👩‍👧"},
                                   {"", ""}}) {
    CHECK(html_text(text) == html);
  }
}

TEST_CASE("the address of a file is its name, whatever stands in it") {
  for (const auto& [path, address] : {std::pair{"a-b_c.d~e/f.mp3", "a-b_c.d~e/f.mp3"},
                                      {"../x y.mp3", "../x%20y.mp3"},
                                      {"好.mp3", "%E5%A5%BD.mp3"},
                                      {"a?b#c%d.mp3", "a%3Fb%23c%25d.mp3"},
                                      {"javascript:x.mp3", "javascript%3Ax.mp3"},
                                      {"\"'<>&\\.mp3", "%22%27%3C%3E%26%5C.mp3"}}) {
    CHECK(relative_address(path) == address);
  }
}
