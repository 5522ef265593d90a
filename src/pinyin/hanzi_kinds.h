#pragma once
#include <cstdint>

namespace langdu {

/// What a hanzi tells about the text it stands in, as bits. The tables in hanzi_kinds.cpp were written by
/// hand for this project.
enum HanziKinds : std::uint8_t {
  writes_foreign_names = 1,  ///< usual in foreign names written by sound: 斯 克 尔 特
  classical_prose = 2,       ///< frequent in classical prose and in lives of officials: 乃 遂 授 迁
  modern_prose = 4,          ///< a word of everyday grammar that classical prose lacks: 的 了 们
};

/// The kinds of a hanzi of simplified script; 0: none of them.
std::uint8_t hanzi_kinds(char32_t code);

}  // namespace langdu
