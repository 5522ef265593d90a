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

enum class MenuWord {
  none,
  known,  ///< menus have it, texts may too
  sure,   ///< it stands in menus and nowhere else
};

/// What a line is that has one item of a menu.
MenuWord menu_word(std::string_view line);

}  // namespace langdu
