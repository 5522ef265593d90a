#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "read/document.h"
#include "read/xml_text.h"
#include "read/zip_archive.h"

namespace langdu {

/// What an href means: a member of the archive, and a place in it.
struct EpubTarget {
  std::string member;
  std::string fragment;  ///< the id of an element; empty: the start of the member
};

/// The target of `href`, seen from the member `from`. Nothing when it leads out of the archive.
std::optional<EpubTarget> resolve_href(const ZipArchive& archive, std::string_view from,
                                       std::string_view href);

/// One content document of the book, in the order of reading.
struct EpubItem {
  std::string member;  ///< the href as written when it leads out of the archive
  bool is_inside = true;
  bool is_linear = true;
  std::string type;  ///< media type
};

/// The text of an element without markup, its blanks folded as in HTML.
std::string shown_text(pugi::xml_node element);

/// The package document: what the book holds, and in which order it is read. Its findings become notes of the
/// document.
class EpubPackage {
 public:
  EpubPackage(ZipArchive& archive, Document& document);

  const std::vector<EpubItem>& reading_order() const { return order_; }
  const std::string& title() const { return title_; }
  const std::string& date() const { return date_; }
  const std::string& author() const { return author_; }
  const std::string& cover() const { return cover_; }  ///< member that is an image; empty: none
  const std::string& nav() const { return nav_; }      ///< member; empty: none
  const std::string& ncx() const { return ncx_; }      ///< member; empty: none
  /// The targets that the guide names for a type: "cover", "toc".
  std::vector<EpubTarget> guide(std::string_view type) const;
  /// Whether META-INF/encryption.xml lists the member, and not only as a font made unusable elsewhere.
  bool is_protected(const std::string& member) const { return protected_.contains(member); }

  /// A member as XML; an empty part, with a note, when it cannot be read.
  XmlPart read(const std::string& member);

 private:
  struct Item {
    std::string href;
    std::string type;
    std::string properties;
  };

  void read_metadata(pugi::xml_node metadata);
  void read_authors(pugi::xml_node metadata);
  void read_manifest(pugi::xml_node manifest);
  void find_cover(pugi::xml_node metadata);
  void read_spine(pugi::xml_node spine);
  void find_contents(pugi::xml_node spine);
  void read_encryption();
  void take_all_texts();
  void add(const Item& item, bool is_linear);
  std::string member_of(const std::string& href) const;
  void note(std::string message) { document_.notes.push_back({Severity::warning, {}, std::move(message)}); }

  ZipArchive& archive_;
  Document& document_;
  std::string opf_;
  std::vector<Item> items_;                             ///< of the manifest, in its order
  std::unordered_map<std::string, std::size_t> by_id_;  ///< to items_
  std::vector<EpubItem> order_;
  std::unordered_map<std::string, std::size_t> places_;  ///< of the members in order_
  std::unordered_set<std::string> protected_;
  std::vector<std::pair<std::string, EpubTarget>> guide_;
  std::string title_;
  std::string date_;
  std::string author_;
  std::string cover_;
  std::string nav_;
  std::string ncx_;
};

/// The member that is the package document, or an empty string.
std::string find_opf(ZipArchive& archive);

}  // namespace langdu
