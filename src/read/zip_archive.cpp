#include "read/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/ascii.h"

namespace langdu {
namespace {

struct Words {
  ZipFailure failure;
  std::string_view text;
};

constexpr std::array table = {
    Words{ZipFailure::none, "is whole"},
    Words{ZipFailure::not_an_archive, "is cut off or damaged: it has no list of its members"},
    Words{ZipFailure::too_many_entries, "has far more members than a document"},
    Words{ZipFailure::missing, "is missing"},
    Words{ZipFailure::encrypted, "is encrypted"},
    Words{ZipFailure::too_large, "unpacks to more than a document may have"},
    Words{ZipFailure::damaged, "is damaged"},
    Words{ZipFailure::unsupported, "is packed in an unusual way"},
};

struct CloseMember {
  void operator()(zip_file* file) const { zip_fclose(file); }
};

ZipFailure failure_of(int code) {
  switch (code) {
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP:
      return ZipFailure::encrypted;
    case ZIP_ER_COMPNOTSUPP:
      return ZipFailure::unsupported;
    case ZIP_ER_NOENT:
      return ZipFailure::missing;
    default:
      return ZipFailure::damaged;
  }
}

std::string folded(std::string_view name) {
  std::string result = lower_ascii(name);
  std::replace(result.begin(), result.end(), '\\', '/');
  return result;
}

}  // namespace

std::string_view words_for(ZipFailure failure) {
  const auto row =
      std::find_if(table.begin(), table.end(), [&](const Words& words) { return words.failure == failure; });
  return row == table.end() ? table.front().text : row->text;
}

void ZipArchive::Discard::operator()(zip* archive) const { zip_discard(archive); }

ZipArchive::ZipArchive(std::string_view bytes, const ZipLimits& limits) : limits_(limits) {
  failure_ = ZipFailure::not_an_archive;
  if (bytes.empty()) return;  // libzip takes it for an archive without members
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return;
  archive_.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
  if (archive_ == nullptr) {
    zip_source_free(source);  // an archive that is open owns it
    return;
  }
  const zip_int64_t entries = zip_get_num_entries(archive_.get(), 0);
  if (entries < 0 || static_cast<std::uint64_t>(entries) > limits_.entries) {
    failure_ = ZipFailure::too_many_entries;
    archive_.reset();
    return;
  }
  failure_ = ZipFailure::none;
  list_names();
}

void ZipArchive::list_names() {
  const auto entries = static_cast<std::size_t>(zip_get_num_entries(archive_.get(), 0));
  for (std::size_t index = 0; index < entries; ++index) {
    const char* name = zip_get_name(archive_.get(), index, 0);
    names_.emplace_back(name == nullptr ? "" : name);
    exact_.emplace(names_.back(), index);  // of two with one name, the first
    folded_.emplace(folded(names_.back()), index);
  }
}

std::optional<std::size_t> ZipArchive::find(std::string_view name) const {
  if (const auto found = exact_.find(name); found != exact_.end()) return found->second;
  if (const auto found = folded_.find(folded(name)); found != folded_.end()) return found->second;
  return {};
}

ZipFailure ZipArchive::unpack(std::size_t index, std::string& into) {
  const std::unique_ptr<zip_file, CloseMember> file(zip_fopen_index(archive_.get(), index, 0));
  if (file == nullptr) return failure_of(zip_error_code_zip(zip_get_error(archive_.get())));
  std::array<char, 1 << 16> piece;
  while (true) {
    const zip_int64_t count = zip_fread(file.get(), piece.data(), piece.size());
    if (count == 0) return ZipFailure::none;
    if (count < 0) return failure_of(zip_error_code_zip(zip_file_get_error(file.get())));
    const auto size = static_cast<std::size_t>(count);
    if (size > limits_.unpacked_bytes - unpacked_) return ZipFailure::too_large;
    unpacked_ += size;
    into.append(piece.data(), size);
  }
}

std::optional<std::string> ZipArchive::read(std::string_view name) {
  salvaged_.clear();
  if (!is_open()) return {};
  const auto index = find(name);
  failure_ = index ? ZipFailure::none : ZipFailure::missing;
  if (!index) return {};
  std::string content;
  failure_ = unpack(*index, content);
  if (failure_ == ZipFailure::none) return content;
  if (failure_ == ZipFailure::damaged) salvaged_ = std::move(content);
  return {};
}

}  // namespace langdu
