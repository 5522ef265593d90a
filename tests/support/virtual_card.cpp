#include "support/virtual_card.h"

#include <cstdlib>
#include <fstream>

namespace langdu {
namespace {

void define(std::ostream& file, std::string_view alsa_name, const CardSettings& card,
            const TemporaryFolder& folder) {
  file << "pcm." << alsa_name << " { type virtual";
  file << " capture \"" << folder / (card.name + ".raw") << "\" log \"" << folder / (card.name + ".log")
       << '"';
  file << " rate " << card.rate << " channels " << card.channels;
  file << " speed " << card.speed << " patient " << (card.speed > 1) << " refuse " << card.refuse << " hang "
       << card.hang;
  if (!card.fault.empty()) file << " " << card.fault << " " << card.at;
  file << " }\n";
}

}  // namespace

VirtualCards::VirtualCards(std::vector<CardSettings> cards, bool with_default) {
  std::ofstream file(folder_ / "asound.conf");
  file << "pcm_type.virtual { lib \"" VIRTUAL_CARD "\" }\n";
  for (const CardSettings& card : cards) define(file, card.name, card, folder_);
  if (with_default && !cards.empty()) define(file, "!default", cards.front(), folder_);
  file.close();
  if (const char* former = std::getenv("ALSA_CONFIG_PATH")) former_path_ = former;
  ::setenv("ALSA_CONFIG_PATH", (folder_ / "asound.conf").c_str(), 1);
}

VirtualCards::~VirtualCards() {
  if (former_path_)
    ::setenv("ALSA_CONFIG_PATH", former_path_->c_str(), 1);
  else
    ::unsetenv("ALSA_CONFIG_PATH");
}

std::vector<std::int16_t> VirtualCards::captured(std::string_view card) const {
  std::ifstream file(folder_ / (std::string(card) + ".raw"), std::ios::binary | std::ios::ate);
  if (!file) return {};
  std::vector<std::int16_t> samples(static_cast<std::size_t>(file.tellg()) / sizeof(std::int16_t));
  file.seekg(0);
  file.read(reinterpret_cast<char*>(samples.data()),
            static_cast<std::streamsize>(samples.size() * sizeof(std::int16_t)));
  return samples;
}

std::vector<VirtualCards::Event> VirtualCards::events(std::string_view card) const {
  std::ifstream file(folder_ / (std::string(card) + ".log"));
  std::vector<Event> events;
  for (Event event; file >> event.seconds >> event.name >> event.number;) events.push_back(event);
  return events;
}

std::optional<VirtualCards::Event> VirtualCards::event(std::string_view name, std::string_view card) const {
  for (const Event& event : events(card))
    if (event.name == name) return event;
  return std::nullopt;
}

SoundComparison compare_sound(const std::vector<std::int16_t>& captured,
                              const std::vector<std::int16_t>& written) {
  SoundComparison result;
  std::size_t at = 0;
  while (at < captured.size() && captured[at] == 0) ++at;
  result.leading = at;
  // Samples that begin with silence: it cannot be told from the device's, and need not be.
  while (result.matched < written.size() && written[result.matched] == 0) ++result.matched;
  for (; at < captured.size() && result.matched < written.size(); ++at) {
    if (captured[at] == written[result.matched])
      ++result.matched;
    else if (captured[at] == 0)
      ++result.inserted;
    else
      return result;
  }
  while (at < captured.size() && captured[at] == 0) ++at, ++result.trailing;
  result.exact = result.matched == written.size() && at == captured.size();
  return result;
}

std::vector<std::int16_t> channel(const std::vector<std::int16_t>& interleaved, std::size_t which,
                                  std::size_t of) {
  std::vector<std::int16_t> samples;
  for (std::size_t i = which; i < interleaved.size(); i += of) samples.push_back(interleaved[i]);
  return samples;
}

}  // namespace langdu
