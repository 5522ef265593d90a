#include <doctest/doctest.h>

#include <regex>
#include <sstream>

#include "output/captions.h"
#include "output/html_text.h"
#include "output/output_set.h"
#include "output/page_text.h"
#include "output/page_words.h"
#include "output/real_plan.h"
#include "output/written.h"
#include "support/case_lines.h"
#include "support/small_plan.h"
#include "support/temporary_folder.h"

using namespace langdu;

namespace {

constexpr const char* document =
    "# 标题\n\n开头的一句话。第二句“有引号”，很好！\n\n## 第一章\n\n2023年有35%的人，看了iPhone和GDP。\n\n"
    "#### 跳过一级\n\nHello world. Good day. 再见。\n\n## 第二章\n\n结束了。\n";

/// The page of a plan, spoken by the fake engine, without its sound.
std::string page_of(const Plan& plan, bool ruby = false) {
  FakeSynth synth;
  Memory memory;
  Sink* const sinks[] = {&memory};
  const Timeline timeline = render(plan, synth, sinks, {}, {});
  std::string page;
  write_page(plan, timeline,
             {ruby, "名字", "data:", [](const WritePiece& write) { write(" src=\"data:,\""); }},
             [&](std::string_view piece) { page += piece; });
  return page;
}

/// All that matches, by the groups of the pattern.
std::vector<std::smatch> all_of(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern);
  return {std::sregex_iterator(text.begin(), text.end(), expression), {}};
}
std::vector<std::smatch> all_of(std::string&& text,
                                const std::string& pattern) = delete;  // they point into it

/// What stands between <main> and </main>.
std::string main_of(const std::string& page) {
  const auto begin = page.find("<main");
  return page.substr(begin, page.find("</main>") - begin);
}

std::string without_tags(const std::string& html) {
  return std::regex_replace(std::regex_replace(html, std::regex("<rt>[^<]*</rt>"), ""), std::regex("<[^>]*>"),
                            "");
}

/// The bytes of base64 (RFC 4648).
std::string decoded_base64(std::string_view text) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text.substr(0, text.find('='))) {
    const auto value = alphabet.find(c);
    REQUIRE(value != alphabet.npos);
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return bytes;
}

/// Renders the plan into all of them, as the program does.
void write_all(const std::vector<std::string>& paths, const Plan& plan, OutputOptions options = {}) {
  FakeSynth synth;
  options.sample_rate = 22050;
  OutputSet set(paths, "doc.txt", plan, options);
  set.finish(render(plan, synth, set.sinks(), {}, {}));
  set.commit();
}

}  // namespace

TEST_CASE("every sentence of the plan is in the page once, with its text, and so is every word") {
  const Plan plan = plan_of_text(document);
  const std::string text = main_of(page_of(plan));
  std::string whole;
  for (const Utterance& utterance : plan.utterances) whole += html_text(utterance.shown);
  std::string seen;
  for (std::size_t i = 0; i < plan.utterances.size(); ++i) {
    const std::string begin = fmt::format("id=\"s{}\"", i);
    CAPTURE(begin);
    REQUIRE(text.find(begin) != std::string::npos);
    CHECK(text.find(begin) == text.rfind(begin));
  }
  for (const auto& row :
       all_of(text, "<span class=\"s\"[^>]*>(.*?)</span>(?=<span class=\"s\"| <span class=\"s\"|</p>|</h)"))
    seen += without_tags(row[1].str());
  CHECK(seen == whole);
  const auto words = all_of(text, "<span class=\"w\" data-b=\"[0-9]+\">([^<]*)</span>");
  std::vector<std::string> written;
  for (const auto& word : words) written.push_back(word[1]);
  for (const std::string word :
       {"标题", "开头的", "2023年", "35%", "iPhone", "G", "Hello", "world", "第二句", "引号"}) {
    CAPTURE(word);
    CHECK(std::count(written.begin(), written.end(), word) == 1);
  }
}

TEST_CASE("the times of sentences and words are those of the captions, and go up") {
  const Plan plan = plan_of_text(document);
  FakeSynth synth;
  Memory memory;
  Sink* const sinks[] = {&memory};
  const Timeline timeline = render(plan, synth, sinks, {}, {});
  const std::string text = main_of(page_of(plan));
  const auto sentences = all_of(text, "class=\"s\" id=\"s([0-9]+)\" data-b=\"([0-9]+)\" data-e=\"([0-9]+)\"");
  REQUIRE(sentences.size() == timeline.cues.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    CHECK(std::stoull(sentences[i][1]) == timeline.cues[i].utterance);
    CHECK(std::stoull(sentences[i][2]) == timeline.cues[i].begin * 1000 / 22050);
    CHECK(std::stoull(sentences[i][3]) == timeline.cues[i].end * 1000 / 22050);
  }
  std::uint64_t last = 0;
  for (const auto& time : all_of(text, "data-b=\"([0-9]+)\"")) {
    const std::uint64_t begin = std::stoull(time[1]);
    CHECK(begin >= last);
    last = begin;
  }
  CHECK(page_of(plan).find(fmt::format("data-length=\"{}\"", timeline.frames * 1000 / 22050)) !=
        std::string::npos);
}

TEST_CASE("a paragraph is a paragraph, a heading a heading, and none skips a level") {
  const std::string text = main_of(page_of(plan_of_text(document)));
  std::string elements;
  for (const auto& element : all_of(text, "<(p|h[1-6])>")) elements += element[1].str() + ' ';
  CHECK(elements == "h1 p h2 p h3 p h2 p ");
  CHECK(all_of(text, "</(p|h[1-6])>").size() == 8);
  CHECK(text.find("Hello</span> <span") != std::string::npos);
  CHECK(text.find(".</span> <span class=\"s\"") != std::string::npos);  // between sentences in Latin script
  CHECK(text.find("。</span><span class=\"s\"") != std::string::npos);
}

TEST_CASE("a document whose text has no title gets one above it, and a name when it has none at all") {
  Plan plan = small_plan({"a"});
  CHECK(main_of(page_of(plan)).find("<h1>名字</h1>") != std::string::npos);
  CHECK(page_of(plan).find("<title>名字</title>") != std::string::npos);
  plan.metadata.title = "<题目>";
  CHECK(main_of(page_of(plan)).find("<h1>&lt;题目&gt;</h1>") != std::string::npos);
  CHECK(page_of(plan).find("<title>&lt;题目&gt;</title>") != std::string::npos);
  CHECK(page_of(plan_of_text(document)).find("<title>标题</title>") != std::string::npos);
}

TEST_CASE("the chapters are a list that leads to their first sentences") {
  const Plan plan = plan_of_text(document);
  const std::string page = page_of(plan);
  const auto links = all_of(page, "<a href=\"#s([0-9]+)\" data-s=\"([0-9]+)\">([^<]*)</a>");
  REQUIRE(links.size() == plan.chapters.size());
  for (std::size_t i = 0; i < links.size(); ++i) {
    CHECK(std::stoul(links[i][1]) == plan.chapters[i].first);
    CHECK(links[i][2] == links[i][1]);
    CHECK(links[i][3] == plan.chapters[i].title);
  }
  CHECK(page_of(small_plan({"only one"})).find("<nav") == std::string::npos);
  CHECK(page_of(small_plan({"a", ""})).find(">第 2 章</a>") != std::string::npos);
  CHECK(page_of(small_plan(numbered_titles(20))).find("<details open>") != std::string::npos);
  CHECK(page_of(small_plan(numbered_titles(21))).find("<details open>") == std::string::npos);
}

TEST_CASE("nothing of a document is markup, wherever it stands") {
  const std::string hostile = "</script><script>x</script>\"'&]]>-->\u2028\u202E%%text%%%%sound%%\x01\xff";
  Plan plan = small_plan({hostile, hostile});
  plan.metadata.title = hostile;
  const std::string page = page_of(plan);
  CHECK(all_of(page, "<script").size() == 1);
  CHECK(all_of(page, "</script").size() == 1);
  CHECK(all_of(page, "<main").size() == 1);
  CHECK(all_of(page, "src=\"data:,\"").size() == 1);
  CHECK(page.find("]]>") == std::string::npos);
  CHECK(page.find("\u202E") == std::string::npos);
  CHECK(page.find('\x01') == std::string::npos);
  CHECK(page.find('\xff') == std::string::npos);
  CHECK(all_of(page, "&lt;/script&gt;&lt;script&gt;x").size() ==
        1 + 1 + 2 + 4);  // title, h1, chapters, sentences
}

TEST_CASE("the sound in the page is, byte by byte, the .m4a of the same run") {
  const TemporaryFolder folder;
  for (const std::uint32_t sentences : {1U, 2U, 3U, 40U}) {  // every length modulo 3, and more than a piece
    const Plan plan = small_plan({"a"}, sentences);
    write_all({folder / "x.html", folder / "x.m4a"}, plan);
    const std::string page = content_of(folder / "x.html");
    const std::string head = "<audio id=\"sound\" controls preload=\"metadata\" src=\"data:audio/mp4;base64,";
    const auto begin = page.find(head);
    REQUIRE(begin != std::string::npos);
    const auto sound = std::string_view(page).substr(begin + head.size());
    CHECK(decoded_base64(sound.substr(0, sound.find('"'))) == content_of(folder / "x.m4a"));
  }
  CHECK(folder.count() == 2);
}

TEST_CASE("a page with its sound beside it names the first file of sound of the run, as seen from the page") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "页 1");
  const Plan plan = small_plan({"a"});
  write_all({folder / "页 1/x.html", folder / "x.srt", folder / "声 #1.mp3", folder / "x.wav"}, plan,
            {.audio_beside = true});
  const std::string page = content_of(folder / "页 1/x.html");
  CHECK(page.find(" src=\"../%E5%A3%B0%20%231.mp3\" data-file=\"../声 #1.mp3\"") != std::string::npos);
  CHECK(page.find("base64") == std::string::npos);
  CHECK(page.find("media-src 'self' file:;") != std::string::npos);
}

TEST_CASE("the page has no address of anything outside it, and a policy that allows none") {
  const std::string page = page_of(plan_of_text(document));
  CHECK(page.find("http:") == std::string::npos);
  CHECK(page.find("https:") == std::string::npos);
  CHECK(page.find("default-src 'none'; script-src 'sha256-") != std::string::npos);
  CHECK(page.find("media-src data:;") != std::string::npos);
  CHECK(page.find("%%") == std::string::npos);
}

TEST_CASE("every line of tests/data/output/ruby.txt has the pinyin that it says") {
  const auto lines = testing::case_lines(TEST_DATA "/output/ruby.txt");
  CHECK(lines.size() > 5);
  for (const std::string& line : lines) {
    CAPTURE(line);
    const auto arrow = line.find(" => ");
    REQUIRE(arrow != std::string::npos);
    const std::string sentence = line.substr(0, arrow);
    const std::string page = main_of(page_of(plan_of_text(sentence), true));
    std::string pinyin;
    for (const auto& one : all_of(page, "<rt>([^<]*)</rt>"))
      pinyin += (pinyin.empty() ? "" : " ") + one[1].str();
    CHECK(pinyin == line.substr(arrow + 4));
    CHECK(without_tags(page).find(sentence) != std::string::npos);
    CHECK(page_of(plan_of_text(sentence)).find("<rt>") == std::string::npos);
  }
}
