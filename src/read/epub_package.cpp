#include "read/epub_package.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "read/author.h"
#include "read/entities.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::string_view container = "META-INF/container.xml";
constexpr std::string_view opf_type = "application/oebps-package+xml";

// They make a font useless outside the book, and leave the text alone.
constexpr std::array font_algorithms = {std::string_view("http://www.idpf.org/2008/embedding"),
                                        std::string_view("http://ns.adobe.com/pdf/enc#RC")};

bool is_text_name(std::string_view name) {
  const std::string low = lower_ascii(name);
  return low.ends_with(".xhtml") || low.ends_with(".html") || low.ends_with(".htm");
}

bool is_text_type(std::string_view type) {
  return type == "application/xhtml+xml" || type == "text/html" || type == "text/x-oeb1-document";
}

std::string percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned char byte = 0;
    const char* const digits = text.data() + at + 1;
    if (text[at] == '%' && at + 2 < text.size() &&
        std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      result += static_cast<char>(byte);
      at += 2;
    } else {
      result += text[at];
    }
  }
  return result;
}

/// The path without "." and ".."; nothing when it climbs out of the archive.
std::optional<std::string> normal_path(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const auto end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    if (part == ".." && parts.empty()) return {};
    if (part == "..") parts.pop_back();
    if (!part.empty() && part != "." && part != "..") parts.push_back(part);
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  std::string result;
  for (const std::string_view part : parts) result += (result.empty() ? "" : "/") + std::string(part);
  return result;
}

bool has_scheme(std::string_view href) {
  const auto colon = href.find(':');
  return colon != std::string_view::npos && colon > 1 &&
         href.substr(0, colon).find_first_of("/?#") == std::string_view::npos &&
         std::all_of(href.begin(), href.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return is_latin(static_cast<unsigned char>(c)) || c == '+' || c == '-'; });
}

/// `&nbsp;` and the like, which XML leaves as they are when no DTD is read.
std::string without_entities(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text[at] == '&' ? text.substr(at, 12).find(';') : std::string_view::npos;
    const auto stands_for =
        end == std::string_view::npos ? std::nullopt : entity_text(text.substr(at, end + 1));
    result += stands_for ? *stands_for : std::string(1, text[at]);
    at += stands_for ? end + 1 : 1;
  }
  return result;
}

std::string folded_blanks(std::string_view text) {
  std::string result;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    const bool is_gap = is_blank(rune.code) || rune.code == U'\n' || rune.code == U'\r';
    if (!is_gap && blank && !result.empty()) result += ' ';
    if (!is_gap) result += text.substr(at, rune.size);
    blank = is_gap;
    at += rune.size;
  }
  return result;
}

}  // namespace

std::optional<EpubTarget> resolve_href(const ZipArchive& archive, std::string_view from,
                                       std::string_view href) {
  const auto hash = std::min(href.find('#'), href.size());
  EpubTarget target{std::string(from), percent_decoded(href.substr(std::min(hash + 1, href.size())))};
  const std::string_view path = href.substr(0, hash);
  if (path.empty()) return target;
  if (has_scheme(path)) return {};
  const std::string_view folder = path.starts_with('/') ? "" : from.substr(0, from.rfind('/') + 1);
  const auto decoded = normal_path(std::string(folder) + percent_decoded(path));
  if (!decoded) return {};
  // Some programs write names with a percent sign as they are.
  const auto written =
      archive.has(*decoded) ? std::nullopt : normal_path(std::string(folder) + std::string(path));
  target.member = written && archive.has(*written) ? *written : *decoded;
  return target;
}

std::string shown_text(pugi::xml_node element) {
  std::string text;
  for (pugi::xml_node node = element; node; node = next_node(node, element)) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text += node.value();
    if (local_name(node) == "br") text += ' ';
  }
  return folded_blanks(without_entities(text));
}

std::string find_opf(ZipArchive& archive) {
  if (!archive.is_open()) return {};
  const auto bytes = archive.has(container) ? archive.read(container) : std::nullopt;
  const XmlPart part = bytes ? parse_xml(*bytes) : XmlPart{};
  for (pugi::xml_node node = part.root(); node; node = next_node(node, part.root())) {
    if (local_name(node) != "rootfile") continue;
    const std::string_view path = attribute_of(node, "full-path").value();
    if (attribute_of(node, "media-type").value() != opf_type && !lower_ascii(path).ends_with(".opf"))
      continue;
    const auto target = resolve_href(archive, "", path);
    if (target && archive.has(target->member)) return target->member;
  }
  const auto is_opf = [](const std::string& name) { return lower_ascii(name).ends_with(".opf"); };
  const auto& names = archive.names();
  const auto only = std::find_if(names.begin(), names.end(), is_opf);
  const bool is_only = only != names.end() && std::find_if(only + 1, names.end(), is_opf) == names.end();
  return is_only ? *only : std::string{};
}

EpubPackage::EpubPackage(ZipArchive& archive, Document& document)
    : archive_(archive), document_(document), opf_(find_opf(archive)) {
  read_encryption();
  if (opf_.empty()) note("the book has no package document (.opf) that says what it holds");
  const XmlPart part = opf_.empty() ? XmlPart{} : read(opf_);
  const pugi::xml_node root = part.root();
  read_metadata(child_of(root, "metadata"));
  read_authors(child_of(root, "metadata"));
  read_manifest(child_of(root, "manifest"));
  find_cover(child_of(root, "metadata"));
  for (const pugi::xml_node node : child_of(root, "guide")) {
    auto target = resolve_href(archive_, opf_, attribute_of(node, "href").value());
    if (target) guide_.emplace_back(lower_ascii(attribute_of(node, "type").value()), std::move(*target));
  }
  find_contents(child_of(root, "spine"));
  read_spine(child_of(root, "spine"));
  if (order_.empty()) take_all_texts();
}

XmlPart EpubPackage::read(const std::string& member) {
  std::optional<std::string> bytes = archive_.read(member);
  if (!bytes) {
    note(fmt::format("{} {}", member, words_for(archive_.failure())));
    if (archive_.salvaged().empty()) return {};
    bytes = archive_.salvaged();
  }
  XmlPart part = parse_xml(std::move(*bytes));
  if (!part.whole) note(fmt::format("{} is not whole XML; it is read as far as it goes", member));
  return part;
}

std::vector<EpubTarget> EpubPackage::guide(std::string_view type) const {
  std::vector<EpubTarget> targets;
  for (const auto& [name, target] : guide_) {
    if (name == type) targets.push_back(target);
  }
  return targets;
}

void EpubPackage::read_metadata(pugi::xml_node metadata) {
  bool is_publication = false;
  for (pugi::xml_node node = metadata; node; node = next_node(node, metadata)) {
    const std::string name = lower_ascii(local_name(node));
    if (name == "title" && title_.empty()) title_ = shown_text(node);
    const std::string event = lower_ascii(attribute_of(node, "event").value());
    if (name != "date" || event == "modification" || event == "creation") continue;
    if (!date_.empty() && (is_publication || event != "publication")) continue;
    date_ = shown_text(node);
    is_publication = event == "publication";
  }
}

/// The creators that the book calls authors (MARC: aut), or calls nothing: in EPUB 2 an attribute says it, in
/// EPUB 3 a <meta> that refines the creator.
void EpubPackage::read_authors(pugi::xml_node metadata) {
  std::unordered_map<std::string, std::string> roles;
  for (pugi::xml_node node = metadata; node; node = next_node(node, metadata)) {
    const std::string_view refined = attribute_of(node, "refines").value();
    if (refined.starts_with('#') && attribute_of(node, "property").value() == std::string_view("role"))
      roles.emplace(refined.substr(1), shown_text(node));
  }
  for (pugi::xml_node node = metadata; node; node = next_node(node, metadata)) {
    if (lower_ascii(local_name(node)) != "creator") continue;
    std::string role = attribute_of(node, "role").value();
    const auto refined = roles.find(attribute_of(node, "id").value());
    if (role.empty() && refined != roles.end()) role = refined->second;
    if (role.empty() || lower_ascii(role) == "aut") add_author(author_, shown_text(node));
  }
}

/// EPUB 3 marks the item, EPUB 2 names it (some programs by its href).
void EpubPackage::find_cover(pugi::xml_node metadata) {
  std::string named;
  for (pugi::xml_node node = metadata; node; node = next_node(node, metadata)) {
    const bool is_cover = lower_ascii(attribute_of(node, "name").value()) == "cover";
    if (is_cover && named.empty()) named = attribute_of(node, "content").value();
  }
  const auto by_id = by_id_.find(named);
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const bool is_named = by_id != by_id_.end() ? by_id->second == i : items_[i].href == named;
    if (is_text_type(items_[i].type)) continue;  // the page that shows it
    const bool is_marked = (" " + items_[i].properties + " ").find(" cover-image ") != std::string::npos;
    if (is_marked || (is_named && cover_.empty())) cover_ = member_of(items_[i].href);
    if (is_marked) return;
  }
}

void EpubPackage::read_manifest(pugi::xml_node manifest) {
  for (const pugi::xml_node node : manifest) {
    if (local_name(node) != "item") continue;
    by_id_.emplace(attribute_of(node, "id").value(), items_.size());
    items_.push_back({attribute_of(node, "href").value(),
                      lower_ascii(attribute_of(node, "media-type").value()),
                      attribute_of(node, "properties").value()});
  }
}

std::string EpubPackage::member_of(const std::string& href) const {
  const auto target = resolve_href(archive_, opf_, href);
  return target ? target->member : std::string{};
}

void EpubPackage::find_contents(pugi::xml_node spine) {
  for (const Item& item : items_) {
    const bool is_nav = (" " + item.properties + " ").find(" nav ") != std::string::npos;
    if (is_nav && nav_.empty()) nav_ = member_of(item.href);
    if (item.type == "application/x-dtbncx+xml" && ncx_.empty()) ncx_ = member_of(item.href);
  }
  const auto named = by_id_.find(attribute_of(spine, "toc").value());
  if (named != by_id_.end()) ncx_ = member_of(items_[named->second].href);
}

void EpubPackage::read_spine(pugi::xml_node spine) {
  for (const pugi::xml_node node : spine) {
    if (local_name(node) != "itemref") continue;
    const std::string id = attribute_of(node, "idref").value();
    const auto item = by_id_.find(id);
    if (item == by_id_.end()) {
      note(fmt::format("the chapter \"{}\" of the order of reading is missing", printable(id)));
      continue;
    }
    add(items_[item->second], lower_ascii(attribute_of(node, "linear").value()) != "no");
  }
}

/// Once, however often it is listed; it is part of the text if one of the places says so.
void EpubPackage::add(const Item& item, bool is_linear) {
  const auto target = resolve_href(archive_, opf_, item.href);
  EpubItem read{target ? target->member : item.href, target.has_value(), is_linear, item.type};
  const auto [place, is_new] = places_.emplace(read.member, order_.size());
  if (is_new) {
    order_.push_back(std::move(read));
  } else {
    order_[place->second].is_linear |= is_linear;
  }
}

void EpubPackage::take_all_texts() {
  for (const Item& item : items_) {
    if (is_text_type(item.type)) add(item, true);
  }
  if (order_.empty()) {
    for (const std::string& name : archive_.names()) {
      if (is_text_name(name)) order_.push_back({name, true, true, {}});
    }
  }
  if (!order_.empty())
    note("the book does not say in which order it is read; the order of its list is taken");
}

void EpubPackage::read_encryption() {
  constexpr std::string_view list = "META-INF/encryption.xml";
  if (!archive_.has(list)) return;
  const XmlPart part = read(std::string(list));
  std::string_view algorithm;
  for (pugi::xml_node node = part.root(); node; node = next_node(node, part.root())) {
    const std::string_view name = local_name(node);
    if (name == "EncryptedData") algorithm = {};
    // The key has a method of its own, behind that of the data.
    if (name == "EncryptionMethod" && algorithm.empty()) algorithm = attribute_of(node, "Algorithm").value();
    if (name != "CipherReference") continue;
    const bool is_font =
        std::find(font_algorithms.begin(), font_algorithms.end(), algorithm) != font_algorithms.end();
    const auto target = resolve_href(archive_, "", attribute_of(node, "URI").value());
    if (!is_font && target) protected_.insert(target->member);
  }
}

}  // namespace langdu
