#include "plan/latin.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace langdu {
namespace {

/// Capitals that people read as a word, and mixed words that they spell. Everything else of two to five
/// capitals is spelled. Collected by hand from Chinese news and official texts.
constexpr std::array table = {
    LatinRow{"AIDS", "AIDS"},    LatinRow{"APEC", "APEC"},    LatinRow{"APP", "APP"},
    LatinRow{"ASEAN", "ASEAN"},  LatinRow{"BASIC", "BASIC"},  LatinRow{"BRICS", "BRICS"},
    LatinRow{"COVID", "COVID"},  LatinRow{"FIFA", "FIFA"},    LatinRow{"GIF", "GIF"},
    LatinRow{"IELTS", "IELTS"},  LatinRow{"LASER", "LASER"},  LatinRow{"LOGO", "LOGO"},
    LatinRow{"MERS", "MERS"},    LatinRow{"MOOC", "MOOC"},    LatinRow{"NAFTA", "NAFTA"},
    LatinRow{"NASA", "NASA"},    LatinRow{"NATO", "NATO"},    LatinRow{"OPEC", "OPEC"},
    LatinRow{"PISA", "PISA"},    LatinRow{"RADAR", "RADAR"},  LatinRow{"RAM", "RAM"},
    LatinRow{"ROM", "ROM"},      LatinRow{"SARS", "SARS"},    LatinRow{"SIM", "SIM"},
    LatinRow{"SOHO", "SOHO"},    LatinRow{"SWIFT", "SWIFT"},  LatinRow{"TOEFL", "TOEFL"},
    LatinRow{"VISA", "VISA"},    LatinRow{"WIFI", "WIFI"},    LatinRow{"ZIP", "ZIP"},
    LatinRow{"AIoT", "A I o T"}, LatinRow{"IoT", "I o T"},    LatinRow{"PhD", "P h D"},
    LatinRow{"iOS", "i O S"},    LatinRow{"mRNA", "m R N A"}, LatinRow{"pH", "p H"},
};

constexpr std::size_t longest_acronym = 5;

bool is_acronym(std::string_view run) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return run.size() >= 2 && run.size() <= longest_acronym && std::all_of(run.begin(), run.end(), is_capital);
}

}  // namespace

std::span<const LatinRow> latin_rows() { return table; }

std::vector<LatinPart> latin_parts(std::string_view run) {
  std::vector<LatinPart> parts;
  const auto* row =
      std::find_if(table.begin(), table.end(), [run](const LatinRow& one) { return one.written == run; });
  if (row != table.end()) {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    for (const char c : row->said) {
      if (c != ' ') {
        ++end;
        continue;
      }
      parts.push_back({begin, end});
      begin = end;
    }
    parts.push_back({begin, end});
    return parts;
  }
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
