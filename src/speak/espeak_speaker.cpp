#include "speak/espeak_speaker.h"

#include <espeak-ng/speak_lib.h>
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <vector>

#include "speak/rate.h"

namespace langdu {
namespace {

/// Samples a callback: fewer calls than the engine's usual 60 ms, and still in the cache.
constexpr int buffer_ms = 100;

/// What the engine needs to know before it speaks a language.
struct EngineVoice {
  std::string mandarin;
  std::string english;
  int rate;    ///< espeakRATE
  int volume;  ///< espeakVOLUME
};

/// Sets the voice, and then the rate and the volume, which a change of voice resets.
bool set_voice(const EngineVoice& voice, Language language) {
  const std::string& name = language == Language::mandarin ? voice.mandarin : voice.english;
  return espeak_SetVoiceByName(name.c_str()) == EE_OK &&
         espeak_SetParameter(espeakRATE, voice.rate, 0) == EE_OK &&
         espeak_SetParameter(espeakVOLUME, voice.volume, 0) == EE_OK;
}

/// One engine call: where the sound goes, and what is expected of the engine.
struct Call {
  static constexpr std::uint32_t unheard = std::numeric_limits<std::uint32_t>::max();

  const EngineText& text;
  JobSound& sound;
  std::vector<std::uint32_t> token_begins;  ///< first sample of each token, or `unheard`
  bool full = false;

  /// Events come in the order of the text with few of other positions between them, so the search from `next`
  /// is short.
  std::size_t next = 0;
  void hear(int position, int sample) {
    const auto begin = text.tokens.begin() + static_cast<std::ptrdiff_t>(next);
    const auto found = std::find_if(begin, text.tokens.end(), [&](const EngineWord& token) {
      return static_cast<int>(token.position) == position;
    });
    if (found == text.tokens.end()) return;
    const auto index = static_cast<std::size_t>(found - text.tokens.begin());
    token_begins[index] = static_cast<std::uint32_t>(std::max(sample, 0));
    next = index + 1;
  }
};

int on_sound(short* samples, int count, espeak_EVENT* events) {
  const espeak_EVENT* event = events;
  while (event->type != espeakEVENT_LIST_TERMINATED) ++event;
  // Every event carries the call, the terminator too.
  auto* call = static_cast<Call*>(event->user_data);
  if (call == nullptr) return 1;
  for (event = events; event->type != espeakEVENT_LIST_TERMINATED; ++event) {
    if (event->type == espeakEVENT_WORD) call->hear(event->text_position, event->sample);
  }
  if (samples == nullptr || count <= 0) return 0;
  call->full = !call->sound.add({samples, static_cast<std::size_t>(count)});
  return call->full ? 1 : 0;
}

/// Speaks one segment. Anything but `spoken` has been reported to `sound`.
Outcome speak_segment(const EngineText& text, JobSound& sound) {
  Call call{text, sound, std::vector<std::uint32_t>(text.tokens.size(), Call::unheard)};
  const auto result = espeak_Synth(text.text.c_str(), text.text.size() + 1, 0, POS_CHARACTER, 0,
                                   espeakCHARS_UTF8 | espeakPHONEMES, nullptr, &call);
  if (call.full) {
    sound.finish(Outcome::too_long);
    return Outcome::too_long;
  }
  if (result != EE_OK) {
    sound.finish(Outcome::engine_refused);
    return Outcome::engine_refused;
  }
  const auto lost = std::find(call.token_begins.begin(), call.token_begins.end(), Call::unheard);
  if (lost != call.token_begins.end()) {
    sound.finish(Outcome::lost_word,
                 text.tokens[static_cast<std::size_t>(lost - call.token_begins.begin())].word);
    return Outcome::lost_word;
  }
  fade_in(sound.segment());
  const std::size_t size = trimmed_size(sound.segment());
  std::vector<std::uint32_t> word_begins;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    const bool first_of_word = i == 0 || text.tokens[i].word != text.tokens[i - 1].word;
    const auto begin = std::min(call.token_begins[i], static_cast<std::uint32_t>(size));
    if (first_of_word) word_begins.push_back(begin);
  }
  if (sound.end_segment(size, word_begins)) return Outcome::spoken;
  sound.finish(Outcome::too_long);
  return Outcome::too_long;
}

/// Mandarin first, which the helper has set, then English: a change of voice costs 0.3 to 0.8 ms.
void speak_job(const EngineVoice& voice, std::span<const EngineText> texts, JobSound& sound) {
  for (const Language language : {Language::mandarin, Language::english}) {
    bool is_set = language == Language::mandarin;
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
      if (texts[i].language != language) continue;
      sound.begin_segment(i);
      if (!is_set && !set_voice(voice, language)) return sound.finish(Outcome::engine_refused);
      is_set = true;
      if (speak_segment(texts[i], sound) != Outcome::spoken) return;
    }
  }
  sound.finish(Outcome::spoken);
}

/// The engine takes an unknown variant without a word and speaks with its own voice.
bool has_variant(const std::string& variant) {
  if (variant.empty()) return true;
  const char* data = nullptr;
  espeak_Info(&data);
  std::error_code ignored;
  return data != nullptr &&
         std::filesystem::is_regular_file(std::filesystem::path(data) / "voices" / "!v" / variant, ignored);
}

/// Returns why it cannot, or nothing.
std::string start_engine(const EngineVoice& voice, const std::string& variant) {
  // The engine connects to a PulseAudio server even when it is to play nothing, and would hang with it. This
  // process and its children never play, so there shall be none.
  setenv("PULSE_SERVER", "unix:/dev/null", 1);
  const int rate =
      espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, buffer_ms, nullptr, espeakINITIALIZE_DONT_EXIT);
  if (rate < 0) return "it does not find its data";
  if (rate != espeak_sample_rate) return fmt::format("it speaks at {} Hz", rate);
  if (!has_variant(variant)) return fmt::format("it has no voice variant {}", variant);
  espeak_SetSynthCallback(on_sound);
  // English first: it must exist too, and the children start with Mandarin.
  for (const Language language : {Language::english, Language::mandarin}) {
    if (set_voice(voice, language)) continue;
    return fmt::format("it has no voice {}", language == Language::mandarin ? voice.mandarin : voice.english);
  }
  return {};
}

}  // namespace

std::size_t trimmed_size(std::span<const std::int16_t> samples) {
  std::size_t end = samples.size();
  while (end > 0 && std::abs(samples[end - 1]) <= 2) --end;
  return std::min(end + segment_tail, samples.size());
}

void fade_in(std::span<std::int16_t> samples) {
  const std::size_t rise = std::min(segment_rise, samples.size());
  for (std::size_t i = 0; i < rise; ++i) {
    samples[i] = static_cast<std::int16_t>(samples[i] * static_cast<int>(i) / static_cast<int>(segment_rise));
  }
}

Speaker espeak_speaker(const Voice& voice, int syllables_per_minute) {
  const EngineVoice engine = {engine_name(voice.mandarin, voice.variant),
                              engine_name(voice.english, voice.variant), engine_rate(syllables_per_minute),
                              voice.volume};
  return {[engine, variant = voice.variant] { return start_engine(engine, variant); },
          [engine](std::span<const EngineText> texts, JobSound& sound) { speak_job(engine, texts, sound); }};
}

}  // namespace langdu
