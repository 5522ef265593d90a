#include "output/book_reader.h"

#include <doctest/doctest.h>
#include <zip.h>

#include <algorithm>
#include <cstdio>
#include <set>

namespace langdu {
namespace {

void unpack(SeenBook& book, const std::string& path) {
  zip_t* const archive = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  REQUIRE(archive != nullptr);
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    zip_stat_t stat;
    REQUIRE(zip_stat_index(archive, index, 0, &stat) == 0);
    zip_file_t* const file = zip_fopen_index(archive, index, 0);
    REQUIRE(file != nullptr);
    std::string content(stat.size, '\0');
    REQUIRE(zip_fread(file, content.data(), content.size()) == static_cast<zip_int64_t>(stat.size));
    REQUIRE(zip_fclose(file) == 0);
    book.names.emplace_back(stat.name);
    REQUIRE(book.members.emplace(stat.name, std::move(content)).second);
    book.stored[stat.name] = stat.comp_method == ZIP_CM_STORE;
  }
  zip_discard(archive);
}

pugi::xml_document parsed(const SeenBook& book, const std::string& name) {
  CAPTURE(name);
  REQUIRE(book.members.contains(name));
  pugi::xml_document document;
  REQUIRE(document.load_string(book.members.at(name).c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
  return document;
}

std::string text_of(pugi::xml_node node) {
  std::string text = node.value();
  for (const pugi::xml_node child : node.children()) text += text_of(child);
  return text;
}

/// A clock value of SMIL with hours.
std::int64_t ms_of(const std::string& clock) {
  long hours = 0;
  long minutes = 0;
  long seconds = 0;
  long ms = 0;
  REQUIRE(std::sscanf(clock.c_str(), "%ld:%2ld:%2ld.%3ld", &hours, &minutes, &seconds, &ms) == 4);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
}

/// All are in one folder.
const std::string folder = "EPUB/";

struct Manifest {
  std::map<std::string, pugi::xml_node> by_id;
  std::set<std::string> members;
};

Manifest read_manifest(const SeenBook& book) {
  Manifest manifest;
  for (const pugi::xml_node item : book.package.child("package").child("manifest")) {
    REQUIRE(manifest.by_id.emplace(item.attribute("id").value(), item).second);
    const std::string member = folder + item.attribute("href").value();
    CAPTURE(member);
    REQUIRE(book.members.contains(member));
    REQUIRE(manifest.members.insert(member).second);
  }
  return manifest;
}

void read_sentences(SeenPage& page, pugi::xml_node section) {
  std::set<std::string> ids;
  for (const pugi::xml_node block : section.children()) {
    page.text += text_of(block) + '\n';
    for (const pugi::xml_node span : block.children("span")) {
      SeenSentence sentence;
      sentence.id = span.attribute("id").value();
      sentence.text = text_of(span);
      sentence.element = block.name();
      sentence.language = span.attribute("lang").value();
      REQUIRE(ids.insert(sentence.id).second);
      page.sentences.push_back(sentence);
    }
  }
}

void read_overlay(const SeenBook& book, SeenPage& page, const std::string& member) {
  const pugi::xml_document document = parsed(book, member);
  const pugi::xml_node sequence = document.child("smil").child("body").child("seq");
  CHECK(folder + sequence.attribute("epub:textref").value() == page.member + "#text");
  std::size_t at = 0;
  for (const pugi::xml_node pair : sequence.children("par")) {
    REQUIRE(at < page.sentences.size());
    SeenSentence& sentence = page.sentences[at++];
    REQUIRE(folder + pair.child("text").attribute("src").value() == page.member + "#" + sentence.id);
    const pugi::xml_node audio = pair.child("audio");
    sentence.sound = folder + audio.attribute("src").value();
    REQUIRE(book.members.contains(sentence.sound));
    sentence.begin = ms_of(audio.attribute("clipBegin").value());
    sentence.end = ms_of(audio.attribute("clipEnd").value());
  }
  REQUIRE(at == page.sentences.size());
}

void read_pages(SeenBook& book, const Manifest& manifest,
                const std::map<std::string, std::int64_t>& durations) {
  for (const pugi::xml_node reference : book.package.child("package").child("spine")) {
    const pugi::xml_node item = manifest.by_id.at(reference.attribute("idref").value());
    SeenPage page;
    page.member = folder + item.attribute("href").value();
    const pugi::xml_document document = parsed(book, page.member);
    const pugi::xml_node root = document.child("html");
    CHECK(root.attribute("lang").value() == std::string("zh-CN"));
    page.title = text_of(root.child("head").child("title"));
    const std::string overlay = item.attribute("media-overlay").value();
    if (overlay.empty()) continue;
    read_sentences(page, root.child("body").child("section"));
    read_overlay(book, page, folder + manifest.by_id.at(overlay).attribute("href").value());
    page.duration = durations.at("#" + overlay);
    book.pages.push_back(page);
  }
}

void read_list(SeenBook& book, pugi::xml_node list, int depth) {
  for (const pugi::xml_node item : list.children("li")) {
    const pugi::xml_node link = item.child("a");
    book.contents.push_back({depth, text_of(link), folder + link.attribute("href").value()});
    read_list(book, item.child("ol"), depth + 1);
  }
}

}  // namespace

std::vector<std::string> SeenBook::metadata(const std::string& name) const {
  std::vector<std::string> values;
  for (const pugi::xml_node node : package.child("package").child("metadata")) {
    const bool refines = node.attribute("refines");
    if ((node.name() == name || node.attribute("property").value() == name) && !refines)
      values.push_back(text_of(node));
  }
  return values;
}

SeenBook read_book(const std::string& path) {
  SeenBook book;
  unpack(book, path);
  const pugi::xml_document container = parsed(book, "META-INF/container.xml");
  const std::string package =
      container.child("container").child("rootfiles").child("rootfile").attribute("full-path").value();
  book.package = parsed(book, package);
  const Manifest manifest = read_manifest(book);
  for (const std::string& name : book.names) {
    CAPTURE(name);
    CHECK((manifest.members.contains(name) || name == package || !name.starts_with(folder)));
  }
  std::map<std::string, std::int64_t> durations;
  for (const pugi::xml_node node : book.package.child("package").child("metadata")) {
    if (node.attribute("property").value() == std::string("media:duration"))
      durations[node.attribute("refines").value()] = ms_of(text_of(node));
  }
  if (durations.contains("")) book.duration = durations.at("");
  read_pages(book, manifest, durations);
  const pugi::xml_document nav = parsed(book, folder + "nav.xhtml");
  read_list(book, nav.child("html").child("body").child("nav").child("ol"), 1);
  return book;
}

}  // namespace langdu
