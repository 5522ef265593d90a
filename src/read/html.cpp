#include "read/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "read/html_author.h"
#include "read/html_body.h"
#include "read/html_ruby.h"
#include "read/html_tables.h"
#include "read/html_text.h"
#include "read/html_tree.h"
#include "read/source_text.h"
#include "text/ascii.h"
#include "text/spelling.h"
#include "text/utf8.h"

namespace langdu {
namespace {

bool is_blank_text(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

/// The same, of &nbsp; and the like too.
bool is_empty_text(std::string_view text) { return without_edge_blanks(text).empty(); }

/// Writes the rows of a tree from the first to the last.
class Writer {
 public:
  Writer(Document& document, BlockWriter& writer, const HtmlTree& tree, const HtmlBody& body,
         std::uint32_t offset, const ReadOptions& options)
      : document_(document),
        writer_(writer),
        tree_(tree),
        nodes_(tree.nodes()),
        body_(body),
        tables_(tree),
        offset_(offset),
        options_(options) {}

  void run() {
    for (std::uint32_t row = 0; row < nodes_.size(); ++row) {
      close_until(row);
      if (nodes_[row].is_text) {
        write_text(row);
      } else {
        open(row);
      }
    }
    close_until(static_cast<std::uint32_t>(nodes_.size()));
  }

 private:
  struct Open {
    std::uint32_t row;
    bool is_block;
    bool is_strong;
  };

  void close_until(std::uint32_t row) {
    while (!open_.empty() && nodes_[open_.back().row].end <= row) {
      close(open_.back());
      open_.pop_back();
    }
  }

  void open(std::uint32_t row) {
    const HtmlNode& node = nodes_[row];
    const GumboTag tag = node.tag;
    if (tag == GUMBO_TAG_IMG) {
      write_image(row);
      behind_image_ = true;
    }
    if (tag == GUMBO_TAG_UNKNOWN) write_mark(row);
    const bool parts = tag == GUMBO_TAG_BR || is_block_element(tag);
    if (tables_.cell_of(row) != 0) {  // one line, whatever is in it
      if (parts && writer_.has_text()) pending_ = " ";
      return;
    }
    if (tag == GUMBO_TAG_BR) {
      break_line(row);
      behind_image_ = false;
    }
    const bool block = is_block_element(tag);
    const bool strong = is_bold(tree_, node);
    if (!block && !strong) return;
    open_.push_back({row, block, strong});
    if (block) start_block(row);
    if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_XMP || tag == GUMBO_TAG_LISTING)
      pre_end_ = std::max(pre_end_, node.end);
    if (is_code(row)) writer_.set_preformatted(true);
    if (strong && ++strong_ == 1) writer_.set_strong(!is_caption(row));
  }

  /// A centred line below an image says what it shows: its bold letters make no heading of it.
  bool is_caption(std::uint32_t row) const {
    if (!behind_image_) return false;
    while (row != 0 && !is_block_element(nodes_[row].tag)) row = nodes_[row].parent;
    const std::string style = lower_ascii(tree_.attribute(nodes_[row], "style"));
    const auto align = style.find("text-align");
    return lower_ascii(tree_.attribute(nodes_[row], "align")) == "center" ||
           (align != std::string::npos && style.find("center", align) != std::string::npos);
  }

  void start_block(std::uint32_t row) {
    const GumboTag tag = nodes_[row].tag;
    const int level = row == body_.title && row != 0 ? 0 : heading_level(tag);
    const bool heading = (row == body_.title && row != 0) || level > 0;
    writer_.start(heading ? BlockKind::heading : BlockKind::paragraph, level);
    if (tag == GUMBO_TAG_LI) {
      if (std::string number = number_of(row); !number.empty()) pending_ = std::move(number);
    }
  }

  void break_line(std::uint32_t row) {
    if (row == body_.title_end && row != 0) {
      writer_.start(BlockKind::paragraph);
    } else {
      writer_.break_line();
    }
  }

  void close(const Open& element) {
    if (element.is_strong && --strong_ == 0) writer_.set_strong(false);
    if (element.is_block) writer_.start(BlockKind::paragraph);
    if (is_code(element.row)) writer_.set_preformatted(false);
    if (nodes_[element.row].tag == GUMBO_TAG_LI) pending_.clear();  // the number of an empty item
  }

  /// What stands in front of an item of a numbered list.
  std::string number_of(std::uint32_t row) {
    const std::uint32_t list = nodes_[row].parent;
    if (nodes_[list].tag != GUMBO_TAG_OL || row < pre_end_) return {};
    if (lists_.empty() || lists_.back().first != list) {
      while (!lists_.empty() && nodes_[lists_.back().first].end <= row) lists_.pop_back();
    }
    if (lists_.empty() || lists_.back().first != list)
      lists_.emplace_back(list, number(tree_.attribute(nodes_[list], "start"), 1));
    int& next = lists_.back().second;
    next = number(tree_.attribute(nodes_[row], "value"), next);
    return fmt::format("{}. ", next++);
  }

  static int number(std::string_view text, int otherwise) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole =
        error == std::errc{} && end == text.data() + text.size() && value < 1'000'000 && value > -1'000'000;
    return whole ? value : otherwise;
  }

  void write_text(std::uint32_t row) {
    const HtmlNode& node = nodes_[row];
    const std::string_view shown = node.node->v.text.text;
    if (node.source.empty()) return;
    const std::string_view rule = body_.dropped[row];
    if (!rule.empty()) {
      if (rule != "code" && !is_blank_text(shown)) writer_.drop(node.source, rule);
      return;
    }
    if (ruby_.take(tree_, row, document_)) return;
    if (is_blank_text(shown) && !writer_.has_text()) return;
    const std::uint32_t cell = tables_.cell_of(row);
    if (cell != 0 && cell != cell_ && is_empty_text(shown)) return;
    if (!is_empty_text(shown)) behind_image_ = false;
    if (!is_blank_text(shown)) write_pending(row);
    const bool flowing = row >= pre_end_;
    if (!flowing) return write_lines(node);
    write_piece(node.source, shown, true);
  }

  void write_piece(Span raw, std::string_view shown, bool flowing) {
    const std::string_view parsed = tree_.parsed().substr(raw.begin - offset_, raw.size());
    write_html_text(writer_, raw, document_.source, parsed, shown, flowing);
  }

  /// The number of a list item, the comma between cells.
  void write_pending(std::uint32_t row) {
    if (const std::uint32_t cell = tables_.cell_of(row); cell != 0 && cell != cell_) {
      pending_ = writer_.has_text() ? "，" : "";
      cell_ = cell;
    }
    if (!pending_.empty()) writer_.insert(pending_, nodes_[row].source.begin);
    pending_.clear();
  }

  /// Whether an element holds code as it was typed; poems and letters stand in <pre>, too.
  bool is_code(std::uint32_t row) const {
    if (nodes_[row].tag != GUMBO_TAG_PRE) return false;
    const std::uint32_t child = row + 1 < nodes_[row].end && nodes_[row + 1].is_text ? row + 2 : row + 1;
    return child < nodes_[row].end && nodes_[child].tag == GUMBO_TAG_CODE;
  }

  /// Preformatted text: its line ends are shown. They stand in the source where they stand in what is shown.
  void write_lines(const HtmlNode& node) {
    const std::string_view shown = node.node->v.text.text;
    const std::string_view source =
        std::string_view(document_.source).substr(node.source.begin, node.source.size());
    const auto lines = static_cast<std::size_t>(std::count(shown.begin(), shown.end(), '\n'));
    if (static_cast<std::size_t>(std::count(source.begin(), source.end(), '\n')) != lines)
      return write_piece(node.source, shown, true);  // an entity stands for a line end
    std::size_t begin = 0;
    std::size_t shown_begin = 0;
    for (std::size_t line = 0; line <= lines; ++line) {
      const std::size_t end = std::min(source.find('\n', begin), source.size());
      const std::size_t shown_end = std::min(shown.find('\n', shown_begin), shown.size());
      if (line > 0) writer_.break_line();
      const auto at = node.source.begin;
      write_piece({at + static_cast<std::uint32_t>(begin), at + static_cast<std::uint32_t>(end)},
                  shown.substr(shown_begin, shown_end - shown_begin), false);
      begin = end + 1;
      shown_begin = shown_end + 1;
    }
  }

  /// An image has no text of its own but what stands for it.
  void write_image(std::uint32_t row) {
    const std::string_view text = tree_.attribute(nodes_[row], "alt");
    if (is_blank_text(text) || nodes_[row].source.empty()) return;
    if (!options_.image_texts || is_dropped(row)) {
      writer_.drop(nodes_[row].source, "image");
      return;
    }
    write_pending(row);
    writer_.add(nodes_[row].source, text);
  }

  /// Whether what stands around is left out.
  bool is_dropped(std::uint32_t row) const {
    for (const std::uint32_t near : {row - 1, row + 1}) {
      if (near < nodes_.size() && nodes_[near].is_text) return !body_.dropped[near].empty();
    }
    return false;
  }

  /// A reading mark (曾<zeng1>) looks like a tag.
  void write_mark(std::uint32_t row) {
    const Span tag = nodes_[row].source;
    if (!tag.empty() && writer_.has_text() && is_written_reading(tag)) writer_.add(tag);
  }

  bool is_written_reading(Span tag) const {
    const auto spelling =
        parse_spelling(std::string_view(document_.source).substr(tag.begin + 1, tag.size() - 2));
    return spelling && spelling->has_tone;
  }

  Document& document_;
  BlockWriter& writer_;
  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  const HtmlBody& body_;
  const HtmlTables tables_;
  std::uint32_t offset_;  ///< of the page in the source
  const ReadOptions& options_;
  HtmlRuby ruby_;
  std::vector<Open> open_;
  std::vector<std::pair<std::uint32_t, int>> lists_;  ///< rows of numbered lists, and their next numbers
  std::string pending_;                               ///< to be inserted in front of the next text
  std::uint32_t cell_ = 0;                            ///< the last one with text, of a table of data
  std::uint32_t pre_end_ = 0;                         ///< of the preformatted text that is open
  int strong_ = 0;
  bool behind_image_ = false;  ///< no text since
};

}  // namespace

void write_html(Document& document, BlockWriter& writer, Span html, HtmlPart part,
                const ReadOptions& options) {
  const HtmlTree tree(document.source, html);
  const HtmlBody body = find_html_body(tree, part == HtmlPart::all || options.keep_all);
  Writer(document, writer, tree, body, html.begin, options).run();
  if (!tree.too_deep().empty()) {
    document.notes.push_back(
        {Severity::warning, tree.too_deep(),
         fmt::format("elements nested more than {} deep are read as plain text", HtmlTree::deepest)});
  }
  if (part == HtmlPart::body) {
    document.metadata.title = tree.title();
    document.metadata.author = html_author(tree);
  }
}

Document read_html(std::string content, const ReadOptions& options) {
  Document document;
  set_source(document, std::move(content));
  BlockWriter writer(document);
  write_html(document, writer, {0, static_cast<std::uint32_t>(document.source.size())}, HtmlPart::body,
             options);
  writer.finish();
  // The parser moves what stands where it may not (text between the rows of a table): back to its place.
  std::stable_sort(document.blocks.begin(), document.blocks.end(), [](const Block& a, const Block& b) {
    return a.text.source().begin < b.text.source().begin;
  });
  std::stable_sort(document.marks.begin(), document.marks.end(),
                   [](const ReadingMark& a, const ReadingMark& b) { return a.hanzi.begin < b.hanzi.begin; });
  return document;
}

}  // namespace langdu
