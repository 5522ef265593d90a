#include "text/spelling.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <string>

#include "text/characters.h"

namespace langdu {
namespace {

/// The longest spelling, in bytes: "zhuang" with combining marks has fewer. It bounds the work for any input.
constexpr std::size_t longest = 24;

/// The tone of a combining mark, or 0. The breve is often typed for the caron.
char tone_of_mark(char32_t code) {
  switch (code) {
    case U'\u0304':  // macron
      return '1';
    case U'\u0301':  // acute
      return '2';
    case U'\u030C':  // caron
    case U'\u0306':  // breve
      return '3';
    case U'\u0300':  // grave
      return '4';
    default:
      return 0;
  }
}

/// The letter of a base syllable, or 0. Schoolbooks print ɑ and ɡ.
char letter_of(char32_t code) {
  if (code >= U'A' && code <= U'Z') return static_cast<char>(code - U'A' + U'a');
  if (code >= U'a' && code <= U'z') return static_cast<char>(code);
  return code == U'\u0251' ? 'a' : code == U'\u0261' ? 'g' : char{0};
}

class Speller {
 public:
  /// Takes the next code point of the decomposed spelling; false when it cannot stand there.
  bool take(char32_t code) {
    if (digit_) return false;  // it ends the syllable
    if (const char letter = letter_of(code)) {
      base_ += letter;
      return true;
    }
    if (base_.empty()) return false;
    char& last = base_.back();
    if (code == U'\u0308' || code == U':') {  // ü, u:
      if (last != 'u') return false;
      last = 'v';
    } else if (code == U'\u0302') {  // ê, an interjection that the voices say as ei
      if (base_ != "e") return false;
      circumflex_ = true;
    } else if (const char mark = tone_of_mark(code)) {
      if (tone_ || !one_of(static_cast<unsigned char>(last), U"aeiouvmn")) return false;
      tone_ = mark;
      on_consonant_ = last == 'm' || last == 'n';
    } else if (code >= U'1' && code <= U'5' && !tone_) {
      tone_ = static_cast<char>(code);
      digit_ = true;
    } else {
      return false;
    }
    return true;
  }

  std::optional<Spelling> finish() {
    // m̀ and ńg carry the mark on a consonant, but only without a vowel.
    if (on_consonant_ && base_.find_first_of("aeiouv") != std::string::npos) return std::nullopt;
    if (circumflex_) base_ += 'i';
    if (base_ == "nue" || base_ == "lue") base_[1] = 'v';  // there is no other: 虐 is often typed nue4
    const auto syllable = parse_syllable(base_ + (tone_ ? tone_ : '5'));
    if (!syllable) return std::nullopt;
    return Spelling{*syllable, tone_ != 0};
  }

 private:
  std::string base_;
  char tone_ = 0;
  bool digit_ = false;
  bool on_consonant_ = false;
  bool circumflex_ = false;
};

}  // namespace

std::optional<Spelling> parse_spelling(std::string_view written) {
  if (written.empty() || written.size() > longest) return std::nullopt;
  std::array<utf8proc_int32_t, 4 * longest> codes{};  // no letter decomposes into more than four
  const auto count = utf8proc_decompose(reinterpret_cast<const utf8proc_uint8_t*>(written.data()),
                                        static_cast<utf8proc_ssize_t>(written.size()), codes.data(),
                                        codes.size(), UTF8PROC_DECOMPOSE);
  if (count < 0 || static_cast<std::size_t>(count) > codes.size()) return std::nullopt;
  Speller speller;
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    if (!speller.take(static_cast<char32_t>(codes[i]))) return std::nullopt;
  }
  return speller.finish();
}

std::string spelling_with_mark(Syllable syllable) {
  constexpr std::array<std::string_view, 5> marks = {"", "\u0304", "\u0301", "\u030C", "\u0300"};
  const std::string_view base = base_spelling(syllable.base);
  // GB/T 16159: on a, else o or e, of iu and ui on the latter; interjections have it on their m or n.
  std::size_t place = base.find('a');
  if (place == base.npos) place = base.find_first_of("oe");
  if (place == base.npos) place = base.find_last_of("iuv");
  if (place == base.npos) place = base.find_first_of("mn");
  std::string spelling;
  for (std::size_t i = 0; i < base.size(); ++i) {
    spelling += base[i] == 'v' ? std::string("u\u0308") : std::string(1, base[i]);
    if (i == place) spelling += marks[syllable.tone % marks.size()];
  }
  utf8proc_uint8_t* const composed =
      utf8proc_NFC(reinterpret_cast<const utf8proc_uint8_t*>(spelling.c_str()));
  if (composed == nullptr) return spelling;
  spelling = reinterpret_cast<const char*>(composed);
  std::free(composed);
  return spelling;
}

}  // namespace langdu
