#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "text/syllable.h"
#include "text/traditional.h"

namespace langdu {

/// The words of Mandarin with their probabilities and readings, made at build time from voices/mandarin, and
/// the model that chooses between readings. Both files are mapped into memory, read-only and shared between
/// processes. Opening parses nothing.
class Lexicon {
 public:
  /// Without a `model` every hanzi is read as its word is in the lexicon. Throws
  /// Error(missing_data | damaged_data).
  static Lexicon open(const std::filesystem::path& words, const std::filesystem::path& model = {});

  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  /// How hanzi are folded to simplified script; valid as long as the lexicon.
  const TraditionalView& traditional() const;

  struct Data;
  const Data& data() const { return *data_; }  ///< for the files of this folder

 private:
  explicit Lexicon(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

}  // namespace langdu
