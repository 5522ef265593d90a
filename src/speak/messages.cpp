#include "speak/messages.h"

#include <cstring>
#include <type_traits>

namespace langdu {
namespace {

template <typename Number>
void put(std::string& out, Number value) {
  static_assert(std::is_trivially_copyable_v<Number>);
  out.append(reinterpret_cast<const char*>(&value), sizeof(value));
}

template <typename Number>
Number take(std::string_view& in) {
  Number value{};
  std::memcpy(&value, in.data(), sizeof(value));
  in.remove_prefix(sizeof(value));
  return value;
}

}  // namespace

std::string pack(const Request& request) {
  std::string out;
  put(out, request.id);
  put(out, request.slot);
  put(out, static_cast<std::uint32_t>(request.texts.size()));
  for (const EngineText& text : request.texts) {
    put(out, text.language);
    put(out, text.words);
    put(out, static_cast<std::uint32_t>(text.text.size()));
    out += text.text;
    put(out, static_cast<std::uint32_t>(text.tokens.size()));
    for (const EngineWord& token : text.tokens) put(out, token);
  }
  return out;
}

Request unpack(std::string_view bytes) {
  Request request;
  request.id = take<std::uint32_t>(bytes);
  request.slot = take<std::uint32_t>(bytes);
  request.texts.resize(take<std::uint32_t>(bytes));
  for (EngineText& text : request.texts) {
    text.language = take<Language>(bytes);
    text.words = take<std::uint32_t>(bytes);
    const auto size = take<std::uint32_t>(bytes);
    text.text = bytes.substr(0, size);
    bytes.remove_prefix(size);
    text.tokens.resize(take<std::uint32_t>(bytes));
    for (EngineWord& token : text.tokens) token = take<EngineWord>(bytes);
  }
  return request;
}

}  // namespace langdu
