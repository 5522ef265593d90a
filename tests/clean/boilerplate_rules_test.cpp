#include "clean/boilerplate_rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "clean/clean.h"
#include "read/formats.h"
#include "support/case_lines.h"

namespace langdu {
namespace {

const std::string title = "区长在会上的讲话";
const std::string body = "今天把大家请到一起，要商量的事情有三件，都和群众过日子有关。";

/// The rule under which `line` was dropped from the text, or "kept". `text` holds the line once.
std::string fate(const std::string& text, const std::string& line) {
  Document document = read_document(text, "case.txt");
  clean(document, {});
  const auto at = static_cast<std::uint32_t>(text.find(line));
  for (const Dropped& dropped : document.dropped) {
    if (dropped.source.begin <= at && at < dropped.source.end) return dropped.rule;
  }
  return "kept";
}

std::string at_the_top(const std::string& line) {
  return title + "\n\n" + line + "\n\n" + body + "\n\n" + body + "\n";
}
std::string in_the_middle(const std::string& line) {
  return title + "\n\n" + body + "\n\n" + line + "\n\n" + body + "\n";
}
std::string in_the_tail(const std::string& line) { return title + "\n\n" + body + "\n\n" + line + "\n"; }

// A page of a site: doubtful lines need such lines around them.
std::string below_the_way(const std::string& line) {
  return "当前位置：讲话 > 正文\n" + line + "\n" + title + "\n\n" + body + "\n\n" + body + "\n";
}
std::string in_the_tail_of_a_page(const std::string& line) {
  return title + "\n发布时间：2024-05-16\n\n" + body + "\n\n" + line + "\n";
}

/// Whether its lines are dropped on pages of sites only.
bool needs_a_page(const BoilerplateRule& rule) {
  constexpr std::string_view names[] = {"error_page", "membership", "file_shop", "inserted_advertisement",
                                        "site_strip"};
  return rule.sign == Sign::comments ||
         std::find(std::begin(names), std::end(names), rule.name) != std::end(names);
}

std::string cases_of(const BoilerplateRule& rule) {
  return std::string(TEST_DATA "/clean/") + std::string(rule.name) + ".txt";
}

}  // namespace

TEST_CASE("every boilerplate rule has lines it drops and lines it must keep") {
  for (const BoilerplateRule& rule : boilerplate_rules()) {
    CAPTURE(rule.name);
    CHECK_FALSE(rule.reason.empty());
    CHECK(rule.words.empty() == (rule.zone == Zone::anywhere));
    const auto lines = testing::case_lines(cases_of(rule));
    CHECK(std::count_if(lines.begin(), lines.end(), [](const std::string& line) { return line[0] == '+'; }) >=
          2);
    CHECK(std::count_if(lines.begin(), lines.end(), [](const std::string& line) { return line[0] == '-'; }) >=
          2);
  }
}

TEST_CASE("rule names are unique, and no file of cases is without its rule") {
  std::set<std::string> names;
  for (const BoilerplateRule& rule : boilerplate_rules()) CHECK(names.insert(std::string(rule.name)).second);
  const std::set<std::string> others = {"blanks", "punctuation", "titles", "body_sentences", "whole_texts"};
  for (const auto& entry : std::filesystem::directory_iterator(TEST_DATA "/clean")) {
    const std::string name = entry.path().stem().string();
    CAPTURE(name);
    CHECK((names.count(name) == 1 || others.count(name) == 1));
  }
}

// "+ line" is dropped by this rule wherever its zone says; "- line" is kept everywhere, also at the edges;
// "~ line" is only kept in the middle.
TEST_CASE("boilerplate is dropped in its zone and only there") {
  for (const BoilerplateRule& rule : boilerplate_rules()) {
    const std::string name(rule.name);
    for (const std::string& row : testing::case_lines(cases_of(rule))) {
      const std::string line = row.substr(2);
      CAPTURE(name);
      CAPTURE(line);
      if (row[0] == '+') {
        const bool page = needs_a_page(rule);
        const std::string tail = page ? in_the_tail_of_a_page(line) : in_the_tail(line);
        if (rule.zone == Zone::top) {
          CHECK(fate(tail, line) != name);
        } else {
          CHECK(fate(tail, line) == name);
        }
        if (rule.zone != Zone::tail)
          CHECK(fate(page || rule.sign == Sign::head ? below_the_way(line) : at_the_top(line), line) == name);
        if (page) continue;
        CHECK(fate(in_the_middle(line), line) == (rule.zone == Zone::anywhere ? name : "kept"));
      } else {
        CHECK(fate(in_the_middle(line), line) == "kept");
        if (row[0] == '~') continue;
        CHECK(fate(at_the_top(line), line) == "kept");
        CHECK(fate(in_the_tail(line), line) == "kept");
      }
    }
  }
}

TEST_CASE("sentences of a body that look like boilerplate are kept, also as the last or only paragraph") {
  for (const std::string& line : testing::case_lines(TEST_DATA "/clean/body_sentences.txt")) {
    CAPTURE(line);
    CHECK(fate(at_the_top(line), line) == "kept");
    CHECK(fate(in_the_middle(line), line) == "kept");
    CHECK(fate(in_the_tail(line), line) == "kept");
    CHECK(fate(line, line) == "kept");
  }
}

TEST_CASE("nothing is dropped from whole texts without boilerplate") {
  const auto texts = testing::case_lines(TEST_DATA "/clean/whole_texts.txt");
  CHECK(texts.size() >= 40);
  for (const std::string& row : texts) {
    const std::string text = testing::unescape(row) + "\n";
    Document document = read_document(text, "case.txt");
    clean(document, {});
    for (const Dropped& dropped : document.dropped) {
      const std::string line = text.substr(dropped.source.begin, dropped.source.size());
      CAPTURE(row.substr(0, 60));
      CAPTURE(line);
      CHECK(dropped.rule == "");
    }
  }
}

TEST_CASE("--keep-all keeps every boilerplate line") {
  for (const BoilerplateRule& rule : boilerplate_rules()) {
    for (const std::string& row : testing::case_lines(cases_of(rule))) {
      Document document = read_document(in_the_tail(row.substr(2)), "case.txt");
      clean(document, {.keep_all = true});
      CHECK(document.dropped.empty());
      CHECK(document.blocks.size() == 3);
    }
  }
}

TEST_CASE("a stray line between boilerplate lines goes with them, a paragraph saves them") {
  const std::string text = in_the_tail("版权所有：百草文稿网\n\n海口市\n\nPowered by BaicaoCMS");
  CHECK(fate(text, "版权所有：百草文稿网") == "copyright");
  CHECK(fate(text, "海口市") == "foot_of_the_page");
  const std::string quoted =
      in_the_tail("版权所有：百草文稿网\n\n网页的最后一行就是这样写的，大家都看见过。");
  CHECK(fate(quoted, "版权所有：百草文稿网") == "kept");
}

TEST_CASE("links behind a recommendation go with it, text does not") {
  const std::string links = in_the_tail("推荐访问：\n\n区长在防汛会上的讲话\n2023年工作总结");
  CHECK(fate(links, "区长在防汛会上的讲话") == "recommendation");
  CHECK(fate(links, "2023年工作总结") == "recommendation");
  const std::string text = in_the_tail("推荐访问：\n\n这一段是正文，它以句号结束，应当留下来。");
  CHECK(fate(text, "这一段是正文") == "kept");
}

TEST_CASE("a list of links ends at an empty line, a heading, an attachment, a signature and a date") {
  for (const std::string line : {"一、总体要求", "附件1：名单", "市政府办公室\n2023年12月10日"}) {
    CAPTURE(line);
    const std::string text = in_the_tail("推荐访问：\n区长在防汛会上的讲话\n" + line + "\n最后一行");
    CHECK(fate(text, "区长在防汛会上的讲话") == "recommendation");
    CHECK(fate(text, line) == "kept");
    CHECK(fate(text, "最后一行") == "kept");
  }
  const std::string apart = in_the_tail("推荐访问：\n\n区长在防汛会上的讲话\n\n此件公开发布");
  CHECK(fate(apart, "区长在防汛会上的讲话") == "recommendation");
  CHECK(fate(apart, "此件公开发布") == "kept");
  const std::string signed_text = in_the_tail("推荐访问：\n\n市政府办公室\n2023年12月10日");
  CHECK(fate(signed_text, "市政府办公室") == "kept");
  const std::string more = in_the_tail("更多精彩文章请点击\n\n市政府办公室");
  CHECK(fate(more, "市政府办公室") == "kept");
}

TEST_CASE("a bare date below a signature is kept, one alone is not") {
  const std::string text = in_the_tail("市政府办公室\n2023-12-10");
  CHECK(fate(text, "2023-12-10") == "kept");
  CHECK(fate(in_the_tail("责任编辑：王小明\n2023-12-10"), "2023-12-10") == "time_stamp");
}

TEST_CASE("one or two sentences below the foot of a page do not save it, three do") {
  const std::string foot = "上一篇：没有了\n下一篇：工作总结\n京ICP备00000000号-1\n";
  const std::string stray = "这一句话谁也没有见过，它站在最下面。\n";
  for (const std::string& text : {in_the_tail(foot + stray), in_the_tail(foot + stray + stray)}) {
    CHECK(fate(text, "上一篇") == "navigation");
    CHECK(fate(text, "京ICP") == "registration");
    CHECK(fate(text, "这一句话") == "kept");
  }
  CHECK(fate(in_the_tail(foot + stray + stray + stray), "京ICP") == "kept");
}

TEST_CASE("the date is found in any writing") {
  CHECK(find_date("发布时间:2024-05-16 09:08:30") == "2024-05-16 09:08:30");
  CHECK(find_date("发布时间：2024年5月16日 来源：本站") == "2024年5月16日");
  CHECK(find_date("更新于 2024/5/16，点击 3 次") == "2024/5/16");
  CHECK(find_date("来源：第1财经 时间：2024-06-01 浏览：33次") == "2024-06-01");
  CHECK(find_date("第3次会议") == "");
  CHECK(find_date("没有日期") == "");
}

}  // namespace langdu
