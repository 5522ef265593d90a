#include "read/docx_body.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace langdu {
namespace {

constexpr int deepest = 200;  // elements in each other, each with a frame or two on the stack
constexpr int body_text = 9;  // of outlineLvl

enum class Element {
  container,  ///< what it holds is shown: hyperlinks, insertions, anything unknown
  settings,   ///< nothing in it is text of this place
  paragraph,
  table,
  row,
  cell,
  text_box,
  control,
  alternatives,
  run,
  text,
  code,
  tab,
  line_break,
  hyphen,
  symbol,
  field_mark,
  simple_field,
  deleted,
  image,
  note_mark,
  ruby,
  fraction,
};

struct Row {
  std::string_view name;
  Element element;
};

// By local name: the elements of formulas (m:) and of drawings (a:) have the same names for the same things.
constexpr std::array table = {
    Row{"p", Element::paragraph},
    Row{"r", Element::run},
    Row{"t", Element::text},
    Row{"pPr", Element::settings},
    Row{"rPr", Element::settings},
    Row{"sectPr", Element::settings},
    Row{"tblPr", Element::settings},
    Row{"tblGrid", Element::settings},
    Row{"tblPrEx", Element::settings},
    Row{"trPr", Element::settings},
    Row{"tcPr", Element::settings},
    Row{"sdtPr", Element::settings},
    Row{"fldData", Element::settings},
    Row{"softHyphen", Element::settings},
    Row{"instrText", Element::code},
    Row{"tbl", Element::table},
    Row{"tr", Element::row},
    Row{"tc", Element::cell},
    Row{"txbxContent", Element::text_box},
    Row{"sdt", Element::control},
    Row{"AlternateContent", Element::alternatives},
    Row{"tab", Element::tab},
    Row{"ptab", Element::tab},
    Row{"br", Element::line_break},
    Row{"cr", Element::line_break},
    Row{"noBreakHyphen", Element::hyphen},
    Row{"sym", Element::symbol},
    Row{"fldChar", Element::field_mark},
    Row{"fldSimple", Element::simple_field},
    Row{"del", Element::deleted},
    Row{"moveFrom", Element::deleted},
    Row{"delText", Element::deleted},
    Row{"docPr", Element::image},
    Row{"footnoteReference", Element::note_mark},
    Row{"endnoteReference", Element::note_mark},
    Row{"ruby", Element::ruby},
    Row{"f", Element::fraction},
};

Element element_of(pugi::xml_node node) {
  const std::string_view name = local_name(node);
  const auto row =
      std::find_if(table.begin(), table.end(), [&](const Row& each) { return each.name == name; });
  return row == table.end() ? Element::container : row->element;
}

/// As Word has it, two styles that both say yes cancel each other out.
bool is_on(std::optional<bool> direct, std::optional<bool> paragraph, std::optional<bool> character) {
  return direct ? *direct : paragraph.value_or(false) != character.value_or(false);
}

std::string_view style_id(pugi::xml_node properties, std::string_view name) {
  return attribute_of(child_of(properties, name), "val").value();
}

}  // namespace

DocxBody::DocxBody(Document& document, BlockWriter& writer, const ReadOptions& options,
                   const DocxStyles& styles, DocxNumbering& numbering)
    : document_(document),
      writer_(writer),
      options_(options),
      styles_(styles),
      numbering_(numbering),
      text_(document, writer),
      style_(&styles.paragraph({})) {}

void DocxBody::read(const XmlPart& part, pugi::xml_node from, std::string lead) {
  part_ = &part;
  lead_ = std::move(lead);
  joins_ = false;
  fields_.begin_text();
  visit_children(from);
  read_what_was_set_apart();
  text_.start(BlockKind::paragraph, 0);
}

void DocxBody::finish() {
  if (symbols_ > 0) {
    document_.notes.push_back({Severity::info, first_symbol_,
                               fmt::format("left out {} of a font of signs, such as Wingdings",
                                           symbols_ == 1 ? "a sign" : fmt::format("{} signs", symbols_))});
  }
  if (too_deep_ > 0) {
    document_.notes.push_back(
        {Severity::warning, {}, fmt::format("left out what is nested more than {} elements deep", deepest)});
  }
}

void DocxBody::visit_children(pugi::xml_node node) {
  for (const pugi::xml_node child : node) {
    if (child.type() == pugi::node_element) visit(child);
  }
}

void DocxBody::visit(pugi::xml_node node) {
  if (depth_ >= deepest) {
    ++too_deep_;
    drop(node, "nested too deep");
    return;
  }
  ++depth_;
  visit_element(node);
  --depth_;
}

/// Blocks, and what holds them.
void DocxBody::visit_element(pugi::xml_node node) {
  switch (element_of(node)) {
    case Element::container:
      return visit_children(node);
    case Element::settings:
      return;
    case Element::paragraph:
      return in_paragraph_ ? set_apart(node) : paragraph(node);
    case Element::table:
    case Element::text_box:
      return in_paragraph_ || in_row_ ? set_apart(node) : visit_children(node);
    case Element::row:
      return in_row_ ? visit_children(node) : row(node);
    case Element::cell:
      text_.join(DocxJoint::cells);
      return visit_children(node);
    case Element::control:
      return control(node);
    case Element::alternatives:
      return alternatives(node);
    case Element::deleted:
      return drop(node, "deleted text");
    case Element::image:
      return image(node);
    default:
      return visit_inline(node);
  }
}

/// What stands in a paragraph.
void DocxBody::visit_inline(pugi::xml_node node) {
  switch (element_of(node)) {
    case Element::run:
      return run(node);
    case Element::text:
      return text(node);
    case Element::code:
      return code(node);
    case Element::field_mark:
      return field_mark(node);
    case Element::simple_field:
      return simple_field(node);
    case Element::line_break:
      return line_break();
    case Element::tab:
      if (rule().empty()) text_.put("\t");
      return;
    case Element::hyphen:
      if (rule().empty()) text_.put("-");
      return;
    case Element::symbol:
      return symbol(node);
    case Element::note_mark:
      if (rule().empty())
        note_marks_.push_back({local_name(node) == "endnoteReference", attribute_of(node, "id").value()});
      return;
    case Element::ruby:
      visit_children(child_of(node, "rubyBase"));
      return drop(child_of(node, "rt"), "ruby");
    case Element::fraction:
      return fraction(node);
    default:
      return visit_children(node);
  }
}

void DocxBody::open_paragraph(pugi::xml_node properties) {
  int outline = number_of(properties, "outlineLvl", body_text).value_or(style_->outline.value_or(body_text));
  kind_ = BlockKind::paragraph;
  level_ = 0;
  if (style_->is_title && after_title_) {
    text_.break_line();  // a long title in two paragraphs
    kind_ = BlockKind::heading;
    return;
  }
  if (style_->is_title && has_title_) outline = std::min(outline, 0);
  if (style_->is_title || outline < body_text) kind_ = BlockKind::heading;
  if (kind_ == BlockKind::heading && (!style_->is_title || has_title_)) level_ = outline + 1;
  text_.start(kind_, level_);
}

void DocxBody::paragraph(pugi::xml_node node) {
  const pugi::xml_node properties = child_of(node, "pPr");
  const DocxStyle* const outer_style =
      std::exchange(style_, &styles_.paragraph(style_id(properties, "pStyle")));
  if (in_row_) {
    text_.join(DocxJoint::lines);
  } else if (!joins_) {
    open_paragraph(properties);
  }
  joins_ = static_cast<bool>(child_of(child_of(properties, "rPr"), "del"));
  const std::string lead = std::exchange(lead_, {});
  text_.lead(lead + numbering_.next(list_place(properties), *style_));
  in_paragraph_ = true;
  visit_children(node);
  in_paragraph_ = false;
  if (!text_.has_text()) lead_ = lead;  // it waits for one that has
  after_title_ = style_->is_title && level_ == 0 && !in_row_ && text_.has_text();
  has_title_ = has_title_ || after_title_;
  style_ = outer_style;
  if (!in_row_) read_what_was_set_apart();
}

void DocxBody::row(pugi::xml_node node) {
  text_.start(BlockKind::paragraph, 0);
  after_title_ = false;
  joins_ = false;
  in_row_ = true;
  visit_children(node);
  in_row_ = false;
  read_what_was_set_apart();
}

void DocxBody::run(pugi::xml_node node) {
  const pugi::xml_node properties = child_of(node, "rPr");
  const DocxStyle& character = styles_.character(style_id(properties, "rStyle"));
  const bool outer_strong =
      std::exchange(strong_, is_on(switched(properties, "b"), style_->bold, character.bold));
  const bool outer_hidden = std::exchange(
      hidden_, hidden_ || is_on(switched(properties, "vanish"), style_->hidden, character.hidden));
  visit_children(node);
  strong_ = outer_strong;
  hidden_ = outer_hidden;
}

std::string_view DocxBody::rule() const {
  const std::string_view of_field = fields_.rule();
  return !of_field.empty() ? of_field : hidden_ ? "hidden text" : "";
}

void DocxBody::text(pugi::xml_node node) {
  const std::string_view space = node.attribute("xml:space").value();
  const std::string_view space_of_all = part_->root().attribute("xml:space").value();
  const bool is_drawing = std::string_view(node.name()) == "a:t";
  const bool keeps_blanks =
      is_drawing || space == "preserve" || (space.empty() && space_of_all == "preserve");
  for (const pugi::xml_node child : node) {
    if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
    Span span = text_span(document_, *part_, child);
    const Span inner = trimmed(document_, span);
    if (!keeps_blanks) span = inner;
    if (rule().empty()) {
      text_.add(span, child.type() == pugi::node_pcdata, strong_);
    } else if (!inner.empty()) {
      writer_.drop(inner, rule());
    }
  }
}

void DocxBody::code(pugi::xml_node node) {
  for (const pugi::xml_node child : node) fields_.code(child.value(), text_span(document_, *part_, child));
}

void DocxBody::field_mark(pugi::xml_node node) {
  const auto shown = fields_.shown_code(node, document_.source);
  fields_.mark(node);
  if (!rule().empty()) return;
  for (const Span span : shown.sources) {
    if (shown.readable) text_.add(span, true, strong_);
    if (!shown.readable && !span.empty()) writer_.drop(span, "field code");
  }
}

void DocxBody::line_break() {
  if (!rule().empty()) return;
  if (in_row_) {
    text_.join(DocxJoint::lines);
  } else {
    text_.break_line();
  }
}

void DocxBody::control(pugi::xml_node node) {
  const pugi::xml_node properties = child_of(node, "sdtPr");
  const std::string_view gallery =
      attribute_of(child_of(child_of(properties, "docPartObj"), "docPartGallery"), "val").value();
  if (gallery == "Table of Contents") return drop(node, "table of contents");
  if (switched(properties, "showingPlcHdr").value_or(false)) return drop(node, "placeholder");
  visit_children(node);
}

void DocxBody::alternatives(pugi::xml_node node) {
  const pugi::xml_node choice = child_of(node, "Choice");
  visit_children(choice ? choice : child_of(node, "Fallback"));
}

void DocxBody::simple_field(pugi::xml_node node) {
  fields_.open(attribute_of(node, "instr").value());
  visit_children(node);
  fields_.close();
}

/// A formula's fraction in one line.
void DocxBody::fraction(pugi::xml_node node) {
  visit_children(child_of(node, "num"));
  if (rule().empty()) text_.put("/");
  visit_children(child_of(node, "den"));
}

void DocxBody::image(pugi::xml_node node) {
  const Span words = trimmed(document_, attribute_span(document_, *part_, node, "descr"));
  if (words.empty()) return;
  if (!rule().empty()) return writer_.drop(words, rule());
  if (!options_.image_texts) return writer_.drop(words, "image");
  if (in_paragraph_ || in_row_) return set_apart(node);
  text_.start(BlockKind::paragraph, 0);
  text_.add(words, true, false);
}

void DocxBody::symbol(pugi::xml_node node) {
  if (!rule().empty()) return;
  const Span code = attribute_span(document_, *part_, node, "char");
  if (symbols_++ == 0) first_symbol_ = code;
  writer_.drop(code, "symbol");
}

void DocxBody::set_apart(pugi::xml_node node) {
  if (in_row_ || text_.has_text()) {
    apart_.push_back(node);
    return;
  }
  const std::string lead = text_.lead();
  const auto [style, kind, level, joins, strong] = std::tuple(style_, kind_, level_, joins_, strong_);
  in_paragraph_ = false;
  visit(node);
  in_paragraph_ = true;
  std::tie(style_, kind_, level_, joins_, strong_) = std::tuple(style, kind, level, joins, strong);
  text_.start(kind_, level_);
  text_.lead(lead);
}

void DocxBody::read_what_was_set_apart() {
  for (const pugi::xml_node node : std::exchange(apart_, {})) {
    // Even what stands outside of paragraphs, in a file that is wrong, must not join what stands elsewhere.
    text_.start(BlockKind::paragraph, 0);
    after_title_ = false;
    visit(node);
    text_.start(BlockKind::paragraph, 0);
  }
}

}  // namespace langdu
