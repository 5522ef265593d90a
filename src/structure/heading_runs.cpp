#include "structure/heading_runs.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace langdu {
namespace {

constexpr std::size_t shortest_run = 2;

struct Candidate {
  std::size_t block = 0;
  HeadingCandidate heading;
  bool has_text = false;  ///< something other than a heading of its own rank or further out follows
};

using Run = std::vector<std::size_t>;  // indices of candidates

/// Which numbers the open runs of one form wait for. When two wait for the same, the younger one gets it: it
/// is the real run behind a table of contents.
class RunsOfForm {
 public:
  explicit RunsOfForm(bool from_any) : from_any_(from_any) {}

  void add(std::size_t candidate, std::uint32_t number) {
    if (const auto found = waiting_.find(number); found != waiting_.end()) {
      const std::size_t run = found->second;
      waiting_.erase(found);
      extend(run, candidate, number);
    } else if (number == 1 || (from_any_ && runs_.empty())) {
      runs_.emplace_back();
      extend(runs_.size() - 1, candidate, number);
    } else if (from_any_ && number > last_number_) {
      extend(last_run_, candidate, number);  // a chapter is missing in between
    }
  }

  const std::vector<Run>& runs() const { return runs_; }

 private:
  void extend(std::size_t run, std::size_t candidate, std::uint32_t number) {
    runs_[run].push_back(candidate);
    waiting_[number + 1] = run;
    last_run_ = run;
    last_number_ = number;
  }

  bool from_any_;
  std::vector<Run> runs_;
  std::unordered_map<std::uint32_t, std::size_t> waiting_;  ///< number -> run
  std::size_t last_run_ = 0;
  std::uint32_t last_number_ = 0;
};

std::vector<Candidate> find_candidates(const std::vector<Block>& blocks) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == BlockKind::heading) continue;  // the title
    if (const auto heading = match_heading(blocks[i].text.text())) candidates.push_back({i, *heading, false});
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Candidate& candidate = candidates[i];
    const bool last = i + 1 == candidates.size();
    const std::size_t next = last ? blocks.size() : candidates[i + 1].block;
    const auto rank = [](const Candidate& c) { return heading_forms()[c.heading.form].rank; };
    candidate.has_text = next > candidate.block + 1 || (!last && rank(candidates[i + 1]) > rank(candidate));
  }
  return candidates;
}

bool is_list(const Run& run, const std::vector<Candidate>& candidates) {
  const auto with_text =
      std::count_if(run.begin(), run.end(), [&](std::size_t c) { return candidates[c].has_text; });
  return static_cast<std::size_t>(with_text) * 2 <= run.size();
}

/// Nothing but the title stands before it: one chapter of a book.
bool opens_text(const Candidate& candidate, const std::vector<Block>& blocks) {
  return std::all_of(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(candidate.block),
                     [](const Block& block) { return block.kind == BlockKind::heading && block.level == 0; });
}

}  // namespace

std::vector<Heading> find_headings(const std::vector<Block>& blocks) {
  const auto candidates = find_candidates(blocks);
  std::vector<RunsOfForm> forms;
  for (const auto& form : heading_forms()) forms.emplace_back(form.from_any);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    forms[candidates[i].heading.form].add(i, candidates[i].heading.number);
  }
  std::vector<Heading> headings;
  for (std::size_t f = 0; f < forms.size(); ++f) {
    const HeadingForm& form = heading_forms()[f];
    for (const Run& run : forms[f].runs()) {
      const bool alone = run.size() == 1 && form.from_any && opens_text(candidates[run.front()], blocks);
      if ((run.size() < shortest_run && !alone) || is_list(run, candidates)) continue;
      for (const std::size_t c : run) headings.push_back({candidates[c].block, candidates[c].heading.form});
    }
  }
  std::sort(headings.begin(), headings.end(),
            [](const Heading& a, const Heading& b) { return a.block < b.block; });
  return headings;
}

}  // namespace langdu
