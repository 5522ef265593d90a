#include "read/xml_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "read/encodings.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr unsigned parse_flags = pugi::parse_default | pugi::parse_ws_pcdata;

// A node costs some 60 bytes of memory, and `<a/>` four: this many are one gigabyte.
constexpr std::ptrdiff_t most_tags = 16'000'000;

/// What `<?xml ... encoding="..."?>` says, or UTF-8. UTF-16 shows by its zeros and marks, which decode()
/// finds.
const Encoding* encoding_of(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 200);
  const bool is_wide = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
                       head.substr(0, 4).find('\0') != std::string_view::npos;
  if (is_wide) return nullptr;
  const Encoding* const utf8 = encodings().data();
  const auto end = head.find("?>");
  const auto key = head.substr(0, end).find("encoding=");
  if (!head.starts_with("<?xml") || end == std::string_view::npos || key == std::string_view::npos)
    return utf8;
  const std::string_view value = head.substr(key + 9, end - key - 9);
  const auto close = value.empty() ? std::string_view::npos : value.find(value[0], 1);
  if (close == std::string_view::npos) return utf8;
  const Encoding* const named = find_encoding(value.substr(1, close - 1));
  return named == nullptr ? utf8 : named;
}

void parse(XmlPart& part, std::string_view text) {
  part.tree = std::make_unique<pugi::xml_document>();
  const auto tags = std::count(text.begin(), text.end(), '<') + std::count(text.begin(), text.end(), '=');
  if (tags > most_tags) return;
  part.whole =
      static_cast<bool>(part.tree->load_buffer(text.data(), text.size(), parse_flags, pugi::encoding_utf8));
}

struct Entity {
  std::string_view name;
  char32_t code;
};

constexpr std::array entities = {
    Entity{"amp", U'&'}, Entity{"lt", U'<'}, Entity{"gt", U'>'}, Entity{"quot", U'"'}, Entity{"apos", U'\''},
};

/// The character of `&#20013;` or `&#x4e2d;`, given what stands behind the #, or 0.
char32_t numbered_character(std::string_view digits) {
  const bool is_hex = digits.starts_with('x');
  if (is_hex) digits.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, is_hex ? 16 : 10);
  if (error != std::errc{} || end != digits.data() + digits.size()) return 0;
  const bool is_surrogate = code >= 0xD800 && code < 0xE000;
  return code > 0x10FFFF || is_surrogate ? U'\uFFFD' : code;
}

/// The character that the entity at the start of `text` stands for, and the bytes it takes; 0 if there is
/// none.
std::pair<char32_t, std::uint32_t> entity_at(std::string_view text) {
  constexpr std::size_t longest = 12;
  const auto end = text.substr(0, longest).find(';');
  if (end == std::string_view::npos) return {};
  const std::string_view name = text.substr(1, end - 1);
  const auto size = static_cast<std::uint32_t>(end + 1);
  if (name.starts_with('#')) return {numbered_character(name.substr(1)), size};
  const auto row = std::find_if(entities.begin(), entities.end(),
                                [&](const Entity& entity) { return entity.name == name; });
  return {row == entities.end() ? U'\0' : row->code, size};
}

}  // namespace

XmlPart parse_xml(std::string bytes) {
  const Encoding* const encoding = encoding_of(bytes);
  const DecodedText decoded = decode(std::move(bytes), encoding);
  XmlPart part;
  parse(part, decoded.text);
  return part;
}

XmlPart append_xml(Document& document, std::string bytes, std::string name) {
  const Encoding* const encoding = encoding_of(bytes);
  DecodedText decoded = decode(std::move(bytes), encoding);
  XmlPart part;
  const auto begin = static_cast<std::uint32_t>(document.source.size());
  document.source += decoded.text;
  part.source = {begin, static_cast<std::uint32_t>(document.source.size())};
  parse(part, decoded.text);
  for (Note& note : decoded.notes) {
    note.where = {note.where.begin + begin, note.where.end + begin};
    document.notes.push_back(std::move(note));
  }
  document.parts.push_back({part.source, {}, std::move(name)});
  return part;
}

std::string_view local_name(const char* name) {
  const std::string_view all = name;
  const auto colon = all.find(':');
  return colon == std::string_view::npos ? all : all.substr(colon + 1);
}

pugi::xml_node child_of(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node child : node) {
    if (local_name(child) == name) return child;
  }
  return {};
}

pugi::xml_attribute attribute_of(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    if (local_name(attribute.name()) == name) return attribute;
  }
  return {};
}

pugi::xml_node next_node(pugi::xml_node node, pugi::xml_node top, bool over) {
  if (!over && node.first_child()) return node.first_child();
  for (; node && node != top; node = node.parent()) {
    if (node.next_sibling()) return node.next_sibling();
  }
  return {};
}

Span text_span(const Document& document, const XmlPart& part, pugi::xml_node text) {
  const std::ptrdiff_t offset = text.offset_debug();
  if (offset < 0 || static_cast<std::uint32_t>(offset) >= part.source.size()) return {};
  const auto begin = part.source.begin + static_cast<std::uint32_t>(offset);
  const std::string_view end_mark = text.type() == pugi::node_cdata ? "]]>" : "<";
  const auto end = std::string_view(document.source).substr(0, part.source.end).find(end_mark, begin);
  return {begin, end == std::string_view::npos ? part.source.end : static_cast<std::uint32_t>(end)};
}

Span attribute_span(const Document& document, const XmlPart& part, pugi::xml_node element,
                    std::string_view name) {
  const std::ptrdiff_t offset = element.offset_debug();
  if (offset < 0) return {};
  const std::string_view all = std::string_view(document.source).substr(0, part.source.end);
  constexpr auto none = std::string_view::npos;
  auto at = part.source.begin + static_cast<std::size_t>(offset);
  at = all.find_first_of(" \t\r\n/>", at);  // behind the name of the element
  while (at != none) {
    const auto key = all.find_first_not_of(" \t\r\n", at);
    if (key == none || all[key] == '/' || all[key] == '>') break;
    const auto open = all.find_first_of("\"'", key);
    const auto close = open == none ? none : all.find(all[open], open + 1);
    if (close == none) break;
    const std::string written(all.substr(key, all.find_first_of(" \t\r\n=", key) - key));
    if (local_name(written.c_str()) == name)
      return {static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(close)};
    at = close + 1;
  }
  return {};
}

XmlPiece next_piece(std::string_view all, Span source, bool has_entities) {
  const std::string_view text = all.substr(source.begin, source.size());
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    std::string stands_for;
    std::uint32_t size = 1;
    if (text[at] == '\n' || text[at] == '\r') {
      stands_for = " ";
      if (text.substr(at, 2) == "\r\n") size = 2;
    } else if (has_entities && text[at] == '&') {
      const auto [code, length] = entity_at(text.substr(at));
      if (code != 0) append_utf8(stands_for, code);
      size = length;
    }
    if (stands_for.empty()) continue;
    if (at > 0) return {{source.begin, source.begin + at}, true, {}};
    return {{source.begin, source.begin + size}, false, std::move(stands_for)};
  }
  return {source, true, {}};
}

char32_t add_xml_text(BlockWriter& writer, std::string_view all, Span source, bool has_entities) {
  char32_t last = 0;
  while (!source.empty()) {
    const XmlPiece piece = next_piece(all, source, has_entities);
    const std::string_view text =
        piece.verbatim ? all.substr(piece.source.begin, piece.source.size()) : piece.text;
    if (piece.verbatim) {
      writer.add(piece.source);
    } else {
      writer.add(piece.source, text);
    }
    last = rune_before(text, text.size()).code;
    source.begin = piece.source.end;
  }
  return last;
}

}  // namespace langdu
