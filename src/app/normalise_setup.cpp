#include "app/normalise_setup.h"

#include <fmt/format.h>

#include <string>

#include "app/user_files.h"
#include "text/error.h"
#include "text/user_file.h"
#include "text/utf8.h"

namespace langdu {
namespace {

constexpr std::size_t longest_word = 10;  // code points: a placeholder is said often

/// Hanzi or Latin letters alone, not too many: what else would a voice say for it?
bool is_word(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const Rune rune = rune_at(text, at);
    if (!rune.valid || (!is_hanzi(rune.code) && !is_latin(rune.code))) return false;
    at += rune.size;
  }
  return count > 0 && count <= longest_word;
}

void set_placeholder(const std::string& value, NormaliseOptions& options) {
  if (value == usual_placeholder) return;
  if (value == "letter") {
    options.placeholder = Placeholder::letter;
  } else if (value == "pause") {
    options.placeholder = Placeholder::pause;
  } else if (is_word(value)) {
    options.placeholder = Placeholder::word;
    options.word = value;
  } else {
    throw Error(
        Fault::wrong_use,
        fmt::format("--placeholder: '{}' cannot be said; use letter, pause, or a word of one to {} hanzi "
                    "or letters",
                    excerpt(value), longest_word));
  }
}

}  // namespace

NormaliseSetup::NormaliseSetup(const Settings& settings)
    : replacements_(load_replacements(settings.replacements)) {
  set_placeholder(settings.placeholder, options_);
  options_.skip_addresses = settings.skip_addresses;
  if (!replacements_.empty()) options_.replacements = &replacements_;
}

}  // namespace langdu
