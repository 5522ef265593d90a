#pragma once
#include <string>

#include "audio/timeline.h"
#include "plan/plan.h"

namespace langdu {

/// An ID3v2 tag with the document's title, author, date and cover, and the chapters (CHAP and
/// CTOC frames). It may stand before the
/// sound from the start: with the same plan, a tag made from a timeline that is still empty is at least as
/// long.
std::string id3_tag(const Plan& plan, const Timeline& timeline);

/// The tag made exactly `bytes` long with padding. `bytes` must not be less than its length.
std::string padded_id3_tag(std::string tag, std::size_t bytes);

}  // namespace langdu
