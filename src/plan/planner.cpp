#include "plan/planner.h"

#include <fmt/format.h>

#include <algorithm>

#include "clean/clean.h"
#include "normalise/normalise.h"
#include "plan/pauses_in_text.h"
#include "plan/segments.h"
#include "plan/unread.h"
#include "read/formats.h"
#include "structure/sentences.h"
#include "structure/structure.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// Turns cleaned blocks into utterances, in order.
class Builder {
 public:
  Builder(Plan& plan, const Lexicon& lexicon, const PlanOptions& options)
      : plan_(plan), lexicon_(lexicon), options_(options) {}

  void add_section(const Section& section) {
    if (!plan_.utterances.empty()) last_pause(Pause::chapter);
    plan_.chapters.push_back(
        {section.title, section.level, section.opening, static_cast<std::uint32_t>(plan_.utterances.size())});
  }

  void add_block(const Block& block) {
    const std::size_t before = plan_.utterances.size();
    for (const Span sentence : split_sentences(block.text.text())) add_sentence(block.text.slice(sentence));
    if (plan_.utterances.size() == before) return;
    const bool heading = block.kind == BlockKind::heading;
    plan_.blocks.push_back({static_cast<std::uint32_t>(before), heading, heading ? block.level : 0});
    if (heading && block.level > 0)
      plan_.outline.push_back({block.text.text(), block.level, false, static_cast<std::uint32_t>(before)});
    last_pause(heading ? Pause::heading : Pause::paragraph);
  }

  void finish() {
    const std::vector<Note> unread = unread_.finish();
    plan_.notes.insert(plan_.notes.end(), unread.begin(), unread.end());
    if (unused_ <= most_notes) return;
    const auto end = static_cast<std::uint32_t>(plan_.source.size());
    plan_.notes.push_back({Severity::warning,
                           {end, end},
                           fmt::format("{} more reading marks have no effect", unused_ - most_notes)});
  }

 private:
  void add_sentence(const MappedText& shown) {
    std::vector<Dropped> dropped;  // of this sentence
    MappedText spoken = normalise(shown, dropped, lexicon_.traditional(), options_.normalise);
    std::vector<Correction> corrections;
    const auto marks = marks_within(plan_.marks, shown.source());
    const auto words = pronounce(spoken, lexicon_, {options_.words, marks, plan_.source}, corrections);
    note_unused(marks, corrections);
    auto segments = cut_segments(spoken, words, dropped);
    unread_.add(plan_.source, dropped);
    if (segments.empty()) {  // one entry for all of it, instead of those for its parts
      dropped.assign(1, {shown.source(), "no words"});
    } else {
      for (Segment& segment : segments) {
        for (Word& word : segment.words) word.shown = shown.place_of(word.source.begin);
      }
      plan_.utterances.push_back(
          {shown.source(), shown.text(), spoken.text(), std::move(segments), std::move(corrections)});
    }
    plan_.dropped.insert(plan_.dropped.end(), dropped.begin(), dropped.end());
  }

  /// A mark whose hanzi is spoken as something else must not be lost in silence.
  void note_unused(std::span<const ReadingMark> marks, const std::vector<Correction>& applied) {
    auto used = applied.begin();
    for (const ReadingMark& mark : marks) {
      const auto before_mark = [&](const Correction& correction) {
        return correction.source.begin < mark.hanzi.begin ||
               (correction.source == mark.hanzi && correction.from != from_mark);
      };
      used = std::find_if_not(used, applied.end(), before_mark);
      if (used != applied.end() && used->source == mark.hanzi) continue;
      if (++unused_ > most_notes) continue;
      plan_.notes.push_back(
          {Severity::warning, mark.hanzi,
           fmt::format("the reading mark <{}> has no effect: its hanzi is spoken as part of "
                       "something else",
                       to_string(mark.reading))});
    }
  }

  void last_pause(Pause pause) {
    Pause& after = plan_.utterances.back().segments.back().after;
    after = std::max(after, pause);
  }

  /// So many notes of a kind say it each; a last one counts the others.
  static constexpr std::size_t most_notes = 20;

  Plan& plan_;
  const Lexicon& lexicon_;
  const PlanOptions& options_;
  UnreadNotes unread_;
  std::size_t unused_ = 0;  ///< marks
};

/// A section whose blocks hold no word has no chapter of its own.
void remove_empty_chapters(Plan& plan) {
  std::vector<Chapter> kept;
  for (std::size_t i = 0; i < plan.chapters.size(); ++i) {
    const std::size_t end =
        i + 1 < plan.chapters.size() ? plan.chapters[i + 1].first : plan.utterances.size();
    if (plan.chapters[i].first != end) kept.push_back(std::move(plan.chapters[i]));
  }
  plan.chapters = std::move(kept);
}

}  // namespace

Plan make_plan(std::string content, std::string_view name, const Lexicon& lexicon,
               const PlanOptions& options) {
  Document document = read_document(std::move(content), name, options.read);
  clean(document, {options.read.keep_all});
  const std::vector<Section> sections = find_sections(document, options.chapter_depth);

  Plan plan;
  plan.source = std::move(document.source);
  plan.parts = std::move(document.parts);
  plan.metadata = std::move(document.metadata);
  plan.marks = std::move(document.marks);
  plan.dropped = std::move(document.dropped);
  plan.notes = std::move(document.notes);

  Builder builder(plan, lexicon, options);
  auto section = sections.begin();
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (section != sections.end() && section->first_block == i) builder.add_section(*section++);
    builder.add_block(document.blocks[i]);
    document.blocks[i] = {};  // the plan holds its own copy now
  }
  builder.finish();
  put_pauses(plan, std::move(document.pauses));
  remove_empty_chapters(plan);
  const auto by_source = [](const auto& a, const auto& b) { return a.source.begin < b.source.begin; };
  std::stable_sort(plan.dropped.begin(), plan.dropped.end(), by_source);
  std::stable_sort(plan.notes.begin(), plan.notes.end(),
                   [](const Note& a, const Note& b) { return a.where.begin < b.where.begin; });
  return plan;
}

}  // namespace langdu
