#include "app/finished_outputs.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;

TEST_CASE("finished outputs are known again, as long as they are as they were") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.mp3", "sound");
  const std::string b = folder.write("b.srt", "text");
  {
    FinishedOutputs finished(folder.path());
    CHECK_FALSE(finished.find({a}, "key"));
    finished.add({a, b}, "key", 12.5);
    CHECK(finished.find({a, b}, "key") == 12.5);
  }
  const FinishedOutputs again(folder.path());
  CHECK(again.find({a, b}, "key") == 12.5);
  CHECK(again.find({b}, "key") == 12.5);
  CHECK_FALSE(again.find({a, b}, "other"));
  CHECK_FALSE(again.find({a, folder / "c.mp3"}, "key"));
  CHECK_FALSE(again.find({}, "key"));
  folder.write("b.srt", "other text");
  CHECK_FALSE(again.find({a, b}, "key"));
  std::filesystem::remove(a);
  CHECK_FALSE(again.find({a}, "key"));
}

TEST_CASE("runs in one folder leave each other's entries alone") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.mp3", "sound");
  const std::string b = folder.write("b.mp3", "sound");
  FinishedOutputs first(folder.path());
  FinishedOutputs second(folder.path());
  first.add({a}, "key", 1);
  second.add({b}, "key", 1);
  CHECK(FinishedOutputs(folder.path()).find({a, b}, "key"));
  second.forget();
  CHECK(FinishedOutputs(folder.path()).find({a}, "key"));
  CHECK_FALSE(FinishedOutputs(folder.path()).find({b}, "key"));
  first.forget();
  CHECK(folder.count() == 2);
}

TEST_CASE("a damaged account says nothing, and is replaced; a finished run leaves none") {
  for (const char* damage : {"", "{", "[]", "{\"x\": 1}", "{\"x\": {\"key\": 1}}", "\xff"}) {
    CAPTURE(damage);
    const TemporaryFolder folder;
    const std::string a = folder.write("a.mp3", "sound");
    folder.write(FinishedOutputs::file_name, damage);
    FinishedOutputs finished(folder.path());
    CHECK_FALSE(finished.find({a}, "key"));
    finished.add({a}, "key", 1);
    CHECK(FinishedOutputs(folder.path()).find({a}, "key"));
    finished.forget();
    CHECK(folder.count() == 1);
  }
}

TEST_CASE("the key of a recording changes with its text and with every setting that shapes it") {
  const Plan plan = small_plan({"a"});
  Plan other = plan;
  other.utterances[0].shown = "other";
  const std::string key = recording_key({}, plan, {"a"});
  CHECK(key == recording_key({}, plan, {"a"}));
  CHECK(key != recording_key({}, other, {"a"}));
  other = plan;
  other.metadata.cover.bytes = "image";
  CHECK(key != recording_key({}, other, {"a"}));
  other = plan;
  other.metadata.album = "album";
  CHECK(key != recording_key({}, other, {"a"}));
  other = plan;
  other.metadata.tracks = 2;
  CHECK(key != recording_key({}, other, {"a"}));
  CHECK(key != recording_key({}, plan, {"a", "b"}));
  for (const SettingRow& row : setting_table()) {
    if ((row.commands & command_render) == 0) continue;
    CAPTURE(row.name);
    Settings settings;
    const bool is_number = std::holds_alternative<int Settings::*>(row.field) ||
                           std::holds_alternative<std::optional<int> Settings::*>(row.field);
    assign(settings, row, is_number ? std::to_string(row.most) : "x");
    if (const auto* number = std::get_if<int Settings::*>(&row.field);
        number != nullptr && settings.*(*number) == Settings{}.*(*number))
      assign(settings, row, std::to_string(row.least));
    CHECK((recording_key(settings, plan, {"a"}) != key) == row.shapes_sound);
  }
}
