#pragma once
#include <string>
#include <string_view>

#include "read/document.h"

namespace langdu {

/// A title as it may stand in a tag: valid UTF-8 on one line, without control characters.
std::string tag_text(std::string_view text);

/// At most `bytes` of UTF-8, cut between two code points.
std::string_view cut_text(std::string_view text, std::size_t bytes);

/// tag_text() cut at 1,000 bytes: with it the longest tags stay below every format's limit, and no title is
/// longer.
std::string tag_title(std::string_view text);

/// A date of publication as tags want it, YYYY-MM-DD, YYYY-MM or YYYY: from numbers with anything between
/// them (2023年5月1日). Empty when the text does not begin with a year.
std::string tag_date(std::string_view text);

/// The title of the whole: of a work that is its own album, its title.
std::string tag_album(const Metadata& metadata);

/// "3/12", the number of the track and how many there are; empty for a work of one file.
std::string tag_track(const Metadata& metadata);

}  // namespace langdu
