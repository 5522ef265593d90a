#include "read/docx_styles.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "read/xml_text.h"

namespace langdu {
namespace {

using Nodes = std::map<std::string, pugi::xml_node, std::less<>>;

constexpr int body_text = 9;        // of outlineLvl
constexpr int longest_chain = 20;   // of basedOn; a ring would have no end
constexpr int most_list = 1 << 30;  // of numId
constexpr int deepest_level = 8;    // of ilvl

constexpr std::array title_names = {"title", "标题"};
constexpr std::array heading_names = {"heading", "标题"};

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + ('a' - 'A'));
  }
  return result;
}

/// "heading 1", "标题 1", "标题1": the outline level 0.
std::optional<int> level_of_name(std::string_view name) {
  for (std::string_view word : heading_names) {
    if (!name.starts_with(word)) continue;
    std::string_view rest = name.substr(word.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    const auto number = number_in(rest, 9);
    if (number && *number > 0) return *number - 1;
  }
  return {};
}

std::string_view value_of(pugi::xml_node node, std::string_view name) {
  return attribute_of(child_of(node, name), "val").value();
}

/// What one style says, where those that build on it have said nothing.
void fill(DocxStyle& style, pugi::xml_node node) {
  const pugi::xml_node paragraph = child_of(node, "pPr");
  const pugi::xml_node run = child_of(node, "rPr");
  const std::string name = lower_case(value_of(node, "name"));
  if (!style.outline) style.outline = number_of(paragraph, "outlineLvl", body_text);
  if (!style.outline) style.outline = level_of_name(name);
  style.is_title =
      style.is_title || std::find(title_names.begin(), title_names.end(), name) != title_names.end();
  if (!style.bold) style.bold = switched(run, "b");
  if (!style.hidden) style.hidden = switched(run, "vanish");
  const DocxListPlace list = list_place(paragraph);
  if (!style.list.list && list.list) {
    style.list.list = list.list;
    style.list_from = attribute_of(node, "styleId").value();
  }
  if (!style.list.level) style.list.level = list.level;
}

DocxStyle resolved(const Nodes& nodes, pugi::xml_node node) {
  DocxStyle style;
  for (int step = 0; node && step < longest_chain; ++step) {
    fill(style, node);
    const auto base = nodes.find(value_of(node, "basedOn"));
    node = base == nodes.end() ? pugi::xml_node{} : base->second;
  }
  return style;
}

}  // namespace

std::optional<bool> switched(pugi::xml_node properties, std::string_view name) {
  const pugi::xml_node child = child_of(properties, name);
  if (!child) return {};
  const std::string_view value = attribute_of(child, "val").value();
  return value != "0" && value != "false" && value != "off";
}

std::optional<int> number_in(std::string_view text, int most) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

std::optional<int> number_of(pugi::xml_node properties, std::string_view name, int most) {
  return number_in(value_of(properties, name), most);
}

DocxListPlace list_place(pugi::xml_node paragraph_properties) {
  const pugi::xml_node node = child_of(paragraph_properties, "numPr");
  return {number_of(node, "numId", most_list), number_of(node, "ilvl", deepest_level)};
}

DocxStyles::DocxStyles(pugi::xml_node root) {
  Nodes nodes;
  pugi::xml_node normal;
  for (const pugi::xml_node node : root) {
    if (local_name(node) != "style") continue;
    nodes.emplace(attribute_of(node, "styleId").value(), node);
    const std::string_view is_default = attribute_of(node, "default").value();
    const bool of_paragraphs = attribute_of(node, "type").value() == std::string_view("paragraph");
    if (of_paragraphs && (is_default == "1" || is_default == "true" || is_default == "on")) normal = node;
  }
  for (const auto& [id, node] : nodes) styles_.emplace(id, resolved(nodes, node));
  normal_ = resolved(nodes, normal);
}

const DocxStyle& DocxStyles::find(std::string_view id, const DocxStyle& otherwise) const {
  const auto found = styles_.find(id);
  return id.empty() || found == styles_.end() ? otherwise : found->second;
}

const DocxStyle& DocxStyles::paragraph(std::string_view id) const { return find(id, normal_); }
const DocxStyle& DocxStyles::character(std::string_view id) const { return find(id, plain_); }

}  // namespace langdu
