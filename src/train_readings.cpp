// Trains the reading model; scripts/train_readings builds and starts it. Not part of what is installed.
// Exit status: 0 done, 1 a file cannot be used, 2 wrong use.
#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>

#include "pinyin/lexicon_data.h"
#include "pinyin/reading_model.h"
#include "text/error.h"
#include "text/hash.h"
#include "text/utf8.h"
#include "training/train.h"

namespace {

using namespace langdu;

/// Places for weights: four bytes each, so a file of 4 MiB and a little.
constexpr std::uint32_t slots = 1U << 20;
/// A word of the lexicon teaches when running text of 60 million words has it so often.
constexpr std::uint32_t least_count = 20;
constexpr std::uint32_t folds = 5;

struct Arguments {
  std::string lexicon, words, output;
  std::vector<std::string> corpora, held_out, examples;
  bool check = false;
  bool errors = false;
};

struct UnusableFile {
  std::string reason;
};

std::string read_file(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) throw UnusableFile{name + ": cannot be read"};
  return text;
}

template <typename Parse>
auto read_list(const std::string& name, Parse parse) {
  std::vector<BadLine> bad;
  auto list = parse(read_file(name), bad);
  if (!bad.empty()) throw UnusableFile{fmt::format("{}:{}: {}", name, bad[0].line, bad[0].reason)};
  return list;
}

/// All labels; `file` of each says which of corpora + held_out + examples it comes from.
std::vector<LabelledHanzi> read_labels(const Arguments& arguments) {
  std::vector<LabelledHanzi> labels;
  std::uint16_t number = 0;
  const auto add = [&](std::vector<LabelledHanzi> more) {
    for (LabelledHanzi& label : more) {
      label.file = number;
      labels.push_back(std::move(label));
    }
    ++number;
  };
  for (const std::string& name : arguments.corpora) add(read_list(name, parse_corpus));
  for (const std::string& name : arguments.held_out) add(read_list(name, parse_corpus));
  for (const std::string& name : arguments.examples) add(read_list(name, parse_examples));
  return labels;
}

/// A hash: which fold a sentence is in does not depend on the order of the files.
std::uint32_t fold_of(std::string_view sentence) {
  return static_cast<std::uint32_t>(fnv1a(sentence) % folds);
}

struct Score {
  std::uint32_t right = 0, all = 0;
};

/// Trains without the sentences that `tests` names and reads those as the program would.
class Checker {
 public:
  Checker(const std::vector<LabelledHanzi>& labels, const TrainingSet& set, bool errors)
      : labels_(labels), set_(set), errors_(errors) {
    for (const Example& example : set.examples) {
      if (example.label != Example::no_label && example.source != LabelSource::background)
        modelled_.insert(example.label);
    }
  }

  template <typename IsTest>
  Score check(IsTest is_test) {
    std::set<std::string_view> sentences;
    Score score;
    for (std::size_t n = 0; n < labels_.size(); ++n) {
      if (!is_test(labels_[n])) continue;
      sentences.insert(labels_[n].sentence);
      // A hanzi with one labelled reading is not modelled, and that reading is right.
      if (!modelled_.contains(static_cast<std::uint32_t>(n))) ++score.all, ++score.right;
    }
    std::vector<std::uint32_t> use;
    std::vector<const Example*> tests;
    for (std::uint32_t n = 0; n < set_.examples.size(); ++n) {
      const Example& example = set_.examples[n];
      if (example.label == Example::no_label) {
        use.push_back(n);
      } else if (is_test(labels_[example.label])) {
        if (example.source == LabelSource::corpus) tests.push_back(&example);
      } else if (!sentences.contains(labels_[example.label].sentence)) {
        use.push_back(n);
      }
    }
    const std::string file = write_model(set_, train(set_, use, {}), slots);
    std::vector<std::uint64_t> aligned(file.size() / 8 + 1);
    std::memcpy(aligned.data(), file.data(), file.size());
    std::string_view why;
    const auto model = view_reading_model(std::as_bytes(std::span(aligned)).first(file.size()), why);
    for (const Example* test : tests) {
      ++score.all;
      if (is_right(*model, *test)) ++score.right;
    }
    return score;
  }

 private:
  bool is_right(const ReadingModelView& model, const Example& test) const {
    ReadingFeatures features;
    for (const std::uint32_t fact : test.facts) features.push_back(set_.facts[fact].key);
    const TrainedHanzi& hanzi = set_.hanzi[test.hanzi];
    const auto readings =
        static_cast<std::uint32_t>(std::min<std::size_t>(hanzi.readings.size(), most_readings));
    const ReadingChoice choice = choose_reading(model, features, readings);
    const std::uint32_t reading =
        test.open ? decide_reading(choice, test.dictionary, test.in_word) : test.dictionary;
    if (reading == test.reading) return true;
    if (errors_) {
      const LabelledHanzi& label = labels_[test.label];
      fmt::print("{}{}\tnot {} ({:.1f})\t{}{{{}}}{}\n", test.open ? "" : "CLOSED ", to_string(label.reading),
                 reading < hanzi.readings.size() ? to_string(unpack(hanzi.readings[reading])) : "another",
                 choice.margin, label.sentence.substr(0, label.at),
                 label.sentence.substr(label.at, rune_size(label)),
                 label.sentence.substr(label.at + rune_size(label)));
    }
    return false;
  }
  static std::size_t rune_size(const LabelledHanzi& label) { return rune_at(label.sentence, label.at).size; }

  const std::vector<LabelledHanzi>& labels_;
  const TrainingSet& set_;
  bool errors_;
  std::set<std::uint32_t> modelled_;
};

void print(std::string_view what, Score score) {
  fmt::print("{}: {:.2f} % ({} of {})\n", what, 100.0 * score.right / score.all, score.right, score.all);
}

void check(const Arguments& arguments, const std::vector<LabelledHanzi>& labels, const TrainingSet& set) {
  Checker checker(labels, set, arguments.errors);
  Score crossed;
  for (std::uint32_t fold = 0; fold < folds; ++fold) {
    const Score score = checker.check(
        [&](const LabelledHanzi& label) { return label.file == 0 && fold_of(label.sentence) == fold; });
    crossed.right += score.right;
    crossed.all += score.all;
  }
  print("cross-validation in 5 folds, " + arguments.corpora[0], crossed);
  for (std::size_t i = 0; i < arguments.held_out.size(); ++i) {
    const Score score =
        checker.check([&](const LabelledHanzi& label) { return label.file == arguments.corpora.size() + i; });
    print("left out of training, " + arguments.held_out[i], score);
  }
}

Arguments parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (name == "--check") {
      arguments.check = true;
    } else if (name == "--errors") {
      arguments.errors = true;
    } else if (i + 1 < argc) {
      const std::string value = argv[++i];
      if (name == "--lexicon") arguments.lexicon = value;
      if (name == "--words") arguments.words = value;
      if (name == "--corpus") arguments.corpora.push_back(value);
      if (name == "--held-out") arguments.held_out.push_back(value);
      if (name == "--examples") arguments.examples.push_back(value);
      if (name == "-o") arguments.output = value;
    }
  }
  return arguments;
}

void run(const Arguments& arguments) {
  const Lexicon lexicon = Lexicon::open(arguments.lexicon);
  const std::vector<LabelledHanzi> labels = read_labels(arguments);
  const std::vector<ListedWord> words = read_list(arguments.words, parse_lexicon);
  const TrainingSet set = make_training_set(labels, words, least_count, lexicon.data().words);
  fmt::print("{} labels, {} examples, {} hanzi, {} facts\n", labels.size(), set.examples.size(),
             set.hanzi.size(), set.facts.size());
  if (arguments.check) check(arguments, labels, set);
  if (arguments.output.empty()) return;
  std::vector<std::uint32_t> all(set.examples.size());
  for (std::uint32_t n = 0; n < all.size(); ++n) all[n] = n;
  const std::string file = write_model(set, train(set, all, {}), slots);
  std::ofstream out(arguments.output, std::ios::binary | std::ios::trunc);
  out.write(file.data(), static_cast<std::streamsize>(file.size()));
  out.close();
  if (!out) throw UnusableFile{arguments.output + ": cannot be written"};
}

}  // namespace

int main(int argc, char** argv) {
  const Arguments arguments = parse(argc, argv);
  if (arguments.lexicon.empty() || arguments.words.empty() || arguments.corpora.empty()) {
    fmt::print(stderr,
               "usage: train_readings --lexicon BIN --words TSV --corpus TSV... [--held-out TSV...]\n"
               "                      [--examples TSV...] [-o OUT] [--check [--errors]]\n");
    return 2;
  }
  try {
    run(arguments);
    return 0;
  } catch (const UnusableFile& problem) {
    fmt::print(stderr, "train_readings: {}\n", problem.reason);
  } catch (const Error& error) {
    fmt::print(stderr, "train_readings: {}\n", error.what());
  }
  return 1;
}
