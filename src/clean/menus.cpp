#include "clean/menus.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "clean/line_text.h"
#include "clean/title.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t longest_line = 400;  // bytes
constexpr std::size_t longest_item = 10;   // code points
constexpr std::size_t fewest_items = 3;
constexpr std::size_t items_of_a_menu = 5;  // so many with marks between them are one without a known word

// What the items of menus say, or hold.
constexpr std::array<std::string_view, 80> words = {
    "港聞",     "娛樂",     "國際", "體育", "社區", "新聞", "財經", "政府信息", "首页",   "首頁",
    "主页",     "登录",     "登陆", "登入", "注册", "搜索", "导航", "繁体",     "繁體",   "简体",
    "无障碍",   "长者模式", "邮箱", "下载", "论坛", "频道", "专题", "專題",     "投稿",   "会员",
    "會員",     "社区",     "专栏", "播客", "书评", "视频", "图片", "新闻",     "财经",   "体育",
    "娱乐",     "健康",     "科技", "军事", "汽车", "房产", "教育", "旅游",     "小说",   "排行",
    "完本",     "书架",     "散文", "诗歌", "朗诵", "诗人", "总结", "心得",     "演讲稿", "合同",
    "作文",     "报告",     "范文", "文档", "政务", "服务", "公开", "互动",     "机构",   "通知公告",
    "政策法规", "关于",     "联系", "地图", "帮助", "声明", "隐私", "招聘",     "反馈",   "反饋"};

// Items that stand in menus and nowhere else: topics alone (教育 科技 健康) may be a list in a text.
constexpr std::array<std::string_view, 37> sure_words = {
    "跳到主要內容", "跳到主要内容", "app下载",    "首页",     "首頁",     "主页",     "网站首页", "回首页",
    "登录",         "登陆",         "登入",       "注册",     "會員登入", "登录注册", "繁体版",   "繁體版",
    "无障碍",       "无障碍浏览",   "无障碍阅读", "长者模式", "论坛",     "书架",     "完本",     "排行榜",
    "会员中心",     "會員中心",     "关于我们",   "联系我们", "网站地图", "隐私政策", "友情链接", "订阅",
    "客户端",       "订阅电子报",   "手机版",     "政务公开", "政务服务"};

bool is_separator(char c) { return c == '|' || c == '.' || c == '/'; }

struct Items {
  std::vector<std::string_view> items;
  bool marked = false;  ///< at least one mark stands between them
  bool way = false;     ///< the marks are arrows
};

Items items_of(std::string_view folded) {
  Items result;
  std::size_t arrows = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= folded.size(); ++at) {
    const char c = at == folded.size() ? ' ' : folded[at];
    if (c != ' ' && c != '>' && !is_separator(c)) continue;
    if (at > begin) result.items.push_back(folded.substr(begin, at - begin));
    begin = at + 1;
    arrows += c == '>' ? 1U : 0U;
    result.marked = result.marked || is_separator(c);
  }
  result.way = arrows >= 2;
  return result;
}

bool holds_word(std::string_view item) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return item.find(word) != item.npos; });
}

bool is_sure(std::string_view item) {
  return std::find(sure_words.begin(), sure_words.end(), item) != sure_words.end();
}

/// The first item is a site or its first page, or the last is where the way ends.
bool is_way_of_site(const std::vector<std::string_view>& items) {
  constexpr std::string_view ends[] = {"正文", "内容", "详情", "详细内容"};
  return names_a_site(items.front()) || is_sure(items.front()) ||
         std::find(std::begin(ends), std::end(ends), items.back()) != std::end(ends);
}

}  // namespace

MenuKind menu_kind(std::string_view line) {
  if (line.size() > longest_line) return MenuKind::none;
  const std::string folded = fold_line(line);
  const Items all = items_of(folded);
  if (all.items.size() < fewest_items) return MenuKind::none;
  const bool sentence =
      folded.find_first_of(",;!?:") != std::string::npos || folded.find("。") != std::string::npos;
  const bool markup = folded.find('<') != std::string::npos;
  if (all.way && !sentence && !markup) return is_way_of_site(all.items) ? MenuKind::way : MenuKind::steps;
  std::size_t known = 0;
  bool sure = false;
  for (const std::string_view item : all.items) {
    if (count_runes(item) > longest_item) return MenuKind::none;
    known += holds_word(item) ? 1U : 0U;
    sure = sure || is_sure(item);
  }
  const bool topics = known >= items_of_a_menu && known * 4 >= all.items.size() * 3;
  if (sentence || (!sure && !topics)) return MenuKind::none;
  if (known * 2 >= all.items.size() && known >= 2) return MenuKind::menu;
  const bool menu = all.marked && (all.items.size() >= items_of_a_menu || known * 3 >= all.items.size());
  return menu ? MenuKind::menu : MenuKind::none;
}

MenuWord menu_word(std::string_view line) {
  const std::string folded = fold_line(line);
  if (is_sure(folded)) return MenuWord::sure;
  return count_runes(folded) <= longest_item && holds_word(folded) ? MenuWord::known : MenuWord::none;
}

}  // namespace langdu
