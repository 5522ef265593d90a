#include "read/html_prepare.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

#include "read/html_scan.h"
#include "read/html_tree.h"
#include "text/ascii.h"
#include "text/spelling.h"

namespace langdu {
namespace {

/// Their end tags may be left out: they end with what stands around them.
constexpr std::array<std::string_view, 14> without_end = {
    "p", "li", "dt", "dd", "td", "tr", "th", "option", "tbody", "thead", "tfoot", "body", "html", "head"};
/// They hold nothing.
constexpr std::array<std::string_view, 17> empty = {"br",    "img",  "hr",    "input",  "meta",    "link",
                                                    "area",  "base", "col",   "embed",  "param",   "source",
                                                    "track", "wbr",  "frame", "keygen", "basefont"};
/// As XHTML writes them, closed at once (<script src=""/>), HTML takes all that follows for their text.
constexpr std::array<std::string_view, 8> raw_text = {"script", "style", "title",    "textarea",
                                                      "iframe", "xmp",   "noframes", "noembed"};
/// What the parser opens again in the next paragraph when it was left open ("formatting" in the standard).
constexpr std::array<std::string_view, 14> formatting = {
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
/// Their end tags close all that is still open in them. That of any other element is passed over when a block
/// is open in it.
constexpr std::array<std::string_view, 33> closing_all = {
    "address", "article", "aside",    "blockquote", "button", "center",  "details", "dialog", "dir",
    "div",     "dl",      "fieldset", "figcaption", "figure", "footer",  "h1",      "h2",     "h3",
    "h4",      "h5",      "h6",       "header",     "hgroup", "listing", "main",    "menu",   "nav",
    "ol",      "pre",     "section",  "summary",    "ul",     "table"};
/// No end tag but that of <table> closes what is open outside of them.
constexpr std::array<std::string_view, 15> scopes = {
    "table",          "object", "applet", "marquee", "template", "select", "foreignobject", "desc",
    "annotation-xml", "mi",     "mo",     "mn",      "ms",       "mtext",  "plaintext"};
/// In front of them the parser forgets what was left open outside.
constexpr std::array<std::string_view, 4> fences = {"table", "object", "applet", "marquee"};
/// In them the elements of `raw_text` are elements like any others, or none at all, and end tags of what
/// stands around them may count for nothing.
constexpr std::array<std::string_view, 4> foreign = {"svg", "math", "select", "template"};

constexpr std::size_t most_formatting = 32;     // left open at once
constexpr std::size_t most_reopened = 300'000;  // elements that the parser may open again in a page,
constexpr std::size_t bytes_a_reopened = 16;    // and one more for so many bytes of it
constexpr std::size_t most_merged = 10;  // tags <html> and <body>, of which it makes one with all attributes
constexpr std::size_t bytes_of_an_element = 64;  // of attributes, that cost as much as one more element

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void blank_out(std::string& html, std::size_t begin, std::size_t end) {
  std::fill(html.begin() + static_cast<std::ptrdiff_t>(begin),
            html.begin() + static_cast<std::ptrdiff_t>(end), ' ');
}

GumboTag tag_of(std::string_view name) {
  return gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size()));
}

/// Makes a tag nothing: a blank where it parts what stands around it, else a comment ("<!>" is one).
void take_out(std::string& html, std::size_t at, const HtmlTag& tag) {
  blank_out(html, at, tag.end);
  if (is_block_element(tag_of(tag.name)) || tag.end < at + 3) return;
  html[at] = '<';
  html[at + 1] = '!';
  html[tag.end - 1] = '>';
}

/// The tags that are nested too deep. It never takes an element for closed that the parser has open.
class DepthLimit {
 public:
  explicit DepthLimit(std::size_t deepest) : deepest_(deepest) {}

  bool allows(const HtmlTag& tag, std::size_t at) {
    if (tag.name == "ruby") ruby_ = !tag.closing;
    if (contains(empty, tag.name) || contains(raw_text, tag.name) || contains(formatting, tag.name))
      return true;
    if (contains(without_end, tag.name) || (ruby_ && tag.name == "rt")) {
      see_inner(tag);
      return true;
    }
    const bool skip = tag.closing ? skipped_ > 0 : open_.size() >= deepest_;
    if (skip) {
      if (first_.empty()) first_ = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(tag.end)};
      tag.closing ? --skipped_ : ++skipped_;
    } else if (tag.closing) {
      close(tag.name);
    } else {
      open_.push_back({tag.name, {}});
      ++counts_[tag.name];
    }
    return !skip;
  }

  Span first() const { return first_; }

 private:
  struct Element {
    std::string name;
    std::string inner;  ///< the paragraph or the like that is open in it; "*" for several
  };

  void see_inner(const HtmlTag& tag) {
    if (open_.empty()) return;
    std::string& inner = open_.back().inner;
    if (!tag.closing) {
      inner = inner.empty() || inner == tag.name ? tag.name : "*";
    } else if (inner == tag.name) {
      inner.clear();
    }
  }

  void close(const std::string& name) {
    const auto count = counts_.find(name);
    if (count == counts_.end() || count->second == 0) return;
    for (std::size_t at = open_.size(); at-- > 0;) {
      const Element& element = open_[at];
      const bool blocked = !contains(closing_all, name) && !element.inner.empty();
      if (element.name == name && !blocked) return close_from(at);
      if (blocked || (name != "table" && contains(scopes, element.name))) return;
      if (!contains(closing_all, name) &&
          (contains(closing_all, element.name) || is_block_element(tag_of(element.name))))
        return;
    }
  }

  void close_from(std::size_t at) {
    for (std::size_t i = at; i < open_.size(); ++i) --counts_[open_[i].name];
    open_.resize(at);
  }

  std::size_t deepest_;
  std::vector<Element> open_;
  std::map<std::string, std::size_t> counts_;  ///< of the names in open_
  std::size_t skipped_ = 0;                    ///< open tags that were taken out
  bool ruby_ = false;
  Span first_{};
};

/// The formatting tags that are left open, and all tags when the parser has opened too many of them again.
class FormattingLimit {
 public:
  explicit FormattingLimit(std::size_t page_size) : most_(most_reopened + page_size / bytes_a_reopened) {}

  /// `is_foreign`: an end tag may close nothing.
  bool allows(const HtmlTag& tag, std::size_t size, bool is_foreign) {
    if (contains(formatting, tag.name)) {
      if (tag.closing) return is_foreign || closes(tag.name);
      return opens(tag.name, size);
    }
    if (tag.closing || is_block_element(tag_of(tag.name))) reopened_ += cost_;
    if (reopened_ > most_ && cost_ > 0) return false;
    if (contains(fences, tag.name)) {
      tag.closing ? leave(tag.name) : enter(tag.name);
    } else if ((tag.name == "td" || tag.name == "th" || tag.name == "caption") && in_table()) {
      set_open({});
      fenced_.back().in_cell = !tag.closing;
    }
    return true;
  }

 private:
  struct Element {
    std::string name;
    std::size_t cost;
  };
  struct Fence {
    std::string name;
    std::vector<Element> outside;
    bool in_cell;
  };

  bool in_table() const { return !fenced_.empty() && fenced_.back().name == "table"; }
  /// Between the cells of a table, where no text belongs.
  bool between_cells() const { return in_table() && !fenced_.back().in_cell; }

  void set_open(std::vector<Element> open) {
    open_ = std::move(open);
    cost_ = 0;
    for (const Element& element : open_) cost_ += element.cost;
  }

  void enter(const std::string& name) {
    if (name == "table" && between_cells()) return;  // closes the other one
    fenced_.push_back({name, open_, false});
    set_open({});
  }

  void leave(const std::string& name) {
    const auto fence =
        std::find_if(fenced_.rbegin(), fenced_.rend(), [&](const Fence& one) { return one.name == name; });
    if (fence == fenced_.rend()) return;
    set_open(std::move(fence->outside));
    fenced_.erase(fence.base() - 1, fenced_.end());
  }

  bool opens(const std::string& name, std::size_t size) {
    if (name == "a" || name == "nobr") remove(name);  // one closes the other
    if (between_cells() || open_.size() >= most_formatting) {
      ++skipped_[name];
      return false;
    }
    open_.push_back({name, 1 + size / bytes_of_an_element});
    cost_ += open_.back().cost;
    return true;
  }

  bool closes(const std::string& name) {
    if (const auto skipped = skipped_.find(name); skipped != skipped_.end() && skipped->second > 0) {
      --skipped->second;
      return false;
    }
    if (between_cells()) return false;
    remove(name);
    return true;
  }

  void remove(const std::string& name) {
    const auto last =
        std::find_if(open_.rbegin(), open_.rend(), [&](const Element& one) { return one.name == name; });
    if (last == open_.rend()) return;
    cost_ -= last->cost;
    open_.erase(last.base() - 1);
  }

  std::size_t most_;
  std::vector<Element> open_;
  std::vector<Fence> fenced_;  ///< what was left open outside of each
  std::map<std::string, std::size_t> skipped_;
  std::size_t cost_ = 0;  ///< of opening open_ again
  std::size_t reopened_ = 0;
};

/// Whether it is a reading mark (曾<zeng1>).
bool is_reading(std::string_view html, const HtmlTag& tag, std::size_t at) {
  constexpr std::size_t longest = 24;
  if (tag.closing || tag.end - at > longest || tag.end - at < 4) return false;
  const auto spelling = parse_spelling(html.substr(at + 1, tag.end - at - 2));
  return spelling && spelling->has_tone;
}

/// Where the end tag of an element begins whose text holds no tags.
std::size_t end_of_raw_text(std::string_view html, const HtmlTag& start) {
  const auto same = [](char a, char b) { return lower_ascii(a) == b; };
  std::size_t at = html.find("</", start.end);
  for (; at != std::string_view::npos; at = html.find("</", at + 2)) {
    const std::string_view name = html.substr(at + 2, start.name.size());
    if (name.size() == start.name.size() && std::equal(name.begin(), name.end(), start.name.begin(), same))
      break;
  }
  return at;
}

/// Walks the tags of a page once.
class Preparer {
 public:
  Preparer(std::string& html, std::size_t deepest)
      : html_(html), comments_(html), depth_(deepest), formatting_(html.size()) {}

  Span run() {
    for (std::size_t at = html_.find('<'); at != std::string::npos;) {
      if (html_.compare(at, 4, "<!--") == 0) {
        at = html_.find('<', comments_.behind(at));
        continue;
      }
      if (!has_doctype_) take_out_declarations(at);
      const HtmlTag tag = scan_html_tag(html_, at);
      const std::size_t next = tag.name.empty() ? past_no_tag(at) : see(tag, at);
      at = next >= html_.size() ? std::string::npos : html_.find('<', next);
    }
    return depth_.first();
  }

 private:
  /// What XHTML declares in brackets in its first DOCTYPE (entities, for example): HTML takes the first ">"
  /// in it for the end, and the rest for text.
  void take_out_declarations(std::size_t at) {
    constexpr std::string_view doctype = "<!doctype";
    if (lower_ascii(std::string_view(html_).substr(at, doctype.size())) != doctype) return;
    has_doctype_ = true;
    const std::size_t open = html_.find_first_of("[>", at);
    if (open == std::string::npos || html_[open] == '>') return;
    for (std::size_t end = html_.find_first_of("]<", open); end != std::string::npos;
         end = html_.find_first_of("]<", end + 1)) {
      const std::size_t next = html_.find_first_not_of(" \t\r\n", end + 1);
      if (next == std::string::npos) return;
      const char after = html_[next];
      if (html_[end] == '<' && after != '!' && after != '?') return;  // no declaration
      if (html_[end] == ']' && after == '>') return blank_out(html_, open, end + 1);
    }
  }

  /// "<!x>", "<?x>" and "</ x>" are comments up to the next ">"; another "<" is text.
  std::size_t past_no_tag(std::size_t at) const {
    const char next = at + 1 < html_.size() ? html_[at + 1] : ' ';
    return next == '!' || next == '?' || next == '/' ? html_.find('>', at + 1) : at + 1;
  }

  /// Returns from where the next tag is looked for.
  std::size_t see(const HtmlTag& tag, std::size_t at) {
    if (is_reading(html_, tag, at)) {  // an element that is never closed, for the parser
      take_out(html_, at, tag);
      return tag.end;
    }
    const bool merged = !tag.closing && (tag.name == "html" || tag.name == "body");
    if (merged && ++merged_ > most_merged) blank_out(html_, at + 1 + tag.name.size(), tag.end - 1);
    if (tag.too_many > 0 && tag.end > tag.too_many) blank_out(html_, tag.too_many, tag.end - 1);
    if (foreign_.empty() && !tag.closing && !tag.closed_at_once && contains(foreign, tag.name)) {
      foreign_ = tag.name;
    } else if (tag.closing && tag.name == foreign_) {
      foreign_.clear();
    }
    const bool is_foreign = !foreign_.empty();
    if (!tag.closing && !is_foreign && contains(raw_text, tag.name)) {
      if (tag.closed_at_once) blank_out(html_, at, tag.end);
      const std::size_t end = tag.closed_at_once ? tag.end : end_of_raw_text(html_, tag);
      return end == std::string::npos ? html_.size() : end;
    }
    // HTML takes <a id="x"/> for an open <a>: all that follows would be a link.
    const bool holds_nothing = tag.closed_at_once && !tag.closing && !is_foreign &&
                               (tag.name == "span" || contains(formatting, tag.name));
    const bool fits =
        !holds_nothing && depth_.allows(tag, at) && formatting_.allows(tag, tag.end - at, is_foreign);
    if (!fits) take_out(html_, at, tag);
    return tag.end;
  }

  std::string& html_;
  CommentEnds comments_;
  DepthLimit depth_;
  FormattingLimit formatting_;
  std::size_t merged_ = 0;  ///< tags <html> and <body>
  bool has_doctype_ = false;
  std::string foreign_;  ///< the outermost element of these that is open
};

}  // namespace

Span prepare_html(std::string& html, std::size_t deepest) { return Preparer(html, deepest).run(); }

}  // namespace langdu
