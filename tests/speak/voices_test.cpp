#include "speak/voices.h"

#include <doctest/doctest.h>
#include <espeak-ng/speak_lib.h>

#include <fstream>
#include <iterator>

#include "support/temporary_folder.h"
#include "text/error.h"

using namespace langdu;

namespace {

const std::string header = "name\tdescription\tmandarin\tenglish\tvariant\tvolume\n";

std::string message_for(const std::string& table) {
  const TemporaryFolder folder;
  try {
    load_voices(folder.write("voices.tsv", table));
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::damaged_data);
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("the table of this program loads, and its usual voice is in it") {
  const auto voices = load_voices(LANGDU_REPOSITORY "/voices/voices.tsv");
  CHECK(voices.size() >= 3);
  const Voice& usual = find_voice(voices, usual_voice);
  CHECK(usual.mandarin == "cmn-latn-pinyin");
  CHECK(usual.variant.empty());
}

TEST_CASE(
    "every voice has its files in the engine, and no echo, whose end would be cut off at each segment") {
  const char* data = nullptr;
  espeak_Info(&data);
  REQUIRE(espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT) > 0);
  espeak_Info(&data);
  for (const Voice& voice : load_voices(LANGDU_REPOSITORY "/voices/voices.tsv")) {
    CAPTURE(voice.name);
    CHECK(!voice.description.empty());
    CHECK(espeak_SetVoiceByName(voice.mandarin.c_str()) == EE_OK);
    CHECK(espeak_SetVoiceByName(voice.english.c_str()) == EE_OK);
    if (voice.variant.empty()) continue;
    const std::string content = content_of(std::filesystem::path(data) / "voices/!v" / voice.variant);
    CHECK(!content.empty());
    CHECK(content.find("\necho") == std::string::npos);
  }
}

TEST_CASE("a damaged table is named with its line") {
  CHECK(message_for("") != "no error");
  CHECK(message_for("# nothing\n").find("no voice") != std::string::npos);
  CHECK(message_for("name\n").find("voices.tsv:1") != std::string::npos);
  CHECK(message_for(header + "a\tb\tc\n").find("voices.tsv:2") != std::string::npos);
  CHECK(message_for("# first\n\n" + header + "a\tb\tcmn\ten\t-\tloud\n").find("voices.tsv:4") !=
        std::string::npos);
  CHECK(message_for(header + "a\tb\tcmn\ten\t-\t0\n").find("1 to 100") != std::string::npos);
  CHECK(message_for(header + "a\tb\tcmn\ten\t-\t101\n").find("1 to 100") != std::string::npos);
  CHECK(message_for(header + "a\tb\tcmn\ten\t../x\t50\n").find("variant") != std::string::npos);
  CHECK(message_for(header + "a\tb\t/etc/x\ten\t-\t50\n").find("engine") != std::string::npos);
  CHECK(message_for(header + "a\tb\tcmn\ten\t-\t50\na\tb\tcmn\ten\t-\t50\n").find(":3") != std::string::npos);
}

TEST_CASE("a table that is not there is missing data") {
  const TemporaryFolder folder;
  try {
    load_voices(folder / "none.tsv");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::missing_data);
  }
}

TEST_CASE("an unknown voice is answered with the names there are") {
  const auto voices = load_voices(LANGDU_REPOSITORY "/voices/voices.tsv");
  try {
    find_voice(voices, "nobody");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::unknown_voice);
    for (const Voice& voice : voices) CHECK(std::string(error.what()).find(voice.name) != std::string::npos);
  }
}

TEST_CASE("a variant is put behind the language") {
  CHECK(engine_name("en", "klatt4") == "en+klatt4");
  CHECK(engine_name("cmn-latn-pinyin", "") == "cmn-latn-pinyin");
}
