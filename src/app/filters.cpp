#include <functional>

#include "app/commands.h"
#include "app/data_directory.h"
#include "app/line_filter.h"
#include "clean/clean.h"
#include "normalise/normalise.h"
#include "pinyin/lexicon.h"
#include "pinyin/pronounce.h"

namespace langdu {

void run_normalize(const Settings& settings) {
  filter_lines(settings.input, [](const std::string& line) {
    std::vector<Dropped> dropped;  // a filter shows what is said; 'langdu plan' lists what is not
    return normalise(repair(MappedText::verbatim(line, 0)), dropped).text();
  });
}

void run_pinyin(const Settings& settings) {
  const Lexicon lexicon = Lexicon::open(data_directory() / "lexicon.bin");
  const Tones tones = settings.citation ? Tones::citation : Tones::spoken;
  filter_lines(settings.input, [&](const std::string& line) { return pinyin_line(line, lexicon, tones); });
}

}  // namespace langdu
