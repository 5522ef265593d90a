// Makes the lexicon file that langdu maps into memory: compile_lexicon OUT LEXICON_TSV WORDS_TSV TRADITIONAL_TSV
// Runs at build time only. Exit status: 0 done, 1 the lists are wrong or a file cannot be used, 2 wrong use.
#include <fmt/core.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "pinyin/lexicon_build.h"

namespace {

using namespace langdu;

template <typename Row>
bool read_list(const char* name, std::vector<Row> (*parse)(std::string_view, std::vector<BadLine>&),
               std::vector<Row>& rows) {
  std::ifstream file(name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) {
    fmt::print(stderr, "{}: cannot be read\n", name);
    return false;
  }
  std::vector<BadLine> bad;
  rows = parse(text, bad);
  for (const BadLine& line : bad) fmt::print(stderr, "{}:{}: {}\n", name, line.line, line.reason);
  return bad.empty();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    fmt::print(stderr, "usage: compile_lexicon OUT LEXICON_TSV WORDS_TSV TRADITIONAL_TSV\n");
    return 2;
  }
  std::vector<ListedWord> dictionary;
  std::vector<ListedWord> own;
  std::vector<ListedFold> traditional;
  if (!read_list(argv[2], parse_lexicon, dictionary) || !read_list(argv[3], parse_words, own) ||
      !read_list(argv[4], parse_traditional, traditional))
    return 1;
  const std::string bytes = build_lexicon(dictionary, own, traditional);
  std::ofstream out(argv[1], std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (out) return 0;
  fmt::print(stderr, "{}: cannot be written\n", argv[1]);
  return 1;
}
