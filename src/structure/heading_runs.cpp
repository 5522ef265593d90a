#include "structure/heading_runs.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "clean/line_text.h"

namespace langdu {
namespace {

constexpr std::size_t shortest_run = 2;
constexpr std::size_t most_paragraphs = 4;  // of a run, for each heading

struct Candidate {
  std::size_t block = 0;
  HeadingCandidate heading;
  bool has_text = false;  ///< something other than a heading of its own rank or further out follows
};

struct Run {
  std::vector<std::size_t> members;  ///< indices of candidates
  std::size_t passed = 0;            ///< paragraphs with numbers of the run
};

/// Which numbers the open runs of one form wait for. When two wait for the same, the younger one gets it: it
/// is the real run behind a table of contents.
class RunsOfForm {
 public:
  explicit RunsOfForm(bool from_any) : from_any_(from_any) {}

  void add(std::size_t candidate, std::uint32_t number) {
    if (const auto run = take(number)) {
      extend(*run, candidate, number);
    } else if (number == 1 || (from_any_ && runs_.empty())) {
      runs_.emplace_back();
      extend(runs_.size() - 1, candidate, number);
    } else if (from_any_ && number > last_number_) {
      extend(last_run_, candidate, number);  // a chapter is missing in between
    }
  }

  /// A paragraph with this number.
  void pass(std::uint32_t number) {
    std::optional<std::size_t> run = take(number);
    if (!run && number == 1) {
      run = runs_.size();
      runs_.emplace_back();
    }
    if (!run) return;
    waiting_[number + 1] = *run;
    ++runs_[*run].passed;
  }

  const std::vector<Run>& runs() const { return runs_; }

 private:
  /// The run that waits for a number.
  std::optional<std::size_t> take(std::uint32_t number) {
    const auto found = waiting_.find(number);
    if (found == waiting_.end()) return {};
    const std::size_t run = found->second;
    waiting_.erase(found);
    return run;
  }

  void extend(std::size_t run, std::size_t candidate, std::uint32_t number) {
    runs_[run].members.push_back(candidate);
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
  const auto& members = run.members;
  const auto with_text =
      std::count_if(members.begin(), members.end(), [&](std::size_t c) { return candidates[c].has_text; });
  return static_cast<std::size_t>(with_text) * 2 <= members.size() ||
         run.passed > members.size() * most_paragraphs;
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
  std::size_t next = 0;  // candidate
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (next < candidates.size() && candidates[next].block == i) {
      forms[candidates[next].heading.form].add(next, candidates[next].heading.number);
      ++next;
    } else if (blocks[i].kind != BlockKind::heading) {
      if (const auto item = match_item(blocks[i].text.text())) forms[item->form].pass(item->number);
    }
  }
  std::vector<Heading> headings;
  for (std::size_t f = 0; f < forms.size(); ++f) {
    const HeadingForm& form = heading_forms()[f];
    for (Run run : forms[f].runs()) {
      const auto& members = run.members;
      if (members.empty()) continue;
      // Beside paragraphs of the same run, one sentence is a paragraph, too.
      if (run.passed > 0) {
        std::erase_if(run.members,
                      [&](std::size_t c) { return ends_sentence(blocks[candidates[c].block].text.text()); });
      }
      const bool alone =
          members.size() == 1 && form.from_any && opens_text(candidates[members.front()], blocks);
      if ((members.size() < shortest_run && !alone) || is_list(run, candidates)) continue;
      for (const std::size_t c : members)
        headings.push_back({candidates[c].block, candidates[c].heading.form});
    }
  }
  std::sort(headings.begin(), headings.end(),
            [](const Heading& a, const Heading& b) { return a.block < b.block; });
  return headings;
}

}  // namespace langdu
