#include "app/settings.h"

#include <array>
#include <charconv>

#include "text/error.h"

namespace langdu {
namespace {

constexpr unsigned speaking = command_render | command_play;
constexpr unsigned reading = speaking | command_plan;
constexpr unsigned filters = command_normalize | command_pinyin;
constexpr unsigned normalising = reading | command_normalize;

constexpr std::array table = {
    SettingRow{"INPUT", "", "the document, or - for standard input", command_play | command_plan,
               &Settings::input},
    SettingRow{"INPUTS", "", "the documents, or - for standard input; each becomes a recording of its own",
               command_render, &Settings::inputs, 0, 0, false},
    SettingRow{"FILE", "", "the text, or - for standard input (the default)", filters, &Settings::input},
    SettingRow{
        "-o,--output", "OUT",
        "the file to write, of the format that its extension names ('langdu formats' lists them), or - "
        "for standard output; {} stands for the input's name; may be given again for more files of the same "
        "speech",
        command_render, &Settings::outputs, 0, 0, false},
    SettingRow{"--join", "",
               "make one book of all INPUTS, each a group of chapters; the title is the first that there is, "
               "or --title",
               command_render, &Settings::join, 0, 0, false},
    SettingRow{"--split", "", "write a file for each chapter (OUT, number, title), and a playlist",
               command_render, &Settings::split, 0, 0, false},
    SettingRow{"--resume", "",
               "of a run that writes several files: keep those that were finished before, from the same text "
               "and settings",
               command_render, &Settings::resume, 0, 0, false},
    SettingRow{"--section", "N", "speak this section only, as 'langdu plan' counts chapters", speaking,
               &Settings::section, 1, 1'000'000},
    SettingRow{"--from", "N", "begin at this sentence, as 'langdu plan' counts", speaking, &Settings::from, 1,
               1'000'000'000},
    SettingRow{"--to", "N", "end with this sentence", speaking, &Settings::to, 1, 1'000'000'000},
    SettingRow{"--ruby", "", "in a page (.html), write the pinyin above the hanzi", command_render,
               &Settings::ruby},
    SettingRow{"--audio-beside", "",
               "a page (.html) does not hold the sound, but plays the first sound file of the run",
               command_render, &Settings::audio_beside},
    SettingRow{"--voice", "NAME", "the voice; 'langdu voices' lists them", speaking, &Settings::voice},
    SettingRow{"--rate", "N", "syllables a minute", speaking, &Settings::rate, slowest_rate, fastest_rate},
    SettingRow{
        "--loudness", "WORD[,WORD]",
        "podcast (the default), acx, street (compressed, for cars), or room; with exact ('street,exact'; "
        "render only) within 0.3 LU, which takes two or three times as long",
        speaking, &Settings::loudness},
    SettingRow{"--volume", "N", "percent of the level that --loudness means", speaking, &Settings::volume, 0,
               100},
    SettingRow{
        "--pause", "KIND=SECONDS",
        "how long the voice pauses, at the usual rate: at a sentence, paragraph, heading, chapter, clause, "
        "semicolon or enumeration; may be given again",
        speaking, &Settings::pauses},
    SettingRow{"--jobs", "N", "processes that speak at a time; 0 means two more than there are processors",
               speaking, &Settings::jobs, 0, 64, false},
    SettingRow{"--title", "TEXT", "the title in sound files, in place of the document's", command_render,
               &Settings::title},
    SettingRow{"--author", "TEXT", "the author (artist) in sound files, in place of the document's",
               command_render, &Settings::author},
    SettingRow{"--cover", "FILE", "the cover of sound files, a JPEG or PNG image of at most 15 MiB",
               command_render, &Settings::cover},
    SettingRow{"--bitrate", "KBIT", "kbit/s of sound files in formats that have a bit rate, on average",
               command_render, &Settings::bit_rate, 6, 320},
    SettingRow{"--sample-rate", "HZ", "samples a second of sound files, in place of the voice's 22050",
               command_render, &Settings::sample_rate, 8000, 48000},
    SettingRow{"--device", "NAME", "the sound device, by name or number; 'langdu devices' lists them",
               command_play, &Settings::device},
    SettingRow{"--lexicon", "FILE",
               "words that are to be read otherwise, a line each: word, tab, pinyin; may be given again",
               reading | command_pinyin, &Settings::lexicons},
    SettingRow{"--replace", "FILE",
               "what is to be said otherwise, a line each: written, tab, spoken; may be given again",
               normalising, &Settings::replacements},
    SettingRow{"--placeholder", "WORD",
               "what is said for X in X市 or XX同志: letter, pause, or a word (default 某)", normalising,
               &Settings::placeholder},
    SettingRow{"--skip-addresses", "", "leave web and mail addresses out", normalising,
               &Settings::skip_addresses},
    SettingRow{"--encoding", "NAME",
               "the encoding of the input, whatever it seems to be: UTF-8, UTF-16LE, UTF-16BE, UTF-16, "
               "GB18030 (GBK), Big5",
               reading, &Settings::encoding},
    SettingRow{"--chapter-depth", "N", "headings down to this level open chapters", reading,
               &Settings::chapter_depth, 1, 9},
    SettingRow{"--keep-all", "", "drop nothing as boilerplate", reading, &Settings::keep_all},
    SettingRow{"--alt-text", "", "read the texts that stand for images", reading, &Settings::alt_text},
    SettingRow{"--footnotes", "", "read footnotes and endnotes", reading, &Settings::footnotes},
    SettingRow{"--max-size", "MIB", "refuse larger input", reading, &Settings::max_size, 1, 4000, false},
    SettingRow{"--json", "", "write the plan as JSON", command_plan, &Settings::json},
    SettingRow{"--citation", "", "tones as in a dictionary, before sandhi (third tones always are)",
               command_pinyin, &Settings::citation},
    SettingRow{"--explain", "",
               "a line for each word instead: the word, its pinyin, and where the reading comes from",
               command_pinyin, &Settings::explain},
    SettingRow{"-v,--verbose", "", "tell each stage on standard error", reading, &Settings::verbose, 0, 0,
               false},
};

}  // namespace

std::span<const SettingRow> setting_table() { return table; }

std::string_view long_name(const SettingRow& row) {
  const auto comma = row.name.find(',');
  return comma == std::string_view::npos ? row.name : row.name.substr(comma + 1);
}

void assign(Settings& settings, const SettingRow& row, std::string_view text) {
  if (const auto* flag = std::get_if<bool Settings::*>(&row.field)) {
    settings.*(*flag) = true;
  } else if (const auto* word = std::get_if<std::string Settings::*>(&row.field)) {
    settings.*(*word) = text;
  } else if (const auto* list = std::get_if<std::vector<std::string> Settings::*>(&row.field)) {
    (settings.*(*list)).emplace_back(text);
  } else {
    long number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::invalid_argument || end != text.data() + text.size()) {
      throw Error(Fault::wrong_use, fmt::format("{}: '{}' is not a whole number", long_name(row), text));
    }
    if (error != std::errc{} || number < row.least || number > row.most) {
      throw Error(Fault::out_of_range, long_name(row), text, row.least, row.most);
    }
    if (const auto* plain = std::get_if<int Settings::*>(&row.field)) {
      settings.*(*plain) = static_cast<int>(number);
    } else {
      settings.*std::get<std::optional<int> Settings::*>(row.field) = static_cast<int>(number);
    }
  }
}

}  // namespace langdu
