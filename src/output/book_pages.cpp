#include "output/book_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "output/clock_time.h"
#include "output/tag_text.h"
#include "output/xml_document.h"

namespace langdu {
namespace {

constexpr std::string_view section_id = "text";

/// h1 for the outermost heading, which is the title where the document shows it; p for a paragraph.
std::string element_of(const Book& book, const TextBlock* block) {
  if (block == nullptr || !block->heading) return "p";
  return fmt::format("h{}", std::clamp(block->level + (book.shows_title ? 1 : 0), 1, 6));
}

/// The block of an utterance; none when the plan has no blocks.
const TextBlock* block_of(const Plan& plan, std::uint32_t utterance) {
  const auto behind = std::partition_point(plan.blocks.begin(), plan.blocks.end(),
                                           [&](const TextBlock& block) { return block.first <= utterance; });
  return behind == plan.blocks.begin() ? nullptr : &*std::prev(behind);
}

bool is_english(const Utterance& utterance) {
  return std::all_of(utterance.segments.begin(), utterance.segments.end(),
                     [](const Segment& segment) { return segment.language == Language::english; });
}

/// Latin sentences of a paragraph have a blank between them, hanzi none.
bool needs_blank(std::string_view before, std::string_view behind) {
  return !before.empty() && !behind.empty() && std::isgraph(static_cast<unsigned char>(before.back())) != 0 &&
         std::isgraph(static_cast<unsigned char>(behind.front())) != 0;
}

void add_sentence(pugi::xml_node paragraph, const Utterance& utterance, std::uint32_t index) {
  pugi::xml_node span = add_element(paragraph, "span", utterance.shown);
  set_attribute(span, "id", sentence_id(index));
  if (is_english(utterance)) {
    set_attribute(span, "lang", "en");
    set_attribute(span, "xml:lang", "en");
  }
}

}  // namespace

std::string page_xhtml(const Book& book, std::size_t number) {
  const Plan& plan = book.plan;
  const BookPage& page = book.pages[number];
  pugi::xml_document document;
  begin_page(document, page.title);
  const pugi::xml_node section = add_element(body_of(document), "section");
  set_attribute(section, "id", section_id);
  set_attribute(section, "epub:type", "chapter");
  set_attribute(section, "role", "doc-chapter");
  set_attribute(section, "aria-label", page.title);
  pugi::xml_node paragraph;
  const TextBlock* open = nullptr;
  std::string_view before;
  for (const BookClip& clip : page.clips) {
    const TextBlock* const block = block_of(plan, clip.utterance);
    const Utterance& utterance = plan.utterances[clip.utterance];
    if (!paragraph || block != open) {
      paragraph = add_element(section, element_of(book, block).c_str());
    } else if (needs_blank(before, utterance.shown)) {
      paragraph.append_child(pugi::node_pcdata).set_value(" ");
    }
    open = block;
    before = utterance.shown;
    add_sentence(paragraph, utterance, clip.utterance);
  }
  if (page.clips.empty()) add_element(section, "h1", page.title);
  return xml_file(document);
}

std::string page_smil(const Book& book, std::size_t number) {
  const std::string file = book_file("page", number, ".xhtml");
  pugi::xml_document document;
  const pugi::xml_node root = add_element(document, "smil");
  set_attribute(root, "xmlns", "http://www.w3.org/ns/SMIL");
  set_attribute(root, "xmlns:epub", "http://www.idpf.org/2007/ops");
  set_attribute(root, "version", "3.0");
  const pugi::xml_node sequence = add_element(add_element(root, "body"), "seq");
  set_attribute(sequence, "id", "sentences");
  set_attribute(sequence, "epub:textref", fmt::format("{}#{}", file, section_id));
  set_attribute(sequence, "epub:type", "bodymatter chapter");
  for (const BookClip& clip : book.pages[number].clips) {
    const pugi::xml_node pair = add_element(sequence, "par");
    set_attribute(pair, "id", fmt::format("p{}", clip.utterance + 1));
    const std::string text = fmt::format("{}#{}", file, sentence_id(clip.utterance));
    set_attribute(add_element(pair, "text"), "src", text);
    const pugi::xml_node audio = add_element(pair, "audio");
    set_attribute(audio, "src", book_file("sound", clip.piece, ".m4a"));
    set_attribute(audio, "clipBegin", clock_time(clip.begin, '.'));
    set_attribute(audio, "clipEnd", clock_time(clip.end, '.'));
  }
  return xml_file(document);
}

std::string cover_xhtml(const Book& book, std::string_view file) {
  pugi::xml_document document;
  begin_page(document, book.title);
  const pugi::xml_node section = add_element(body_of(document), "section");
  set_attribute(section, "epub:type", "cover");
  set_attribute(section, "class", "cover");
  const pugi::xml_node image = add_element(section, "img");
  set_attribute(image, "src", file);
  set_attribute(image, "alt", fmt::format("《{}》封面", book.title));
  return xml_file(document);
}

/// The sentence is underlined too: colour alone does not tell it to everyone. Both colours are set, so that
/// it can be read whatever the page around it has; the contrast is 13:1, in the dark 9:1.
std::string style_css() {
  return fmt::format(R"css(body {{ margin: 1em 5%; line-height: 1.7; }}
p {{ margin: 0.8em 0; }}
h1, h2, h3, h4, h5, h6 {{ line-height: 1.4; margin: 1.2em 0 0.6em; }}
.cover {{ text-align: center; }}
.cover img {{ max-width: 100%; max-height: 95vh; }}
.{0} {{ color: #1a1a1a; background-color: #ffe28a; text-decoration: underline; }}
@media (prefers-color-scheme: dark) {{
  .{0} {{ color: #ffffff; background-color: #1f4a73; }}
}}
)css",
                     active_class);
}

}  // namespace langdu
