#pragma once
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace langdu {

/// Any bytes as text that XML may hold: valid UTF-8 without control characters and noncharacters.
std::string xml_text(std::string_view text);

/// An element with this text behind the children of `parent`; pugixml escapes it.
pugi::xml_node add_element(pugi::xml_node parent, const char* name, std::string_view text = {});

void set_attribute(pugi::xml_node element, const char* name, std::string_view value);

/// The document as a file: UTF-8, without blanks of its own between the elements.
std::string xml_file(const pugi::xml_document& document);

/// An XHTML page with this title and the book's style sheet. Its body is the last child of the root.
void begin_page(pugi::xml_document& document, std::string_view title);

/// Where the content of such a page goes.
pugi::xml_node body_of(const pugi::xml_document& page);

}  // namespace langdu
