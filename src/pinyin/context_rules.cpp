#include <array>

#include "pinyin/context.h"
#include "pinyin/context_conditions.h"
#include "text/characters.h"

namespace langdu {
namespace {

using C = Context;
using enum WordClass;

using namespace conditions;

/// What one can be the head of: 部长, 某长.
constexpr std::u32string_view offices =
    U"某部局厅处科股司署院校所站队组排班连营团旅师军区县市省州镇乡村会社行厂矿店馆台首家";

/// Last hanzi of the verbs that take 为 as their result: 选为, 改为, 认定为.
constexpr std::u32string_view takes_result =
    U"选列定评称誉封命改转化变换视贬升降分译读写调增减扩缩合成立推举认奉尊废迁移析述解括结约确判划归作做当拜"
    U"授任聘晋提设辟建扮拟指讹叹宣布";

/// Ordered by hanzi (a test checks it); the rows of one hanzi stand in the order of their trial.
constexpr std::array rules = {
    ContextRule{"zhong-hit", "中了奖, 考中了: to hit, to win", U'中',
                [](const C& c) {
                  return is_done(c) && (one_of(c.hanzi(2), U"奖标弹毒计风彩枪招邪暑箭圈") ||
                                        before(c, U"考相看猜射打选投刺押瞄"));
                },
                "zhong4", true},
    ContextRule{"wei-passive", "为 ... 所: by", U'为', opens_passive, "wei2", true},
    ContextRule{"wei-taken-as", "以 ... 为: take as", U'为',
                [](const C& c) { return follows_taking(c) && !c.after_is({pronoun}); }, "wei2", true},
    ContextRule{"wei-become", "变 ... 为, 化 ... 为: turn into", U'为',
                [](const C& c) {
                  const bool dissolved =
                      !before(c, U"化") && earlier(c, U"化", 3) && !c.after_is({pronoun, preposition});
                  return !c.before_is({pronoun}) && (earlier(c, U"变", 8) || dissolved);
                },
                "wei2", true},
    ContextRule{"wei-become-list", "变 ... 、... 为: the same behind a list", U'为',
                [](const C& c) {
                  return !c.first() && !c.before_is({pronoun}) && !c.after_is({pronoun, preposition}) &&
                         earlier_in_list(c, U'变', 10);
                },
                "wei2", true},
    ContextRule{"wei-degree", "最为, 均为: behind an adverb that 'for' does not take", U'为',
                [](const C& c) { return before(c, U"最更极较颇尤甚大广深均皆即原乃实仍亦系多合称名"); },
                "wei2"},
    ContextRule{
        "wei-result", "选为, 被贬为: a verb takes 为 as its result, and no clause follows", U'为',
        [](const C& c) {
          return c.before_is({verb}) && !c.after_is({pronoun, preposition}) && before(c, takes_result);
        },
        "wei2", true},
    ContextRule{"wei-is", "为 in front of a number, or at the end: is", U'为',
                [](const C& c) {
                  if (before(c, U"要能会想")) return false;
                  return c.last() || c.after_is({number, measure}) || after(c, U"一二两三四五六七八九十百负");
                },
                "wei2", true},
    ContextRule{"le-able", "干得了, 一放了之: 了 as a full verb", U'了',
                [](const C& c) { return after(c, U"之") || (c.word_before() == U"得" && c.last()); }, "liao3", true},
    ContextRule{"qiu-name", "仇先生, 仇某: a family name", U'仇', is_family_name, "qiu2", true},
    ContextRule{"ren-name", "任先生, 任某: a family name", U'任', is_family_name, "ren2", true},
    ContextRule{"dao-fall", "摔倒, 倒在: fall", U'倒',
                [](const C& c) {
                  return before(c, U"摔跌推打哭病晕墙醉绊昏压滑拉击吹放砍扑栽撞树房垮震跪驳难不") ||
                         after(c, U"在闭塌下台");
                },
                "dao3"},
    ContextRule{"jia-leave", "请假, 放了假: leave", U'假',
                [](const C& c) {
                  return before(c, U"请放休产年病事婚暑寒度春丧") ||
                         (before(c, U"了个天") && earlier(c, U"请放休", 4));
                },
                "jia4", true},
    ContextRule{"ji-nearly", "几欲, 几近: nearly", U'几',
                [](const C& c) { return after(c, U"欲近乎至尽不可"); }, "ji1", true},
    ContextRule{"jin-strength", "劲敌, 风劲: strong", U'劲',
                [](const C& c) { return after(c, U"敌骑风旅草松歌升吹射") || before(c, U"风强刚苍遒疾"); },
                "jing4", true},
    ContextRule{"ou-name", "区先生, 区某: a family name", U'区', is_family_name, "ou1", true},
    ContextRule{"hua-name", "华先生, 华某: a family name", U'华', is_family_name, "hua4", true},
    ContextRule{"shan-name", "单先生, 单某: a family name", U'单', is_family_name, "shan4", true},
    ContextRule{"juan-volume", "卷四, 第三卷: a volume, a paper", U'卷',
                [](const C& c) {
                  return behind_number(c) || before(c, U"第试答开闭书画全上下此该案改批题") ||
                         c.after_is({number}) || after(c, U"一二三四五六七八九十首末宗子");
                },
                "juan4", true},
    ContextRule{"fa-hair", "理了发, 洗完发: hair", U'发',
                [](const C& c) {
                  return parted_from(c, U"理剪烫染洗") && !one_of(c.hanzi(-3), U"处整办管审代清修料") &&
                         (c.last() || after(c, U"就再的以后"));
                },
                "fa4", true},
    ContextRule{"zhi-counted", "只 behind a number counts animals and things", U'只',
                [](const C& c) { return behind_number(c); }, "zhi1", true},
    ContextRule{"ya-end", "什么呀, 不去呀: the particle at the end", U'呀', [](const C& c) { return c.last() && !c.first(); },
                "ya5", true},
    ContextRule{"huo-knead", "和了面, 和好泥: to knead", U'和',
                [](const C& c) {
                  return c.first() && after(c, U"了好完") && one_of(c.hanzi(2), U"面泥") &&
                         !one_of(c.hanzi(3), U"谈对试临子前积部");
                },
                "huo2", true},
    ContextRule{"na-end", "这人哪, 天哪: the particle at the end, behind a noun", U'哪',
                [](const C& c) { return c.last() && c.before_is({noun, name, verb, adjective}); }, "na5", true},
    ContextRule{"di-ground", "落不了地, 各地: ground, place", U'地',
                [](const C& c) {
                  if (c.hanzi(-1) == c.hanzi(-2)) return false;  // 慢慢地
                  if (c.before_is({adjective}) || (before(c, U"多") && one_of(c.hanzi(-2), U"更最较越")))
                    return false;
                  return c.first() || c.last() || c.before_is({pronoun, place, measure}) ||
                         (c.before_is({name}) && c.word_before().size() <= 3) || before(c, U"该之此两各内外本了诸多抢拿卖") ||
                         (behind_number(c) && c.word_before().size() <= 2) ||
                         after(c, U"的上下里处方");
                },
                "di4"},
    ContextRule{"chu-be", "所处, 身处: to be somewhere", U'处',
                [](const C& c) { return before(c, U"所身"); }, "chu3", true},
    ContextRule{"ben-toward", "奔着, 奔四: straight to", U'奔',
                [](const C& c) {
                  return after(c, U"着这那他它一二三四五六七八九") || c.after_is({name});
                },
                "ben4", true},
    ContextRule{"xiu-night", "一宿, 半宿: a night", U'宿',
                [](const C& c) { return behind_number(c) || before(c, U"整通"); }, "xiu3", true},
    ContextRule{
        "cha-difference", "之差, 温差: difference", U'差',
        [](const C& c) { return before(c, U"之温偏误逆顺时落价反极色") || after(c, U"额距异价率"); },
        "cha1", true},
    ContextRule{"gan-dry", "晒干, 很干: dry", U'干',
                [](const C& c) {
                  return before(c, U"晒晾烘擦吹喝吸风口榨抽耗流哭烤烧阴抹晾熬沥拧") ||
                         after(c, U"透湿旱冷杯柴草果裂硬枯瘪货菜皮粉枣豆面锅固耗") ||
                         (before(c, U"很太较更偏变最嘴半") && (c.last() || after(c, U"的了，")));
                },
                "gan1", true},
    ContextRule{
        "dan-bullet", "中弹, 一枚弹: bullet", U'弹',
        [](const C& c) { return before(c, U"枚颗发投中炸子导炮霰核") || after(c, U"道头药坑片痕孔"); },
        "dan4", true},
    ContextRule{"dang-take", "当做好, 当作: take for", U'当',
                [](const C& c) { return after(c, U"做真") || c.word_after() == U"作"; }, "dang4", true},
    ContextRule{"dai-stay", "待在, 待着: stay", U'待',
                [](const C& c) { return after(c, U"在着了过腻久") || before(c, U"多久"); }, "dai1", true},
    ContextRule{"de-must", "得去, 还得做: must", U'得',
                [](const C& c) {
                  const bool subject =
                      c.first() || c.before_is({pronoun}) || before(c, U"还就都也总可真非又才便先必准");
                  return subject && c.after_is({verb, preposition, adverb, pronoun}) && !after(c, U"不到");
                },
                "dei3", true},
    ContextRule{
        "de-gain", "得奖, 得了病: get", U'得',
        [](const C& c) {
          return c.first() || c.before_is({pronoun, name}) || before(c, U"不者所可难各而自未已均先即");
        },
        "de2"},
    ContextRule{"she-break", "弄折了, 折了本: to break, to lose", U'折',
                [](const C& c) {
                  const bool broken = before(c, U"弄摔压撞踩掰") && (c.last() || after(c, U"了"));
                  const bool lost = after(c, U"了") && c.hanzi(2) == U'本';
                  return broken || (lost && (c.hanzi(3) == 0 || one_of(c.hanzi(3), U"的就还")));
                },
                "she2", true},
    ContextRule{"shu-count", "数一数, 数着: to count", U'数',
                [](const C& c) {
                  return after(c, U"着数不了出到尽钱羊几给") || is_repeated(c) ||
                         (c.last() && before(c, U"又") && c.hanzi(-2) == U'了');
                },
                "shu3", true},
    ContextRule{"qu-bent", "虬曲, 钩曲: bent", U'曲',
                [](const C& c) { return before(c, U"虬钩勾弯蜷扭屈"); }, "qu1", true},
    ContextRule{"qu-name", "曲先生, 曲某: a family name", U'曲', is_family_name, "qu1", true},
    ContextRule{"ceng-name", "曾氏, 曾某: a family name", U'曾',
                [](const C& c) { return is_family_name(c) || after(c, U"氏家某祖孙姓叔"); }, "zeng1", true},
    ContextRule{"piao-name", "朴先生, 朴某: a family name", U'朴', is_family_name, "piao2", true},
    ContextRule{"zha-name", "查先生, 查某: a family name", U'查', is_family_name, "zha1", true},
    ContextRule{"pao-urine", "一泡尿: of urine and dung", U'泡',
                [](const C& c) { return after(c, U"尿屎") && !one_of(c.hanzi(2), U"布片盆"); }, "pao1", true},
    ContextRule{"zhang-swell", "涨得通红: to swell", U'涨',
                [](const C& c) { return after(c, U"得") && one_of(c.hanzi(2), U"红通圆满紫鼓发"); }, "zhang4", true},
    ContextRule{"lv-rate", "增长率: a rate, behind what it measures", U'率',
                [](const C& c) {
                  const bool ends = c.last() || after(c, U"的达为高低约与是超仍有在指不须要应都已比较偏升降");
                  return ends && c.before_is({noun, verb, adjective});
                },
                "lv4", true},
    ContextRule{"cheng-fill", "盛了一碗, 盛满: to fill", U'盛',
                [](const C& c) {
                  return (c.word_after() == U"了" && one_of(c.hanzi(2), U"一两三几半碗饭汤粥满")) ||
                         after(c, U"满饭汤粥") || (after(c, U"一") && one_of(c.hanzi(2), U"碗盆勺盘杯"));
                },
                "cheng2", true},
    ContextRule{"zhu-author", "魯迅著 (folded from 著), at the end behind a name: written by", U'着',
                [](const C& c) { return c.last() && c.before_is({name}); }, "zhu4", true},
    ContextRule{"zhao-reach", "睡着, 找不着, 冻着了: reach", U'着',
                [](const C& c) {
                  return (before(c, U"睡不得") && !after(c, U"陆手想眼力重一边痕")) ||
                         (before(c, U"冻吓猜饿累热烫逮够火") && after(c, U"了"));
                },
                "zhao2", true},
    ContextRule{"zhong-plant", "种树, 播种: to plant", U'种',
                [](const C& c) {
                  if (behind_number(c)) return false;
                  if (after(c, U"地树菜花田草粮植下瓜豆棉麦稻烟茶药满上了着")) return true;
                  if (before(c, U"栽播耕抢套间植")) return true;
                  if (after(c, U"过")) return one_of(c.hanzi(2), U"田地菜树花粮");
                  if (after(c, U"好")) return c.hanzi(2) == U'了';
                  if (!after(c, U"在")) return false;
                  const bool in_soil = one_of(c.hanzi(2), U"地田山坡院园盆土屋房后");
                  return earlier(c, U"把将", 8) || (in_soil && !before(c, U"品物火病税语菌工"));
                },
                "zhong4", true},
    ContextRule{"ji-tie", "系好, 系上: to tie", U'系', [](const C& c) { return after(c, U"上好紧着鞋领"); },
                "ji4", true},
    ContextRule{"feng-sew", "缝衣, 缝好: to sew", U'缝',
                [](const C& c) { return after(c, U"衣补制合上了好被纫着旧它"); }, "feng2", true},
    ContextRule{"miao-name", "缪先生, 缪某: a family name", U'缪', is_family_name, "miao4", true},
    ContextRule{"bei-carry", "背着, 背包: carry on the back", U'背',
                [](const C& c) { return after(c, U"着起包锅负篓走上") && !before(c, U"后手"); }, "bei1", true},
    ContextRule{"she-house", "牛舍, 舍外: a house", U'舍',
                [](const C& c) { return before(c, U"宿农牛猪校鸡房畜禽圈精") || after(c, U"内外"); }, "she4", true},
    ContextRule{"la-forgotten", "把伞落在车上: to leave behind what one carries", U'落',
                [](const C& c) { return after(c, U"在") && earlier(c, U"把", 8) && before(c, U"伞包机匙证书镜帽夹件本"); },
                "la4", true},
    ContextRule{"meng-fool", "蒙圈, 蒙对: to guess, to fool", U'蒙',
                [](const C& c) { return after(c, U"圈骗对的过") || before(c, U"发"); }, "meng1", true},
    ContextRule{
        "zang-tibet", "藏族, 川藏: Tibet", U'藏',
        [](const C&
               c) { return after(c, U"族文语区传药汉军羚獒人民历香羊") || before(c, U"川青入进驻援滇"); },
        "zang4", true},
    ContextRule{"hang-row", "两行, 三行: rows", U'行',
                [](const C& c) { return behind_number(c) && !after(c, U"人"); }, "hang2", true},
    ContextRule{"qin-name", "覃先生, 覃某: a family name", U'覃', is_family_name, "qin2", true},
    ContextRule{"jue-sleep", "睡一觉: sleep", U'觉',
                [](const C& c) { return earlier(c, U"睡午懒", 4) || before(c, U"场"); }, "jiao4", true},
    ContextRule{"xie-name", "解先生, 解某: a family name", U'解', is_family_name, "xie4", true},
    ContextRule{"tiao-adjust", "调了调, 调一调: to adjust", U'调', is_repeated, "tiao2", true},
    ContextRule{"ya-crush", "轧过, 轧伤: to run over", U'轧',
                [](const C& c) { return after(c, U"过死伤断碎坏") && !earlier(c, U"钢坯板", 6); }, "ya4", true},
    ContextRule{"zhuan-around", "绕着地球转: to go round", U'转',
                [](const C& c) { return c.last() && earlier(c, U"绕围", 6); }, "zhuan4", true},
    ContextRule{"zai-year", "三载, 所载: a year, record", U'载',
                [](const C& c) { return behind_number(c) || before(c, U"所明登刊转连"); }, "zai3", true},
    ContextRule{"guo-past", "说过, 做过了: done before, behind a verb of one hanzi", U'过',
                [](const C& c) {
                  return before(c, U"说做看听想讲去来吃干写读问见当学用试提谈办买住玩爱恨骂打教理修改查") && !after(c, U"去来程头火目久");
                },
                "guo5", true},
    ContextRule{"huan-return", "还钱, 先还: give back", U'还',
                [](const C& c) {
                  if (after(c, U"钱债款贷账书欠") || c.word_after() == U"了") return true;
                  if (after(c, U"清")) return !one_of(c.hanzi(2), U"醒楚晰白");
                  if (c.last()) return before(c, U"先偿归退不来没");
                  const auto ends = [&](std::u32string_view set) { return c.hanzi(3) == 0 || one_of(c.hanzi(3), set); };
                  constexpr std::u32string_view people = U"我你他她您人";
                  if (after(c, U"给")) return one_of(c.hanzi(2), people) && ends(U"了的吧");
                  if (!after(c, people)) return false;
                  return (one_of(c.hanzi(2), U"钱债账") && ends(U"了的吧吗")) ||
                         (c.hanzi(2) == U'的' && one_of(c.hanzi(3), U"钱债账款"));
                },
                "huan2", true},
    ContextRule{"chong-again", "重夺, 重做: again", U'重',
                [](const C& c) {
                  return c.after_is({verb}) && c.word_after().size() == 1 && !before(c, U"很太最更较的超过") && !after(c, U"达约为");
                },
                "chong2", true},
    ContextRule{"liang-measure", "量了体温, 量身高: to measure", U'量',
                [](const C& c) {
                  return (is_done(c) && one_of(c.hanzi(2), U"体血身尺长宽高温腰量")) ||
                         (after(c, U"体血身") && one_of(c.hanzi(2), U"温压高重"));
                },
                "liang2", true},
    ContextRule{"ding-nail", "钉在, 被钉: to nail", U'钉',
                [](const C& c) { return after(c, U"在着上进住入死好牢成到了正") || before(c, U"被把"); },
                "ding4"},
    ContextRule{"pu-shop", "小卖铺, 上铺: a shop, a bunk", U'铺',
                [](const C& c) { return before(c, U"卖缎饼店茶食床药当肉"); }, "pu4", true},
    ContextRule{"zhang-head", "部长, 某长: the head of an office", U'长',
                [](const C& c) { return before(c, offices) && !after(c, U"约达于短江"); }, "zhang3", true},
    ContextRule{
        "zhang-grow", "长大, 长出: to grow", U'长',
        [](const C&
               c) { return after(c, U"大高出满得成势相胖着在个") || (after(c, U"了") && c.hanzi(2) != 0 && !before(c, U"间日期太")); },
        "zhang3", true},
    ContextRule{"nan-disaster", "遭了难, 落过难: misfortune", U'难',
                [](const C& c) { return c.last() && parted_from(c, U"遭遇受落罹避逃"); }, "nan4", true},
    ContextRule{"lou-show", "露了馅, 露一手: to show", U'露',
                [](const C& c) {
                  return after(c, U"馅怯") || (after(c, U"了过") && one_of(c.hanzi(2), U"馅怯底脸面富")) ||
                         (after(c, U"一两几") && c.hanzi(2) == U'手');
                },
                "lou4", true},
};

}  // namespace

std::span<const ContextRule> context_rules() { return rules; }

}  // namespace langdu
