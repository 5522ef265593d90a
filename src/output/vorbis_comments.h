#pragma once
#include <string>

#include "audio/timeline.h"
#include "plan/plan.h"

namespace langdu {

/// The Vorbis comments of FLAC, Ogg Vorbis and Opus files, as these count them (without the framing bit of
/// Vorbis): title, date, language, and the chapters as CHAPTER001=HH:MM:SS.mmm and CHAPTER001NAME=. They may
/// stand before the sound from the start: with the same plan, comments made from a timeline that is still
/// empty are at least as long.
std::string vorbis_comments(const Plan& plan, const Timeline& timeline);

}  // namespace langdu
