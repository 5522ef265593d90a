#pragma once
#include <string>

#include "output/book.h"

namespace langdu {

/// META-INF/container.xml, which says where the package document is.
std::string container_xml();

/// The package document: what the book is, what files it has and in which order they are read. `identity`
/// is everything in the book; its hash is the book's identifier, so that the same book has the same one.
std::string package_opf(const Book& book, const std::string& identity);

/// The name of the cover's file; empty when there is none.
std::string cover_file(const Book& book);

inline constexpr const char* package_folder = "EPUB/";
inline constexpr const char* package_name = "package.opf";

}  // namespace langdu
