#include "output/ogg_file.h"

#include <new>
#include <string_view>
#include <utility>

namespace langdu {
namespace {

constexpr int serial = 1;         // tells streams in one file apart: here is only one
constexpr int most_on_page = 50;  // packets: a second of Opus, which RFC 7845 asks for

void put(ogg_stream_state& stream, ogg_packet& packet) {
  if (ogg_stream_packetin(&stream, &packet) != 0) throw std::bad_alloc();
}

void append(std::string& bytes, const ogg_page& page) {
  bytes.append(reinterpret_cast<const char*>(page.header), static_cast<std::size_t>(page.header_len));
  bytes.append(reinterpret_cast<const char*>(page.body), static_cast<std::size_t>(page.body_len));
}

/// The pages of what is in the stream: those that are full, or all.
std::string take_pages(ogg_stream_state& stream, bool all) {
  std::string bytes;
  ogg_page page{};
  while ((all ? ogg_stream_flush(&stream, &page) : ogg_stream_pageout(&stream, &page)) != 0)
    append(bytes, page);
  return bytes;
}

std::string header_pages(ogg_stream_state& stream, std::span<const std::string> packets) {
  std::string bytes;
  std::int64_t number = 0;
  for (std::string content : packets) {
    ogg_packet packet{};
    packet.packet = reinterpret_cast<unsigned char*>(content.data());
    packet.bytes = static_cast<long>(content.size());
    packet.b_o_s = number == 0 ? 1 : 0;
    packet.packetno = number;
    put(stream, packet);
    if (number++ == 0) bytes += take_pages(stream, true);
  }
  return bytes + take_pages(stream, true);
}

}  // namespace

OggFile::OggFile(const std::filesystem::path& path) : file_(path) {
  if (ogg_stream_init(&stream_, serial) != 0) throw std::bad_alloc();
}

OggFile::~OggFile() { ogg_stream_clear(&stream_); }

void OggFile::write_headers(std::span<const std::string> packets) {
  file_.writer().write(header_pages(stream_, packets));
  for (const std::string& packet : packets) header_sizes_.push_back(packet.size());
  packets_ = static_cast<std::int64_t>(packets.size());
}

void OggFile::write(ogg_packet& packet) {
  packet.packetno = packets_++;
  put(stream_, packet);
  // A decoder cuts the end off where the last page says, seen from the page before: so there has to be one.
  const bool first = std::exchange(first_, first_ && packet.granulepos <= 0);
  const bool full = ++on_page_ >= most_on_page || first != first_;
  const std::string pages = take_pages(stream_, full || packet.e_o_s != 0);
  if (pages.empty()) return;
  file_.writer().write(pages);
  on_page_ = 0;
}

void OggFile::write(std::span<const unsigned char> bytes, std::int64_t granule, bool last) {
  ogg_packet packet{};
  packet.packet = const_cast<unsigned char*>(bytes.data());  // libogg copies it
  packet.bytes = static_cast<long>(bytes.size());
  packet.granulepos = granule;
  packet.e_o_s = last ? 1 : 0;
  write(packet);
}

void OggFile::rewrite_headers(std::vector<std::string> packets) {
  for (std::size_t i = 0; i < packets.size(); ++i) {
    if (packets[i].size() > header_sizes_.at(i))
      throw Error(Fault::cannot_write, name(), "the chapters outgrew their room");
    packets[i].resize(header_sizes_[i], '\0');
  }
  ogg_stream_state fresh{};
  if (ogg_stream_init(&fresh, serial) != 0) throw std::bad_alloc();
  const std::string bytes = header_pages(fresh, packets);
  ogg_stream_clear(&fresh);
  file_.writer().write_at(0, bytes);
}

}  // namespace langdu
