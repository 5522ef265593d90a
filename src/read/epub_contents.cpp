#include "read/epub_contents.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace langdu {
namespace {

constexpr int deepest_heading = 9;

/// Walks over the elements inside `top` without recursion. `enter` says whether to go into the element, and
/// `leave` is called for those gone into.
template <typename Enter, typename Leave>
void walk(pugi::xml_node top, Enter enter, Leave leave) {
  pugi::xml_node node = top.first_child();
  while (node) {
    const bool inside = enter(node);
    if (inside && node.first_child()) {
      node = node.first_child();
      continue;
    }
    if (inside) leave(node);
    while (!node.next_sibling()) {
      node = node.parent();
      if (node == top || !node) return;
      leave(node);
    }
    node = node.next_sibling();
  }
}

bool has_token(std::string_view list, std::string_view token) {
  while (!list.empty()) {
    const auto end = std::min(list.find(' '), list.size());
    if (list.substr(0, end) == token) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

/// Collects entries. Those that lead nowhere, the names of groups, open where the next one does.
class Entries {
 public:
  Entries(const ZipArchive& archive, std::string member) : archive_(archive), member_(std::move(member)) {}

  void add(std::string label, const char* href, int depth) {
    if (label.empty()) return;
    auto target = *href == '\0' ? std::nullopt : resolve_href(archive_, member_, href);
    if (*href != '\0' && !target) return;
    entries_.push_back({std::move(label), {}, std::min(depth, deepest_heading)});
    if (!target) return;
    for (; without_target_ < entries_.size(); ++without_target_) {
      // A name of a group without entries of its own would open beside it.
      const EpubEntry& group = entries_[without_target_];
      const bool is_group = &group == &entries_.back() || group.depth < depth;
      if (is_group) entries_[without_target_].target = *target;
    }
  }

  std::vector<EpubEntry> take() {
    std::erase_if(entries_, [](const EpubEntry& entry) { return entry.target.member.empty(); });
    return std::move(entries_);
  }

 private:
  const ZipArchive& archive_;
  std::string member_;
  std::vector<EpubEntry> entries_;
  std::size_t without_target_ = 0;
};

std::vector<EpubEntry> entries_of_nav(pugi::xml_node nav, const ZipArchive& archive,
                                      const std::string& member) {
  Entries entries(archive, member);
  int depth = 0;
  const auto is_list = [](pugi::xml_node node) {
    return local_name(node) == "ol" || local_name(node) == "ul";
  };
  walk(
      nav,
      [&](pugi::xml_node node) {
        if (is_list(node)) ++depth;
        const bool is_label = depth > 0 && (local_name(node) == "a" || local_name(node) == "span");
        if (is_label) entries.add(shown_text(node), attribute_of(node, "href").value(), depth);
        return !is_label;
      },
      [&](pugi::xml_node node) { depth -= is_list(node) ? 1 : 0; });
  return entries.take();
}

std::vector<EpubEntry> entries_of_ncx(pugi::xml_node map, const ZipArchive& archive,
                                      const std::string& member) {
  Entries entries(archive, member);
  int depth = 0;
  walk(
      map,
      [&](pugi::xml_node node) {
        if (local_name(node) != "navPoint") return depth == 0;
        ++depth;
        entries.add(shown_text(child_of(child_of(node, "navLabel"), "text")),
                    attribute_of(child_of(node, "content"), "src").value(), depth);
        return true;
      },
      [&](pugi::xml_node node) { depth -= local_name(node) == "navPoint" ? 1 : 0; });
  return entries.take();
}

/// The first nav of this type. `any`: or else the first nav of all.
pugi::xml_node nav_of_type(pugi::xml_node root, std::string_view type, bool any) {
  pugi::xml_node first;
  for (pugi::xml_node node = root; node; node = next_node(node, root)) {
    if (local_name(node) != "nav") continue;
    if (has_token(attribute_of(node, "type").value(), type) ||
        attribute_of(node, "role").value() == "doc-" + std::string(type))
      return node;
    if (!first) first = node;
  }
  return any ? first : pugi::xml_node{};
}

void add_landmarks(EpubContents& contents, pugi::xml_node nav, const ZipArchive& archive,
                   const std::string& member) {
  for (pugi::xml_node node = nav; node; node = next_node(node, nav)) {
    const std::string_view type = attribute_of(node, "type").value();
    auto target = local_name(node) == "a" ? resolve_href(archive, member, attribute_of(node, "href").value())
                                          : std::nullopt;
    if (target && has_token(type, "cover")) contents.covers.push_back(*target);
    if (target && has_token(type, "toc")) contents.tables.push_back(*target);
  }
}

}  // namespace

EpubContents read_contents(EpubPackage& package, const ZipArchive& archive) {
  EpubContents contents;
  contents.covers = package.guide("cover");
  contents.tables = package.guide("toc");
  if (const std::string& nav = package.nav(); !nav.empty()) {
    const XmlPart part = package.read(nav);
    contents.entries = entries_of_nav(nav_of_type(part.root(), "toc", true), archive, nav);
    add_landmarks(contents, nav_of_type(part.root(), "landmarks", false), archive, nav);
  }
  if (contents.entries.empty() && !package.ncx().empty()) {
    const XmlPart part = package.read(package.ncx());
    contents.entries = entries_of_ncx(child_of(part.root(), "navMap"), archive, package.ncx());
  }
  return contents;
}

}  // namespace langdu
