#pragma once
#include <string_view>

#include "app/settings.h"
#include "normalise/options.h"

namespace langdu {

/// How the user wants written forms to be spoken. Throws what load_replacements() throws, and
/// Error(wrong_use).
class NormaliseSetup {
 public:
  explicit NormaliseSetup(const Settings& settings);
  NormaliseSetup(const NormaliseSetup&) = delete;
  NormaliseSetup& operator=(const NormaliseSetup&) = delete;
  /// Valid as long as this object.
  const NormaliseOptions& options() const { return options_; }

 private:
  Replacements replacements_;
  NormaliseOptions options_;
};

}  // namespace langdu
