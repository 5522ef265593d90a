#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "audio/timeline.h"
#include "plan/plan.h"

namespace langdu {

/// Takes the next piece of a page.
using WritePiece = std::function<void(std::string_view)>;

struct PageContent {
  bool ruby = false;       ///< pinyin above the hanzi (page_words.h)
  std::string_view name;   ///< for a document without a title
  std::string_view media;  ///< where the sound comes from, as the Content-Security-Policy names it
  std::function<void(const WritePiece&)> sound;  ///< writes the attributes that say where the sound is
};

/// The read-along page: the skeleton with the document in it. Every sentence is an element with its number,
/// begin and end, every word one with its begin, all in milliseconds of the sound.
void write_page(const Plan& plan, const Timeline& timeline, const PageContent& content,
                const WritePiece& write);

}  // namespace langdu
