#include "read/refused_formats.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "read/formats.h"
#include "read/zip_archive.h"

namespace langdu {
namespace {

using namespace std::string_view_literals;  // magic bytes may hold a NUL

constexpr std::string_view by_office = "convert it with: libreoffice --convert-to txt:Text:UTF8 {}";
constexpr std::string_view by_table =
    "convert it with: libreoffice --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' {}";
constexpr std::string_view by_pdf =
    "make a PDF file of it, and text of that with pdftotext: libreoffice --convert-to pdf {}";
constexpr std::string_view by_reading =
    "make text of it with a program that recognises characters, such as: tesseract {} text -l chi_sim";
constexpr std::string_view by_unpacking = "unpack it and name the text in it";
constexpr std::string_view zip = "PK\x03\x04";
constexpr std::string_view old_office = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;
constexpr std::string_view is_sound = "langdu reads text; give it a text file";

// The bytes are those of file(1)'s magic tables and of the formats' own descriptions.
constexpr std::array table = {
    RefusedFormat{"pdf", "%PDF-", 0, "a PDF file", "convert it with: pdftotext {} text.txt"},
    RefusedFormat{"office_password", old_office, 0, "an Office file with a password",
                  "open it in its program and save it without the password"},
    RefusedFormat{"office97", old_office, 0, "a Word .doc, WPS or other file of an old office program",
                  by_office},
    RefusedFormat{"zip_damaged", zip, 0, "a damaged or cut off packed file (Word .docx, EPUB, ZIP)",
                  "get it again: copy or download it once more"},
    RefusedFormat{"xlsx", zip, 0, "an Excel table (.xlsx)", by_table, "xl/workbook.xml"},
    RefusedFormat{"pptx", zip, 0, "PowerPoint slides (.pptx)", by_pdf, "ppt/presentation.xml"},
    RefusedFormat{"odt", zip, 0, "an OpenDocument text (.odt)", by_office, "mimetype",
                  "application/vnd.oasis.opendocument.text"},
    RefusedFormat{"ods", zip, 0, "an OpenDocument table (.ods)", by_table, "mimetype",
                  "application/vnd.oasis.opendocument.spreadsheet"},
    RefusedFormat{"odp", zip, 0, "OpenDocument slides (.odp)", by_pdf, "mimetype",
                  "application/vnd.oasis.opendocument.presentation"},
    RefusedFormat{"ofd", zip, 0, "an OFD file", "open it in its program, and save it as PDF or text",
                  "OFD.xml"},
    RefusedFormat{"zip", zip, 0, "a packed file (ZIP)", by_unpacking},
    RefusedFormat{"zip_empty", "PK\x05\x06"sv, 0, "an empty ZIP file", by_unpacking},
    RefusedFormat{"rar", "Rar!\x1A\x07"sv, 0, "a RAR file", by_unpacking},
    RefusedFormat{"7z", "7z\xBC\xAF\x27\x1C"sv, 0, "a 7z file", by_unpacking},
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

/// Bytes to be known. What is packed in them is opened at most once.
class Content {
 public:
  explicit Content(std::string_view bytes) : bytes_(bytes) {}

  bool is(const RefusedFormat& row) {
    return bytes_.size() >= row.offset && bytes_.substr(row.offset).starts_with(row.magic) && holds(row);
  }

 private:
  /// Whether what follows the magic of a row speaks for it: BZh9, GIF89a, ID3 and a version.
  bool holds(const RefusedFormat& row) {
    if (row.name == "bzip2") return bytes_.size() > 3 && bytes_[3] >= '1' && bytes_[3] <= '9';
    if (row.name == "gif") return bytes_.substr(4).starts_with("7a") || bytes_.substr(4).starts_with("9a");
    if (row.name == "mp3") return bytes_.size() > 3 && static_cast<unsigned char>(bytes_[3]) < 0x10;
    if (row.name == "webp" || row.name == "wav") return bytes_.starts_with("RIFF");
    if (row.name == "mp4") return static_cast<unsigned char>(bytes_[0]) == 0;
    if (row.name == "office_password")
      return bytes_.find(in_wide(encrypted_stream)) != std::string_view::npos;
    if (row.name == "zip_damaged") return !archive().is_open();
    return row.member.empty() || holds_member(row);
  }

  bool holds_member(const RefusedFormat& row) {
    if (row.member_text.empty()) return archive().has(row.member);
    const auto text = archive().read(row.member);
    return text && text->starts_with(row.member_text);
  }

  ZipArchive& archive() {
    constexpr std::uint64_t most_bytes = 1 << 20;  // of what says what the archive is
    if (!archive_) archive_.emplace(bytes_, ZipLimits{.unpacked_bytes = most_bytes});
    return *archive_;
  }

  /// ASCII as the directory of an OLE file writes it, in UTF-16.
  static std::string in_wide(std::string_view text) {
    std::string wide;
    for (const char letter : text) wide += {letter, '\0'};
    return wide;
  }

  static constexpr std::string_view encrypted_stream = "EncryptedPackage";

  std::string_view bytes_;
  std::optional<ZipArchive> archive_;
};

}  // namespace

std::span<const RefusedFormat> refused_formats() { return table; }

const RefusedFormat* find_refused_format(std::string_view bytes) {
  Content content(bytes);
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const RefusedFormat& row) { return content.is(row); });
  // A Word document or a book is a packed file too.
  return found == table.end() || find_shown_format(bytes) != nullptr ? nullptr : &*found;
}

}  // namespace langdu
