#include "output/captions.h"
#include "output/clock_time.h"
#include "output/sidecars.h"

namespace langdu {
namespace {

/// SRT has no escapes, but players take <b> and {\an8} for commands and "-->" for a line of times. An
/// invisible word joiner in them makes them text.
std::string srt_line(std::string_view text) {
  constexpr std::string_view word_joiner = "\u2060";
  std::string line;
  for (const char c : text) {
    if ((c == '>' && line.ends_with("--")) || (c == '\\' && line.ends_with('{'))) line += word_joiner;
    line += c;
    if (c == '<') line += word_joiner;
  }
  return line;
}

}  // namespace

std::string srt_text(const Plan& plan, const Timeline& timeline, std::string_view) {
  std::string text;
  std::size_t number = 0;
  make_captions(plan, timeline, {}, [&](const Caption& caption) {
    text += fmt::format("{}\n{} --> {}\n", ++number, clock_time(caption.begin, ','),
                        clock_time(caption.end, ','));
    const Utterance& utterance = plan.utterances[caption.utterance];
    for (const Span line : caption.lines) text += srt_line(caption_text(utterance, line)) + '\n';
    text += '\n';
  });
  return text;
}

}  // namespace langdu
