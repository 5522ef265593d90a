#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "output/book_pages.h"
#include "output/tag_text.h"
#include "output/xml_document.h"

namespace langdu {
namespace {

struct Entry {
  std::uint32_t utterance = 0;  ///< the first
  int level = 1;
  std::string title;
};

/// Chapters and headings in the order of reading, each place once. Blank titles are left out: an entry must
/// have a text.
std::vector<Entry> entries_of(const Plan& plan) {
  std::map<std::uint32_t, Entry> entries;
  for (const auto* const list : {&plan.outline, &plan.chapters}) {
    for (const Chapter& chapter : *list) {
      const std::string title = tag_title(chapter.title);
      if (title.find_first_not_of(' ') != title.npos)
        entries.try_emplace(chapter.first, Entry{chapter.first, chapter.level, title});
    }
  }
  std::vector<Entry> ordered;
  for (auto& [first, entry] : entries) ordered.push_back(std::move(entry));
  return ordered;
}

/// Where an utterance stands.
std::map<std::uint32_t, std::string> addresses_of(const Book& book) {
  std::map<std::uint32_t, std::string> addresses;
  for (std::size_t number = 0; number < book.pages.size(); ++number) {
    for (const BookClip& clip : book.pages[number].clips)
      addresses.emplace(clip.utterance, fmt::format("{}#{}", book_file("page", number, ".xhtml"),
                                                    sentence_id(clip.utterance)));
  }
  return addresses;
}

pugi::xml_node add_nav(const pugi::xml_document& document, const char* type, const char* title) {
  const pugi::xml_node nav = add_element(body_of(document), "nav");
  set_attribute(nav, "epub:type", type);
  add_element(nav, "h1", title);
  return add_element(nav, "ol");
}

void add_link(pugi::xml_node item, std::string_view address, std::string_view title, const char* type = "") {
  const pugi::xml_node link = add_element(item, "a", title);
  set_attribute(link, "href", address);
  if (*type != '\0') set_attribute(link, "epub:type", type);
}

/// A list in a list for each level; a level that is left out has none.
class Nested {
 public:
  explicit Nested(pugi::xml_node list) : list_(list) {}

  void add(const Entry& entry, const std::string& address) {
    while (!open_.empty() && open_.back().level >= entry.level) open_.pop_back();
    pugi::xml_node list = list_;
    if (!open_.empty()) {
      pugi::xml_node& item = open_.back().item;
      list = item.child("ol") ? item.child("ol") : add_element(item, "ol");
    }
    const pugi::xml_node item = add_element(list, "li");
    add_link(item, address, entry.title);
    open_.push_back({entry.level, item});
  }

 private:
  struct Open {
    int level;
    pugi::xml_node item;
  };
  pugi::xml_node list_;
  std::vector<Open> open_;
};

}  // namespace

std::string nav_xhtml(const Book& book) {
  pugi::xml_document document;
  begin_page(document, book.title);
  const std::string first = book_file("page", 0, ".xhtml");
  const pugi::xml_node list = add_nav(document, "toc", "目录");
  Nested contents(list);
  const auto addresses = addresses_of(book);
  for (const Entry& entry : entries_of(book.plan)) {
    const auto found = addresses.find(entry.utterance);
    if (found != addresses.end()) contents.add(entry, found->second);
  }
  if (!list.first_child()) add_link(add_element(list, "li"), first, book.title);

  const pugi::xml_node marks = add_nav(document, "landmarks", "导航");
  set_attribute(marks.parent(), "hidden", "hidden");
  if (!book.plan.metadata.cover.bytes.empty())
    add_link(add_element(marks, "li"), "cover.xhtml", "封面", "cover");
  add_link(add_element(marks, "li"), first, "正文", "bodymatter");
  return xml_file(document);
}

}  // namespace langdu
