#pragma once
#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace langdu {

/// A sentence of a book as a reading program sees it. Times in milliseconds of its sound file.
struct SeenSentence {
  std::string id;
  std::string text;
  std::string element;  ///< h1 to h6 or p
  std::string language;
  std::string sound;  ///< the member with its sound
  std::int64_t begin = -1;
  std::int64_t end = -1;
};

struct SeenPage {
  std::string member;
  std::string title;
  std::string text;  ///< all of it, with a line end behind each heading and paragraph
  std::vector<SeenSentence> sentences;
  std::int64_t duration = 0;  ///< as the package says
};

/// An entry of the table of contents.
struct SeenEntry {
  int depth = 1;
  std::string title;
  std::string address;
};

struct SeenBook {
  std::vector<std::string> names;              ///< of the members, in the archive's order
  std::map<std::string, std::string> members;  ///< name to content
  std::map<std::string, bool> stored;
  pugi::xml_document package;
  std::vector<SeenPage> pages;  ///< with an overlay, in the order of reading
  std::vector<SeenEntry> contents;
  std::int64_t duration = 0;

  /// The texts of the package's metadata elements with this name, or with this property.
  std::vector<std::string> metadata(const std::string& name) const;
};

/// Reads a book by the rules of EPUB 3, and not by what writes it. REQUIREs what they say: that each
/// reference leads to something, that ids are there once, that an overlay follows the text.
SeenBook read_book(const std::string& path);

}  // namespace langdu
