#include "output/book_sound.h"

#include <algorithm>
#include <utility>

#include "output/aac_file.h"

namespace langdu {

BookSound::BookSound(const std::filesystem::path& path, std::vector<std::uint32_t> firsts,
                     const OutputOptions& options)
    : firsts_(std::move(firsts)), options_(options), file_(path), writer_(file_.writer()) {
  open_piece();
}

void BookSound::begin_cue(const Cue& cue) {
  const std::size_t before = next_;
  while (next_ < firsts_.size() && firsts_[next_] <= cue.utterance) ++next_;
  if (next_ > before && begun_) borders_.push_back(cue.begin);
  begun_ = true;
}

void BookSound::write(std::span<const std::int16_t> samples) {
  while (!samples.empty()) {
    if (!borders_.empty() && borders_.front() <= pieces_.back().end) {
      borders_.erase(borders_.begin());
      close_piece();
      open_piece();
    }
    const std::uint64_t room = borders_.empty() ? samples.size() : borders_.front() - pieces_.back().end;
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(room, samples.size()));
    encoder_->write(samples.first(count));
    pieces_.back().end += count;
    samples = samples.subspan(count);
  }
}

void BookSound::finish() { close_piece(); }

void BookSound::open_piece() {
  SoundPiece piece;
  if (!pieces_.empty()) {
    piece.begin = piece.end = pieces_.back().end;
    piece.offset = pieces_.back().offset + pieces_.back().size;
  }
  pieces_.push_back(piece);
  writer_ = FileWriter(file_.writer().descriptor(), file_.writer().name(), piece.offset);
  encoder_ = open_m4a_stream(writer_, no_chapters_, options_);
}

void BookSound::close_piece() {
  encoder_->finish({.sample_rate = options_.sample_rate, .frames = 0, .cues = {}, .word_begins = {}});
  encoder_.reset();
  pieces_.back().size = file_.size() - pieces_.back().offset;
}

}  // namespace langdu
