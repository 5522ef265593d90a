#include "read/markdown.h"

#include <gumbo.h>
#include <md4c.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/block_writer.h"
#include "read/entities.h"
#include "read/html.h"
#include "read/markdown_prepare.h"
#include "read/source_text.h"

namespace langdu {
namespace {

constexpr std::string_view between_cells = "，";

/// The name of the tag "<name ...>" or "</name>", and whether it can be nothing but a tag.
struct Tag {
  std::string_view name;
  bool has_more = false;  ///< a slash, attributes; or a comment
};

Tag tag_of(std::string_view tag) {
  const std::size_t begin = tag.substr(0, 2) == "</" ? 2 : 1;
  const std::size_t end = std::min(tag.find_first_of(" \t\r\n/>", begin), tag.size());
  const bool plain = begin == 1 && tag.substr(end) == ">";
  return {tag.substr(begin, end - begin), !plain || tag.starts_with("<!") || tag.starts_with("<?")};
}

/// A tag of HTML, and not a reading or what else people put in brackets.
bool is_markup(const Tag& tag) {
  return tag.has_more ||
         gumbo_tagn_enum(tag.name.data(), static_cast<unsigned>(tag.name.size())) != GUMBO_TAG_UNKNOWN;
}

bool is_line_break(const Tag& tag) { return tag.name == "br" || tag.name == "BR"; }

/// Gets the events of the parser.
class MarkdownReader {
 public:
  MarkdownReader(Document& document, const ReadOptions& options, const PreparedMarkdown& prepared)
      : document_(document),
        writer_(document),
        options_(options),
        prepared_(prepared),
        text_(prepared.text) {}

  void enter(MD_BLOCKTYPE type, const void* detail);
  void leave(MD_BLOCKTYPE type);
  void enter(MD_SPANTYPE type);
  void leave(MD_SPANTYPE type);
  void text(MD_TEXTTYPE type, std::string_view text);
  void finish() { writer_.finish(); }

 private:
  struct List {
    bool ordered = false;
    unsigned number = 0;
  };

  void enter_list(bool ordered, unsigned number) {
    writer_.start(BlockKind::paragraph);
    lists_.push_back({ordered, number});
  }
  void enter_item();
  void leave_html();
  void break_line();
  void write(Span span, std::string_view text);
  void write_plain(std::string_view text);
  Span source_of(std::string_view text) const;
  void write_inline_html(Span span);

  Document& document_;
  BlockWriter writer_;
  const ReadOptions& options_;
  const PreparedMarkdown& prepared_;
  std::string_view text_;  ///< as the parser sees it
  std::vector<List> lists_;
  std::string
      prefix_;      ///< what is inserted before the next text: the number of an item, a mark between cells
  int strong_ = 0;  ///< how many spans are open
  int images_ = 0;
  bool in_html_ = false;
  bool in_row_ = false;
  Span gathered_;  ///< of the block of HTML, or of what stands for an image
};

void MarkdownReader::enter_item() {
  writer_.start(BlockKind::paragraph);
  if (lists_.empty() || !lists_.back().ordered) return;
  prefix_ += std::to_string(lists_.back().number++) + ". ";
}

void MarkdownReader::enter(MD_BLOCKTYPE type, const void* detail) {
  switch (type) {
    case MD_BLOCK_H:
      writer_.start(BlockKind::heading,
                    static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level));
      break;
    case MD_BLOCK_UL:
      enter_list(false, 0);
      break;
    case MD_BLOCK_OL:
      enter_list(true, static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start);
      break;
    case MD_BLOCK_LI:
      enter_item();
      break;
    case MD_BLOCK_CODE:
      writer_.start(BlockKind::line);
      writer_.set_preformatted(true);
      break;
    case MD_BLOCK_HTML:
      writer_.start(BlockKind::paragraph);
      in_html_ = true;
      gathered_ = {};
      break;
    case MD_BLOCK_TR:
      writer_.start(BlockKind::paragraph);
      in_row_ = true;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      if (writer_.has_text()) prefix_ = between_cells;
      break;
    default:
      writer_.start(BlockKind::paragraph);
  }
}

void MarkdownReader::leave(MD_BLOCKTYPE type) {
  if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) return;
  if (type == MD_BLOCK_HTML) leave_html();
  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) lists_.pop_back();
  const bool waits_for_text = type == MD_BLOCK_DOC || type == MD_BLOCK_LI || type == MD_BLOCK_TR;
  if (waits_for_text) prefix_.clear();  // the item had none
  in_row_ = false;
  writer_.start(BlockKind::paragraph);
  writer_.set_preformatted(false);
}

void MarkdownReader::leave_html() {
  in_html_ = false;
  const std::string_view html = std::string_view(document_.source).substr(gathered_.begin, gathered_.size());
  Span rest = gathered_;
  if (html.starts_with("<!--")) {
    constexpr std::string_view closing = "-->";
    const std::size_t end = html.find(closing);
    const std::size_t size = end == std::string_view::npos ? html.size() : end + closing.size();
    rest.begin += static_cast<std::uint32_t>(size);
    writer_.drop({gathered_.begin, rest.begin}, "comment");
  }
  if (html.substr(rest.begin - gathered_.begin).find_first_not_of(" \t\r\n") == std::string_view::npos)
    return;
  write_html(document_, writer_, rest, HtmlPart::all, options_);
}

void MarkdownReader::enter(MD_SPANTYPE type) {
  if (type == MD_SPAN_STRONG) writer_.set_strong(++strong_ > 0);
  if (type == MD_SPAN_IMG && images_++ == 0) gathered_ = {};
}

void MarkdownReader::leave(MD_SPANTYPE type) {
  if (type == MD_SPAN_STRONG) writer_.set_strong(--strong_ > 0);
  if (type != MD_SPAN_IMG || --images_ > 0) return;
  if (!options_.image_texts && !gathered_.empty()) writer_.drop(gathered_, "image");
}

/// A row of a table is one line: what stands in lines of a cell is divided like cells.
void MarkdownReader::break_line() {
  if (images_ > 0 && !options_.image_texts) return;
  if (!in_row_) {
    writer_.break_line();
  } else if (writer_.has_text()) {
    prefix_ = between_cells;
  }
}

void MarkdownReader::write(Span span, std::string_view text) {
  if (images_ > 0 && !options_.image_texts) {
    gathered_ = gathered_.empty() ? span : cover(gathered_, span);
    return;
  }
  if (!prefix_.empty()) writer_.insert(std::exchange(prefix_, {}));
  if (text.empty()) {
    writer_.add(span);
  } else {
    writer_.add(span, text);
  }
}

/// Where a piece of the parser's text stands in the source.
Span MarkdownReader::source_of(std::string_view text) const {
  const auto begin = static_cast<std::size_t>(text.data() - text_.data());
  return {prepared_.source_place(begin), prepared_.source_place(begin + text.size())};
}

/// Text between the marks of footnotes.
void MarkdownReader::write_plain(std::string_view text) {
  while (!text.empty()) {
    const bool is_mark = text[0] == footnote_mark_byte;
    const std::size_t end = std::min(
        is_mark ? text.find_first_not_of(footnote_mark_byte) : text.find(footnote_mark_byte), text.size());
    const Span part = source_of(text.substr(0, end));
    if (is_mark) {
      writer_.drop(part, "footnote mark");
    } else {
      write(part, {});
    }
    text.remove_prefix(end);
  }
}

void MarkdownReader::write_inline_html(Span span) {
  const std::string_view html = std::string_view(document_.source).substr(span.begin, span.size());
  const Tag tag = tag_of(html);
  if (html.starts_with("<!--")) {
    writer_.drop(span, "comment");
  } else if (is_line_break(tag)) {
    break_line();
  } else if (!is_markup(tag)) {
    write(span, {});
  }
}

void MarkdownReader::text(MD_TEXTTYPE type, std::string_view text) {
  if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) return break_line();
  const bool in_source = text.data() >= text_.data() && text.data() < text_.data() + text_.size();
  if (!in_source) {  // the parser's own: line ends and indentation of code, the blank for a line end in
                     // `code`
    if (type != MD_TEXT_CODE) return;
    if (text == "\n") return break_line();
    if (writer_.has_text()) writer_.insert(text);
    return;
  }
  const Span span = source_of(text);
  if (in_html_) {
    gathered_ = gathered_.empty() ? span : cover(gathered_, span);
  } else if (type == MD_TEXT_ENTITY) {
    write(span, entity_text(text).value_or(std::string()));
  } else if (type == MD_TEXT_HTML) {
    write_inline_html(span);
  } else if (type == MD_TEXT_CODE) {
    write(span, {});
  } else {
    write_plain(text);
  }
}

MarkdownReader& reader(void* user) { return *static_cast<MarkdownReader*>(user); }

MD_PARSER parser() {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_TASKLISTS |
                 MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return reader(user).enter(type, detail), 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) { return reader(user).leave(type), 0; };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* user) { return reader(user).enter(type), 0; };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return reader(user).leave(type), 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    return reader(user).text(type, {text, size}), 0;
  };
  return parser;
}

}  // namespace

Document read_markdown(std::string content, const ReadOptions& options) {
  Document document;
  set_source(document, std::move(content));
  const PreparedMarkdown prepared = prepare_markdown(document, options);
  MarkdownReader events(document, options, prepared);
  const MD_PARSER callbacks = parser();
  const std::string_view text = std::string_view(prepared.text).substr(prepared.begin);
  const int failed = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &callbacks, &events);
  events.finish();
  if (failed != 0) document.notes.push_back({Severity::warning, {}, "the parser of Markdown gave up"});
  return document;
}

}  // namespace langdu
