#include "clean/boilerplate_rules.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <array>
#include <string>
#include <vector>

#include "clean/line_text.h"
#include "text/span.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::
    array
        table =
            {
                BoilerplateRule{
                    "publish_time", "when the page was put online", Zone::edges, 100, false,
                    R"(^[(\[]?((发布|发表|更新|创建|上传|录入|发稿|修改|添加|公布)(时间|日期)[: ]?|(发布|发表|更新|创建|上传|录入|发稿|修改|添加)(于|:) ?){date}[)\]]?([ |,/(]*(来源|文章来源|信息来源|作者|编辑|责任编辑|浏览|点击|阅读|访问|人气|字体|字号|打印|分享|评论).*)?$)"},
                BoilerplateRule{
                    "time_stamp", "a bare time stamp of the page", Zone::edges, 100, false,
                    R"(^((时间|日期):\d{4}[-/.]\d{1,2}[-/.]\d{1,2} \d{1,2}:\d{2}:\d{2}|(时间|日期):{date}[ |,/(]+(来源|作者|编辑|浏览|点击|阅读|访问|人气|字体|字号).*|\d{4}[-/]\d{1,2}[-/]\d{1,2}( \d{1,2}:\d{2}(:\d{2})?)?([ |,/(]+(来源|作者|编辑|浏览|点击|阅读|访问|人气|字体|字号|评论).*)?)$)"},
                BoilerplateRule{
                    "source_line", "where the page has the text from, and who edited it", Zone::edges, 60,
                    false,
                    R"(^[(\[]?((文章|信息|稿件|新闻|资料)?来源|稿源|责任编辑|责编|本文作者|作者|供稿单位|供稿)[:|/] ?[^,;!?]+$)"},
                BoilerplateRule{
                    "editor_lead", "the web editor recommends the text", Zone::edges, 260, true,
                    R"((^|[,!?;:\] ]|。|是|由|让|跟着|随|本站|本网|今天|下面|就)小编.*(整理|收集|搜集|精选|带来|分享|准备|推荐|汇总|编写).*(参考|借鉴|阅读|帮助|喜欢|查阅|下载|看看|了解))"},
                BoilerplateRule{
                    "compiled_lead", "a collection site introduces the text", Zone::edges, 260, true,
                    R"(^(\[.{0,12}\])?(以下|下面|这里|本文|本篇)(内容|文章)?(就?是|由|,).*(为|给|替)(大家|您|你们?|各位|读者|网友).*(整理|收集|搜集|汇总|精选)(的|了|出|好).*(全文|完整|范文|模板|\d+篇|(一|二|两|三|四|五|六|七|八|九|十)篇|文章).*(供|欢迎|希望|仅).*(参考|借鉴|阅读|学习|帮助|喜欢|下载))"},
                BoilerplateRule{
                    "breadcrumb", "the way to the page inside the site", Zone::edges, 100, false,
                    R"(^((当前|所在|目前|现在|你|您).{0,18}位置(是|在)?: ?.*[>/].*|(当前|您的|所在)位置 ?[>/].*|(网站)?(首页|主页|home) ?[>/].*)$)"},
                BoilerplateRule{
                    "navigation", "a link to another page", Zone::edges, 100, false,
                    R"(^[<\[(| ]*((上|下|前|后)(1|一)(篇|页|章)(文章)?[\])]?(:.*|[>< |]*|[ |>]+((上|下|前|后)(1|一)|返回|目录|没有|末页|尾页).*)|(上|下|前|后)页[\])]?([>< |]*|[ |>]+((上|下|前|后)页|返回|目录|末页|尾页).*)|(返回|回到)(首页|顶部|目录|列表|上一?页|上一?级|栏目)[\])>| ]*)$)"},
                BoilerplateRule{
                    "page_tools", "buttons of the page", Zone::edges, 80, false,
                    R"(^(([\[(<]?(大|中|小|打印|关闭|收藏|分享|微信|微博|qq空间|朋友圈|举报|点赞|繁体|简体|rss|top|评论)[\])>]?[: |/.,]*)*([\[(<]?(打印本(页|文)|打印此页|\[打印\]|\[关闭\]|关闭(窗口|本页)|字体(大小)?:|字号:|加入收藏|收藏(本页|本站|本文)|设为首页|分享(到|至):|我要(纠错|评论|投稿)|发表评论|网友评论|查看评论|复制链接|扫一扫.*(手机|微信).*)[\])>]?[: |/.,]*))+([\[(<]?(大|中|小|打印|关闭|收藏|分享|微信|微博|qq空间|朋友圈|举报|点赞|繁体|简体|rss|top|评论)[\])>]?[: |/.,]*)*$)"},
                BoilerplateRule{"counter", "how often the page was read, how long it is", Zone::edges, 60,
                                false, R"(^[(\[]?((浏览|阅读|点击|访问|查看|下载|人气|评论)(次数|人次|人数|量|数|数量)?: ?\d[\d,.]*万?\+? ?(次|人次|人|条)?|(浏览|阅读|点击|访问|下载)(次数|人次|量|数) ?\d[\d,.]*万? ?(次|人次)?|(本文|全文)共?计? ?\d+ ?(个)?字([ ,|/].*(阅读|分钟).*)?|字数: ?\d+ ?字?)[)\]]?$)"},
                BoilerplateRule{
                    "page_number", "the foot of a printed page", Zone::anywhere, 24, false,
                    R"(^(第 ?\d{1,4} ?页([ /,]*共 ?\d{1,4} ?页)?|共 ?\d{1,4} ?页([ /,]*第 ?\d{1,4} ?页)?|- ?\d{1,4} ?-|page \d{1,4}( of \d{1,4})?|\d{1,4} ?/ ?\d{1,4} ?页)$)"},
                BoilerplateRule{
                    "paywall", "the site wants to be paid for the rest", Zone::edges, 120, true,
                    R"(预览已?结束|试读已?结束|^(还剩|剩余) ?\d+ ?(页|%|字).*(未读|阅读|查看|下载)|(^|[,.!:>\] ]|。|请|立即|马上)(登录|登陆|注册|购买|付费|充值|开通|成为|并|或)+.{0,9}(会员|vip|后).{0,18}(阅读|查看|下载|解锁).{0,12}(全文|完整(版|内容|文档)|剩余|全部内容|更多)|免费(获取|领取|下载)(全文|本文|原文|完整版))"},
                BoilerplateRule{
                    "download_button", "a button that loads the file or the rest", Zone::anywhere, 40, false,
                    R"(^[\[(<]?((点击|立即|免费|马上|本地|高速|继续)(此处|这里)?(免费)?(下载|查看|阅读|浏览)|(阅读|查看|展开|下载)(原文|全文|完整版))(本?文档|本文|全文|原文|文件|附件|完整版|更多|word版?|pdf版?|剩余内容)*[\])>]*$)"},
                BoilerplateRule{
                    "login_box", "the log-in form of the page", Zone::edges, 100, false,
                    R"(^((用户名?|账号|帐号|密码|验证码|登录|登陆|注册|忘记密码|记住(我|密码|账号)|会员登录|免费注册|自动登录|立即(登录|注册)|找回密码|(微信|qq|手机)登录|退出|游客|您好)[!,:? |/.]*){2,}$)"},
                BoilerplateRule{
                    "shared_document", "a file-sharing site names its upload", Zone::edges, 200, true,
                    R"(《.*\.(docx?|pdf|pptx?|xlsx?|wps|txt)》.*((会员|用户|网友).*(分享|上传)|在线阅读|免费下载))"},
                BoilerplateRule{
                    "disclaimer", "the site denies responsibility", Zone::edges, 260, true,
                    R"((本文|本站|本网|部分(文章|内容|资料|信息|图片|资源|文档|作品|素材)).*(来源于?|来自|源于|转自|摘自|采集|收集|整理|转载|上传|提供).*(网络|互联网|网友|用户|会员|原作者).*(不代表|版权归|侵权|删除|立场)|(文章|内容|资料|信息|图片|资源|文档|作品|素材).*(来源于?|来自|源于|转自|摘自).*(网络|互联网|网友|原作者).*(版权归|(如|若)有侵|侵权请|本站|本网)|(如|若)(有|果|若|涉|您|发现|本).*侵(权|(犯|害).{0,6}(您|你|作者|版权|著作权|贵)).*(请.{0,12}(联系|告知|来信|来电|通知|举报)|(联系|告知|通知)(我们|本站|本网|管理员|站长|客服)).*(删除|处理|撤|我们|本站)|^(免责|版权|郑重|特别)声明:.*(本站|本网|本文|转载)|(不代表|不表明|与)(本站|本网|本平台|本网站).{0,18}(立场|观点|无关)|^(转载|引用|转载或引用|转发)(时|本文)?(请|须|需|务必).{0,12}(注明|标明|保留).*(出处|来源|转自|本站|本网|原文|作者|链接|地址).*$)"},
                BoilerplateRule{"copyright",
                                "the notice of the site's owner", Zone::tail, 200, true, R"(^(\(c\) ?\d{4}|\(c\) ?copyright|copyright\b|版权所有($|[: ,(]|\d)|版权归.*所有)|未经((本站|本网|本公司|本平台|原?作者|版权人|书面|明确|事先|[\x80-\xff]{3,24}网站?)的?)*(许可|授权|同意|允许).{0,30}(转载|镜像|摘编)|^(严禁|谢绝|禁止|请勿).{0,18}转载)"},
                BoilerplateRule{"powered_by", "the software of the site", Zone::tail, 200, true,
                                R"(^powered by |all rights reserved|^技术支持:.*(公司|科技|网络|cms))"},
                BoilerplateRule{
                    "registration", "the site's licence numbers", Zone::tail, 200, true,
                    R"(icp(备|证)(字第)? ?\d+|公网安备 ?\d+|(增值电信业务|网络文化经营|互联网新闻信息服务|信息网络传播视听节目).*许可证?((编?号)?:|编?号) ?[\x80-\xff]{0,12}[a-z\d\[\]()-]*\d{4,}|许可证 ?[\x80-\xff]{0,3}[a-z]\d?-\d{4,})"},
                BoilerplateRule{
                    "recommendation", "links to other texts", Zone::tail, 120, false,
                    R"(^[\[]?(推荐(访问|链接|文章)|相关(推荐|文章|搜索|资讯|文档)|热门(推荐|文章|阅读|搜索|标签)|猜你(喜欢|感兴趣)|大家都?在(看|搜)|为(您|你)推荐|(您|你)可能(还|也)?(会)?(感兴趣|喜欢).{0,18})[\]]?(:.*)?$)"},
                BoilerplateRule{"more_texts", "the site has more to read", Zone::tail, 120, false,
                                R"(^\[?更多.*(文章|内容|范文|资讯).{0,18}(请|点击|关注|访问).*$)"},
                BoilerplateRule{"tags", "key words for the site's search", Zone::tail, 100, false,
                                R"(^(本文|文章|热门)?(标签|tags?|关键词|关键字): ?.*$)"},
                BoilerplateRule{
                    "advertisement", "somebody sells writing or wants followers", Zone::edges, 200, false,
                    R"((承接|专业|提供|诚信|优质|原创).*(代写|代笔|定制|写作服务|写稿).*(qq|微信|电话|联系|热线|\d{6,})|(关注|搜索|扫码|添加|扫一扫).*(公众号|微信号|客服微信).*(获取|领取|回复|下载|更多|咨询))"},
                BoilerplateRule{
                    "footer_links", "the links at the foot of the site", Zone::tail, 120, false,
                    R"(^((关于我们|联系我们|联系方式|网站地图|网站首页|隐私(政策|声明|保护)|服务条款|友情链接|帮助中心|广告服务|广告合作|法律声明|诚聘英才|加入我们|版权声明|免责声明|意见反馈|会员中心|用户协议|投稿须知|sitemap)[: |/.-]*){2,}$)"},
                BoilerplateRule{
                    "end_mark", "the editor marks the end", Zone::tail, 12, false,
                    R"(^([(\[] ?(全文|本文|正文)?(完|完结|完毕|结束) ?[)\]]|[(\[-]+ ?(the )?end ?[)\]-]+|(全文|本文|正文)(完|结束))$)"},
                BoilerplateRule{"separator", "a line drawn with characters", Zone::anywhere, 200, false,
                                R"(^([-=_*#~+.] ?){3,}$)"},
};
static_assert(table.size() <= most_boilerplate_rules);

constexpr std::size_t longest_line = 1200;  // bytes: the longest row of the edges allows 260 code points
constexpr std::size_t longest_line_anywhere =
    200;  // bytes: these lines are short, and the separators are ASCII

std::string with_dates(std::string_view pattern) {
  constexpr std::string_view mark = "{date}";
  constexpr std::string_view date =
      R"(\d{4}([-/.]|年)\d{1,2}([-/.]|月)\d{1,2}日? ?(\d{1,2}:\d{2}(:\d{2})?)?)";
  std::string result(pattern);
  for (auto at = result.find(mark); at != std::string::npos; at = result.find(mark, at + date.size())) {
    result.replace(at, mark.size(), date);
  }
  return result;
}

/// For an automaton of bytes, a quantifier behind a hanzi must get all its bytes: 日? becomes (?:日)?.
std::string with_groups(std::string_view pattern) {
  std::string result;
  for (std::size_t at = 0; at < pattern.size();) {
    const Rune rune = rune_at(pattern, at);
    const auto bytes = pattern.substr(at, rune.size);
    at += rune.size;
    const bool quantified =
        at < pattern.size() && std::string_view("?*+{").find(pattern[at]) != std::string_view::npos;
    if (rune.size > 1 && quantified) {
      result.append("(?:").append(bytes).append(")");
    } else {
      result.append(bytes);
    }
  }
  return result;
}

/// Several rows in one automaton: a line is read once, however many rows there are. When the automaton runs
/// out of memory, which takes lines made for it, it reports no match, and the line stays.
struct Automaton {
  RE2::Set set;
  std::vector<std::size_t> rows;  ///< of each pattern in the set
};

template <typename Wanted>
Automaton compile(Wanted wanted) {
  RE2::Options options;
  // Bytes instead of code points: a third of the automaton, and of the time to compile it.
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_dot_nl(true);
  options.set_log_errors(false);
  Automaton automaton{RE2::Set(options, RE2::UNANCHORED), {}};
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (!wanted(table[row])) continue;
    if (automaton.set.Add(with_groups(with_dates(table[row].pattern)), nullptr) >= 0)
      automaton.rows.push_back(row);
  }
  automaton.set.Compile();
  return automaton;
}

std::uint64_t match(const Automaton& automaton, std::string_view line) {
  const std::string folded = fold_line(line);
  std::vector<int> found;
  if (!automaton.set.Match(folded, &found)) return 0;
  const std::size_t length = count_runes(folded);
  const bool sentence = ends_sentence(line);
  std::uint64_t rows = 0;
  for (const int pattern : found) {
    const std::size_t row = automaton.rows[static_cast<std::size_t>(pattern)];
    const BoilerplateRule& rule = table[row];
    if (length > rule.longest || (sentence && !rule.may_be_sentence)) continue;
    rows |= std::uint64_t{1} << row;
  }
  return rows;
}

}  // namespace

std::span<const BoilerplateRule> boilerplate_rules() { return table; }

std::uint64_t match_boilerplate(std::string_view line) {
  if (line.empty() || line.size() > longest_line) return 0;
  static const Automaton automaton = compile([](const BoilerplateRule&) { return true; });
  return match(automaton, line);
}

std::uint64_t match_boilerplate_in_the_middle(std::string_view line) {
  if (line.empty() || line.size() > longest_line_anywhere) return 0;
  static const Automaton automaton =
      compile([](const BoilerplateRule& rule) { return rule.zone == Zone::anywhere; });
  return match(automaton, line);
}

std::string_view find_date(std::string_view line) {
  static const RE2 pattern("(" + with_dates("{date}") + ")", RE2::Quiet);
  re2::StringPiece found;
  if (!RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), pattern, &found)) return {};
  const Span inner = without_edge_blanks({found.data(), found.size()});
  return {found.data() + inner.begin, inner.size()};
}

}  // namespace langdu
