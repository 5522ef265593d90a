#pragma once
#include <string>

#include "audio/timeline.h"
#include "plan/plan.h"

namespace langdu {

/// The Vorbis comments of FLAC, Ogg Vorbis and Opus files, as these count them (without the framing bit of
/// Vorbis): title, author, date, language, and the chapters as CHAPTER001=HH:MM:SS.mmm and CHAPTER001NAME=.
/// They may stand before the sound from the start: with the same plan, comments made from a timeline that is
/// still empty are at least as long.
std::string vorbis_comments(const Plan& plan, const Timeline& timeline);

/// The same with the cover as METADATA_BLOCK_PICTURE, for Ogg, which has no other place for it.
std::string ogg_comments(const Plan& plan, const Timeline& timeline);

/// The content of a FLAC file's PICTURE block; empty without a cover.
std::string flac_picture(const Picture& cover);

}  // namespace langdu
