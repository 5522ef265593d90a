#include "pinyin/lexicon.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <iterator>

#include "pinyin/lexicon_build.h"
#include "pinyin/lexicon_data.h"
#include "pinyin/test_lexicon.h"
#include "text/error.h"

using namespace langdu;
namespace fs = std::filesystem;

namespace {

struct TemporaryFile {
  fs::path path = fs::temp_directory_path() / ("langdu_lexicon_test_" + std::to_string(::getpid()));
  explicit TemporaryFile(const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }
  ~TemporaryFile() { fs::remove(path); }
};

Fault fault_of(const fs::path& path) {
  try {
    Lexicon::open(path);
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find(path.string()) != std::string::npos);
    return error.fault();
  }
  FAIL("no error");
  return Fault::interrupted;
}

std::string small_lexicon() {
  std::vector<BadLine> bad;
  const auto dictionary = parse_lexicon("部\t10\tn\tbu4\n干\t90\tv\tgan4\n干部\t50\tn\n", bad);
  REQUIRE(bad.empty());
  return build_lexicon(dictionary, {});
}

}  // namespace

TEST_CASE("the built lexicon opens and holds its words") {
  const Lexicon lexicon = open_test_lexicon();
  const LexiconView& view = lexicon.data().words;
  CHECK(view.header.words > 200'000);
  const LexiconSlot* word = view.find(U"银行");
  REQUIRE(word);
  const auto reading = view.reading(*word, 2);
  REQUIRE(reading.size() == 2);
  CHECK(to_string(unpack(reading[1])) == "hang2");
  CHECK_FALSE(view.find(U"银行不"));
  CHECK_FALSE(view.find(U""));
}

TEST_CASE("a lexicon can be moved") {
  Lexicon first = open_test_lexicon();
  Lexicon second = std::move(first);
  first = open_test_lexicon();
  CHECK(second.data().words.find(U"人民"));
  CHECK(first.data().words.find(U"人民"));
}

TEST_CASE("a lexicon that is not there is missing data") {
  CHECK(fault_of("/nonexistent/lexicon.bin") == Fault::missing_data);
  CHECK(fault_of("/dev/null/lexicon.bin") == Fault::missing_data);
}

TEST_CASE("what is no lexicon is damaged data") {
  CHECK(fault_of(fs::temp_directory_path()) == Fault::damaged_data);
  CHECK(fault_of("/dev/null") == Fault::damaged_data);
  CHECK(fault_of(TemporaryFile("").path) == Fault::damaged_data);
  CHECK(fault_of(TemporaryFile("langdu").path) == Fault::damaged_data);
  CHECK(fault_of(TemporaryFile(std::string(4096, 'x')).path) == Fault::damaged_data);
}

TEST_CASE("a lexicon cut at any place, or too long, is damaged data") {
  const std::string whole = small_lexicon();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    REQUIRE(fault_of(TemporaryFile(whole.substr(0, size)).path) == Fault::damaged_data);
  }
  CHECK(fault_of(TemporaryFile(whole + '\0').path) == Fault::damaged_data);
  CHECK_NOTHROW(Lexicon::open(TemporaryFile(whole).path));
}

TEST_CASE("a lexicon of another version is damaged data") {
  std::string bytes = small_lexicon();
  bytes[offsetof(LexiconHeader, version)] ^= 1;
  CHECK(fault_of(TemporaryFile(bytes).path) == Fault::damaged_data);
}

TEST_CASE("a lexicon with wrong contents never leads outside itself") {
  const std::string whole = small_lexicon();
  for (std::size_t i = offsetof(LexiconHeader, words); i < whole.size(); ++i) {
    for (const char damage : {'\xFF', '\x01', '\x80'}) {
      std::string bytes = whole;
      bytes[i] = static_cast<char>(bytes[i] ^ damage);
      std::string_view why;
      std::vector<std::byte> copy(bytes.size());
      std::memcpy(copy.data(), bytes.data(), bytes.size());
      const auto view = view_lexicon(copy, why);
      if (!view) continue;
      const LexiconSlot* word = view->find(U"干部");
      if (word) CHECK(view->reading(*word, 2).size() % 2 == 0);
    }
  }
}
