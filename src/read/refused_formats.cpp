#include "read/refused_formats.h"

#include <algorithm>
#include <array>

#include "read/formats.h"

namespace langdu {
namespace {

using namespace std::string_view_literals;  // magic bytes may hold a NUL

constexpr std::string_view by_office = "convert it with: libreoffice --convert-to txt:Text:UTF8 {}";
constexpr std::string_view by_reading =
    "make text of it with a program that recognises characters, such as: tesseract {} text -l chi_sim";
constexpr std::string_view is_sound = "langdu reads text; give it a text file";

// The bytes are those of file(1)'s magic tables and of the formats' own descriptions.
constexpr std::array table = {
    RefusedFormat{"pdf", "%PDF-", 0, "a PDF file", "convert it with: pdftotext {} text.txt"},
    RefusedFormat{"office97", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, 0,
                  "a Word .doc, WPS or other file of an old office program", by_office},
    RefusedFormat{"zip", "PK\x03\x04"sv, 0, "a packed file (Word .docx, EPUB, ZIP)", by_office},
    RefusedFormat{"zip_empty", "PK\x05\x06"sv, 0, "an empty ZIP file", "unpack it and name the text in it"},
    RefusedFormat{"rar", "Rar!\x1A\x07"sv, 0, "a RAR file", "unpack it and name the text in it"},
    RefusedFormat{"7z", "7z\xBC\xAF\x27\x1C"sv, 0, "a 7z file", "unpack it and name the text in it"},
    RefusedFormat{"gzip", "\x1F\x8B\x08"sv, 0, "a gzip file", "unpack it: gunzip -c {} | langdu plan -"},
    RefusedFormat{"xz", "\xFD\x37zXZ\x00"sv, 0, "an xz file", "unpack it: xz -dc {} | langdu plan -"},
    RefusedFormat{"zstd", "\x28\xB5\x2F\xFD"sv, 0, "a zstd file", "unpack it: zstd -dc {} | langdu plan -"},
    RefusedFormat{"bzip2", "BZh", 0, "a bzip2 file", "unpack it: bunzip2 -c {} | langdu plan -"},
    RefusedFormat{"png", "\x89PNG\r\n\x1A\n"sv, 0, "a PNG image", by_reading},
    RefusedFormat{"jpeg", "\xFF\xD8\xFF"sv, 0, "a JPEG image", by_reading},
    RefusedFormat{"gif", "GIF8", 0, "a GIF image", by_reading},
    RefusedFormat{"tiff_le", "II*\x00"sv, 0, "a TIFF image", by_reading},
    RefusedFormat{"tiff_be", "MM\x00*"sv, 0, "a TIFF image", by_reading},
    RefusedFormat{"webp", "WEBP", 8, "a WebP image", by_reading},
    RefusedFormat{"wav", "WAVE", 8, "a sound file (WAV)", is_sound},
    RefusedFormat{"mp3", "ID3", 0, "a sound file (MP3)", is_sound},
    RefusedFormat{"ogg", "OggS", 0, "a sound file (Ogg)", is_sound},
    RefusedFormat{"flac", "fLaC", 0, "a sound file (FLAC)", is_sound},
    RefusedFormat{"mp4", "ftyp", 4, "a video or sound file (MP4)", is_sound},
    RefusedFormat{"elf",
                  "\x7F"
                  "ELF"sv,
                  0, "a program", is_sound},
};

/// Whether what follows the short magic of a row can be no text: BZh9, GIF89a, ID3 and a version.
bool holds(const RefusedFormat& row, std::string_view bytes) {
  if (row.name == "bzip2") return bytes.size() > 3 && bytes[3] >= '1' && bytes[3] <= '9';
  if (row.name == "gif") return bytes.substr(4).starts_with("7a") || bytes.substr(4).starts_with("9a");
  if (row.name == "mp3") return bytes.size() > 3 && static_cast<unsigned char>(bytes[3]) < 0x10;
  if (row.name == "webp" || row.name == "wav") return bytes.starts_with("RIFF");
  if (row.name == "mp4") return static_cast<unsigned char>(bytes[0]) == 0;
  return true;
}

}  // namespace

std::span<const RefusedFormat> refused_formats() { return table; }

const RefusedFormat* find_refused_format(std::string_view bytes) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const RefusedFormat& row) {
    return bytes.size() >= row.offset && bytes.substr(row.offset).starts_with(row.magic) && holds(row, bytes);
  });
  // A Word document is a packed file too.
  return found == table.end() || find_shown_format(bytes) != nullptr ? nullptr : &*found;
}

}  // namespace langdu
