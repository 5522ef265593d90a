#include "read/rtf_characters.h"

#include <algorithm>
#include <iterator>

#include "text/utf8.h"

namespace langdu {
namespace {

struct CodePage {
  int number;
  std::string_view encoding;
};
constexpr CodePage code_pages[] = {{936, "GB18030"},   {950, "Big5"},      {10002, "Big5"},
                                   {10008, "GB18030"}, {20936, "GB18030"}, {54936, "GB18030"},
                                   {65001, "UTF-8"}};

struct Charset {
  int number;
  int code_page;
};
// ANSI and "default" mean the code page of the file.
constexpr Charset charsets[] = {{0, 0}, {1, 0}, {134, 936}, {136, 950}};
constexpr int western = 1252;

/// 80 to 9F in code page 1252; the rest of it is Latin-1.
constexpr char16_t upper_western[] = u"€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

/// Bytes of the character of UTF-8 that opens with this one; 1 if none does.
std::size_t size_of_utf8(unsigned char first) {
  return first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
}

RtfCharacters::State state_of_utf8(std::string_view bytes) {
  using State = RtfCharacters::State;
  if (bytes.size() > 1 && (byte_at(bytes, bytes.size() - 1) & 0xC0) != 0x80) return State::invalid;
  return bytes.size() < size_of_utf8(byte_at(bytes, 0)) ? State::unfinished : State::whole;
}

/// GB 18030 has characters of two bytes, and of four where the second is a digit.
RtfCharacters::State state_of_double(std::string_view bytes, bool has_four) {
  using State = RtfCharacters::State;
  const unsigned char last = byte_at(bytes, bytes.size() - 1);
  const bool is_lead = last >= 0x81 && last < 0xFF;
  const bool is_digit_byte = last >= '0' && last <= '9';
  switch (bytes.size()) {
    case 1:
      return is_lead ? State::unfinished : State::whole;
    case 2:
      if (has_four && is_digit_byte) return State::unfinished;
      return last >= 0x40 && last != 0x7F && last < 0xFF ? State::whole : State::invalid;
    case 3:
      return is_lead ? State::unfinished : State::invalid;
    default:
      return is_digit_byte ? State::whole : State::invalid;
  }
}

std::string western_text(unsigned char byte) {
  std::string text;
  append_utf8(text, byte >= 0x80 && byte < 0xA0 ? upper_western[byte - 0x80] : char32_t{byte});
  return text;
}

}  // namespace

const Encoding* encoding_of_code_page(int page) {
  const auto row = std::find_if(std::begin(code_pages), std::end(code_pages),
                                [&](const CodePage& known) { return known.number == page; });
  return row == std::end(code_pages) ? nullptr : find_encoding(row->encoding);
}

int code_page_of_charset(int charset) {
  const auto row = std::find_if(std::begin(charsets), std::end(charsets),
                                [&](const Charset& known) { return known.number == charset; });
  return row == std::end(charsets) ? western : row->code_page;
}

RtfCharacters::State RtfCharacters::state_of(std::string_view bytes, const Encoding* encoding) {
  if (encoding == nullptr) return State::whole;
  if (encoding->name == "UTF-8") return state_of_utf8(bytes);
  return state_of_double(bytes, encoding->name == "GB18030");
}

std::string_view RtfCharacters::text_of(std::string_view bytes, const Encoding* encoding) {
  // A book has few different characters, and a converter takes long to open.
  std::string key(encoding == nullptr ? std::string_view{} : encoding->name);
  key += ' ';
  key += bytes;
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  std::string text =
      encoding == nullptr ? western_text(byte_at(bytes, 0)) : decode(std::string(bytes), encoding).text;
  if (!rune_at(text, 0).valid) text = "\uFFFD";
  return known_.emplace(std::move(key), std::move(text)).first->second;
}

}  // namespace langdu
