#include "normalise/rules.h"

#include "normalise/matchers.h"

namespace langdu::rules {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view words = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::string_view quantities = "-.0123456789";

// The order matters where two rules can start at the same character: what is more particular stands first.
constexpr Rule table[] = {
    {"url", "https://www.gov.cn/a => 网址gov点cn", words, url},
    {"email", "a.b@163.com => a点b艾特一六三点com", words, email},
    {"letter_x", "X光 => X光: a letter, not a name taken out", "Xx", letter_x},
    {"masked_number", "20XX年 => 二零某某年", digits, masked_number},
    {"money", "$5 => 五美元", "¥$€£₩₽₹URCHEGJNAKS", money},
    {"phone", "010-64035547 => 零幺零六四零三五五四七", "0123456789+(（", phone},
    {"hotline", "拨打110 => 拨打幺幺零", digits, hotline},
    {"long_number", "110101199003071234 => one by one: nobody counts that far", digits, long_number},
    {"letter_to_letter", "B2B => B to B", "BCDEFGMOPV", letter_to_letter},
    {"roman", "III级 => 三级", "IVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅬⅭⅮⅯⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ", roman},
    {"grouped_digits", "6222 0212 3456 7890 => 六二二二零二一二…", digits, grouped_digits},
    {"date", "2023-12-10 => 二零二三年十二月十日", digits, date},
    {"year_month", "2008-08 => 二零零八年八月", digits, year_month},
    {"month_day", "08/08 => 八月八日", digits, month_day},
    {"time_of_day", "10:32:02 => 十点三十二分零二秒", digits, time_of_day},
    {"latin_number", "COVID-19 => COVID十九", digits, latin_number},
    {"serial", "编号27149 => 编号二七一四九", digits, serial},
    {"code_chain", "978-7-02 => 九七八杠七杠零二", digits, code_chain},
    {"event_day", "3·15 => 三一五", digits, event_day},
    {"year_span", "2005-2024 => 二零零五到二零二四", digits, year_span},
    {"decade", "90后 => 九零后", digits, decade},
    {"percent", "10%-20% => 百分之十到百分之二十", quantities, percent},
    {"temperature", "-10℃ => 零下十摄氏度", quantities, temperature},
    {"unit", "100km/h => 每小时一百公里", quantities, unit},
    {"per_unit", "100元/月 => 每月一百元", quantities, per_unit},
    {"section_number", "3.5.1 => 三点五点一", digits, section_number},
    {"list_marker", "1.提高 => 一，提高", words, list_marker},
    {"prime", "39°54′ => 三十九度五十四分", digits, prime},
    {"code_number", "985高校 => 九八五高校", digits, code_number},
    {"fraction", "1/2 => 二分之一", digits, fraction},
    {"year", "2023年 => 二零二三年", digits, year},
    {"number_latin", "1080P => 一零八零P", digits, number_latin},
    {"number", "20000 => 两万", "0123456789.", number},
    {"number_sign", "3#楼 => 三号楼", "#№N", number_sign},
    {"lone_unit", "单位：km/h => 公里每小时", "℃℉°μΩ/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
     lone_unit},
    {"placeholder", "XX办公厅 => 某某办公厅", "Xx", placeholder},
    {"chinese_zero", "二○二三年 => 二零二三年", "○〇", chinese_zero},
    {"placeholder_mark", "××同志 => 某某同志", "×*○〇□■✕△▲", placeholder_mark},
    {"vulgar_fraction", "½ => 二分之一", "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒", vulgar_fraction},
    {"power", "10⁶ => 十的六次方", "^⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", power},
    {"circled_number", "① => 一，",
     "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓"
     "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉⓪⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚",
     circled_number},
    {"range", "3月1日-5日 => 三月一日到五日", "-—~", range},
    {"sign", "-1 => 负一", "-+", sign},
    {"ratio", "1:3 => 一比三", ":", ratio},
    {"equation_sign", "4+1 => 四加一", "+=×*÷±≥≤≠≈<>→∞∵∴∈⊥∥∠√!≡∝≌⇒∪∩xX", equation_sign},
    {"greek", "α射线 => 阿尔法射线", "αβγδεζηθικλμνξοπρσςτυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", greek},
    {"symbol", "甲&乙 => 甲和乙", "&/#*§·•‧∙↑↓△_@°¥$€£%‰′″♀♂℃℉∶", symbol},
    {"quote", "“甲”“乙” => 甲、乙", "“”‘’「」『』《》〈〉«»\"'`", quote},
    {"bracket", "纪委（监委） => 纪委，监委，", "()（）[]【】〔〕{}〖〗［］", bracket},
    {"dash", "他来了——真的 => 他来了，真的", "-—~", dash},
    {"ellipsis", "等等... => 等等……", "….。", ellipsis},
    {"stop", "第一,要 => 第一，要", ",.;:?!|﹐､｡", stop},
    {"blank", "每月 1 次 => 每月一次",
     " \t\n\r\u00A0\u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u202F\u205F"
     "\u1680",
     blank},
    {"emoji", "你好😀 => 你好", "", emoji},
    {"other_script", "雪の花 => 雪花", "", other_script},
    {"unsayable", "★重点 => 重点", "", unsayable},
};

}  // namespace

std::span<const Rule> rule_table() { return table; }

}  // namespace langdu::rules
