#pragma once
#include <map>
#include <string>
#include <string_view>

#include "read/encodings.h"

namespace langdu {

/// What a code page or character set of Windows is to a reader. nullptr: one byte a character, as in 1252.
const Encoding* encoding_of_code_page(int page);

/// The code page of a font's character set; 0: that of the file.
int code_page_of_charset(int charset);

/// How bytes become characters.
class RtfCharacters {
 public:
  enum class State { whole, unfinished, invalid };

  /// Whether `bytes`, which are not empty, are a character. Invalid: they would be without the last one.
  static State state_of(std::string_view bytes, const Encoding* encoding);

  /// The text of one character; U+FFFD when it is none.
  std::string_view text_of(std::string_view bytes, const Encoding* encoding);

 private:
  std::map<std::string, std::string, std::less<>> known_;  ///< by the name of the encoding and the bytes
};

}  // namespace langdu
