#include "speak/failures.h"

#include <fmt/core.h>

#include <cstring>
#include <string>
#include <string_view>

#include "plan/places.h"
#include "text/error.h"
#include "text/utf8.h"

namespace langdu {
namespace {

/// A sentence as a message shows it: its beginning, on one line.
std::string shorten(std::string_view sentence) {
  constexpr std::size_t most = 60;  // characters
  std::string out;
  std::size_t at = 0;
  for (std::size_t count = 0; at < sentence.size() && count < most; ++count) {
    const Rune rune = rune_at(sentence, at);
    append_utf8(out, rune.code < U' ' ? U' ' : rune.code);
    at += rune.size;
  }
  return at < sentence.size() ? out + "…" : out;
}

/// The word as it is said, with its pinyin: "行 (hang2)".
std::string word_text(const Utterance& utterance, std::uint32_t segment, std::uint32_t word) {
  if (segment >= utterance.segments.size() || word >= utterance.segments[segment].words.size()) return "?";
  const Word& lost = utterance.segments[segment].words[word];
  std::string out;
  if (lost.spoken.begin <= lost.spoken.end && lost.spoken.end <= utterance.spoken.size()) {
    out = printable(utterance.spoken.substr(lost.spoken.begin, lost.spoken.size()));
  }
  std::string pinyin;
  for (const Syllable syllable : lost.syllables) pinyin += to_string(syllable);
  if (pinyin.empty()) return out;
  return out.empty() ? pinyin : fmt::format("{} ({})", out, pinyin);
}

std::string cause_of(const Report& report) {
  switch (report.kind) {
    case Report::Kind::killed:
      return fmt::format("signal {}", report.detail);
    case Report::Kind::exited:
      return fmt::format("status {}", report.detail);
    case Report::Kind::no_child:
      return std::strerror(report.detail);
    default:
      return "it left no whole sound";
  }
}

struct Scene {
  Scene(const Plan& plan, const Job& job)
      : utterance(plan.utterances[job.utterance]),
        place(Places(plan).name(utterance.source.begin)),
        sentence(shorten(utterance.shown)) {}
  const Utterance& utterance;
  std::string place;
  std::string sentence;
};

}  // namespace

void throw_lost_word(const Plan& plan, const Job& job, std::uint32_t segment, std::uint32_t word) {
  const Scene scene(plan, job);
  throw Error(Fault::lost_word, scene.place, word_text(scene.utterance, segment, word), scene.sentence);
}

void throw_failed_worker(const Plan& plan, const Job& job, const Report& report,
                         std::chrono::seconds timeout) {
  const Scene scene(plan, job);
  if (report.kind == Report::Kind::hung) {
    throw Error(Fault::worker_hung, scene.place, timeout.count(), scene.sentence);
  }
  throw Error(Fault::worker_died, scene.place, cause_of(report), scene.sentence);
}

void throw_failed_helper(const Plan& plan, const Job& job) {
  const Scene scene(plan, job);
  throw Error(Fault::worker_died, scene.place, std::string_view("its helper process was lost"),
              scene.sentence);
}

}  // namespace langdu
