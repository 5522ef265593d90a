#include "read/docx.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include "read/block_writer.h"
#include "read/container.h"
#include "read/docx_body.h"
#include "read/docx_numbering.h"
#include "read/docx_package.h"
#include "read/docx_styles.h"
#include "read/docx_text.h"
#include "read/zip_archive.h"

namespace langdu {
namespace {

constexpr std::string_view remedy = "open it in an office program and save it again, or fetch it once more";

/// Footnotes or endnotes by their ids.
struct DocxNotes {
  XmlPart part;
  std::map<std::string, pugi::xml_node> notes;
};

class DocxReader {
 public:
  DocxReader(DocxPackage& package, Document& document, const ReadOptions& options)
      : package_(package),
        document_(document),
        options_(options),
        writer_(document),
        styles_(setting("styles").root()),
        numbering_(setting("numbering").root(), styles_),
        body_(document, writer_, options, styles_, numbering_) {}

  /// Whether there is a text at all, be it an empty one.
  bool read() {
    const XmlPart main = package_.read_text(package_.main());
    body_.begin_part(main);
    body_.read(main, main.root());
    read_notes();
    for (const std::string_view role : {"header", "footer"}) drop_members(role, "header or footer");
    drop_members("comments", "comment");
    body_.finish();
    writer_.finish();
    std::stable_sort(
        document_.marks.begin(), document_.marks.end(),
        [](const ReadingMark& a, const ReadingMark& b) { return a.hanzi.begin < b.hanzi.begin; });
    document_.metadata = package_.metadata();
    return static_cast<bool>(main.root());
  }

 private:
  XmlPart setting(std::string_view role) {
    const auto members = package_.related(role);
    return members.empty() ? XmlPart{} : package_.read(members.front());
  }

  DocxNotes notes_of(std::string_view role) {
    DocxNotes result;
    const auto members = package_.related(role);
    if (members.empty()) return result;
    result.part = package_.read_text(members.front());
    for (const pugi::xml_node node : result.part.root()) {
      const std::string_view type = attribute_of(node, "type").value();
      if (type.empty() || type == "normal") result.notes.emplace(attribute_of(node, "id").value(), node);
    }
    return result;
  }

  /// Those that the text refers to, in its order; the others are not shown by Word either.
  void read_notes() {
    DocxNotes footnotes = notes_of("footnotes");
    DocxNotes endnotes = notes_of("endnotes");
    for (const DocxNotes* const notes : {&footnotes, &endnotes}) body_.begin_part(notes->part);
    const auto marks = body_.note_marks();  // a note may have marks, but they are not followed
    int number = 0;
    for (const auto& mark : marks) {
      DocxNotes& from = mark.is_endnote ? endnotes : footnotes;
      const auto note = from.notes.find(mark.id);
      if (note == from.notes.end() || !options_.notes) continue;
      body_.read(from.part, note->second, fmt::format("注{}：", ++number));
      from.notes.erase(note);
    }
    for (const DocxNotes* const rest : {&footnotes, &endnotes}) {
      for (const auto& [id, node] : rest->notes) drop_texts(document_, rest->part, node, "footnote");
    }
  }

  void drop_members(std::string_view role, std::string_view rule) {
    for (const std::string& member : package_.related(role)) {
      if (!dropped_members_.insert(member).second) continue;
      const XmlPart part = package_.read_text(member);
      drop_texts(document_, part, part.root(), rule);
    }
  }

  DocxPackage& package_;
  Document& document_;
  const ReadOptions& options_;
  BlockWriter writer_;
  DocxStyles styles_;
  DocxNumbering numbering_;
  DocxBody body_;
  std::set<std::string> dropped_members_;
};

}  // namespace

bool shows_docx(std::string_view content) {
  if (!content.starts_with("PK\x03\x04")) return false;
  constexpr std::uint64_t most_types = 1 << 20;  // bytes of [Content_Types].xml
  ZipArchive archive(content, {most_types});
  return is_docx(archive);
}

Document read_docx(std::string content, const ReadOptions& options) {
  return read_container(content, remedy, [&](ZipArchive& archive, Document& document) {
    DocxPackage package(archive, document);
    return DocxReader(package, document, options).read();
  });
}

}  // namespace langdu
