#include "read/block_writer.h"

#include <utility>

#include "text/utf8.h"

namespace langdu {
namespace {

bool is_flowing_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

bool is_only_blanks(std::string_view text) { return without_edge_blanks(text).empty(); }

/// The lines of a heading as one: it is said in one go.
MappedText joined(std::vector<MappedText>&& lines) {
  MappedText all;
  for (const MappedText& line : lines) {
    if (!all.empty()) all.append(MappedText::standing_for({line.source().begin, line.source().begin}, " "));
    all.append(line);
  }
  return all;
}

}  // namespace

void BlockWriter::append(const MappedText& text) {
  if (!is_only_blanks(text.text())) {
    has_text_ = true;
    all_strong_ = all_strong_ && strong_;
  }
  line_.append(text);
  inserted_ = false;
  place_ = text.source().end;
}

void BlockWriter::write_blank() {
  const Span blank = std::exchange(blank_, {});
  if (blank.empty() || line_.empty()) return;
  const std::string_view text = std::string_view(document_.source).substr(blank.begin, blank.size());
  append(text == " " ? MappedText::verbatim(text, blank.begin) : MappedText::standing_for(blank, " "));
}

void BlockWriter::add(Span source) {
  if (source.empty()) return;
  write_blank();
  const std::string_view text = std::string_view(document_.source).substr(source.begin, source.size());
  append(MappedText::verbatim(text, source.begin));
}

void BlockWriter::add_blank(Span source) {
  if (blank_.empty() && !inserted_) blank_ = source;
}

void BlockWriter::add_flowing(Span source) {
  const std::string_view text = document_.source;
  std::uint32_t begin = source.begin;
  for (std::uint32_t at = source.begin; at < source.end;) {
    if (!is_flowing_blank(text[at])) {
      ++at;
      continue;
    }
    std::uint32_t end = at + 1;
    while (end < source.end && is_flowing_blank(text[end])) ++end;
    const bool is_blank_as_it_stands =
        text[at] == ' ' && end == at + 1 && at > source.begin && end < source.end;
    if (!is_blank_as_it_stands) {
      add({begin, at});
      add_blank({at, end});
      begin = end;
    }
    at = end;
  }
  add({begin, source.end});
}

void BlockWriter::add(Span source, std::string_view text) {
  if (text.empty()) return;
  write_blank();
  append(MappedText::standing_for(source, text));
}

void BlockWriter::insert(std::string_view text, std::uint32_t place) {
  blank_ = {};
  add({place, place}, text);
  inserted_ = true;
}

void BlockWriter::end_line() {
  blank_ = {};
  inserted_ = false;
  const bool first = document_.blocks.empty() && lines_.empty();
  MappedText text = readable_.take(std::exchange(line_, {}), first, document_.marks, document_.dropped);
  if (is_only_blanks(text.text())) {
    after_empty_line_ = true;
    return;
  }
  lines_.push_back({std::move(text), after_empty_line_, std::exchange(all_strong_, true)});
  after_empty_line_ = false;
}

void BlockWriter::break_line() { end_line(); }

void BlockWriter::end_block() {
  end_line();
  if (kind_ == BlockKind::heading && lines_.size() > 1) {
    std::vector<MappedText> texts;
    for (Line& line : lines_) texts.push_back(std::move(line.text));
    lines_.assign(1, {joined(std::move(texts)), true, false});
  }
  const bool several = lines_.size() > 1;
  for (Line& line : lines_) {
    document_.blocks.push_back({several ? BlockKind::line : kind_, several ? 0 : level_, std::move(line.text),
                                line.after_empty_line, line.strong, preformatted_});
  }
  lines_.clear();
  has_text_ = false;
  all_strong_ = true;
  after_empty_line_ = true;
}

void BlockWriter::start(BlockKind kind, int level) {
  end_block();
  kind_ = kind;
  level_ = level;
}

void BlockWriter::finish() {
  start(BlockKind::paragraph);
  for (Note& note : readable_.finish()) document_.notes.push_back(std::move(note));
}

}  // namespace langdu
