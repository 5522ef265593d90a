#pragma once
#include <string>
#include <vector>

#include "read/epub_package.h"

namespace langdu {

/// One line of the table of contents.
struct EpubEntry {
  std::string label;
  EpubTarget target;
  int depth = 1;  ///< 1 is the outermost
};

/// What the navigation document (EPUB 3) or else the NCX (EPUB 2) says.
struct EpubContents {
  std::vector<EpubEntry> entries;  ///< in the order of the table
  std::vector<EpubTarget> covers;  ///< also from the guide
  std::vector<EpubTarget> tables;  ///< of contents, as pages; also from the guide
};

EpubContents read_contents(EpubPackage& package, const ZipArchive& archive);

}  // namespace langdu
