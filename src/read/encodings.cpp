#include "read/encodings.h"

#include <fmt/core.h>
#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "text/ascii.h"
#include "text/utf8.h"

namespace langdu {
namespace {

enum Row { utf8, utf16le, utf16be, utf16, gb18030, big5 };

// GB 18030 holds GBK and GB 2312; Big5-HKSCS holds Big5. The aliases are the names that web pages and editors
// use.
constexpr std::array table = {
    Encoding{"UTF-8", "utf8 ascii us-ascii", "UTF-8"},
    Encoding{"UTF-16LE", "ucs2le", "UTF-16LE"},
    Encoding{"UTF-16BE", "ucs2be", "UTF-16BE"},
    Encoding{"UTF-16", "utf16 ucs2 unicode",
             "UTF-16"},  // the order by the mark; without one that of the machine
    Encoding{"GB18030", "gbk gb2312 cp936 euccn chinese xgbk", "GB18030"},
    Encoding{"Big5", "big5hkscs cp950 bigfive cnbig5 xxbig5", "BIG5-HKSCS"},
};

constexpr std::string_view replacement = "\uFFFD";

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    plain += lower_ascii(c);
  }
  return plain;
}

/// The encoding that a byte order mark names, and the size of the mark.
struct ByteOrderMark {
  std::string_view bytes;
  Row row;
};
constexpr std::array marks = {ByteOrderMark{"\xEF\xBB\xBF", utf8}, ByteOrderMark{"\xFF\xFE", utf16le},
                              ByteOrderMark{"\xFE\xFF", utf16be}};

const ByteOrderMark* mark_of(std::string_view bytes) {
  for (const ByteOrderMark& mark : marks) {
    if (bytes.starts_with(mark.bytes)) return &mark;
  }
  return nullptr;
}

/// How much of a text is characters of several bytes, and how much is none.
struct Utf8Count {
  std::size_t characters = 0;       ///< of several bytes
  std::size_t long_characters = 0;  ///< of three or more
  std::size_t invalid = 0;          ///< bytes
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const Rune rune = rune_at(bytes, at);
    if (rune.valid) {
      ++count.characters;
      count.long_characters += rune.size > 2;
    } else {
      count.invalid += rune.size;
    }
    at += rune.size;
  }
  return count;
}

/// Whether the only bytes that are invalid are the start of a character at the very end.
bool is_torn_at_end(std::string_view bytes, const Utf8Count& count) {
  if (count.long_characters == 0 || count.invalid > 3) return false;
  return count_utf8(bytes.substr(0, bytes.size() - count.invalid)).invalid == 0;
}

struct Converted {
  std::string text;
  std::size_t lost = 0;  ///< bytes that are nothing in that encoding
};

Converted convert(std::string_view bytes, const Encoding& encoding) {
  Converted converted;
  const auto close = [](void* handle) { iconv_close(handle); };
  const std::unique_ptr<void, decltype(close)> converter(iconv_open("UTF-8", encoding.iconv.data()), close);
  if (converter.get() == reinterpret_cast<void*>(-1))
    return {std::string(bytes), bytes.size()};  // iconv's tables are missing
  converted.text.reserve(bytes.size() + bytes.size() / 2);
  std::array<char, 1 << 15> buffer;
  char* in = const_cast<char*>(bytes.data());  // iconv does not write there
  std::size_t left = bytes.size();
  while (left > 0) {
    char* out = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t result = iconv(converter.get(), &in, &left, &out, &room);
    const int error = errno;
    converted.text.append(buffer.data(), buffer.size() - room);
    if (result != static_cast<std::size_t>(-1) || error == E2BIG) continue;
    converted.text += replacement;  // what begins nothing, or the end of the text inside a character
    const std::size_t unit = std::min<std::size_t>(left, encoding.name.starts_with("UTF-16") ? 2 : 1);
    converted.lost += unit;
    in += unit;
    left -= unit;
  }
  return converted;
}

/// Share of the text, in percent, that Chinese texts are made of: hanzi of the common blocks, their
/// punctuation, ASCII.
std::size_t share_of_chinese(std::string_view text) {
  std::size_t good = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < text.size(); ++all) {
    const Rune rune = rune_at(text, at);
    at += rune.size;
    const char32_t code = rune.code;
    const bool ascii = code == U'\n' || code == U'\r' || code == U'\t' || (code >= 0x20 && code < 0x7F);
    good += rune.valid && (ascii || (code >= 0x4E00 && code < 0xA000) || (code >= 0x3000 && code < 0x3020) ||
                           (code >= 0xFF00 && code < 0xFF60) || (code >= 0x2010 && code < 0x2030));
  }
  return all == 0 ? 0 : 100 * good / all;
}

constexpr std::size_t sample_size = 1 << 16;  // bytes: enough to tell, whatever the size of the text

/// UTF-16 without its mark: one of the two orders makes Chinese of it, and the other does not. `share`
/// percent of the text must be Chinese.
const Encoding* find_utf16(std::string_view sample, std::size_t share) {
  sample = sample.substr(0, sample.size() / 2 * 2);
  if (sample.size() < 4) return nullptr;
  const std::size_t little = share_of_chinese(convert(sample, table[utf16le]).text);
  const std::size_t big = share_of_chinese(convert(sample, table[utf16be]).text);
  if (std::max(little, big) < share) return nullptr;
  if (std::max(little, big) - std::min(little, big) <
      30) {  // "hello" is hanzi in the other order: the NULs tell
    std::size_t nuls[2] = {};
    for (std::size_t at = 0; at < sample.size(); ++at) nuls[at % 2] += sample[at] == '\0';
    if (nuls[1] > sample.size() / 4 && nuls[0] == 0) return &table[utf16le];
    if (nuls[0] > sample.size() / 4 && nuls[1] == 0) return &table[utf16be];
    return nullptr;
  }
  return &table[little > big ? utf16le : utf16be];
}

/// What the bytes most probably are, when they are not UTF-8.
const Encoding& guess(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, sample_size);
  const auto close = [](uchardet* detector) { uchardet_delete(detector); };
  const std::unique_ptr<uchardet, decltype(close)> detector(uchardet_new(), close);
  uchardet_handle_data(detector.get(), sample.data(), sample.size());
  uchardet_data_end(detector.get());
  const Encoding* found = find_encoding(uchardet_get_charset(detector.get()));
  if (found != nullptr && found != &table[utf8]) return *found;
  // Too short a text for statistics: what loses least, GB 18030 before Big5.
  const std::size_t mainland = share_of_chinese(convert(sample, table[gb18030]).text);
  const std::size_t taiwan = share_of_chinese(convert(sample, table[big5]).text);
  if (std::max(mainland, taiwan) < 80) return table[utf8];
  return table[taiwan > mainland ? big5 : gb18030];
}

/// Short words of GBK are valid UTF-8 now and then: 谢谢 is "лл". No Chinese text is made of such letters
/// alone.
bool is_short_gbk(std::string_view bytes, const Utf8Count& count) {
  if (count.invalid > 0 || count.characters == 0 || count.long_characters > 0) return false;
  const auto is_letter = [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && is_latin(static_cast<unsigned char>(c));
  };
  if (std::any_of(bytes.begin(), bytes.end(), is_letter)) return false;
  const Converted converted = convert(bytes, table[gb18030]);
  return converted.lost == 0 && share_of_chinese(converted.text) == 100;
}

const Encoding& encoding_of(std::string_view bytes, const Encoding* declared, bool& guessed) {
  if (const ByteOrderMark* mark = mark_of(bytes)) return table[mark->row];
  const Utf8Count count = count_utf8(bytes);
  const bool has_nul = bytes.find('\0') != std::string_view::npos;
  guessed = true;
  if (has_nul || count.invalid > 0) {
    // Half of UTF-16 without a hanzi are NULs; of hanzi alone it must be nearly all.
    if (const Encoding* found = find_utf16(bytes.substr(0, sample_size), has_nul ? 75 : 95)) return *found;
  }
  if (is_short_gbk(bytes, count)) return table[gb18030];
  guessed = false;
  // A text with torn characters is still UTF-8; what is in another encoding has hardly a valid one.
  if (count.invalid == 0 || count.long_characters > count.invalid) return table[utf8];
  if (is_torn_at_end(bytes, count)) return table[utf8];
  if (declared != nullptr && declared != &table[utf8]) return *declared;
  const Encoding& found = guess(bytes);
  guessed = &found != &table[utf8];
  return found;
}

}  // namespace

std::span<const Encoding> encodings() { return table; }

const Encoding* find_encoding(std::string_view name) {
  const std::string plain = plain_name(name);
  for (const Encoding& row : table) {
    if (plain_name(row.name) == plain) return &row;
    for (std::string_view rest = row.aliases; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (plain_name(rest.substr(0, end)) == plain) return &row;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return nullptr;
}

DecodedText decode(std::string bytes, const Encoding* wanted, const Encoding* declared) {
  DecodedText decoded;
  bool guessed = false;
  decoded.encoding = wanted != nullptr ? wanted : &encoding_of(bytes, declared, guessed);
  if (decoded.encoding == &table[utf8]) {
    decoded.text = std::move(bytes);
    return decoded;
  }
  const ByteOrderMark* mark = mark_of(bytes);
  const bool own_mark = mark != nullptr && &table[mark->row] == decoded.encoding;
  Converted converted =
      convert(std::string_view(bytes).substr(own_mark ? mark->bytes.size() : 0), *decoded.encoding);
  decoded.text = std::move(converted.text);
  if (guessed) {
    decoded.notes.push_back({Severity::info,
                             {},
                             fmt::format("taken for {}; if that is wrong, name the encoding with --encoding",
                                         decoded.encoding->name)});
  }
  if (converted.lost > 0) {
    const auto first = static_cast<std::uint32_t>(decoded.text.find(replacement));
    decoded.notes.push_back(
        {Severity::warning,
         {first, first + static_cast<std::uint32_t>(replacement.size())},
         fmt::format("{} that {} no {}; U+FFFD stands for {}",
                     converted.lost == 1 ? "a byte" : fmt::format("{} bytes", converted.lost),
                     converted.lost == 1 ? "is" : "are", decoded.encoding->name,
                     converted.lost == 1 ? "it" : "each")});
  }
  return decoded;
}

}  // namespace langdu
