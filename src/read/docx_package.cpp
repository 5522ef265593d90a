#include "read/docx_package.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "read/author.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::string_view usual_main = "word/document.xml";

// Documents, templates, and both with macros.
constexpr std::array main_types = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
};

// What programs write as the title of a file that has none.
constexpr std::array empty_titles = {
    "Word 文档",
    "Word文档",
    "Microsoft Word 文档",
    "Microsoft Word Document",
    "新建 Microsoft Word 文档",
    "文档",
    "文档1",
    "Document",
    "Document1",
    "Untitled",
    "无标题",
    "未命名",
    "标题",
    "PowerPoint 演示文稿",
    "PowerPoint Presentation",
    "PowerPoint",
};

bool is_empty_title(std::string_view title) {
  return title.empty() || title.starts_with("Microsoft Word - ") ||
         std::find(empty_titles.begin(), empty_titles.end(), title) != empty_titles.end();
}

std::string_view folder_of(std::string_view member) {
  return member.substr(0, member.rfind('/') + 1);  // without a slash npos + 1 is 0
}

/// The member that `target` names, seen from `folder`. One that climbs out of the archive ends at its root.
std::string resolved(std::string_view folder, std::string_view target) {
  std::string path(target.starts_with('/') ? "" : folder);
  path += target;
  std::vector<std::string_view> parts;
  for (std::string_view rest = path; !rest.empty();) {
    const auto end = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, end);
    if (part == ".." && !parts.empty()) parts.pop_back();
    if (!part.empty() && part != "." && part != "..") parts.push_back(part);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::string result;
  for (const std::string_view part : parts) result += (result.empty() ? "" : "/") + std::string(part);
  return result;
}

std::string relations_member(std::string_view member) {
  const std::string_view folder = folder_of(member);
  return fmt::format("{}_rels/{}.rels", folder, member.substr(folder.size()));
}

/// The main part that [Content_Types].xml names, or nothing.
std::string main_by_type(pugi::xml_node types) {
  for (const pugi::xml_node node : types) {
    const std::string_view type = attribute_of(node, "ContentType").value();
    if (local_name(node) == "Override" &&
        std::find(main_types.begin(), main_types.end(), type) != main_types.end())
      return resolved("", attribute_of(node, "PartName").value());
  }
  return {};
}

}  // namespace

bool is_docx(ZipArchive& archive) {
  if (!archive.is_open()) return false;
  if (archive.has(usual_main)) return true;
  const auto types = archive.read("[Content_Types].xml");
  return types && !main_by_type(parse_xml(*types).root()).empty();
}

DocxPackage::DocxPackage(ZipArchive& archive, Document& document) : archive_(archive), document_(document) {
  root_ = relations_of("");
  main_ = find_main();
  relations_ = relations_of(main_);
}

std::string DocxPackage::bytes_of(const std::string& member) {
  std::optional<std::string> content = archive_.read(member);
  if (content) return std::move(*content);
  const bool salvaged = !archive_.salvaged().empty();
  document_.notes.push_back({Severity::warning,
                             {},
                             fmt::format("{} {}{}", member, words_for(archive_.failure()),
                                         salvaged ? "; what could be unpacked of it is read" : "")});
  return archive_.salvaged();
}

void DocxPackage::note_unless_whole(const XmlPart& part, const std::string& member) {
  if (part.whole) return;
  document_.notes.push_back({Severity::warning,
                             {part.source.end, part.source.end},
                             fmt::format("{} is not whole XML; it is read as far as it goes", member)});
}

XmlPart DocxPackage::read(const std::string& member) {
  std::string bytes = bytes_of(member);
  if (bytes.empty()) return {};
  XmlPart part = parse_xml(std::move(bytes));
  part.source = {};
  note_unless_whole(part, member);
  return part;
}

XmlPart DocxPackage::read_text(const std::string& member) {
  std::string bytes = bytes_of(member);
  if (bytes.empty()) return {};
  XmlPart part = append_xml(document_, std::move(bytes), member);
  note_unless_whole(part, member);
  return part;
}

std::vector<DocxPackage::Relation> DocxPackage::relations_of(const std::string& member) {
  const std::string name = relations_member(member);
  std::vector<Relation> relations;
  if (!archive_.has(name)) return relations;
  const XmlPart part = read(name);
  for (const pugi::xml_node node : part.root()) {
    const std::string_view type = attribute_of(node, "Type").value();
    const bool is_outside = attribute_of(node, "TargetMode").value() == std::string_view("External");
    if (is_outside || local_name(node) != "Relationship") continue;
    relations.push_back({std::string(type.substr(type.rfind('/') + 1)),
                         resolved(folder_of(member), attribute_of(node, "Target").value())});
  }
  return relations;
}

std::string DocxPackage::find_main() {
  for (const Relation& relation : root_) {
    if (relation.role == "officeDocument" && archive_.has(relation.member)) return relation.member;
  }
  if (archive_.has("[Content_Types].xml")) {
    std::string named = main_by_type(read("[Content_Types].xml").root());
    if (!named.empty() && archive_.has(named)) return named;
  }
  return std::string(usual_main);
}

std::vector<std::string> DocxPackage::related(std::string_view role) {
  std::vector<std::string> members;
  for (const Relation& relation : relations_) {
    if (relation.role == role) members.push_back(relation.member);
  }
  if (!relations_.empty()) return members;
  // Nothing says what belongs together: the usual names do, such as word/header2.xml.
  const std::string start = std::string(folder_of(main_)) + std::string(role);
  for (const std::string& name : archive_.names()) {
    std::string_view rest = name;
    if (!rest.starts_with(start) || !rest.ends_with(".xml")) continue;
    rest = rest.substr(start.size(), rest.size() - start.size() - 4);
    if (rest.find_first_not_of("0123456789") == std::string_view::npos) members.push_back(name);
  }
  return members;
}

Metadata DocxPackage::metadata() {
  std::string member = "docProps/core.xml";
  for (const Relation& relation : root_) {
    if (relation.role == "core-properties") member = relation.member;
  }
  if (!archive_.has(member)) return {};
  const XmlPart part = read(member);
  const std::string_view title = child_of(part.root(), "title").child_value();
  const Span trimmed = without_edge_blanks(title);
  const std::string_view text = title.substr(trimmed.begin, trimmed.size());
  Metadata metadata;
  if (!is_empty_title(text)) metadata.title = text;
  add_author(metadata.author, child_of(part.root(), "creator").child_value());
  return metadata;
}

}  // namespace langdu
