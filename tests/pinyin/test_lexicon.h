#pragma once
#include "pinyin/lexicon.h"

/// The lexicon that the build made.
inline langdu::Lexicon open_test_lexicon() {
  return langdu::Lexicon::open(LANGDU_BUILD "/share/langdu/lexicon.bin", LANGDU_BUILD "/share/langdu/readings.bin");
}
