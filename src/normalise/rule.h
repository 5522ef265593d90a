#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "normalise/options.h"
#include "text/mapped_text.h"
#include "text/note.h"

namespace langdu::rules {

/// Where a rule is tried: the folded sentence (see fold.h) and the byte its trigger stands at.
struct Site {
  std::string_view text;
  std::size_t at = 0;
};

/// What a rule does with the text from its trigger on. Positions are bytes of the sentence and only grow.
class Speech {
 public:
  Speech(const MappedText& sentence, std::vector<Dropped>& dropped, const NormaliseOptions& options)
      : rewriter_(sentence), dropped_(dropped), dropped_before_(dropped.size()), options_(options) {}

  const NormaliseOptions& options() const { return options_; }

  /// The bytes up to `end` stay as they are.
  void keep_to(std::size_t end) { rewriter_.keep_to(static_cast<std::uint32_t>(end)); }
  /// The bytes up to `end` are spoken as `spoken`.
  void say_to(std::size_t end, std::string_view spoken) {
    rewriter_.replace_to(static_cast<std::uint32_t>(end), spoken);
  }
  /// Leaves out punctuation: nobody misses it.
  void skip_to(std::size_t end) { rewriter_.drop_to(static_cast<std::uint32_t>(end)); }
  /// Leaves out what a reader would miss, and lists it under the rule's name.
  void drop_to(std::size_t end, std::string_view spoken = {});

  std::size_t position() const { return rewriter_.position(); }
  void set_rule(std::string_view name) { rule_ = name; }
  MappedText finish() { return rewriter_.finish(); }

 private:
  Rewriter rewriter_;
  std::vector<Dropped>& dropped_;
  const std::size_t dropped_before_;  ///< entries of other sentences, which stay as they are
  const NormaliseOptions& options_;
  std::string_view rule_;
};

/// One rule: one row of the table in rules.cpp, with its test lines in tests/data/normalise/<name>.txt.
struct Rule {
  std::string_view name;
  std::string_view example;   ///< "written => spoken", what the rule is there for
  std::string_view triggers;  ///< the characters it can start at; empty: any that cannot be spoken
  /// Tries the rule. Returns false and does nothing, or moves the speech beyond `site.at` and returns true.
  /// The work of a try that fails is bounded, whatever the text is.
  bool (*apply)(const Site& site, Speech& speech);
};

}  // namespace langdu::rules
