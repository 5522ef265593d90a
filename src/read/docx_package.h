#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "read/document.h"
#include "read/xml_text.h"
#include "read/zip_archive.h"

namespace langdu {

/// The members of a Word file: which of them is the text, which belong to it, and what is wrong with them.
class DocxPackage {
 public:
  /// `archive` must be open.
  DocxPackage(ZipArchive& archive, Document& document);

  /// The member with the text; whether it is there, has() says.
  const std::string& main() const { return main_; }
  bool has(std::string_view member) const { return archive_.has(member); }
  /// The members that the text refers to in this role: "styles", "footnotes", "header".
  std::vector<std::string> related(std::string_view role);

  /// A member that says how the text is shown. A note names one that is missing or damaged.
  XmlPart read(const std::string& member);
  /// A member with text to be read: it becomes a part of the document.
  XmlPart read_text(const std::string& member);
  /// The title and the author that the file says, or nothing.
  Metadata metadata();

 private:
  struct Relation {
    std::string role;  ///< the last part of its type
    std::string member;
  };

  std::string bytes_of(const std::string& member);
  void note_unless_whole(const XmlPart& part, const std::string& member);
  std::vector<Relation> relations_of(const std::string& member);
  std::string find_main();

  ZipArchive& archive_;
  Document& document_;
  std::vector<Relation> root_;
  std::vector<Relation> relations_;  ///< of the main part
  std::string main_;
};

/// Whether an archive says that it is a Word document.
bool is_docx(ZipArchive& archive);

}  // namespace langdu
