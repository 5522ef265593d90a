#pragma once
#include <vector>

#include "read/document.h"

namespace langdu {

/// Cuts headings off the paragraphs that copying has glued them to: 一、总体要求 今年以来，… with a blank
/// that somebody typed, or 一、提高认识凝聚合力项目是… where every paragraph of a run begins with two phrases
/// of equal length and then a sentence. What is not certain stays as it is.
void split_glued_headings(std::vector<Block>& blocks);

}  // namespace langdu
