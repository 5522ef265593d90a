#include <fmt/format.h>

#include <iterator>

#include "plan/dump.h"
#include "plan/places.h"
#include "text/utf8.h"

namespace langdu {
namespace {

std::string_view mark_of(Pause pause, Ending ending) {
  switch (pause) {
    case Pause::none:
    case Pause::language:
      return " ";
    case Pause::enumeration:
      return "、";
    case Pause::clause:
      return "，";
    case Pause::semicolon:
      return "；";
    default:
      break;
  }
  return ending == Ending::question ? "？" : ending == Ending::exclamation ? "！" : "。";
}

/// "line 3", or "chapter1.xhtml, line 3" inside a container.
std::string line_of(const Places& places, std::uint32_t offset) {
  const auto [part, place] = places.find(offset);
  const std::string line = fmt::format("line {}", place.line);
  return part == nullptr || part->member.empty() ? line : part->member + ", " + line;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// The chapters, and below them, indented by their level, the headings that open none.
void write_headings(const Plan& plan, std::string& out) {
  const auto to = std::back_inserter(out);
  auto heading = plan.outline.begin();
  for (std::size_t i = 0; i < plan.chapters.size(); ++i) {
    const Chapter& chapter = plan.chapters[i];
    fmt::format_to(to, "Chapter {}{}: {}\n", i + 1, chapter.opening ? " (opening)" : "", chapter.title);
    const std::size_t end =
        i + 1 < plan.chapters.size() ? plan.chapters[i + 1].first : plan.utterances.size();
    for (; heading != plan.outline.end() && heading->first < end; ++heading) {
      if (!chapter.opening && heading->first == chapter.first) continue;
      fmt::format_to(to, "{:{}}{}\n", "", 2 * heading->level, heading->title);
    }
  }
}

void write_outline(const Plan& plan, std::string& out) {
  const auto to = std::back_inserter(out);
  fmt::format_to(to, "Title: {}\n", plan.metadata.title.empty() ? "(none)" : plan.metadata.title);
  if (!plan.metadata.date.empty()) fmt::format_to(to, "Date: {}\n", plan.metadata.date);
  if (!plan.metadata.author.empty()) fmt::format_to(to, "Author: {}\n", plan.metadata.author);
  fmt::format_to(to, "{}, {}, {} dropped, {}\n", counted(plan.chapters.size(), "chapter", "chapters"),
                 counted(plan.utterances.size(), "sentence", "sentences"),
                 counted(plan.dropped.size(), "piece", "pieces"),
                 counted(plan.notes.size(), "note", "notes"));
  write_headings(plan, out);
}

void write_sentences(const Plan& plan, const Places& places, std::string& out) {
  const auto to = std::back_inserter(out);
  std::size_t chapter = 0;
  for (std::size_t i = 0; i < plan.utterances.size(); ++i) {
    if (chapter < plan.chapters.size() && plan.chapters[chapter].first == i) {
      fmt::format_to(to, "\n== Chapter {}: {}\n", chapter + 1, plan.chapters[chapter].title);
      ++chapter;
    }
    const Utterance& utterance = plan.utterances[i];
    fmt::format_to(to, "\n{}. ({}) {}\n", i + 1, line_of(places, utterance.source.begin), utterance.shown);
    if (utterance.spoken != utterance.shown) fmt::format_to(to, "   spoken: {}\n", utterance.spoken);
    fmt::format_to(to, "   pinyin: {}\n", pinyin_of(utterance));
    for (const Correction& correction : utterance.corrections) {
      fmt::format_to(to, "   corrected: {} {}, {}\n", correction.hanzi, correction.reading, correction.from);
    }
  }
}

}  // namespace

std::string pinyin_of(const Utterance& utterance) {
  std::string out;
  for (const Segment& segment : utterance.segments) {
    if (segment.language == Language::english) {
      out += segment.latin;
    } else {
      for (std::size_t i = 0; i < segment.words.size(); ++i) {
        if (i > 0) out += ' ';
        for (const Syllable syllable : segment.words[i].syllables) out += to_string(syllable);
      }
    }
    out += mark_of(segment.after, segment.ending);
    if (segment.exact_pause) out += fmt::format("[pause:{:g}]", *segment.exact_pause / 1000.0);
  }
  return out;
}

std::string plan_as_text(const Plan& plan) {
  const Places places(plan);
  std::string out;
  write_outline(plan, out);
  write_sentences(plan, places, out);
  const auto to = std::back_inserter(out);
  if (!plan.dropped.empty()) out += "\n== Dropped (not spoken)\n";
  for (const Dropped& dropped : plan.dropped) {
    const auto text = std::string_view(plan.source).substr(dropped.source.begin, dropped.source.size());
    fmt::format_to(to, "{}, {}: {}\n", line_of(places, dropped.source.begin), dropped.rule, printable(text));
  }
  if (!plan.notes.empty()) out += "\n== Notes\n";
  for (const Note& note : plan.notes) {
    fmt::format_to(to, "{}: {}\n", line_of(places, note.where.begin), note.message);
  }
  return out;
}

}  // namespace langdu
