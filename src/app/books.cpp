#include "app/books.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include "app/chosen_part.h"
#include "app/page_settings.h"
#include "app/tags.h"
#include "output/output_set.h"
#include "output/outputs.h"
#include "output/tag_text.h"
#include "text/error.h"
#include "text/utf8.h"

namespace langdu {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view name_mark = "{}";

std::vector<std::string> wanted_outputs(const Settings& settings) {
  if (!settings.outputs.empty()) return settings.outputs;
  if (settings.inputs == std::vector<std::string>{"-"}) return {"-"};
  throw Error(Fault::no_output);
}

std::string with_name(std::string pattern, const std::string& input) {
  const std::string name = input == "-" ? "stdin" : fs::path(input).stem().string();
  for (auto at = pattern.find(name_mark); at != std::string::npos;
       at = pattern.find(name_mark, at + name.size()))
    pattern.replace(at, name_mark.size(), name);
  return pattern;
}

/// The device and the number of a regular file; nothing when there is none.
std::optional<std::pair<dev_t, ino_t>> file_number(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return std::pair(status.st_dev, status.st_ino);
}

void check_not_inputs(const std::vector<std::string>& inputs, const std::vector<std::string>& outputs) {
  std::set<std::pair<dev_t, ino_t>> read;
  for (const std::string& input : inputs) {
    if (const auto number = file_number(input == "-" ? "/proc/self/fd/0" : input)) read.insert(*number);
  }
  for (const std::string& output : outputs) {
    const auto number = output == "-" ? std::nullopt : file_number(output);
    if (number && read.count(*number) != 0) throw Error(Fault::output_is_input, output);
  }
}

/// Standard output takes one recording, and no terminal does.
void check_standard_output(const std::vector<std::string>& outputs, bool several) {
  if (std::find(outputs.begin(), outputs.end(), "-") == outputs.end()) return;
  if (several)
    throw Error(Fault::wrong_use, "standard output cannot hold several recordings; name files with -o");
  if (isatty(STDOUT_FILENO))
    throw Error(Fault::wrong_use, "standard output is a terminal; redirect it, or name a file with -o");
}

void check_inputs(const std::vector<std::string>& inputs) {
  if (std::count(inputs.begin(), inputs.end(), "-") > 1)
    throw Error(Fault::wrong_use, "-: standard input can be read once only");
}

}  // namespace

void check_files(const std::vector<std::string>& inputs, const std::vector<std::string>& outputs) {
  check_outputs(outputs);
  check_not_inputs(inputs, outputs);
}

std::vector<Book> books_of(const Settings& settings) {
  const std::vector<std::string> outputs = wanted_outputs(settings);
  check_inputs(settings.inputs);
  check_part(settings);
  if (settings.split && (settings.section || settings.from || settings.to))
    throw Error(Fault::wrong_use,
                "--split makes a file of every chapter; leave out --section, --from and --to");
  std::vector<Book> books;
  if (settings.join) {
    books.push_back({settings.inputs, outputs});
  } else {
    for (const std::string& input : settings.inputs) books.push_back({{input}, outputs});
  }
  check_standard_output(outputs, books.size() > 1 || settings.split);
  for (const std::string& output : outputs) {
    if (books.size() > 1 && output.find(name_mark) == std::string::npos)
      throw Error(Fault::wrong_use,
                  fmt::format("{}: every INPUT would be written there; put {{}} for their names, as in "
                              "-o '{{}}.mp3', or make one book of them with --join",
                              output));
  }
  std::vector<std::string> all;
  for (Book& book : books) {
    for (std::string& output : book.outputs) output = with_name(output, book.inputs.front());
    all.insert(all.end(), book.outputs.begin(), book.outputs.end());
  }
  check_files(settings.inputs, all);
  check_rates(all, output_options(settings));
  check_page_settings(settings, all);
  return books;
}

std::string chapter_file(const std::string& output, std::size_t number, std::size_t count,
                         const std::string& title) {
  constexpr std::size_t longest_title = 120;  // bytes
  constexpr std::size_t longest_name = 255;   // bytes that file systems allow
  const std::string_view extension = format_of(output).extension;
  const std::size_t stem = output.size() - extension.size();
  std::string name = tag_text(title);
  for (char& c : name) {
    if (std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) c = ' ';
  }
  const Span inner = without_edge_blanks(name);
  const std::size_t others = fs::path(output).filename().string().size() + std::to_string(count).size() + 3;
  const std::size_t room = std::min(longest_title, longest_name - std::min(longest_name, others));
  name = cut_text(std::string_view(name).substr(inner.begin, inner.size()), room);
  while (name.ends_with('.') || name.ends_with(' ')) name.pop_back();  // Windows drops them
  const std::size_t digits = std::max<std::size_t>(2, std::to_string(count).size());
  return fmt::format("{} {:0{}}{}{}{}", output.substr(0, stem), number, digits, name.empty() ? "" : " ", name,
                     output.substr(stem));
}

}  // namespace langdu
