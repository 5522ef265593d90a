#include "output/page_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "output/captions.h"
#include "output/clock_time.h"
#include "output/html_text.h"
#include "output/page_skeleton.h"
#include "output/page_words.h"

namespace langdu {
namespace {

constexpr CaptionShape whole_sentences{1'000'000, 1};  // no sentence is as long
constexpr std::size_t most_open_chapters = 20;         // a longer list is shown when it is asked for
constexpr int deepest_heading = 6;                     // of HTML

bool is_title(const TextBlock& block) { return block.heading && block.level == 0; }

std::string title_of(const Plan& plan, const PageContent& content) {
  const std::string title = html_text(plan.metadata.title);
  return title.empty() ? html_text(content.name) : title;
}

std::string chapters_as_html(const Plan& plan) {
  if (plan.chapters.size() < 2) return {};
  std::string html =
      fmt::format("<nav aria-label=\"目录\">\n<details{}>\n<summary>目录（{}）</summary>\n<ol>\n",
                  plan.chapters.size() > most_open_chapters ? "" : " open", plan.chapters.size());
  for (std::size_t i = 0; i < plan.chapters.size(); ++i) {
    const Chapter& chapter = plan.chapters[i];
    const std::string title = html_text(chapter.title);
    html += fmt::format("<li data-level=\"{0}\"><a href=\"#s{1}\" data-s=\"{1}\">{2}</a></li>\n",
                        chapter.level, chapter.first, title.empty() ? fmt::format("第 {} 章", i + 1) : title);
  }
  return html + "</ol>\n</details>\n</nav>\n";
}

/// Writes the sentences, and around them the elements of their blocks.
class BlockWriter {
 public:
  BlockWriter(const Plan& plan, const PageContent& content, const WritePiece& write)
      : plan_(plan), ruby_(content.ruby), write_(write), block_(plan.blocks.begin()) {
    has_title_ = std::none_of(block_, plan.blocks.end(), is_title);
    if (has_title_) write_(fmt::format("<h1>{}</h1>\n", title_of(plan, content)));
  }

  void add(const Caption& caption) {
    const Utterance& utterance = plan_.utterances[caption.utterance];
    if (block_ != plan_.blocks.end() && block_->first == caption.utterance) {
      close();
      open_ = element_of(*block_++);
      write_(fmt::format("<{}>", open_));
    } else if (ends_narrow_) {
      write_(" ");
    }
    write_(fmt::format("<span class=\"s\" id=\"s{}\" data-b=\"{}\" data-e=\"{}\">", caption.utterance,
                       caption.begin, caption.end));
    write_(words_as_html(utterance, caption, ruby_) + "</span>");
    // Between sentences in Latin script a blank is written.
    ends_narrow_ = !utterance.shown.empty() && static_cast<unsigned char>(utterance.shown.back()) < 0x80;
  }

  void close() {
    if (!open_.empty()) write_(fmt::format("</{}>\n", open_));
    open_.clear();
  }

 private:
  /// The first title is the h1, and no heading is more than one level below the one before it.
  std::string element_of(const TextBlock& block) {
    if (!block.heading) return "p";
    if (block.level == 0 && !has_title_) {
      has_title_ = true;
      heading_ = 1;
    } else {
      heading_ = std::clamp(block.level + 1, 2, std::min(heading_ + 1, deepest_heading));
    }
    return fmt::format("h{}", heading_);
  }

  const Plan& plan_;
  const bool ruby_;
  const WritePiece& write_;
  std::vector<TextBlock>::const_iterator block_;
  std::string open_;  ///< the element that is open
  int heading_ = 1;
  bool has_title_ = false;
  bool ends_narrow_ = false;
};

void write_blocks(const Plan& plan, const Timeline& timeline, const PageContent& content,
                  const WritePiece& write) {
  BlockWriter blocks(plan, content, write);
  make_captions(plan, timeline, whole_sentences, [&](const Caption& caption) { blocks.add(caption); });
  blocks.close();
}

}  // namespace

void write_page(const Plan& plan, const Timeline& timeline, const PageContent& content,
                const WritePiece& write) {
  constexpr std::string_view mark = "%%";
  std::string_view rest = page_skeleton;
  while (!rest.empty()) {
    const std::size_t begin = std::min(rest.find(mark), rest.size());
    write(rest.substr(0, begin));
    if (begin == rest.size()) return;
    rest.remove_prefix(begin + mark.size());
    const std::string_view slot = rest.substr(0, rest.find(mark));
    rest.remove_prefix(slot.size() + mark.size());
    if (slot == "title") write(title_of(plan, content));
    if (slot == "media") write(content.media);
    if (slot == "length") write(std::to_string(units_at(timeline.frames, timeline.sample_rate, 1000)));
    if (slot == "chapters") write(chapters_as_html(plan));
    if (slot == "text") write_blocks(plan, timeline, content, write);
    if (slot == "sound") content.sound(write);
  }
}

}  // namespace langdu
