#pragma once
#include <string>
#include <vector>

#include "pinyin/traditional_list.h"

namespace langdu {

/// The bytes of the table (see text/traditional.h), of which the size is a multiple of four; none for no
/// folds. The same folds give the same bytes.
std::string build_traditional(const std::vector<ListedFold>& folds);

}  // namespace langdu
