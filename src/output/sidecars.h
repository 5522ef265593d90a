#pragma once
#include <string>
#include <string_view>

#include "audio/timeline.h"
#include "plan/plan.h"

namespace langdu {

/// Files of text beside the sound: one a kind, each in the file of its name. All have the shape of
/// OutputFormat::text; `sound_file` is the name of the sound as such a file should write it.

// Captions: see captions.h for how sentences are divided.
std::string srt_text(const Plan& plan, const Timeline& timeline, std::string_view sound_file);
std::string vtt_text(const Plan& plan, const Timeline& timeline, std::string_view sound_file);
std::string word_vtt_text(const Plan& plan, const Timeline& timeline, std::string_view sound_file);
std::string lrc_text(const Plan& plan, const Timeline& timeline, std::string_view sound_file);

// Chapters.
std::string json_chapters_text(const Plan& plan, const Timeline& timeline, std::string_view sound_file);
std::string vtt_chapters_text(const Plan& plan, const Timeline& timeline, std::string_view sound_file);
std::string cue_sheet_text(const Plan& plan, const Timeline& timeline, std::string_view sound_file);
std::string ffmetadata_text(const Plan& plan, const Timeline& timeline, std::string_view sound_file);
std::string audacity_labels_text(const Plan& plan, const Timeline& timeline, std::string_view sound_file);

/// A CUE sheet numbers its tracks with two digits.
inline constexpr std::size_t most_cue_tracks = 99;

}  // namespace langdu
