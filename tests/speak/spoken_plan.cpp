#include "speak/spoken_plan.h"

#include <array>
#include <stdexcept>

namespace langdu {
namespace {

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(at), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

Word word_of(std::string_view pinyin) {
  Word word;
  std::string syllable;
  for (const char c : pinyin) {
    syllable += c;
    if (c < '1' || c > '5') continue;
    const auto parsed = parse_syllable(syllable);
    if (!parsed) throw std::invalid_argument("no syllable: " + syllable);
    word.syllables.push_back(*parsed);
    syllable.clear();
  }
  if (!syllable.empty()) throw std::invalid_argument("no tone: " + syllable);
  return word;
}

struct Mark {
  std::string_view text;
  Ending ending;
};
constexpr std::array marks = {Mark{"，", Ending::comma}, Mark{"。", Ending::stop},
                              Mark{"？", Ending::question}, Mark{"！", Ending::exclamation}};

}  // namespace

Segment mandarin_segment(std::string_view pinyin, Ending ending) {
  Segment segment;
  segment.ending = ending;
  for (const std::string& word : split(pinyin, ' ')) segment.words.push_back(word_of(word));
  return segment;
}

Segment english_segment(std::string_view words, Ending ending) {
  Segment segment;
  segment.language = Language::english;
  segment.ending = ending;
  for (const std::string& word : split(words, ' ')) {
    segment.latin += (segment.latin.empty() ? "" : " ") + word;
    segment.words.push_back({});
  }
  return segment;
}

Utterance utterance_of(std::string_view text) {
  Utterance utterance;
  utterance.shown = utterance.spoken = text;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const Mark& mark : marks) {
      if (!text.substr(at).starts_with(mark.text)) continue;
      const std::string_view clause = text.substr(begin, at - begin);
      const bool english = clause.find_first_of("12345") == std::string_view::npos;
      utterance.segments.push_back(english ? english_segment(clause, mark.ending)
                                           : mandarin_segment(clause, mark.ending));
      begin = at + mark.text.size();
    }
  }
  return utterance;
}

Plan plan_of(const std::vector<std::string>& texts) {
  Plan plan;
  for (const std::string& text : texts) {
    Utterance utterance = utterance_of(text);
    const auto begin = static_cast<std::uint32_t>(plan.source.size());
    plan.source += text + "\n";
    utterance.source = {begin, begin + static_cast<std::uint32_t>(text.size())};
    plan.utterances.push_back(std::move(utterance));
  }
  plan.parts.push_back({{0, static_cast<std::uint32_t>(plan.source.size())}, "test.txt", ""});
  return plan;
}

Plan long_plan(std::size_t count) {
  const std::vector<std::string> clauses = {"di4yi1，",
                                            "yao4 ti2gao1 zhan4wei4 gan4，",
                                            "qie4shi2 zeng1qiang2 ze2ren4gan3，",
                                            "GPT，",
                                            "ge4ji2 ling3dao3 gan4bu4 yao4 dai4tou2，",
                                            "of the world，",
                                            "ke3neng2 mei2you3，",
                                            "shen1ru4 ji1ceng2 diao4cha2 yan2jiu1，"};
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (std::size_t c = 0; c <= i * 7 % 5; ++c) text += clauses[(i * 3 + c) % clauses.size()];
    texts.push_back(text + "hao3。");
  }
  return plan_of(texts);
}

}  // namespace langdu
