#include "read/epub_headings.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "text/utf8.h"

namespace langdu {
namespace {

constexpr int deepest_heading = 9;
constexpr std::size_t most_joined = 3;    // blocks that show one label: 第一章 / 开端
constexpr std::size_t most_headings = 4;  // at a target that are looked at

/// Hanzi, letters and digits, in lower case: equal for two writings of a heading. A text without them, such
/// as a row of asterisks, is its own key.
std::string key_of(std::string_view text) {
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    at += rune.size;
    const bool is_wide = rune.code > 0xFF00 && rune.code < 0xFF5F;  // full-width forms of ASCII
    char32_t code = is_wide ? rune.code - 0xFF00 + 0x20 : rune.code;
    if (code >= U'A' && code <= U'Z') code += U'a' - U'A';
    if (is_hanzi(code) || is_latin(code) || is_digit(code)) append_utf8(key, code);
  }
  return key.empty() ? std::string(text) : key;
}

std::uint32_t begin_of(const Block& block) { return block.text.source().begin; }
std::uint32_t end_of(const Block& block) {
  const Span source = block.text.source();
  return std::max(source.begin, source.end);
}

/// Where the elements of a member stand that have an id.
class Ids {
 public:
  Ids(std::string_view text, Span member) : text_(text.substr(0, member.end)) {
    for (std::size_t at = text_.find('<', member.begin); at < text_.size();) at = read_tag(at);
  }

  /// The start tag, or nothing.
  const std::uint32_t* find(std::string_view id) const {
    const auto found = places_.find(id);
    return found == places_.end() ? nullptr : &found->second;
  }

 private:
  /// Reads what begins with the "<" at `tag` and returns where the next "<" is.
  std::size_t read_tag(std::size_t tag) {
    constexpr std::string_view blanks = " \t\r\n/";
    if (text_.substr(tag).starts_with("<!--")) return text_.find('<', text_.find("-->", tag));
    auto at = std::min(text_.find_first_of(" \t\r\n/>", tag + 1), text_.size());
    while (true) {
      at = text_.find_first_not_of(blanks, at);
      if (at == std::string_view::npos || text_[at] == '>' || text_[at] == '<') break;
      const auto name_end = std::min(text_.find_first_of(" \t\r\n/>=", at + 1), text_.size());
      const std::string_view name = text_.substr(at, name_end - at);
      at = std::min(text_.find_first_not_of(" \t\r\n", name_end), text_.size());
      if (at == text_.size() || text_[at] != '=') continue;
      at = read_value(at + 1, name, tag);
    }
    return text_.find('<', std::min(std::max(at, tag + 1), text_.size()));
  }

  std::size_t read_value(std::size_t at, std::string_view name, std::size_t tag) {
    at = std::min(text_.find_first_not_of(" \t\r\n", at), text_.size());
    const bool quoted = at < text_.size() && (text_[at] == '"' || text_[at] == '\'');
    const auto begin = quoted ? at + 1 : at;
    const auto end = std::min(quoted ? text_.find(text_[at], begin) : text_.find_first_of(" \t\r\n>", begin),
                              text_.size());
    if (name == "id" || name == "xml:id" || name == "name")
      places_.emplace(text_.substr(begin, end - begin), static_cast<std::uint32_t>(tag));
    return std::min(end + (quoted ? 1 : 0), text_.size());
  }

  std::string_view text_;
  std::unordered_map<std::string_view, std::uint32_t> places_;
};

/// An entry and its place in the source.
struct Placed {
  const EpubEntry* entry;
  const EpubMember* member;
  std::uint32_t place;
  std::string key;  ///< of the label
};

std::vector<Placed> placed(const Document& document, const std::vector<EpubMember>& members,
                           const std::vector<EpubEntry>& entries) {
  std::unordered_map<std::string_view, const EpubMember*> by_name;
  for (const EpubMember& member : members) by_name.emplace(member.name, &member);
  std::unordered_map<const EpubMember*, Ids> ids;
  std::vector<Placed> result;
  for (const EpubEntry& entry : entries) {
    const auto found = by_name.find(entry.target.member);
    if (found == by_name.end()) continue;  // not read: a note says why, or it is no text
    const EpubMember* const member = found->second;
    std::uint32_t place = member->source.begin;
    if (!entry.target.fragment.empty()) {
      const Ids& known = ids.try_emplace(member, document.source, member->source).first->second;
      if (const std::uint32_t* const tag = known.find(entry.target.fragment)) place = *tag;
    }
    result.push_back({&entry, member, place, key_of(entry.label)});
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const Placed& a, const Placed& b) { return a.place < b.place; });
  return result;
}

/// Goes through blocks and entries side by side and makes the blocks anew.
class Headings {
 public:
  Headings(Document& document, std::vector<Placed> entries)
      : blocks_(std::exchange(document.blocks, {})), entries_(std::move(entries)), done_(document.blocks) {}

  void run() {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const bool is_repeated =
          i > 0 && entries_[i].place == entries_[i - 1].place && entries_[i].key == entries_[i - 1].key;
      if (!is_repeated) open(entries_[i]);
    }
    copy_until(blocks_.size());
  }

 private:
  void open(const Placed& entry) {
    std::size_t at = next_;  // the first block that ends behind the place
    while (at < blocks_.size() && end_of(blocks_[at]) <= entry.place) ++at;
    copy_until(at);
    const std::size_t end = end_of_member(entry);
    if (at == end && entry.member->is_first && is_empty(entry)) return;  // the cover
    depth_ = entry.entry->depth;
    const std::size_t shown = find_shown(entry, at, end);
    if (shown == end) {
      if (!is_said(entry)) insert(entry);
      return;
    }
    for (; next_ < shown; ++next_) take(depth_);  // the title of the book above that of the chapter
    const std::size_t count = std::max<std::size_t>(joined(entry, shown, end), 1);
    Block block = std::move(blocks_[shown]);
    for (std::size_t i = 1; i < count; ++i) {
      const auto joint = block.text.source().end;
      block.text.append(MappedText::standing_for({joint, joint}, " "));
      block.text.append(blocks_[shown + i].text);
    }
    block.kind = BlockKind::heading;
    block.level = depth_;
    done_.push_back(std::move(block));
    next_ = shown + count;
  }

  /// A member may have thousands of blocks: only those at the entry are looked at.
  std::size_t end_of_member(const Placed& entry) const {
    std::size_t end = next_;
    while (end < blocks_.size() && end < next_ + most_headings + most_joined &&
           begin_of(blocks_[end]) < entry.member->source.end)
      ++end;
    return end;
  }

  /// Whether nothing of the member is read.
  bool is_empty(const Placed& entry) const {
    return done_.empty() || end_of(done_.back()) <= entry.member->source.begin;
  }

  /// The block at the entry that says its label, or `end`. Headings in front of it are passed over.
  std::size_t find_shown(const Placed& entry, std::size_t at, std::size_t end) const {
    for (std::size_t i = at; i < end && i < at + most_headings; ++i) {
      if (joined(entry, i, end) > 0) return i;
      if (blocks_[i].kind != BlockKind::heading) break;
    }
    return at < end && holds_label(entry, blocks_[at]) ? at : end;
  }

  /// Whether the heading that another entry made of the block at this place says the label too: 第一卷
  /// 第一章.
  bool is_said(const Placed& entry) const {
    return !done_.empty() && end_of(done_.back()) > entry.place && holds_label(entry, done_.back());
  }

  /// How many blocks from `at` on say the label together; 0: they do not.
  std::size_t joined(const Placed& entry, std::size_t at, std::size_t end) const {
    const std::size_t longest = 4 * entry.entry->label.size() + 200;  // a page is no heading
    std::string key;
    for (std::size_t i = at; i < end && i < at + most_joined; ++i) {
      const MappedText& text = blocks_[i].text;
      if (text.size() > longest) return 0;
      key += key_of(text.text());
      if (key == entry.key) return i - at + 1;
      if (!entry.key.starts_with(key)) return 0;
    }
    return 0;
  }

  static bool holds_label(const Placed& entry, const Block& block) {
    constexpr std::size_t longest = 2000;  // bytes of a heading
    return block.kind == BlockKind::heading && block.text.size() <= longest &&
           key_of(block.text.text()).find(entry.key) != std::string::npos;
  }

  void insert(const Placed& entry) {
    std::uint32_t place = entry.place;
    if (!done_.empty()) place = std::max(place, end_of(done_.back()));
    if (next_ < blocks_.size()) place = std::min(place, begin_of(blocks_[next_]));
    Block block;
    block.kind = BlockKind::heading;
    block.level = depth_;
    block.text = MappedText::standing_for({place, place}, entry.entry->label);
    block.after_blank_line = true;
    done_.push_back(std::move(block));
  }

  void copy_until(std::size_t end) {
    while (next_ < end) {
      const int level = blocks_[next_].level;
      take(blocks_[next_].kind == BlockKind::heading ? std::min(level + depth_, deepest_heading) : level);
      ++next_;
    }
  }

  void take(int level) {
    done_.push_back(std::move(blocks_[next_]));
    done_.back().level = level;
  }

  std::vector<Block> blocks_;
  std::vector<Placed> entries_;
  std::vector<Block>& done_;
  std::size_t next_ = 0;  ///< of blocks_
  int depth_ = 0;         ///< of the entry that the blocks belong to
};

}  // namespace

void apply_contents(Document& document, const std::vector<EpubMember>& members,
                    const std::vector<EpubEntry>& entries) {
  Headings(document, placed(document, members, entries)).run();
}

}  // namespace langdu
