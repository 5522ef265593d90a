#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "audio/sink.h"
#include "output/output_options.h"
#include "output/temporary_file.h"
#include "plan/plan.h"

namespace langdu {

/// A sound file of a book, one of several in a ScratchFile.
struct SoundPiece {
  std::uint64_t begin = 0;  ///< frames of the timeline
  std::uint64_t end = 0;
  std::uint64_t offset = 0;  ///< bytes of the scratch file
  std::uint64_t size = 0;
};

/// The sound of a book as it is rendered: an M4A file a chapter, so that a reading program that loads a whole
/// file holds minutes and not hours. AAC in MP4, because its table of places makes a jump to a sentence
/// exact; in MP3 with a variable bit rate it is a guess.
class BookSound {
 public:
  /// A new piece begins with each utterance of `firsts`, which goes up; the first one always begins at 0.
  BookSound(const std::filesystem::path& path, std::vector<std::uint32_t> firsts,
            const OutputOptions& options);

  void begin_cue(const Cue& cue);
  void write(std::span<const std::int16_t> samples);

  /// All samples are written.
  void finish();

  /// They tile the sound; complete after finish().
  const std::vector<SoundPiece>& pieces() const { return pieces_; }
  const ScratchFile& file() const { return file_; }

 private:
  void open_piece();
  void close_piece();

  const std::vector<std::uint32_t> firsts_;
  const OutputOptions options_;
  const Plan no_chapters_;  ///< a piece has no tags: the book has them
  ScratchFile file_;
  FileWriter writer_;  ///< of the last piece
  std::vector<SoundPiece> pieces_;
  std::vector<std::uint64_t> borders_;  ///< frames not yet written at which a piece begins
  std::size_t next_ = 0;                ///< in firsts_
  bool begun_ = false;                  ///< there was a cue
  std::unique_ptr<Sink> encoder_;       ///< of the last piece
};

}  // namespace langdu
