#include "audio/render.h"
#include "output/chapters.h"
#include "output/clock_time.h"
#include "output/sidecars.h"
#include "output/tag_text.h"
#include "text/ascii.h"

namespace langdu {
namespace {

constexpr std::uint64_t frames_a_second = 75;  // of a CD, in which a sheet counts

/// There is no escape for a quote inside quotes.
std::string in_quotes(std::string_view text) {
  std::string result = tag_text(text);
  for (char& c : result) c = c == '"' ? '\'' : c;
  return '"' + result + '"';
}

std::string track(std::size_t number, std::string_view title, std::uint64_t at) {
  return fmt::format("  TRACK {:02} AUDIO\n    TITLE {}\n    INDEX 01 {:02}:{:02}:{:02}\n", number,
                     in_quotes(title), at / frames_a_second / 60, at / frames_a_second % 60,
                     at % frames_a_second);
}

}  // namespace

/// A sheet needs a track: without a chapter the whole is one.
std::string cue_sheet_text(const Plan& plan, const Timeline& timeline, std::string_view sound_file) {
  std::string text = "REM GENRE Speech\n";
  if (!plan.metadata.title.empty()) text += fmt::format("TITLE {}\n", in_quotes(plan.metadata.title));
  // Players take WAVE for every format that they know but MP3.
  const bool mp3 = lower_ascii(sound_file).ends_with(".mp3");
  text += fmt::format("FILE {} {}\n", in_quotes(sound_file), mp3 ? "MP3" : "WAVE");
  std::size_t number = 0;
  for (const ChapterMark& mark : choose_chapters(plan, chapter_marks(plan, timeline), most_cue_tracks))
    text += track(++number, plan.chapters[mark.chapter].title,
                  units_at(mark.begin, timeline.sample_rate, frames_a_second));
  if (number == 0) text += track(1, plan.metadata.title, 0);
  return text;
}

}  // namespace langdu
