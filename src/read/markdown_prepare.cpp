#include "read/markdown_prepare.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "read/front_matter.h"
#include "read/unreadable.h"
#include "text/utf8.h"

namespace langdu {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view byte_order_mark = "\uFEFF";
constexpr char hidden = 'x';                     // for the parser in place of a mark that is none
constexpr std::size_t longest_label = 64;        // bytes of a footnote's
constexpr std::size_t most_table_columns = 128;  // md4c writes every cell of every row: columns times rows
constexpr std::size_t narrowest_column = 3;      // characters
constexpr std::array stops = {"。"sv, "！"sv, "？"sv, "："sv, "；"sv, "…"sv};

// Marks of three bytes that keep a run of asterisks from opening or closing where a letter stands on its
// other side, as Unicode counts them as punctuation: **重要。**其他 and 他说**“是”**.
constexpr std::string_view opening_marks = "“‘《〈（「『【〔";
constexpr std::string_view closing_marks = "”’》〉）」』】〕。！？，；：、…—％·";

bool is_one_of(std::string_view marks, std::string_view mark) {
  for (std::size_t at = 0; at + 3 <= marks.size(); at += 3) {
    if (marks.substr(at, 3) == mark) return true;
  }
  return false;
}

std::string_view without_blanks(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t") + 1 - first);
}

std::size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

bool ends_in_stop(std::string_view line) {
  return std::any_of(stops.begin(), stops.end(), [&](std::string_view stop) { return line.ends_with(stop); });
}

/// The run of one character that underlines a heading or rules a line off, without blanks inside.
bool is_underline(std::string_view line) {
  const std::string_view run = without_blanks(line);
  if (run.empty() || (run[0] != '-' && run[0] != '=') || indentation(line) > 3) return false;
  return run.find_first_not_of(run[0]) == std::string_view::npos;
}

/// Three or more of '`' or '~' that open or close a block of code; empty if there are none.
std::string_view fence_of(std::string_view line) {
  line = without_blanks(line);
  if (line.empty() || (line[0] != '`' && line[0] != '~')) return {};
  const std::size_t size = std::min(line.find_first_not_of(line[0]), line.size());
  if (size < 3 || (line[0] == '`' && line.find('`', size) != std::string_view::npos)) return {};
  return line.substr(0, size);
}

/// The label of the footnote mark "[^label]" at `at`, or empty.
std::string_view label_at(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "[^") return {};
  const std::string_view inside = text.substr(at + 2, longest_label);
  const std::size_t size = inside.find_first_of("[]^ \t\r\n");
  return size == std::string_view::npos || inside[size] != ']' ? std::string_view{} : inside.substr(0, size);
}

/// The label of the footnote that opens in this line: "[^label]: text".
std::string_view defined_label(std::string_view line) {
  const std::size_t at = indentation(line);
  if (at > 3 || at == line.size()) return {};
  const std::string_view label = label_at(line, at);
  return !label.empty() && line.substr(at + label.size() + 3).starts_with(':') ? label : std::string_view{};
}

bool is_number(std::string_view label) {
  return label.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Calls `take` with the begin and the end of each line, and whether it stands in a block of code.
template <typename Take>
void each_line(std::string_view text, std::size_t begin, Take take) {
  std::string_view fence;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    const std::string_view run = fence_of(text.substr(begin, end - begin));
    const bool opens = fence.empty() && !run.empty();
    take(begin, end, opens || !fence.empty());
    if (opens) {
      fence = run;
    } else if (!fence.empty() && run.starts_with(fence) &&
               without_blanks(text.substr(begin, end - begin)) == run) {
      fence = {};
    }
    begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
}

/// Whether asterisks are a multiplication or stand for digits: 3*4, 138****1234, 尾号****12.
bool is_beside_digits(std::string_view line, std::size_t at, std::size_t size) {
  const bool behind_digit = at > 0 && is_digit(static_cast<unsigned char>(line[at - 1]));
  const bool before_digit = at + size < line.size() && is_digit(static_cast<unsigned char>(line[at + size]));
  return size > 3 ? behind_digit || before_digit : behind_digit && before_digit;
}

class Preparer {
 public:
  Preparer(Document& document, const ReadOptions& options)
      : document_(document), source_(document.source), reads_notes_(options.notes), text_(document.source) {
    // The reader takes the NUL from the source; the parser would hand over a character without its place.
    std::replace(text_.begin(), text_.end(), '\0', '\x01');
    std::replace(text_.begin(), text_.end(), footnote_mark_byte, '\x01');
  }

  PreparedMarkdown prepare() {
    const std::size_t begin = skip_opening();
    each_line(source_, begin, [&](std::size_t at, std::size_t end, bool code) {
      const std::string_view label = code ? std::string_view{} : defined_label(source_.substr(at, end - at));
      if (!label.empty()) labels_.insert(label);
    });
    each_line(source_, begin, [&](std::size_t at, std::size_t end, bool code) { take_line(at, end, code); });
    end_footnote();
    PreparedMarkdown prepared{{}, begin, {}};
    widen_tables(std::move(text_), prepared);
    return prepared;
  }

 private:
  std::size_t skip_opening();
  void take_line(std::size_t begin, std::size_t end, bool code);
  bool take_footnote(std::size_t begin, std::size_t end, bool code);
  void end_footnote();
  void watch_underline(std::size_t begin, std::size_t end);
  void mark_footnotes(std::size_t begin, std::size_t end);
  void ease_emphasis(std::size_t begin, std::size_t end);
  void hide_tildes(std::size_t begin, std::size_t end);
  void watch_table(std::size_t begin, std::size_t end);
  void widen_tables(std::string text, PreparedMarkdown& prepared) const;
  void blank(std::size_t begin, std::size_t end) {
    std::fill(text_.begin() + static_cast<std::ptrdiff_t>(begin),
              text_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  }
  void drop(std::size_t begin, std::size_t end, std::string_view rule) {
    document_.dropped.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, std::string(rule)});
  }

  Document& document_;
  std::string_view source_;
  bool reads_notes_;
  std::string text_;
  std::set<std::string_view> labels_;  ///< of footnotes
  Span footnote_{};                    ///< the one that is being left out; empty: none
  bool behind_blank_line_ = true;
  std::vector<Span> table_lines_;
  std::size_t lines_ = 0;       ///< of the paragraph so far
  std::string_view last_line_;  ///< of the paragraph
};

std::size_t Preparer::skip_opening() {
  std::size_t begin = 0;
  if (source_.starts_with(byte_order_mark)) {
    begin = byte_order_mark.size();
    drop(0, begin, name_of(Unreadable::byte_order_mark));
  }
  const std::size_t end = read_front_matter(source_, begin, document_.metadata);
  if (end > begin) drop(begin, end, "front matter");
  return end;
}

void Preparer::take_line(std::size_t begin, std::size_t end, bool code) {
  if (take_footnote(begin, end, code)) return;
  if (code) {
    lines_ = 0;
    return;
  }
  const std::string_view line = without_blanks(source_.substr(begin, end - begin));
  if (line == "[TOC]" || line == "[toc]" || line == "[[_TOC_]]" || line == "[[toc]]") {
    blank(begin, end);
    drop(begin + indentation(source_.substr(begin, end - begin)), end, "table of contents");
    lines_ = 0;
    return;
  }
  watch_underline(begin, end);
  mark_footnotes(begin, end);
  ease_emphasis(begin, end);
  hide_tildes(begin, end);
  watch_table(begin, end);
}

/// Whether the line belongs to a footnote that is left out. A footnote goes on in the lines below it, and
/// behind empty lines in those that are indented.
bool Preparer::take_footnote(std::size_t begin, std::size_t end, bool code) {
  const std::string_view line = source_.substr(begin, end - begin);
  const bool empty = without_blanks(line).empty();
  const std::string_view label = code ? std::string_view{} : defined_label(line);
  const bool goes_on = !footnote_.empty() && label.empty() &&
                       (empty || !behind_blank_line_ || line[0] == '\t' || line.starts_with("  "));
  behind_blank_line_ = empty;
  if (!goes_on) end_footnote();
  if (!label.empty()) {
    const std::size_t mark = begin + indentation(line);
    if (reads_notes_) {  // for the parser it is an item of a list
      blank(mark, mark + label.size() + 4);
      text_[mark] = '-';
      return false;
    }
    footnote_ = {static_cast<std::uint32_t>(mark), static_cast<std::uint32_t>(end)};
  } else if (!goes_on) {
    return false;
  }
  if (!empty) footnote_.end = static_cast<std::uint32_t>(end);
  blank(begin, end);
  lines_ = 0;
  return true;
}

void Preparer::end_footnote() {
  if (!footnote_.empty()) drop(footnote_.begin, footnote_.end, "footnote");
  footnote_ = {};
}

/// A line of dashes below a text makes a heading of it. Where people write texts it rules off what stands
/// above, unless that is one line without a stop.
void Preparer::watch_underline(std::size_t begin, std::size_t end) {
  const std::string_view whole = source_.substr(begin, end - begin);
  const std::string_view line = without_blanks(whole);
  const bool rules_off = line.starts_with("---");
  if (is_underline(whole) && (lines_ > 0 || rules_off)) {
    if (lines_ > 1 || (lines_ == 1 && ends_in_stop(last_line_))) blank(begin, end);
    lines_ = 0;
    return;
  }
  if (line.empty() || line[0] == '#' || line[0] == '>') {
    lines_ = 0;
    return;
  }
  ++lines_;
  last_line_ = line;
}

void Preparer::mark_footnotes(std::size_t begin, std::size_t end) {
  const std::string_view line = source_.substr(0, end);
  for (std::size_t at = line.find("[^", begin); at != std::string_view::npos; at = line.find("[^", at + 1)) {
    const std::string_view label = label_at(line, at);
    const bool opens_note = text_[at] != '[';  // of an item, by now
    if (label.empty() || opens_note || (!is_number(label) && !labels_.contains(label))) continue;
    std::fill_n(text_.begin() + static_cast<std::ptrdiff_t>(at), label.size() + 3, footnote_mark_byte);
  }
}

/// Hides from the parser the punctuation that keeps asterisks from being marks: it sees hanzi there. In a
/// line every second run of a size is taken for a closing one.
void Preparer::ease_emphasis(std::size_t begin, std::size_t end) {
  constexpr std::string_view letter = "字";
  std::array<bool, 4> open{};
  const std::string_view line = source_.substr(0, end);
  for (std::size_t at = line.find('*', begin); at < end; at = line.find('*', at)) {
    const std::size_t last = std::min(source_.find_first_not_of('*', at), end);
    const std::size_t size = last - at;
    if (is_beside_digits(source_.substr(begin, end - begin), at - begin, size))
      std::fill_n(text_.begin() + static_cast<std::ptrdiff_t>(at), size, hidden);
    if (size >= open.size() || text_[at] == hidden || (at > begin && source_[at - 1] == '\\')) {
      at = last;
      continue;
    }
    open[size] = !open[size];
    if (open[size] && last + 3 <= end && is_one_of(opening_marks, source_.substr(last, 3)))
      text_.replace(last, 3, letter);
    if (!open[size] && at >= begin + 3 && is_one_of(closing_marks, source_.substr(at - 3, 3)))
      text_.replace(at - 3, 3, letter);
    at = last;
  }
}

/// A single tilde is a range (20~30人) more often than it strikes out.
void Preparer::hide_tildes(std::size_t begin, std::size_t end) {
  const std::string_view line = source_.substr(0, end);
  for (std::size_t at = line.find('~', begin); at < end;) {
    const std::size_t last = std::min(line.find_first_not_of('~', at), end);
    if (last == at + 1) text_[at] = hidden;
    at = line.find('~', last);
  }
}

/// Of the lines of dashes below the head of a table, those are remembered that the parser would not know.
void Preparer::watch_table(std::size_t begin, std::size_t end) {
  const std::string_view line = source_.substr(begin, end - begin);
  const std::size_t dash = line.find('-');
  if (line.find_first_not_of("|-: \t") != std::string_view::npos || dash == std::string_view::npos) return;
  const auto columns = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
  if (columns > most_table_columns) {
    text_[begin + dash] = hidden;
  } else if (columns > 0) {
    table_lines_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
}

/// The parser wants three dashes or colons a column; people write one.
void Preparer::widen_tables(std::string text, PreparedMarkdown& prepared) const {
  std::string wide;
  std::size_t taken = 0;
  std::size_t all = 0;
  for (const Span line : table_lines_) {
    for (std::size_t at = text.find_first_of("-:", line.begin); at < line.end;) {
      const std::size_t cell_end = std::min(text.find_first_not_of("-:", at), std::size_t{line.end});
      const std::size_t dash = text[at] == '-' ? at : at + 1;  // behind the colon
      if (cell_end - at < narrowest_column && dash < cell_end && text[dash] == '-') {
        const std::size_t missing = narrowest_column - (cell_end - at);
        wide.append(text, taken, dash - taken);
        taken = dash;
        prepared.inserted.push_back({wide.size(), missing, all});
        wide.append(missing, '-');
        all += missing;
      }
      at = std::min(text.find_first_of("-:", cell_end), std::size_t{line.end});
    }
  }
  if (taken == 0) {
    prepared.text = std::move(text);
    return;
  }
  wide.append(text, taken);
  prepared.text = std::move(wide);
}

}  // namespace

PreparedMarkdown prepare_markdown(Document& document, const ReadOptions& options) {
  return Preparer(document, options).prepare();
}

std::uint32_t PreparedMarkdown::source_place(std::size_t at) const {
  const auto behind = std::upper_bound(inserted.begin(), inserted.end(), at,
                                       [](std::size_t place, const Inserted& run) { return place < run.at; });
  if (behind == inserted.begin()) return static_cast<std::uint32_t>(at);
  const Inserted& run = *(behind - 1);
  return static_cast<std::uint32_t>(at - run.before - std::min(run.size, at - run.at));
}

}  // namespace langdu
