#include "app/manual.h"

#include <fmt/format.h>

#include <iterator>

#include "app/command_line.h"
#include "app/commands.h"
#include "output/outputs.h"
#include "read/formats.h"
#include "text/error.h"

namespace langdu {
namespace {

/// Text for roff: hyphens that must stay hyphens, backslashes, and no line that begins with a control
/// character.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  if (!out.empty() && (out[0] == '.' || out[0] == '\'')) out.insert(0, "\\&");
  return out;
}

bool is_positional(const SettingRow& row) { return row.name[0] != '-'; }

std::string commands_of(const SettingRow& row) {
  std::string names;
  for (const CommandRow& command : command_table()) {
    if (row.commands & command.id) names += (names.empty() ? "" : ", ") + std::string(command.name);
  }
  return names;
}

std::string synopsis_of(const CommandRow& command) {
  std::string text = fmt::format(".B langdu {}\n", command.name);
  for (const SettingRow& row : setting_table()) {
    if ((row.commands & command.id) == 0) continue;
    if (is_positional(row)) {
      text += row.name == "FILE" ? ".RI [ FILE ]\n" : fmt::format(".I {}\n", row.name);
    } else if (row.value.empty()) {
      text += fmt::format(".RB [ {} ]\n", roff(long_name(row)));
    } else {
      text += fmt::format(".RB [ {} \\ \\fI{}\\fR]\n", roff(long_name(row)), row.value);
    }
  }
  return text + ".br\n";
}

std::string options() {
  const Settings defaults;
  std::string text;
  const auto to = std::back_inserter(text);
  for (const SettingRow& row : setting_table()) {
    if (is_positional(row)) continue;
    std::string name(row.name);
    if (const auto comma = name.find(','); comma != std::string::npos) name.replace(comma, 1, ", ");
    fmt::format_to(to, ".TP\n.B {}{}\n{}", roff(name),
                   row.value.empty() ? "" : fmt::format(" \\fI{}\\fR", row.value), roff(row.help));
    if (const auto* number = std::get_if<int Settings::*>(&row.field)) {
      fmt::format_to(to, "; {} to {}, default {}", row.least, row.most, defaults.*(*number));
    } else if (std::holds_alternative<std::optional<int> Settings::*>(row.field)) {
      fmt::format_to(to, "; {} to {}", row.least, row.most);
    }
    fmt::format_to(to, " ({})\n", commands_of(row));
  }
  return text;
}

std::string documents() {
  std::string text;
  for (const InputFormat& format : input_formats())
    text += fmt::format(".TP\n.B {}\n{}\n", roff(format.extensions), roff(format.description));
  return text + R"roff(.PP
What the content shows decides, not the extension; standard input is looked at in the same way. A PDF file, an image, a .doc file
and other files that hold no text to be read are refused with the command that makes text of them. The encoding is the one that the
document declares or that its bytes show; \fB\-\-encoding\fR wins over both.
.PP
Of a page of the web the text is read, and what belongs to the site is left out. Lines that were broken at a fixed width are joined.
Chapters open at the outermost headings: those that the format marks, or lines whose numbers run in order, or bold lines that stand
alone. \fBlangdu plan\fR shows the outline, then every sentence with its line, then every piece that was left out with the rule that
did it.
)roff";
}

std::string outputs() {
  std::string text;
  for (const OutputFormat& format : output_formats())
    text += fmt::format(".TP\n.B {}\n{}\n", roff(format.extension), roff(format.description));
  return text + R"roff(.PP
With \fB\-o\fR given several times the speech is made once and written into all of them: all appear, or none. Standard output
may be one of them; what has gone there cannot be taken back. The longest extension counts: \fIx.chapters.vtt\fR has
chapters, \fIx.vtt\fR captions. Captions have the sentences as they are written, in lines of at most twenty hanzi that end behind
punctuation where they can. A CUE sheet names the first sound file of the run; without one, the document with .wav for its extension.
.PP
\fB{}\fR in the name of an output stands for the name of the document, so that several documents each have their file; with \fB\-\-join\fR they are
one book. \fB\-\-split\fR writes a file for each chapter and a playlist (.m3u8). Such a run puts its files in place one after the other;
\fB\-\-resume\fR goes on where it was interrupted. An e-book (.epub) is read and heard together in reading programs with media overlays.
.PP
A silence of one and a half seconds is written in the document as [pause:1.5].
.PP
Title, author, date and cover of sound files come from the document; \fB\-\-title\fR, \fB\-\-author\fR and \fB\-\-cover\fR win over it.
WAV has no room for a cover. The bit rates that a format has depend on the sample rate.
.PP
A page (.html) holds its sound and needs no network. The sentence and the word that are heard are marked. Space plays and pauses, the
arrows to the left and right go to the sentence before and the next, those up and down to chapters, + and \- change the speed; a click on
a sentence goes there. With \fB\-\-ruby\fR the pinyin stands above each hanzi that is spoken as it is written. With
\fB\-\-audio\-beside\fR the page plays the first sound file of the run, which has to stay where it was.
)roff";
}

std::string exit_statuses() {
  std::string text = ".TP\n.B 0\nDone. The content of a document is never a reason to fail.\n";
  for (const auto& [status, title] : {std::pair{Exit::failed, "Failed"}, {Exit::wrong_use, "Wrong use"}}) {
    text += fmt::format(".TP\n.B {}\n{}", static_cast<int>(status), title);
    const char* separator = ": ";
    for (const FaultRow& row : fault_table()) {
      if (row.status != status) continue;
      std::string name(row.name);
      for (char& c : name) c = c == '_' ? ' ' : c;
      text += separator + name;
      separator = ", ";
    }
    text += ".\n";
  }
  return text + fmt::format(".TP\n.B {}\nInterrupted (Ctrl-C, or a signal to end).\n",
                            static_cast<int>(Exit::interrupted));
}

}  // namespace

std::string manual_page() {
  std::string page = ".TH LANGDU 1 \"\" \"langdu " LANGDU_VERSION
                     "\" \"User Commands\"\n"
                     ".SH NAME\nlangdu \\- read Mandarin documents aloud\n.SH SYNOPSIS\n.nh\n.ad l\n";
  for (const CommandRow& command : command_table()) page += synopsis_of(command);
  page +=
      ".hy\n.SH DESCRIPTION\n"
      "langdu reads a Mandarin document as people really have it (copied from a web page, badly wrapped, "
      "with redaction\n"
      "placeholders) and makes speech of it with eSpeak NG: an audio file with a chapter for each section, "
      "or live playback.\n"
      "What is not text, such as publication lines and copyright notices, is dropped; \\fBlangdu plan\\fR "
      "lists it with the\n"
      "reason. It works offline.\n.SH COMMANDS\n";
  for (const CommandRow& command : command_table()) {
    page += fmt::format(".TP\n.B {}\n{}\n", command.name, roff(command.help));
  }
  page += ".SH OPTIONS\n" + options() +
          ".TP\n.B \\-\\-help\nshow the commands, or the options of a command\n.TP\n.B \\-\\-version\nshow "
          "the version\n";
  page += ".SH EXAMPLES\n";
  for (const Example& example : examples)
    page += fmt::format(".TP\n.B {}\n{}\n", roff(example.command), roff(example.what));
  page += ".SH EXIT STATUS\n" + exit_statuses();
  page += ".SH DOCUMENTS\n" + documents();
  page += ".SH OUTPUTS\n" + outputs();
  page += R"roff(.SH CORRECTING A READING
A reading in angle brackets right behind a hanzi, as in
.RI \(lq hanzi <chang2>\(rq,
is its reading there; it is neither shown nor spoken. The brackets may be full-width. Without a tone only the usual light
syllables are marks, as <de> and <zhe>; write the tone 5 for another one. A mistyped mark stays in the text, and is named on standard error. A file for \fB\-\-lexicon\fR has a line for each word: the word, a tab, and its
pinyin, one syllable a hanzi, with blanks or digits between. Tones are digits or marks, and neutral without either; \(:u may be v or u:.
Lines that open with # are comments. Later lines and later files win. Where words overlap, the leftmost is taken, and there the longest.
A mark wins over a word of the user\(cqs, and that over everything else; it is said as it stands, without tone sandhi.
\fBlangdu plan\fR lists what was corrected; \fBlangdu pinyin \-\-explain\fR says where each reading comes from.
.SH CORRECTING WHAT IS SAID
A file for \fB\-\-replace\fR has a line for each form: what is written, a tab, and what is said for it. With another tab and the
word regex behind, the first field is a regular expression of RE2, and \e1 to \e9 in the second are its groups.
Nothing behind the tab leaves the form out, and lists it as dropped. The text is matched as \fBlangdu plan\fR shows it; numbers in
what is said are read like any others. Where two matches overlap the later line wins, and later files win. Lines that open with # are
comments. \fB\-\-placeholder\fR says what stands for a name that was taken out of a text: a word, \fBletter\fR for the letter X,
or \fBpause\fR.
.SH FILES
.TP
.I PREFIX/share/langdu
the lexicon, the voices and their levels
.TP
.I .langdu\-*.part
beside an output: what is written until it is complete. A run that was killed may leave it behind; it can be deleted.
.SH NOTES
Into a pipe, sound goes as WAV with an open length, as it is made; into a redirected file it is completed at the end.
An output file appears only when it is complete, and of several none before all are. Findings about the content are printed on standard error as
\fIfile\fR:\fIline\fR:\fIcolumn\fR and never stop the reading.
.SH SEE ALSO
.BR espeak\-ng (1)
)roff";
  return page;
}

std::string bash_completion() {
  std::string commands;
  std::string cases;
  for (const CommandRow& command : command_table()) {
    commands += fmt::format("{} ", command.name);
    std::string names;
    for (const SettingRow& row : setting_table()) {
      if (!is_positional(row) && (row.commands & command.id)) names += fmt::format("{} ", long_name(row));
    }
    cases += fmt::format("    {}) options=\"{}--help\" ;;\n", command.name, names);
  }
  return fmt::format(R"bash(# bash completion for langdu
_langdu() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" options=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "{}--help --version" -- "$word"))
    return
  fi
  case "${{COMP_WORDS[1]}}" in
{}  esac
  if [ "$before" = "--voice" ]; then
    COMPREPLY=($(compgen -W "$(langdu voices 2>/dev/null | cut -d' ' -f1)" -- "$word"))
    return
  fi
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}}
complete -F _langdu langdu
)bash",
                     commands, cases);
}

}  // namespace langdu
