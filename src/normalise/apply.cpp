#include <algorithm>
#include <array>

#include "normalise/look.h"
#include "normalise/rules.h"

namespace langdu::rules {

void Speech::drop_to(std::size_t end, std::string_view spoken) {
  const Span source = rewriter_.drop_to(static_cast<std::uint32_t>(end));
  if (!spoken.empty()) rewriter_.insert(spoken);
  const bool joins = dropped_.size() > dropped_before_ && dropped_.back().rule == rule_ &&
                     dropped_.back().source.end == source.begin;
  if (joins) {
    dropped_.back().source.end = source.end;
  } else {
    dropped_.push_back({source, std::string(rule_)});
  }
}

namespace {

using RuleList = std::vector<const Rule*>;

/// Which rules to try at which character. Built once from the table.
class Dispatch {
 public:
  Dispatch() {
    std::vector<std::pair<char32_t, const Rule*>> triggers;
    for (const Rule& rule : rule_table()) {
      if (rule.triggers.empty()) others_.push_back(&rule);
      for (std::size_t at = 0; at < rule.triggers.size();) {
        const Rune rune = rune_at(rule.triggers, at);
        triggers.emplace_back(rune.code, &rule);
        at += rune.size;
      }
    }
    std::stable_sort(triggers.begin(), triggers.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [code, rule] : triggers) {
      if (code < ascii_.size()) {
        ascii_[code].push_back(rule);
      } else {
        if (codes_.empty() || codes_.back() != code) {
          codes_.push_back(code);
          lists_.emplace_back();
        }
        lists_.back().push_back(rule);
      }
    }
  }

  /// The rules with this trigger, in priority order.
  const RuleList* find(char32_t code) const {
    if (code < ascii_.size()) return &ascii_[code];
    const auto found = std::lower_bound(codes_.begin(), codes_.end(), code);
    if (found == codes_.end() || *found != code) return nullptr;
    return &lists_[static_cast<std::size_t>(found - codes_.begin())];
  }
  /// The rules for whatever cannot be spoken.
  const RuleList& others() const { return others_; }

 private:
  std::array<RuleList, 128> ascii_;
  std::vector<char32_t> codes_;
  std::vector<RuleList> lists_;
  RuleList others_;
};

const Rule* try_rules(const RuleList& rules, const Site& site, Speech& speech) {
  for (const Rule* rule : rules) {
    speech.set_rule(rule->name);
    if (rule->apply(site, speech)) return rule;
  }
  return nullptr;
}

}  // namespace

MappedText apply_rules(const MappedText& folded, std::vector<Dropped>& dropped,
                       std::vector<const Rule*>* fired, std::string_view simplified,
                       const NormaliseOptions& options) {
  static const Dispatch dispatch;
  const std::string_view text = simplified.empty() ? std::string_view(folded.text()) : simplified;
  Speech speech(folded, dropped, options);
  for (std::size_t at = 0; at < text.size();) {
    const Rune rune = rune_at(text, at);
    const RuleList* rules = rune.valid ? dispatch.find(rune.code) : nullptr;
    const bool sayable = rune.valid && is_sayable(rune.code);
    if (rules == nullptr && sayable) {
      at += rune.size;
      continue;
    }
    if (sayable && rules->empty()) {
      at += rune.size;
      continue;
    }
    speech.keep_to(at);
    const Site site{text, at};
    const Rule* rule = rules == nullptr ? nullptr : try_rules(*rules, site, speech);
    if (rule == nullptr && !sayable) rule = try_rules(dispatch.others(), site, speech);
    if (rule == nullptr) {
      at += rune.size;
      continue;
    }
    if (fired != nullptr) fired->push_back(rule);
    at = speech.position();
  }
  return speech.finish();
}

}  // namespace langdu::rules
