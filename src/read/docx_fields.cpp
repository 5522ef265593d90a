#include "read/docx_fields.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "read/xml_text.h"

namespace langdu {
namespace {

struct FieldRule {
  std::string_view code;
  std::string_view rule;
};

constexpr std::array table = {
    FieldRule{"TOC", "table of contents"},
    FieldRule{"PAGE", "page number"},
    FieldRule{"NUMPAGES", "page number"},
    FieldRule{"SECTIONPAGES", "page number"},
};

std::string_view first_word(std::string_view code) {
  const auto begin = std::min(code.find_first_not_of(" \t\r\n"), code.size());
  code.remove_prefix(begin);
  return code.substr(0, code.find_first_of(" \t\r\n\\"));
}

std::string_view rule_of(std::string_view all) {
  const std::string_view code = first_word(all);
  const auto row =
      std::find_if(table.begin(), table.end(), [&](const FieldRule& field) { return field.code == code; });
  return row == table.end() ? std::string_view{} : row->rule;
}

/// Of an overstrike, \o(sign,base), the base, which may be in several pieces.
std::vector<Span> last_argument(const std::vector<Span>& code, std::string_view all) {
  std::vector<Span> argument;
  bool is_inside = false;
  for (auto source = code.rbegin(); source != code.rend(); ++source) {
    Span span = *source;
    if (!is_inside) {
      const auto close = all.substr(span.begin, span.size()).rfind(')');
      if (close == std::string_view::npos) continue;
      span.end = span.begin + static_cast<std::uint32_t>(close);
      is_inside = true;
    }
    const auto comma = all.substr(span.begin, span.size()).rfind(',');
    if (comma != std::string_view::npos) span.begin += static_cast<std::uint32_t>(comma + 1);
    argument.insert(argument.begin(), span);
    if (comma != std::string_view::npos) return argument;
  }
  return {};
}

std::string_view kind_of(pugi::xml_node mark) { return attribute_of(mark, "fldCharType").value(); }

}  // namespace

void DocxFields::look_at(pugi::xml_node root) {
  std::vector<std::size_t> open;
  for (pugi::xml_node node = root; node; node = next_node(node, root)) {
    if (local_name(node) != "fldChar") continue;
    if (kind_of(node) == "begin") open.push_back(node.hash_value());
    if (kind_of(node) == "end" && !open.empty()) {
      ended_.insert(open.back());
      open.pop_back();
    }
  }
}

void DocxFields::mark(pugi::xml_node node) {
  const std::string_view kind = kind_of(node);
  if (kind == "begin" && ended_.count(node.hash_value()) != 0) open_.push_back({});
  if (open_.empty()) return;
  if (kind == "separate") {
    open_.back().rule = rule_of(open_.back().code);
    open_.back().in_result = true;
  }
  if (kind == "end") open_.pop_back();
}

void DocxFields::code(std::string_view text, Span source) {
  if (open_.empty() || open_.back().in_result) return;
  open_.back().code += text;
  open_.back().sources.push_back(source);
}

DocxFields::ShownCode DocxFields::shown_code(pugi::xml_node end, std::string_view all) const {
  if (kind_of(end) != "end" || open_.empty() || open_.back().in_result) return {};
  const std::string& code = open_.back().code;
  const std::string_view word = first_word(code);
  if (word != "EQ" && word != "eq") return {};
  const bool is_overstrike = code.find("\\o") != std::string::npos || code.find("\\O") != std::string::npos;
  std::vector<Span> shown;
  if (is_overstrike) shown = last_argument(open_.back().sources, all);
  if (shown.empty()) return {open_.back().sources, false};
  return {std::move(shown), true};
}

void DocxFields::open(std::string_view code) {
  open_.push_back({std::string(code), {}, rule_of(code), true});
}

void DocxFields::close() {
  if (!open_.empty()) open_.pop_back();
}

std::string_view DocxFields::rule() const {
  for (const Field& field : open_) {
    if (!field.in_result) return "field code";
    if (!field.rule.empty()) return field.rule;
  }
  return {};
}

}  // namespace langdu
