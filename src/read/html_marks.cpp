#include "read/html_marks.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/html.h"
#include "text/ascii.h"

namespace langdu {
namespace {

// The words are those that the big content systems and news sites of the Chinese web use, in English and
// pinyin.
constexpr std::array table = {
    HtmlMark{"text", Purpose::text, "", "", "trs_editor editor_content articlebody artibody vsb_content"},
    HtmlMark{line_numbers, Purpose::never, "", "",
             "pre-numbering hljs-ln-numbers linenos lineno line-numbers linenumbers"},
    HtmlMark{"encyclopedia tools", Purpose::page, "", "", "ambox navbox catlinks printfooter"},
    HtmlMark{"encyclopedia tools", Purpose::edge, "", "",
             "mw-cite-backlink mw-jump-link noprint title-prefix"},
    HtmlMark{"hidden", Purpose::never, "noscript template svg canvas audio video object applet map datalist",
             "", ""},
    HtmlMark{"form", Purpose::never, "select option textarea button dialog", "search dialog alertdialog",
             "search* sousuo login* signin* register* passport modal* popup* dialog* pop toast weui captcha"},
    HtmlMark{"form", Purpose::page, "form", "form", "btn btns button buttons lsform subscribe* newsletter*"},
    HtmlMark{
        "navigation", Purpose::never, "nav menu", "navigation menu menubar tablist toolbar",
        "nav navi navbar* navigation* topnav* subnav* mainnav menu* crumb* breadcrumb* bread position* dqwz "
        "weizhi daohang lanmu channel* pager pagination* pagenav prevnext prenext siblings shangxia fanye "
        "skip"},
    HtmlMark{"share", Purpose::never, "", "",
             "share* sharing bdshare* social* fenxiang qrcode* ewm erweima qr"},
    HtmlMark{"advertisement", Purpose::never, "", "",
             "ad ads adv advert* adsense adbox banner* guanggao gg promo* sponsor* gads"},
    HtmlMark{"comments", Purpose::page, "", "comment",
             "comment* cmt* discuss* reply* replies pinglun* liuyan* guestbook respond disqus postcomment"},
    HtmlMark{
        "recommendations", Purpose::page, "", "",
        "related* relate relevant recommend* rec recs rec_* tuijian xiangguan xgwj xgyd xgxw guess* youlike "
        "maylike hot hotnews hotlist rank* ranking paihang popular latest newest more morelist readmore "
        "otherlinks seealso"},
    HtmlMark{"beside the text", Purpose::page, "aside", "complementary",
             "sidebar* side sider aside* rightbar leftbar widget* rightside leftside"},
    HtmlMark{"page tools", Purpose::edge, "label", "",
             "switch toggle attach attachlist pattl tool tools toolbar* toolbox operat* action actions acts "
             "fontsize print* favor* collect* like likes "
             "vote* digg zan dianzan praise player playbar audio speech voice editsection mw-editsection"},
    HtmlMark{"tags", Purpose::edge, "", "", "tag tags tagcloud keyword keywords label labels topics hashtag"},
    HtmlMark{"table of contents", Purpose::page, "", "doc-toc",
             "toc catalog* catalogue mulu directory anchorlist"},
    HtmlMark{"pay-wall", Purpose::page, "", "",
             "vip* paywall* pay unlock* mask download* down downbar openapp"},
    HtmlMark{"head of the page", Purpose::edge, "header", "banner",
             "header* hd head top topbar* toptb logo masthead site-header sitehead"},
    HtmlMark{"foot of the page", Purpose::page, "footer", "contentinfo",
             "footer* foot ft bottom* copyright* friendlink* friendlinks links beian statement disclaimer* "
             "declare* shengming"},
    HtmlMark{about_the_author, Purpose::page, "", "",
             "au author author-box author-info authorbox authorinfo authors userinfo user-info user profile* "
             "creator "
             "writer avatar authi byline"},
    HtmlMark{
        about_the_page, Purpose::edge, "time", "",
        "meta* info infos source date time pubtime pubdate publish* editor* bianji hits views count counter "
        "stat stats pstatus"},
    HtmlMark{
        "text", Purpose::text, "article main", "main article",
        "article* content contents js_content zoom "
        "ucapcontent ucap-content entry-content post-content postmessage* t_f richtext rich_media_content "
        "news_txt newstext texttit nr neirong zhengwen wenzhang bodytext article-body maintext"},
};

/// Whether one of the words of `list`, with * for the start of one, is among `words`.
template <typename Words>
bool names_one_of(std::string_view list, const Words& words) {
  if (words.empty()) return false;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    std::string_view wanted = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    const bool start = wanted.ends_with('*');
    if (start) wanted.remove_suffix(1);
    const bool found = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return start ? word.starts_with(wanted) : word == wanted;
    });
    if (found) return true;
  }
  return false;
}

bool is_listed(std::string_view list, std::string_view name) {
  return !name.empty() && names_one_of(list, std::array{name});
}

bool is_word_byte(char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

bool says_hidden(std::string_view style) {
  std::string plain;
  for (const char c : style) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') plain += lower_ascii(c);
  }
  for (const std::string_view declaration :
       {"display:none", "visibility:hidden", "font-size:0;", "font-size:0px", "opacity:0;"}) {
    const auto at = plain.find(declaration);
    if (at != std::string::npos && (at == 0 || plain[at - 1] == ';' || plain[at - 1] == '{')) return true;
  }
  return plain.ends_with("font-size:0") || plain.ends_with("opacity:0");
}

/// Whether a selector is one class or id: ".zz".
bool is_simple_selector(std::string_view selector) {
  if (selector.size() < 2 || (selector[0] != '.' && selector[0] != '#')) return false;
  return selector.find_first_of(" \t\n>+~:.#[*", 1) == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view{}
                                         : text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

void add_selectors(std::string_view list, std::vector<std::string>& names) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    if (const auto one = trimmed(list.substr(0, end)); is_simple_selector(one)) names.emplace_back(one);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

/// The rules of one style sheet. What stands inside another block (@media) is left alone.
void read_style_sheet(std::string_view css, std::vector<std::string>& names) {
  std::size_t depth = 0;
  std::size_t selector = 0;  // where the selector of the rule began
  std::size_t block = 0;     // where its block began
  for (std::size_t at = 0; at < css.size(); ++at) {
    if (css[at] == '{' && ++depth == 1) block = at;
    if (css[at] == ';' && depth == 0) selector = at + 1;
    if (css[at] != '}' || depth == 0) continue;
    if (--depth > 0) continue;
    const auto body = css.substr(block + 1, at - block - 1);
    if (body.find('{') == std::string_view::npos && says_hidden(body))
      add_selectors(css.substr(selector, block - selector), names);
    selector = at + 1;
  }
}

}  // namespace

std::span<const HtmlMark> html_marks() { return table; }

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto close = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < name.size(); ++at) {
    const char c = name[at];
    const bool hump = is_ascii_upper(c) && at > 0 && !is_ascii_upper(name[at - 1]);  // articleBody
    if (hump || !is_word_byte(c)) close();
    if (is_word_byte(c)) word += lower_ascii(c);
  }
  close();
  return words;
}

namespace {

/// The words of a class or id value, and each of its names as a whole.
void add_names(std::string_view value, std::vector<std::string>& words) {
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t end = std::min(value.find_first_of(" \t\r\n", at), value.size());
    const std::string_view name = value.substr(at, end - at);
    for (std::string& word : words_of(name)) words.push_back(std::move(word));
    std::string whole = lower_ascii(name);
    if (!whole.empty()) words.push_back(std::move(whole));
    at = end + 1;
  }
}

}  // namespace

const HtmlMark* mark_of(const HtmlTree& tree, const HtmlNode& element) {
  const std::string_view tag = gumbo_normalized_tagname(element.tag);
  const std::string_view role = tree.attribute(element, "role");
  std::vector<std::string> words;
  add_names(tree.attribute(element, "class"), words);
  add_names(tree.attribute(element, "id"), words);
  const auto found = std::find_if(table.begin(), table.end(), [&](const HtmlMark& row) {
    return is_listed(row.tags, tag) || is_listed(row.roles, role) || names_one_of(row.words, words);
  });
  return found == table.end() ? nullptr : &*found;
}

std::vector<std::string> hidden_names(const HtmlTree& tree) {
  std::vector<std::string> names;
  for (const HtmlNode& node : tree.nodes()) {
    const HtmlNode& parent = tree.nodes()[node.parent];
    if (node.is_text && parent.tag == GUMBO_TAG_STYLE) read_style_sheet(node.node->v.text.text, names);
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool is_hidden(const HtmlTree& tree, const HtmlNode& element, const std::vector<std::string>& hidden) {
  if (tree.has_attribute(element, "hidden")) return true;
  if (says_hidden(tree.attribute(element, "style"))) return true;
  if (hidden.empty()) return false;
  for (const auto& [attribute, sign] : {std::pair{"class", '.'}, std::pair{"id", '#'}}) {
    const std::string_view value = tree.attribute(element, attribute);
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t end = std::min(value.find(' ', at), value.size());
      const std::string name = sign + std::string(value.substr(at, end - at));
      if (std::binary_search(hidden.begin(), hidden.end(), name)) return true;
      at = end + 1;
    }
  }
  return false;
}

}  // namespace langdu
