// What stands around a text: menus, tables of contents, printed pages, links, comments, pages without a text.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "clean/clean.h"
#include "clean/menus.h"
#include "clean/printed_pages.h"
#include "clean/title.h"
#include "read/formats.h"

namespace langdu {
namespace {

const std::string body = "今天把大家请到一起，要商量的事情有三件，都和群众过日子有关。\n";

using Step = void (*)(Document&);
void clean_all(Document& document) { clean(document, {}); }

/// What is dropped from the text, a line each: the rule, a blank, the text.
std::string dropped_from(const std::string& text, Step step = clean_all) {
  Document document = read_document(text, "case.txt");
  step(document);
  std::string lines;
  for (const Dropped& dropped : document.dropped)
    lines += dropped.rule + " " + document.source.substr(dropped.source.begin, dropped.source.size()) + "\n";
  return lines;
}

}  // namespace

TEST_CASE("a menu holds a word of menus, and the way through a site one of sites") {
  const std::vector<std::pair<std::string, MenuKind>> cases = {
      {"首页 | 新闻 | 体育", MenuKind::menu},
      {"首页 新闻 视频", MenuKind::menu},
      {"新闻 | 体育 | 财经 | 娱乐 | 军事", MenuKind::menu},
      {"登录 / 新闻 / 论坛", MenuKind::menu},
      {"首页 > 新闻 > 社会", MenuKind::way},
      {"东河新闻网 > 社会 > 寻人", MenuKind::way},
      {"讲话 > 会议 > 正文", MenuKind::way},
      {"设置 > 网络 > 高级", MenuKind::steps},
      {"文件→另存为→确定", MenuKind::steps},
      {"科技 教育 健康", MenuKind::none},
      {"总结 反馈 改进", MenuKind::none},
      {"姓名 | 单位 | 职务 | 联系电话 | 备注", MenuKind::none},
      {"听 / 说 / 读 / 写", MenuKind::none},
      {"首页 | 新闻", MenuKind::none},
      {"首页、新闻、论坛都打不开。", MenuKind::none},
      {"", MenuKind::none}};
  for (const auto& given : cases) {
    CAPTURE(given.first);
    CHECK(menu_kind(given.first) == given.second);
  }
}

TEST_CASE("steps through a program are kept, the same form above the title that it ends with is not") {
  CHECK(dropped_from("怎样上网\n\n设置 > 网络 > 高级\n\n" + body) == "");
  CHECK(dropped_from("怎样上网\n\n" + body + "\n设置 > 网络 > 高级\n") == "");
  CHECK(dropped_from("手册 > 网络 > 怎样上网\n怎样上网\n\n" + body) == "breadcrumb 手册 > 网络 > 怎样上网\n");
}

TEST_CASE("a table of contents is dropped when its lines are said again in their order") {
  const std::string contents = "目录\n第一章 春天……1\n第二章 夏天……9\n\n";
  const std::string text = "第一章 春天\n" + body + "第二章 夏天\n" + body;
  CHECK(dropped_from(contents + text, drop_table_of_contents) ==
        "table_of_contents 目录\ntable_of_contents 第一章 春天……1\ntable_of_contents 第二章 夏天……9\n");
  CHECK(dropped_from(contents + body, drop_table_of_contents) == "");
  CHECK(dropped_from(contents + "第二章 夏天\n" + body, drop_table_of_contents) == "");
  CHECK(dropped_from("目录\n春天\n夏天\n秋天\n", drop_table_of_contents) == "");
  CHECK(dropped_from("图书\n春天\n夏天\n春天\n夏天\n", drop_table_of_contents) == "");
}

TEST_CASE("page numbers and running heads go where there are two pages") {
  const auto page = [](const std::string& head, const std::string& number) {
    std::string lines = head + "\n";
    for (const char* what : {"桥", "船", "灯", "井", "路"}) lines += number + "里说的是" + what + "。\n";
    return lines + "- " + number + " -\n";
  };
  // The first page's head stands by no number.
  const std::string head = "县志办公室编";
  CHECK(dropped_from(page(head, "1") + page(head, "2") + page(head, "3"), drop_page_furniture) ==
        "page_number - 1 -\nrunning_head 县志办公室编\npage_number - 2 -\nrunning_head 县志办公室编\n"
        "page_number - 3 -\n");
  CHECK(dropped_from(page(head, "1"), drop_page_furniture) == "");
  CHECK(dropped_from(page("春天", "1") + page("夏天", "2"), drop_page_furniture) ==
        "page_number - 1 -\npage_number - 2 -\n");
}

TEST_CASE("the name of a site is taken off a title when it is known or the title is said without it") {
  const auto title = [](const std::string& line, const std::vector<std::string_view>& near = {}) {
    return line.substr(0, split_title(line, near).title.end);
  };
  CHECK(title("桥上的人_东河新闻网") == "桥上的人");
  CHECK(title("桥上的人 - 东河日报") == "桥上的人");
  CHECK(title("桥上的人_社会_东河新闻网") == "桥上的人");
  CHECK(title("桥上的人 | 老周的阳台", {"桥上的人"}) == "桥上的人");
  CHECK(title("桥上的人 | 老周的阳台") == "桥上的人 | 老周的阳台");
  CHECK(title("父亲——一个守桥人") == "父亲——一个守桥人");
  CHECK(title("2021-2023年工作总结") == "2021-2023年工作总结");
}

TEST_CASE("a heading of links goes with them above the foot of a page, not at the end of a text") {
  const std::string links = "延伸阅读\n山里的最后一班车\n返乡的面馆\n";
  CHECK(dropped_from("守桥人\n\n" + body + body + "\n" + links) == "");
  const std::string dropped =
      dropped_from("守桥人\n\n" + body + body + "\n" + links + "版权所有：东河新闻网\n");
  CHECK(dropped.find("recommendation 延伸阅读") != std::string::npos);
  CHECK(dropped.find("recommendation 返乡的面馆") != std::string::npos);
  CHECK(dropped_from("守桥人\n\n" + body + "\n延伸阅读\n" + body) == "");
}

TEST_CASE("an editor's mark behind the last sentence goes, other brackets stay") {
  CHECK(dropped_from("守桥人\n\n" + body + "他回头看了一眼桥。（完）\n") == "end_mark （完）\n");
  CHECK(dropped_from("守桥人\n\n" + body + "他回头看了一眼桥。(未完待续)\n") == "end_mark (未完待续)\n");
  CHECK(dropped_from("守桥人\n\n" + body + "他回头看了一眼桥（完）\n") == "");
  CHECK(dropped_from("守桥人\n\n" + body + "他回头看了一眼桥。（掌声）\n") == "");
  CHECK(dropped_from("守桥人\n\n" + body + "这件事他没有做完。（完璧归赵）\n") == "");
}

TEST_CASE("a page that has no text is dropped whole, a list that holds one such line is not") {
  const std::string page = "东河网\n404\n抱歉，您访问的页面不存在\n返回网站首页\n换一批\n";
  CHECK(dropped_from(page).find("page_without_text 东河网") != std::string::npos);
  CHECK(dropped_from(page + body).find("page_without_text") == std::string::npos);
  CHECK(dropped_from("房间\n403\n404\n405\n") == "");
  CHECK(dropped_from("价目\n年卡\n月卡\n立即开通\n") == "");
}

TEST_CASE("what visitors wrote is dropped below the text of a page of a site only") {
  const std::string text = "守桥人\n\n" + body + body + body + "\n";
  const std::string visitors = "网友评论\n小满：写得真好，我也想去看看。\n";
  const std::string dropped = dropped_from("发布时间：2024-05-16\n" + text + visitors);
  CHECK(dropped.find("comments 小满") != std::string::npos);
  CHECK(dropped_from(text + "评论\n小满：写得真好，我也想去看看。\n") == "");
  CHECK(dropped_from("发布时间：2024-05-16\n守桥人\n\n" + body + "评论\n" + body + body + body)
            .find("comments") == std::string::npos);
}

}  // namespace langdu
