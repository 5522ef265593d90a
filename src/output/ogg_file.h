#pragma once
#include <ogg/ogg.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "output/temporary_file.h"

namespace langdu {

/// Packets of one codec as an Ogg file. The header packets come first; they are written once more in the end,
/// when the times of the chapters are known, at the same length.
class OggFile {
 public:
  explicit OggFile(const std::filesystem::path& path);
  OggFile(const OggFile&) = delete;
  OggFile& operator=(const OggFile&) = delete;
  ~OggFile();

  /// The first packet on a page of its own, the others behind it; the sound begins on a new page.
  void write_headers(std::span<const std::string> packets);

  /// The next packet of sound. A page is full when it has about 4 kB or a second.
  void write(ogg_packet& packet);
  void write(std::span<const unsigned char> bytes, std::int64_t granule, bool last);

  /// Writes the headers again. Packets that are shorter than before are filled up with zeros.
  void rewrite_headers(std::vector<std::string> packets);

  void commit() { file_.commit(); }
  const std::string& name() { return file_.writer().name(); }

 private:
  TemporaryFile file_;
  ogg_stream_state stream_{};
  std::vector<std::size_t> header_sizes_;
  std::int64_t packets_ = 0;
  int on_page_ = 0;
  bool first_ = true;  ///< no page with sound is written yet
};

}  // namespace langdu
