#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/books.h"
#include "app/chosen_part.h"
#include "app/commands.h"
#include "app/input.h"
#include "app/messages.h"
#include "app/plan_input.h"
#include "app/recorder.h"
#include "app/tags.h"
#include "output/outputs.h"
#include "output/playlist.h"
#include "plan/join.h"
#include "plan/part.h"
#include "text/error.h"

namespace langdu {
namespace {

namespace fs = std::filesystem;

Plan plan_document(const Settings& settings, const std::string& input) {
  Plan plan = plan_input(settings, input);
  require_utterances(input, plan);
  return chosen_part(settings, input_name(input), std::move(plan));
}

Plan plan_book(const Settings& settings, const Book& book) {
  if (book.inputs.size() == 1) return plan_document(settings, book.inputs.front());
  Plan plan;
  for (const std::string& input : book.inputs)
    join(plan, plan_document(settings, input), fs::path(input_name(input)).stem().string());
  return plan;
}

/// Nothing when the book cannot be read, which is told: one of many is no reason to stop.
std::optional<Plan> try_book(const Settings& settings, const Book& book) {
  try {
    return plan_book(settings, book);
  } catch (const Error& error) {
    if (error.status() != Exit::failed) throw;
    tell("langdu: {}\n", error.what());
    return std::nullopt;
  }
}

/// A recording for each chapter, and then a playlist for each output of sound.
void record_chapters(Recorder& recorder, const Settings& settings, const Book& book, const Plan& plan) {
  const std::size_t count = plan.chapters.size();
  std::vector<std::vector<std::string>> files(count);  // by chapter
  std::vector<std::string> all;
  for (std::size_t i = 0; i < count; ++i) {
    for (const std::string& output : book.outputs)
      files[i].push_back(chapter_file(output, i + 1, count, plan.chapters[i].title));
    all.insert(all.end(), files[i].begin(), files[i].end());
  }
  check_files(settings.inputs, all);
  std::vector<std::vector<Track>> tracks(book.outputs.size());
  for (std::size_t i = 0; i < count; ++i) {
    Plan chapter = part_of(plan, utterances_of(plan, i));
    const std::string& title = plan.chapters[i].title;
    chapter.metadata.title = title;
    chapter.metadata.album = plan.metadata.title;
    chapter.metadata.track = static_cast<int>(i + 1);
    chapter.metadata.tracks = static_cast<int>(count);
    const double seconds = recorder.record(chapter, files[i], "-");
    for (std::size_t o = 0; o < files[i].size(); ++o)
      tracks[o].push_back({fs::path(files[i][o]).filename().string(), title, seconds});
  }
  write_playlists(book.outputs, plan.metadata.title, tracks);
}

SoundUse use_of(const std::vector<std::string>& outputs) {
  if (std::find(outputs.begin(), outputs.end(), "-") != outputs.end()) return SoundUse::live;
  const bool slow = std::any_of(outputs.begin(), outputs.end(),
                                [](const std::string& output) { return format_of(output).slow; });
  return slow ? SoundUse::slow_encoders : SoundUse::file;
}

}  // namespace

void run_render(const Settings& settings) {
  const std::vector<Book> books = books_of(settings);
  const Tags tags = read_tags(settings);
  if (books.size() > 1) check_user_files(settings);  // else each book would tell the same
  const bool several = books.size() > 1 || settings.split;
  const std::vector<std::string>& first = books.front().outputs;
  Recorder recorder(settings, several ? fs::absolute(first.front()).parent_path().string() : "",
                    use_of(first));
  std::size_t unread = 0;
  for (const Book& book : books) {
    std::optional<Plan> plan = books.size() > 1 ? try_book(settings, book) : plan_book(settings, book);
    if (!plan) {
      ++unread;
      continue;
    }
    apply_tags(tags, plan->metadata);
    tell_left_out_cover(book.outputs, plan->metadata);
    if (settings.split && !plan->chapters.empty()) {
      record_chapters(recorder, settings, book, *plan);
    } else {
      recorder.record(*plan, book.outputs, book.inputs.front());
    }
  }
  if (unread > 0) throw Error(Fault::some_unread, unread, books.size());
  recorder.finish();
}

}  // namespace langdu
