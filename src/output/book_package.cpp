#include "output/book_package.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "output/book_pages.h"
#include "output/clock_time.h"
#include "output/tag_text.h"
#include "output/xml_document.h"
#include "text/hash.h"

namespace langdu {
namespace {

constexpr const char* page_type = "application/xhtml+xml";

/// RFC 9562, version 8: its bits are the maker's own, here two hashes of the content.
std::string uuid_of(const std::string& identity) {
  const std::uint64_t a = fnv1a(std::string_view(identity));
  const std::uint64_t b = fnv1a(std::string_view("langdu " + identity));
  return fmt::format("{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}", a >> 32, a >> 16 & 0xFFFF, a & 0xFFF,
                     0x8000 | (b >> 48 & 0x3FFF), b & 0xFFFFFFFFFFFF);
}

/// YYYY-MM-DD or less of it, as far as there is such a day; empty when not even the year is known.
std::string publication_date(const Plan& plan) {
  const std::string date = tag_date(plan.metadata.date);
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  const int count = std::sscanf(date.c_str(), "%4d-%2u-%2u", &year, &month, &day);
  if (count < 1 || year < 1) return {};
  const bool exists =
      count < 3 ||
      std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day))
          .ok();
  return exists ? date : date.substr(0, 7);
}

/// When the book was last changed. The time of day is not asked, so that the same document gives the same
/// bytes: it is the day of publication, or the first that there is when this is not known. The identifier
/// tells two states of a book apart.
std::string modified(const std::string& date) {
  constexpr std::string_view first = "1980-01-01";
  return (date.size() == first.size() ? date : std::string(first)) + "T00:00:00Z";
}

pugi::xml_node add_meta(pugi::xml_node metadata, const char* property, std::string_view value) {
  const pugi::xml_node meta = add_element(metadata, "meta", value);
  set_attribute(meta, "property", property);
  return meta;
}

/// schema.org's words for who can read it: github.com/w3c/a11y-discov-vocab.
void add_accessibility(pugi::xml_node metadata, bool has_cover) {
  add_meta(metadata, "schema:accessMode", "textual");
  add_meta(metadata, "schema:accessMode", "auditory");
  for (const char* sufficient : {"textual,auditory", "textual", "auditory"})
    add_meta(metadata, "schema:accessModeSufficient", sufficient);
  for (const char* feature :
       {"synchronizedAudioText", "tableOfContents", "structuralNavigation", "readingOrder"})
    add_meta(metadata, "schema:accessibilityFeature", feature);
  if (has_cover) add_meta(metadata, "schema:accessibilityFeature", "alternativeText");
  add_meta(metadata, "schema:accessibilityHazard", "none");
  add_meta(metadata, "schema:accessibilitySummary",
           "全书可看可听：文字与合成语音的朗读逐句对应，可按目录和标题跳转。");
}

void add_metadata(pugi::xml_node package, const Book& book, const std::string& identity) {
  const Plan& plan = book.plan;
  const pugi::xml_node metadata = add_element(package, "metadata");
  set_attribute(metadata, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  set_attribute(add_element(metadata, "dc:identifier", "urn:uuid:" + uuid_of(identity)), "id", "id");
  add_element(metadata, "dc:title", book.title);
  add_element(metadata, "dc:language", "zh-CN");
  const std::string author = tag_title(plan.metadata.author);
  if (author.find_first_not_of(' ') != author.npos) add_element(metadata, "dc:creator", author);
  const std::string date = publication_date(plan);
  if (!date.empty()) add_element(metadata, "dc:date", date);
  add_meta(metadata, "dcterms:modified", modified(date));
  add_accessibility(metadata, !plan.metadata.cover.bytes.empty());
  std::uint64_t duration = 0;
  for (std::size_t number = 0; number < book.pages.size(); ++number) {
    const BookPage& page = book.pages[number];
    duration += page.duration();
    if (page.clips.empty()) continue;
    set_attribute(add_meta(metadata, "media:duration", clock_time(page.duration(), '.')), "refines",
                  book_file("#overlay", number, ""));
  }
  if (duration == 0) return;
  add_meta(metadata, "media:duration", clock_time(duration, '.'));
  add_meta(metadata, "media:active-class", active_class);
}

pugi::xml_node add_item(pugi::xml_node manifest, std::string_view id, std::string_view href,
                        std::string_view type, std::string_view properties = {}) {
  const pugi::xml_node item = add_element(manifest, "item");
  set_attribute(item, "id", id);
  set_attribute(item, "href", href);
  set_attribute(item, "media-type", type);
  if (!properties.empty()) set_attribute(item, "properties", properties);
  return item;
}

void add_manifest(pugi::xml_node package, const Book& book) {
  const pugi::xml_node manifest = add_element(package, "manifest");
  add_item(manifest, "nav", "nav.xhtml", page_type, "nav");
  add_item(manifest, "style", "style.css", "text/css");
  if (const std::string cover = cover_file(book); !cover.empty()) {
    add_item(manifest, "cover-image", cover, book.plan.metadata.cover.media_type, "cover-image");
    add_item(manifest, "cover", "cover.xhtml", page_type);
  }
  bool has_sound = false;
  for (std::size_t number = 0; number < book.pages.size(); ++number) {
    const pugi::xml_node page =
        add_item(manifest, book_file("page", number, ""), book_file("page", number, ".xhtml"), page_type);
    if (book.pages[number].clips.empty()) continue;
    has_sound = true;
    const std::string overlay = book_file("overlay", number, "");
    set_attribute(page, "media-overlay", overlay);
    add_item(manifest, overlay, book_file("page", number, ".smil"), "application/smil+xml");
  }
  for (std::size_t piece = 0; has_sound && piece < book.pieces.size(); ++piece)
    add_item(manifest, book_file("sound", piece, ""), book_file("sound", piece, ".m4a"), "audio/mp4");
}

}  // namespace

std::string container_xml() {
  pugi::xml_document document;
  const pugi::xml_node root = add_element(document, "container");
  set_attribute(root, "version", "1.0");
  set_attribute(root, "xmlns", "urn:oasis:names:tc:opendocument:xmlns:container");
  const pugi::xml_node file = add_element(add_element(root, "rootfiles"), "rootfile");
  set_attribute(file, "full-path", std::string(package_folder) + package_name);
  set_attribute(file, "media-type", "application/oebps-package+xml");
  return xml_file(document);
}

std::string package_opf(const Book& book, const std::string& identity) {
  pugi::xml_document document;
  const pugi::xml_node package = add_element(document, "package");
  set_attribute(package, "xmlns", "http://www.idpf.org/2007/opf");
  set_attribute(package, "version", "3.0");
  set_attribute(package, "unique-identifier", "id");
  set_attribute(package, "xml:lang", "zh-CN");
  add_metadata(package, book, identity);
  add_manifest(package, book);
  const pugi::xml_node spine = add_element(package, "spine");
  if (!cover_file(book).empty()) set_attribute(add_element(spine, "itemref"), "idref", "cover");
  for (std::size_t number = 0; number < book.pages.size(); ++number)
    set_attribute(add_element(spine, "itemref"), "idref", book_file("page", number, ""));
  return xml_file(document);
}

std::string cover_file(const Book& book) {
  const Picture& cover = book.plan.metadata.cover;
  if (cover.bytes.empty()) return {};
  return cover.media_type == "image/png" ? "cover.png" : "cover.jpg";
}

}  // namespace langdu
