#pragma once
#include <string_view>

namespace langdu {

enum class MenuKind {
  none,
  menu,   ///< 首页 | 新闻 | 体育
  way,    ///< the way to the page inside the site: 某某网 > 社会新闻 > 正文
  steps,  ///< the same form without a word of sites: 设置 > 网络 > 高级
};

/// What a line of short words with marks between them is: a site's menu when enough of its words are those of
/// menus, and one of them stands nowhere else (首页, 登录).
MenuKind menu_kind(std::string_view line);

/// Whether a line is one word of a menu that stands a word a line; and whether such a word stands nowhere else.
bool is_menu_word(std::string_view line);
bool is_sure_menu_word(std::string_view line);

}  // namespace langdu
