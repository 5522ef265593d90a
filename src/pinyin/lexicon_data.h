#pragma once
#include <optional>
#include <span>
#include <utility>

#include "pinyin/lexicon.h"
#include "pinyin/lexicon_file.h"
#include "pinyin/reading_model_file.h"

namespace langdu {

/// A file in memory; it is unmapped with this object.
class MappedFile {
 public:
  MappedFile() = default;
  explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}
  MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~MappedFile();

  std::span<const std::byte> bytes() const { return bytes_; }

 private:
  std::span<const std::byte> bytes_;
};

/// What a Lexicon holds, for the files of this folder.
struct Lexicon::Data {
  MappedFile words_file, model_file;
  LexiconView words;
  std::optional<ReadingModelView> model;
};

}  // namespace langdu
