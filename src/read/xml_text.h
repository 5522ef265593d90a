#pragma once
#include <cstdint>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "read/block_writer.h"
#include "read/document.h"
#include "text/span.h"

namespace langdu {

/// An XML member of a container, parsed. Its text, in UTF-8, is a part of the document's source, so that
/// every text node has its place there.
struct XmlPart {
  Span source;
  std::unique_ptr<pugi::xml_document> tree;
  bool whole = false;  ///< else the tree has what stands before the damage

  pugi::xml_node root() const { return tree == nullptr ? pugi::xml_node{} : tree->document_element(); }
};

/// Parses XML for what it says, not for its text. Entities that a DOCTYPE declares are not expanded.
XmlPart parse_xml(std::string bytes);

/// The same for text to be read: the member `name` becomes a part of `document`, with the notes of its
/// decoding.
XmlPart append_xml(Document& document, std::string bytes, std::string name);

/// The name of an element or attribute without the prefix of its namespace.
std::string_view local_name(const char* name);
inline std::string_view local_name(pugi::xml_node node) { return local_name(node.name()); }

/// By local name; the empty one when there is none.
pugi::xml_node child_of(pugi::xml_node node, std::string_view name);
pugi::xml_attribute attribute_of(pugi::xml_node node, std::string_view name);

/// The node behind `node` in the order of the text, inside `top`; without recursion, however deep it is.
/// Leaves out what is inside `node` when `over` says so. The empty one at the end.
pugi::xml_node next_node(pugi::xml_node node, pugi::xml_node top, bool over = false);

/// The source bytes of a text node (PCDATA or CDATA), with the entities as they are written.
Span text_span(const Document& document, const XmlPart& part, pugi::xml_node text);
/// The source bytes of an attribute's value, by local name, inside its quotes; empty when there is none.
Span attribute_span(const Document& document, const XmlPart& part, pugi::xml_node element,
                    std::string_view name);

/// The next run of `source` from its begin on that is one of these: bytes that stand for themselves, or an
/// entity or a line end that stands for `text`. `source` must not be empty.
struct XmlPiece {
  Span source;
  bool verbatim = true;
  std::string text;  ///< unless verbatim
};
XmlPiece next_piece(std::string_view all, Span source, bool has_entities);

/// Writes the bytes of a text or an attribute's value as XML means them: a line end is a blank, an entity is
/// its character. CDATA has no entities. Returns the last character, or 0.
char32_t add_xml_text(BlockWriter& writer, std::string_view all, Span source, bool has_entities = true);

}  // namespace langdu
