#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audio/timeline.h"
#include "output/book_sound.h"
#include "plan/plan.h"

namespace langdu {

/// When a sentence is heard, in milliseconds of its sound file.
struct BookClip {
  std::uint32_t utterance = 0;
  std::uint32_t piece = 0;  ///< of Book::pieces
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

/// A page of the book: a chapter.
struct BookPage {
  std::string title;
  std::vector<BookClip> clips;  ///< all its sentences, in order

  /// In milliseconds.
  std::uint64_t duration() const;
};

/// What an e-book is written from.
struct Book {
  const Plan& plan;
  std::string title;         ///< never empty: without a title that of the first chapter, or 无题
  bool shows_title = false;  ///< as a heading, above those of level 1
  std::vector<SoundPiece> pieces;
  std::vector<BookPage> pages;  ///< at least one
};

/// What was rendered of the plan, which must outlive it. A clip lasts until the next one of its sound file
/// begins, the last until the end of the file: the pauses are heard then without a jump, and a program that
/// jumps to where the next clip begins has nothing to do.
Book make_book(const Plan& plan, const Timeline& timeline, std::vector<SoundPiece> pieces);

/// Names of the book's files, beside one another: "page-0001.xhtml"; `number` counts from 0.
std::string book_file(std::string_view stem, std::size_t number, std::string_view extension);

/// The id of a sentence on its page.
std::string sentence_id(std::uint32_t utterance);

}  // namespace langdu
