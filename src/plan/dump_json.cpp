#include <nlohmann/json.hpp>

#include "plan/dump.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace langdu {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(Span span) { return {{"begin", span.begin}, {"end", span.end}}; }

Json json_of(const Correction& correction) {
  return {{"source", json_of(correction.source)},
          {"hanzi", correction.hanzi},
          {"reading", correction.reading},
          {"from", correction.from}};
}

Json json_of(const Utterance& utterance) {
  Json corrections = Json::array();
  for (const Correction& correction : utterance.corrections) corrections.push_back(json_of(correction));
  return {{"source", json_of(utterance.source)},
          {"text", utterance.shown},
          {"spoken", utterance.spoken},
          {"pinyin", pinyin_of(utterance)},
          {"corrections", std::move(corrections)}};
}

Json chapters_of(const Plan& plan) {
  Json chapters = Json::array();
  for (std::size_t i = 0; i < plan.chapters.size(); ++i) {
    const Chapter& chapter = plan.chapters[i];
    const std::size_t end =
        i + 1 < plan.chapters.size() ? plan.chapters[i + 1].first : plan.utterances.size();
    Json sentences = Json::array();
    for (std::size_t u = chapter.first; u < end; ++u) sentences.push_back(json_of(plan.utterances[u]));
    chapters.push_back({{"title", chapter.title},
                        {"level", chapter.level},
                        {"kind", chapter.opening ? "opening" : "section"},
                        {"sentences", std::move(sentences)}});
  }
  return chapters;
}

}  // namespace

std::string plan_as_json(const Plan& plan) {
  Json json;
  json["title"] = plan.metadata.title;
  json["metadata"] = {{"title", plan.metadata.title}, {"date", plan.metadata.date}};
  json["chapters"] = chapters_of(plan);
  json["dropped"] = Json::array();
  for (const Dropped& dropped : plan.dropped) {
    const auto text = std::string_view(plan.source).substr(dropped.source.begin, dropped.source.size());
    json["dropped"].push_back(
        {{"source", json_of(dropped.source)}, {"text", printable(text)}, {"rule", dropped.rule}});
  }
  const Lines lines(plan.source);
  json["notes"] = Json::array();
  for (const Note& note : plan.notes) {
    const Place place = lines.place(note.where.begin);
    json["notes"].push_back({{"severity", note.severity == Severity::info ? "info" : "warning"},
                             {"line", place.line},
                             {"column", place.column},
                             {"source", json_of(note.where)},
                             {"message", note.message}});
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace langdu
