#include "speak/phonemes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace langdu {
namespace {

/// The engine's phonemes of every base syllable, in the order of base_spelling(): ' is where the stress stands,
/// * where the tone does. From `espeak-ng -v cmn-latn-pinyin -x` of eSpeak NG 1.51, with the spellings of
/// compose.cpp; a test compares the sound of each with that of its pinyin. yai is right only here.
constexpr std::array phonemes = std::to_array<std::string_view>(
    {"'A*", "'ai*", "'a*n", "'A*N", "'Au*", "p'A*", "p'ai*", "p'a*n", "p'a*N", "p'Au*", "p'ei*", "p'@*n",
     "p'@*N", "p'i*", "p'iE*n", "p'iA*N", "pj'Au*", "p'iE*", "p'i*n", "p'i*N", "p'o*", "p'u*", "tsh'A*",
     "tsh'ai*", "tsh'a*n", "tsh'a*N", "tsh'Au*", "tsh'o-*", "tsh'ei*", "tsh'@*n", "tsh'@*N", "ts.h'A*",
     "ts.h'ai*", "ts.h'a*n", "ts.h'A*N", "ts.h'Au*", "ts.h'o-*", "ts.h'@*n", "ts.h'@*N", "ts.h'i.*",
     "ts.h'ong*", "ts.h'ou*", "ts.h'u*", "ts.hw'A*", "ts.h'uai*", "ts.h'ua*n", "ts.hw'A*N", "ts.h'uei*",
     "ts.h'u@*n", "ts.h'uo*", "tsh'i[*", "tsh'ong*", "tsh'ou*", "tsh'u*", "tsh'ua*n", "tsh'uei*",
     "tsh'u@*n", "tsh'uo*", "t'A*", "t'ai*", "t'a*n", "t'a*N", "t'Au*", "t'@*", "t'ei*", "t'@*n", "t'@*N",
     "t'i*", "t'iA*", "t'iE*n", "tj'Au*", "t'iE*", "t'i*n", "t'i*N", "t'iou*", "t'ong*", "t'ou*", "t'u*",
     "t'ua*n", "t'uei*", "t'u@*n", "t'uo*", "'o-*", "'ei*", "'@*n", "'@*N", "'@r*", "f'A*", "f'a*n",
     "f'a*N", "f'ei*", "f'@*n", "f'@*N", "fj'Au*", "f'o*", "f'ou*", "f'u*", "k'A*", "k'ai*", "k'a*n",
     "k'a*N", "k'Au*", "k'o-*", "k'ei*", "k'@*n", "k'@*N", "k'ong*", "k'ou*", "k'u*", "kw'A*", "k'uai*",
     "kw'a*n", "kw'a*N", "k'uei*", "k'u@*n", "k'uo*", "X'A*", "X'ai*", "X'a*n", "X'a*N", "X'Au*", "X'o-*",
     "X'ei*", "X'@*n", "X'@*N", "X'@*N", "X'@*N", "X'ong*", "X'ou*", "X'u*", "Xw'A*", "X'uai*", "X'ua*n",
     "Xw'A*N", "X'uei*", "Xw'u@*n", "X'uo*", "tS;'i*", "tS;'iA*", "tS;'iE*n", "tS;'iA*N", "tS;j'Au*",
     "tS;'iE*", "tS;'i*n", "tS;'i*N", "tS;'y*N", "tS;'iou*", "tS;'y*", "tS;'y&*n", "tS;'yE*", "tS;'y@*n",
     "kh'A*", "kh'ai*", "kh'a*n", "kh'A*N", "kh'Au*", "kh'o-*", "kh'ei*", "kh'@*n", "kh'@*N", "kh'ong*",
     "kh'ou*", "kh'u*", "khw'A*", "kh'uai*", "khw'a*n", "khw'a*N", "kh'uei*", "khw'u@*n", "kh'uo*", "l'A*",
     "l'ai*", "l'a*n", "l'a*N", "l'Au*", "l'@*", "l'ei*", "l'@*N", "l'i*", "l'iA*", "l'iE*n", "l'iA*N",
     "lj'Au*", "l'iE*", "l'i*n", "l'i*N", "l'iou*", "l'o*", "l'ong*", "l'ou*", "l'u*", "l'ua*n", "l'u@*n",
     "l'uo*", "l'y*", "l'yE*", "'@*n", "m'A*", "m'ai*", "m'a*n", "m'a*N", "m'Au*", "m'o-*", "m'ei*",
     "m'@*n", "m'@*N", "m'i*", "m'iE*n", "mj'Au*", "m'iE*", "m'i*n", "m'i*N", "m'iou*", "m'o*", "m'ou*",
     "m'u*", "'@*n", "n'A*", "n'ai*", "n'a*n", "n'a*N", "n'Au*", "n'@*", "n'ei*", "n'@*n", "n'@*N", "'N-*",
     "n'i*", "n'iA*", "n'iE*n", "n'iA*N", "nj'Au*", "n'iE*", "n'i*n", "n'i*N", "n'iou*", "n'ong*", "n'ou*",
     "n'u*", "n'ua*n", "n'u@*n", "n'uo*", "n'y*", "n'yE*", "'o*", "'ou*", "ph'A*", "ph'ai*", "ph'a*n",
     "ph'a*N", "ph'Au*", "ph'ei*", "ph'@*n", "ph'@*N", "ph'i*", "ph'iE*n", "phj'Au*", "ph'iE*", "ph'i*n",
     "ph'i*N", "ph'o*", "ph'ou*", "ph'u*", "tS;h'i*", "tS;h'iA*", "tS;h'iE*n", "tS;h'iA*N", "tS;hj'Au*",
     "tS;h'iE*", "tS;h'i*n", "tS;h'i*N", "tS;h'u*N", "tS;h'iou*", "tS;h'y*", "tS;h'y&*n", "tS;h'yE*",
     "tS;h'yi*n", "'@r*", "z.'a*n", "z.'a*N", "z.'Au*", "z.'o-*", "z.'@*n", "z.'@*N", "z.'i.*", "z.'ong*",
     "z.'ou*", "z.'u*", "z.w'A*", "z.'ua*n", "z.'uei*", "z.'u@*n", "z.'uo*", "s'A*", "s'ai*", "s'a*n",
     "s'a*N", "s'Au*", "s'o-*", "s'@*n", "s'@*N", "s.'A*", "s.'ai*", "s.'a*n", "s.'a*N", "s.'Au*",
     "s.'o-*", "s.'ei*", "s.'@*n", "s.'@*N", "s.'i.*", "s.'ou*", "s.'u*", "s.w'A*", "s.'uai*", "s.'ua*n",
     "s.w'A*N", "s.w'ei*", "s.w'o-*n", "s.w'o*", "s'i[*", "s'ong*", "s'ou*", "s'u*", "s'ua*n", "s'uei*",
     "s'u@*n", "s'uo*", "th'A*", "th'ai*", "th'a*n", "th'a*N", "th'Au*", "th'@*", "th'ei*", "th'@*N",
     "th'i*", "th'iE*n", "thj'Au*", "th'iE*", "th'i*N", "th'ong*", "th'ou*", "th'u*", "th'ua*n", "th'uei*",
     "thw'u@*n", "th'uo*", "w'A*", "w'ai*", "w'A*n", "w'A*N", "w'ei*", "w'u@*n", "w'u@*N", "w'o*", "w'o*N",
     "w'u*", "S;'i*", "S;'iA*", "S;'iE*n", "S;'iA*N", "S;j'Au*", "S;'iE*", "S;'i*n", "S;'i*N", "S;'y*N",
     "S;'iou*", "S;'y*", "S;'y&*n", "S;'yE*", "S;'y@*n", "j'iA*", "j'ai*", "j'iE*n", "j'iA*N", "j'Au*",
     "j'iE*", "j'i*", "j'i*n", "j'i*N", "j'io*", "'yu*N", "j'iou*", ";'y*", "'y&*n", "'yE*", ";'y@*n",
     "ts'A*", "ts'ai*", "ts'a*n", "ts'a*N", "ts'Au*", "ts'o-*", "ts'ei*", "ts'@*n", "ts'@*N", "ts.'A*",
     "ts.'ai*", "ts.'a*n", "ts.'a*N", "ts.'Au*", "ts.'o-*", "ts.'ei*", "ts.'@*n", "ts.'@*N", "ts.'i.*",
     "ts.'ong*", "ts.'ou*", "ts.'u*", "ts.w'A*", "ts.'uai*", "ts.'ua*n", "ts.w'A*N", "ts.'uei*",
     "ts.'u@*n", "ts.'uo*", "ts'i[*", "ts'ong*", "ts'ou*", "ts'u*", "ts'ua*n", "ts'uei*", "ts'u@*n",
     "ts'uo*"});

/// The engine's names of the tones; a third tone is the low one here, which its rules leave alone.
constexpr std::array<std::string_view, 6> tones = {"", "55", "35", "21", "51", "11"};
/// The third tone that the engine's rules change by the tone behind it.
constexpr std::string_view full_third = "214";

/// How the engine stresses a word of pinyin: the last syllable, and every other one from the first up to the
/// third last, unless they are light.
std::string_view stress(std::size_t i, std::size_t size, std::uint8_t tone) {
  if (tone == 5) return "";
  if (i + 1 == size) return "'";
  return i % 2 == 0 && i + 3 <= size ? "," : "";
}

}  // namespace

void append_phonemes(std::string& out, const Syllables& word, bool third_follows) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const std::uint8_t tone = word[i].tone;
    const bool before_third = i + 1 < word.size() ? word[i + 1].tone == 3 : third_follows;
    for (const char c : phonemes[word[i].base]) {
      if (c == '\'') {
        out += stress(i, word.size(), tone);
      } else if (c == '*') {
        out += tone == 3 && !before_third ? full_third : tones[tone];
      } else {
        out += c;
      }
    }
  }
}

}  // namespace langdu
