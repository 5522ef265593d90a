#pragma once
#include <string>
#include <vector>

#include "app/settings.h"

namespace langdu {

/// What can be said against the settings of pages before anything is read: that no output is a page, or that
/// no file of sound stands beside it. Throws Error(wrong_use).
void check_page_settings(const Settings& settings, const std::vector<std::string>& outputs);

}  // namespace langdu
