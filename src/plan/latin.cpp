#include "plan/latin.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace langdu {
namespace {

/// Capital letters that people read as a word. Everything else of up to five capitals is spelled.
constexpr std::array<std::string_view, 14> read_as_words = {"APEC", "APP",  "ASEAN", "COVID",  "NASA",
                                                            "NATO", "OPEC", "SARS",  "UNESCO", "WIFI",
                                                            "AIDS", "FIFA", "RAM",   "SIM"};
constexpr std::size_t longest_acronym = 5;

bool is_acronym(std::string_view run) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (run.size() < 2 || run.size() > longest_acronym || !std::all_of(run.begin(), run.end(), is_capital))
    return false;
  return std::find(read_as_words.begin(), read_as_words.end(), run) == read_as_words.end();
}

}  // namespace

std::vector<LatinPart> latin_parts(std::string_view run) {
  std::vector<LatinPart> parts;
  const std::uint32_t most = is_acronym(run) ? 1 : longest_latin_word;
  std::uint32_t begin = 0;
  for (std::uint32_t at = 0; at < run.size();) {
    const std::uint32_t next = at + rune_at(run, at).size;
    if (next - begin > most) {
      parts.push_back({begin, at});
      begin = at;
    }
    at = next;
  }
  if (begin < run.size()) parts.push_back({begin, static_cast<std::uint32_t>(run.size())});
  return parts;
}

}  // namespace langdu
