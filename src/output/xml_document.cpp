#include "output/xml_document.h"

#include "output/tag_text.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// XML 1.0 forbids U+FFFE and U+FFFF, and advises against the others: C1 controls, and those that end in FFFE
/// or FFFF, or stand in FDD0-FDEF.
bool is_unwanted(char32_t code) {
  return (code >= 0x80 && code < 0xA0) || (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
}

struct StringWriter : pugi::xml_writer {
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
  std::string text;
};

}  // namespace

std::string xml_text(std::string_view text) {
  const std::string clean = tag_text(text);
  std::string result;
  for (std::size_t at = 0; at < clean.size();) {
    const Rune rune = rune_at(clean, at);
    if (is_unwanted(rune.code)) {
      result += "\uFFFD";
    } else {
      result.append(clean, at, rune.size);
    }
    at += rune.size;
  }
  return result;
}

pugi::xml_node add_element(pugi::xml_node parent, const char* name, std::string_view text) {
  pugi::xml_node element = parent.append_child(name);
  if (!text.empty()) element.append_child(pugi::node_pcdata).set_value(xml_text(text).c_str());
  return element;
}

void set_attribute(pugi::xml_node element, const char* name, std::string_view value) {
  element.append_attribute(name).set_value(xml_text(value).c_str());
}

std::string xml_file(const pugi::xml_document& document) {
  StringWriter writer;
  writer.text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  document.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  writer.text += '\n';
  return std::move(writer.text);
}

void begin_page(pugi::xml_document& document, std::string_view title) {
  document.append_child(pugi::node_doctype).set_value("html");
  const pugi::xml_node root = add_element(document, "html");
  set_attribute(root, "xmlns", "http://www.w3.org/1999/xhtml");
  set_attribute(root, "xmlns:epub", "http://www.idpf.org/2007/ops");
  set_attribute(root, "lang", "zh-CN");
  set_attribute(root, "xml:lang", "zh-CN");
  const pugi::xml_node head = add_element(root, "head");
  add_element(head, "title", title);
  const pugi::xml_node style = add_element(head, "link");
  set_attribute(style, "rel", "stylesheet");
  set_attribute(style, "type", "text/css");
  set_attribute(style, "href", "style.css");
  add_element(root, "body");
}

pugi::xml_node body_of(const pugi::xml_document& page) { return page.child("html").child("body"); }

}  // namespace langdu
