#include "read/docx_numbering.h"

#include <algorithm>
#include <array>
#include <utility>

#include "read/docx_number_formats.h"
#include "read/xml_text.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr int most_id = 1 << 30;
constexpr int most_start = 1'000'000;
constexpr int deepest_level = 8;

/// Behind these no blank is wanted: they are as wide as one.
constexpr std::array wide_ends = {"、", "）", "。", "．", "：", "】", "〕",
                                  "》", "」", "』", "，", "］", "〉"};

bool ends_wide(std::string_view text) {
  return std::any_of(wide_ends.begin(), wide_ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

/// The format, or what stands in for one that only newer versions know.
std::string_view format_of(pugi::xml_node level) {
  pugi::xml_node node = child_of(level, "numFmt");
  if (!node) node = child_of(child_of(child_of(level, "AlternateContent"), "Fallback"), "numFmt");
  return attribute_of(node, "val").value();
}

bool is_private(char32_t code) { return code >= 0xE000 && code <= 0xF8FF; }

/// Without the characters that only a font of signs knows.
std::string without_signs(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    if (!is_private(rune.code)) result += text.substr(at, rune.size);
    at += rune.size;
  }
  return result;
}

}  // namespace

DocxNumbering::DocxNumbering(pugi::xml_node root, const DocxStyles& styles) {
  for (const pugi::xml_node node : root) {
    if (local_name(node) == "abstractNum") read_abstract(node);
  }
  for (const pugi::xml_node node : root) {
    if (local_name(node) == "num") read_list(node);
  }
  for (auto& [id, abstract] : abstracts_) {
    if (abstract.style_link.empty()) continue;
    const auto list = lists_.find(styles.paragraph(abstract.style_link).list.list.value_or(0));
    const auto linked = list == lists_.end() ? abstracts_.end() : abstracts_.find(list->second.abstract);
    if (linked != abstracts_.end()) abstract.all = linked->second.all;
  }
}

DocxNumbering::Level DocxNumbering::read_level(pugi::xml_node node, Level level) {
  if (const auto start = number_of(node, "start", most_start))
    level.start = static_cast<std::uint32_t>(*start);
  if (const auto format = format_of(node); !format.empty()) level.format = format;
  level.text = attribute_of(child_of(node, "lvlText"), "val").value();
  level.suffix = attribute_of(child_of(node, "suff"), "val").value();
  level.style = attribute_of(child_of(node, "pStyle"), "val").value();
  level.restart = number_of(node, "lvlRestart", deepest_level + 1);
  level.all_decimal = switched(node, "isLgl").value_or(false);
  level.hidden = switched(child_of(node, "rPr"), "vanish").value_or(false);
  return level;
}

void DocxNumbering::read_abstract(pugi::xml_node node) {
  const auto id = number_in(attribute_of(node, "abstractNumId").value(), most_id);
  if (!id) return;
  Abstract& abstract = abstracts_[*id];
  abstract.style_link = attribute_of(child_of(node, "numStyleLink"), "val").value();
  for (const pugi::xml_node child : node) {
    if (local_name(child) != "lvl") continue;
    const auto index = number_in(attribute_of(child, "ilvl").value(), deepest_level);
    if (index) abstract.all[static_cast<std::size_t>(*index)] = read_level(child, {});
  }
}

void DocxNumbering::read_list(pugi::xml_node node) {
  const auto id = number_in(attribute_of(node, "numId").value(), most_id);
  const auto abstract = number_of(node, "abstractNumId", most_id);
  if (!id || !abstract) return;
  List& list = lists_[*id];
  list.abstract = *abstract;
  for (const pugi::xml_node child : node) {
    if (local_name(child) != "lvlOverride") continue;
    const auto index = number_in(attribute_of(child, "ilvl").value(), deepest_level);
    if (!index) continue;
    const auto at = static_cast<std::size_t>(*index);
    if (const pugi::xml_node level = child_of(child, "lvl")) list.levels[at] = read_level(level, {});
    if (const auto start = number_of(child, "startOverride", most_start))
      list.starts[at] = static_cast<std::uint32_t>(*start);
  }
}

const DocxNumbering::Level& DocxNumbering::level_at(const Abstract& abstract, const List& list,
                                                    std::size_t index) const {
  const auto own = list.levels.find(index);
  return own == list.levels.end() ? abstract.all[index] : own->second;
}

std::uint32_t DocxNumbering::start_of(const List& list, const Level& level, std::size_t index) const {
  const auto own = list.starts.find(index);
  return own == list.starts.end() ? level.start : own->second;
}

/// The level that the abstract list gives to the style that is numbered, or else the one the style says.
std::size_t DocxNumbering::level_of_style(const Levels& all, const DocxStyle& style) const {
  const auto row = std::find_if(all.begin(), all.end(), [&](const Level& level) {
    return !level.style.empty() && level.style == style.list_from;
  });
  if (row != all.end()) return static_cast<std::size_t>(row - all.begin());
  return static_cast<std::size_t>(style.list.level.value_or(0));
}

void DocxNumbering::count(Abstract& abstract, List& list, std::size_t index) {
  if (!list.used) {
    for (const auto& [level, start] : list.starts) abstract.counts[level].reset();
    list.used = true;
  }
  auto& own = abstract.counts[index];
  own = own ? *own + 1 : start_of(list, level_at(abstract, list, index), index);
  for (std::size_t deeper = index + 1; deeper < levels; ++deeper) {
    const auto restart = level_at(abstract, list, deeper).restart;
    if (!restart || index < static_cast<std::size_t>(*restart)) abstract.counts[deeper].reset();
  }
}

std::string DocxNumbering::label(const Abstract& abstract, const List& list, std::size_t index) const {
  const Level& level = level_at(abstract, list, index);
  if (level.hidden || level.format == "bullet") return {};
  std::string result;
  for (std::size_t at = 0; at < level.text.size(); ++at) {
    const char next = at + 1 < level.text.size() ? level.text[at + 1] : '\0';
    if (level.text[at] != '%' || next < '1' || next > '9') {
      result += level.text[at];
      continue;
    }
    const auto named = static_cast<std::size_t>(next - '1');
    const Level& shown = level_at(abstract, list, named);
    const std::uint32_t number = abstract.counts[named].value_or(start_of(list, shown, named));
    const bool decimal = level.all_decimal && !is_unnumbered(shown.format);
    result += written_number(decimal ? "decimal" : shown.format, number);
    ++at;
  }
  return without_signs(result);
}

std::string DocxNumbering::next(const DocxListPlace& own, const DocxStyle& style) {
  const auto list = lists_.find(own.list.value_or(style.list.list.value_or(0)));
  if (list == lists_.end() || list->first == 0) return {};
  const auto abstract = abstracts_.find(list->second.abstract);
  if (abstract == abstracts_.end()) return {};
  std::size_t index = own.level ? static_cast<std::size_t>(*own.level) : 0;
  if (!own.list && !own.level) index = level_of_style(abstract->second.all, style);
  count(abstract->second, list->second, index);
  std::string text = label(abstract->second, list->second, index);
  const Level& level = level_at(abstract->second, list->second, index);
  if (!text.empty() && level.suffix != "nothing" && !ends_wide(text)) text += ' ';
  return text;
}

}  // namespace langdu
