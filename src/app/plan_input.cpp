#include "app/plan_input.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/data_directory.h"
#include "app/input.h"
#include "app/messages.h"
#include "app/normalise_setup.h"
#include "app/user_files.h"
#include "plan/places.h"
#include "plan/planner.h"
#include "read/refused_formats.h"
#include "speak/interrupt.h"
#include "text/ascii.h"
#include "text/error.h"
#include "text/user_file.h"

namespace langdu {
namespace {

void print_notes(const std::string& name, const Plan& plan) {
  const Places places(plan);
  for (const Note& note : plan.notes) {
    const auto [part, place] = places.find(note.where.begin);
    tell_note(part == nullptr ? name : Places::name_of(*part), place, note);
  }
}

/// nullptr when none is named.
const Encoding* wanted_encoding(const Settings& settings) {
  if (settings.encoding.empty()) return nullptr;
  const Encoding* found = find_encoding(settings.encoding);
  if (found != nullptr) return found;
  std::string names;
  for (const Encoding& row : encodings()) names += (names.empty() ? "" : ", ") + std::string(row.name);
  throw Error(Fault::wrong_use,
              fmt::format("--encoding: '{}' is not known; use one of {}", excerpt(settings.encoding), names));
}

/// A file in a command that a person copies into a shell.
std::string quoted(const std::string& path) {
  const bool plain = std::all_of(path.begin(), path.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || is_ascii_letter(c) ||
           std::string_view("0123456789/._-+,:@%=").find(c) != std::string_view::npos;
  });
  if (plain) return path;
  std::string result = "'";
  for (const char c : path) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

void tell_stages(const std::string& name, const Plan& plan) {
  std::size_t segments = 0;
  std::size_t words = 0;
  for (const Utterance& utterance : plan.utterances) {
    segments += utterance.segments.size();
    for (const Segment& segment : utterance.segments) words += segment.words.size();
  }
  tell("read: {}, {} bytes\n", name, plan.source.size());
  tell("clean: {} pieces dropped\n", plan.dropped.size());
  tell("structure: {} chapters, {} sentences\n", plan.chapters.size(), plan.utterances.size());
  tell("pinyin: {} words in {} segments\n", words, segments);
}

}  // namespace

Plan plan_input(const Settings& settings, const std::string& input) {
  const ReadOptions read{wanted_encoding(settings), settings.keep_all, settings.alt_text, settings.footnotes};
  const Lexicon lexicon = open_lexicon();
  const UserLexicon words = load_user_words(settings.lexicons, lexicon.traditional());
  const NormaliseSetup normalise(settings);
  const std::string name = input_name(input);
  std::string content = read_input(input, settings.max_size);
  if (const RefusedFormat* refused = find_refused_format(content)) {
    std::string remedy(refused->remedy);
    if (const auto at = remedy.find("{}"); at != std::string::npos)
      remedy.replace(at, 2, input == "-" ? "FILE" : quoted(input));
    throw Error(Fault::refused_format, name, refused->what, remedy);
  }
  Plan plan =
      make_plan(std::move(content), name, lexicon,
                {read, words.empty() ? nullptr : &words, normalise.options(), settings.chapter_depth});
  throw_if_interrupted();
  if (settings.verbose) tell_stages(name, plan);
  print_notes(name, plan);
  return plan;
}

void check_user_files(const Settings& settings) {
  load_user_words(settings.lexicons, open_lexicon().traditional());
  const NormaliseSetup normalise(settings);
}

void require_utterances(const std::string& input, const Plan& plan) {
  if (!plan.utterances.empty()) return;
  std::string why = fmt::format("{} pieces were dropped", plan.dropped.size());
  if (plan.dropped.empty()) why = plan.notes.empty() ? "it is empty" : "the warnings above say why";
  throw Error(Fault::nothing_to_read, input_name(input), why);
}

}  // namespace langdu
