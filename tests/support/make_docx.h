#pragma once
#include <string>
#include <vector>

#include "support/make_zip.h"

namespace langdu::testing {

inline constexpr const char* word_namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
    " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
    " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

/// A part of a Word file: <w:ELEMENT>content</w:ELEMENT> with what stands in front of it.
inline std::string word_xml(const std::string& element, const std::string& content) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:" + element + word_namespaces +
         ">" + content + "</w:" + element + ">";
}

/// The members of a Word file with this content of w:body, in an archive. `more` are members with their
/// whole content; those of word/ are found by their usual names.
inline std::string make_docx(const std::string& body, std::vector<ZipEntry> more = {}) {
  more.insert(more.begin(), {"word/document.xml", word_xml("document", "<w:body>" + body + "</w:body>")});
  return make_zip(more);
}

/// A paragraph of one run.
inline std::string word_paragraph(const std::string& text, const std::string& properties = {}) {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

}  // namespace langdu::testing
