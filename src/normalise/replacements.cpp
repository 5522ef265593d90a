#include "normalise/replacements.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace langdu {
namespace {

enum RowName {
  no_tab,
  nothing_written,
  too_long,
  unknown_kind,
  wrong_pattern,
  wrong_group,
  matches_nothing,
  more_fields
};

constexpr std::array faults = {
    LineFault{"no_tab", "there is no tab; write what stands in the text, a tab and what is said for it"},
    LineFault{"nothing_written", "nothing stands before the tab; write there what stands in the text"},
    LineFault{"too_long",
              "what is written has {0} characters; {1} at most are found, or use a regular expression"},
    LineFault{"unknown_kind", "'{0}' stands behind the second tab; write regex there, or leave it out"},
    LineFault{"wrong_pattern", "'{0}' is no regular expression of RE2 ({1}); correct it"},
    LineFault{"wrong_group", "'{0}' names a group that is not in the regular expression ({1}); correct it"},
    LineFault{"matches_nothing",
              "'{0}' also matches where nothing stands; write + for *, or what must stand there"},
    LineFault{"more_fields", "'{0}' stands behind a third tab; leave it out"},
};

constexpr std::string_view regex = "regex";
constexpr std::size_t longest_literal = 60;  // code points, as of a word of a lexicon

/// The fields of a line, at most one more than there may be.
std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (;;) {
    const std::size_t tab = fields.size() < 3 ? line.find('\t') : std::string_view::npos;
    fields.push_back(trimmed(line.substr(0, tab)));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

std::unique_ptr<re2::RE2> compile(std::string_view pattern) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  return std::make_unique<re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
}

}  // namespace

std::span<const LineFault> replacement_faults() { return faults; }

Replacements::Replacements() = default;
Replacements::Replacements(Replacements&&) noexcept = default;
Replacements& Replacements::operator=(Replacements&&) noexcept = default;
Replacements::~Replacements() = default;

std::vector<WrongLine> Replacements::add(std::string_view content) {
  std::vector<WrongLine> wrong;
  for_each_user_line(content, [&](std::string_view line, std::uint32_t number) {
    const auto reject = [&](RowName row, const auto&... arguments) {
      wrong.push_back(wrong_line(faults[row], arguments...));
      wrong.back().line = number;
    };
    const auto fields = fields_of(line);
    if (fields.size() == 1) return reject(no_tab);
    if (fields[0].empty()) return reject(nothing_written);
    if (fields.size() > 3) return reject(more_fields, excerpt(fields[3]));
    Row row{std::string(fields[0]), std::string(fields[1]), nullptr};
    if (fields.size() == 3 && !fields[2].empty()) {
      if (fields[2] != regex) return reject(unknown_kind, excerpt(fields[2]));
      row.pattern = compile(row.written);
      std::string why;
      if (row.written.find("\\C") != std::string::npos)  // it would cut characters
        return reject(wrong_pattern, excerpt(row.written), "\\C is a byte");
      if (!row.pattern->ok())
        return reject(wrong_pattern, excerpt(row.written), excerpt(row.pattern->error()));
      if (!row.pattern->CheckRewriteString(row.spoken, &why))
        return reject(wrong_group, excerpt(row.spoken), why);
      if (re2::RE2::FullMatch("", *row.pattern)) return reject(matches_nothing, excerpt(row.written));
      patterns_.push_back(rows_.size());
    } else {
      const std::size_t size = count_runes(row.written);
      if (size > longest_literal) return reject(too_long, size, longest_literal);
      literals_[row.written] = rows_.size();  // of the same form the later line wins
      auto& sizes = sizes_[rune_at(row.written, 0).code];
      if (std::find(sizes.begin(), sizes.end(), row.written.size()) == sizes.end())
        sizes.push_back(row.written.size());
    }
    rows_.push_back(std::move(row));
  });
  return wrong;
}

void Replacements::find_literals(std::string_view text, std::vector<Match>& found) const {
  if (literals_.empty()) return;
  for (std::size_t at = 0; at < text.size(); at += rune_at(text, at).size) {
    const auto sizes = sizes_.find(rune_at(text, at).code);
    if (sizes == sizes_.end()) continue;
    for (const std::size_t size : sizes->second) {
      const auto literal = literals_.find(std::string(text.substr(at, size)));
      if (literal == literals_.end()) continue;
      const auto begin = static_cast<std::uint32_t>(at);
      found.push_back({{begin, begin + static_cast<std::uint32_t>(size)},
                       literal->second,
                       rows_[literal->second].spoken});
    }
  }
}

void Replacements::find_pattern(std::size_t row, std::string_view text, std::vector<Match>& found) const {
  const re2::RE2& pattern = *rows_[row].pattern;
  const int count = 1 + re2::RE2::MaxSubmatch(rows_[row].spoken);
  std::array<re2::StringPiece, 10> groups;
  const re2::StringPiece whole(text.data(), text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (!pattern.Match(whole, at, text.size(), re2::RE2::UNANCHORED, groups.data(), count)) return;
    const auto begin = static_cast<std::uint32_t>(groups[0].data() - text.data());
    const auto end = begin + static_cast<std::uint32_t>(groups[0].size());
    if (end == begin) {  // \b and the like
      at = begin + rune_at(text, begin).size;
      continue;
    }
    Match match{{begin, end}, row, {}};
    pattern.Rewrite(&match.spoken, rows_[row].spoken, groups.data(), count);
    found.push_back(std::move(match));
    at = end;
  }
}

MappedText Replacements::apply(const MappedText& text, std::vector<Dropped>& dropped) const {
  std::vector<Match> found;
  find_literals(text.text(), found);
  for (const std::size_t row : patterns_) find_pattern(row, text.text(), found);
  if (found.empty()) return text;
  std::stable_sort(found.begin(), found.end(), [](const Match& a, const Match& b) { return a.row > b.row; });
  std::vector<bool> taken(text.size());
  std::vector<const Match*> chosen;
  for (const Match& match : found) {
    const auto first = taken.begin() + match.place.begin;
    const auto last = taken.begin() + match.place.end;
    if (std::find(first, last, true) != last) continue;
    std::fill(first, last, true);
    chosen.push_back(&match);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Match* a, const Match* b) { return a->place.begin < b->place.begin; });
  Rewriter rewriter(text);
  for (const Match* match : chosen) {
    rewriter.keep_to(match->place.begin);
    if (match->spoken.empty()) {
      dropped.push_back({rewriter.drop_to(match->place.end), "replacement"});
    } else {
      rewriter.replace_to(match->place.end, match->spoken);
    }
  }
  return rewriter.finish();
}

}  // namespace langdu
