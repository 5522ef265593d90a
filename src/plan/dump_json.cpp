#include <utility>

#include "plan/dump.h"
#include "plan/json_writer.h"
#include "plan/places.h"
#include "text/utf8.h"

namespace langdu {
namespace {

using Json = JsonWriter::Json;

Json json_of(Span span) { return {{"begin", span.begin}, {"end", span.end}}; }

Json json_of(const Correction& correction) {
  return {{"source", json_of(correction.source)},
          {"hanzi", correction.hanzi},
          {"reading", correction.reading},
          {"from", correction.from}};
}

void write(JsonWriter& json, const Utterance& utterance) {
  json.open('{');
  json.member("source", json_of(utterance.source));
  json.member("text", utterance.shown);
  json.member("spoken", utterance.spoken);
  json.member("pinyin", pinyin_of(utterance));
  json.key("corrections");
  json.open('[');
  for (const Correction& correction : utterance.corrections) json.value(json_of(correction));
  json.close();
  json.close();
}

void write_chapters(JsonWriter& json, const Plan& plan) {
  for (std::size_t i = 0; i < plan.chapters.size(); ++i) {
    const Chapter& chapter = plan.chapters[i];
    const std::size_t end =
        i + 1 < plan.chapters.size() ? plan.chapters[i + 1].first : plan.utterances.size();
    json.open('{');
    json.member("title", chapter.title);
    json.member("level", chapter.level);
    json.member("kind", chapter.opening ? "opening" : "section");
    json.key("sentences");
    json.open('[');
    for (std::size_t u = chapter.first; u < end; ++u) write(json, plan.utterances[u]);
    json.close();
    json.close();
  }
}

void write_outline(JsonWriter& json, const Plan& plan) {
  for (const Chapter& heading : plan.outline)
    json.value({{"title", heading.title}, {"level", heading.level}, {"sentence", heading.first}});
}

void write_parts(JsonWriter& json, const Plan& plan) {
  for (const Part& part : plan.parts)
    json.value({{"file", part.file}, {"member", part.member}, {"source", json_of(part.source)}});
}

void write_dropped(JsonWriter& json, const Plan& plan) {
  for (const Dropped& dropped : plan.dropped) {
    const auto text = std::string_view(plan.source).substr(dropped.source.begin, dropped.source.size());
    json.value({{"source", json_of(dropped.source)}, {"text", printable(text)}, {"rule", dropped.rule}});
  }
}

void write_notes(JsonWriter& json, const Plan& plan) {
  if (plan.notes.empty()) return;  // finding places takes a pass over the source
  const Places places(plan);
  for (const Note& note : plan.notes) {
    const auto [part, place] = places.find(note.where.begin);
    json.value({{"severity", note.severity == Severity::info ? "info" : "warning"},
                {"member", part == nullptr ? std::string() : part->member},
                {"line", place.line},
                {"column", place.column},
                {"source", json_of(note.where)},
                {"message", note.message}});
  }
}

}  // namespace

void write_plan_as_json(const Plan& plan, const std::function<void(std::string_view)>& write) {
  JsonWriter json(write);
  json.open('{');
  json.member("title", plan.metadata.title);
  json.member(
      "metadata",
      {{"title", plan.metadata.title}, {"date", plan.metadata.date}, {"author", plan.metadata.author}});
  using WriteArray = void (*)(JsonWriter&, const Plan&);
  for (const auto& [name, write_array] : {std::pair<const char*, WriteArray>{"outline", write_outline},
                                          {"chapters", write_chapters},
                                          {"parts", write_parts},
                                          {"dropped", write_dropped},
                                          {"notes", write_notes}}) {
    json.key(name);
    json.open('[');
    write_array(json, plan);
    json.close();
  }
  json.close();
  json.finish();
}

std::string plan_as_json(const Plan& plan) {
  std::string text;
  write_plan_as_json(plan, [&](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace langdu
