#include "pinyin/lexicon.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "pinyin/lexicon_data.h"
#include "text/error.h"

namespace langdu {
namespace {

/// Closes the descriptor; a mapping outlives it.
struct File {
  int descriptor;
  explicit File(const char* name) : descriptor(::open(name, O_RDONLY | O_CLOEXEC)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor >= 0) ::close(descriptor);
  }
};

MappedFile map_file(const std::filesystem::path& name) {
  const File file(name.c_str());
  struct stat status {};
  if (file.descriptor < 0 || ::fstat(file.descriptor, &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) throw Error(Fault::missing_data, name.string());
    throw Error(Fault::damaged_data, name.string(), std::strerror(errno));
  }
  if (!S_ISREG(status.st_mode)) throw Error(Fault::damaged_data, name.string(), "it is not a regular file");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) throw Error(Fault::damaged_data, name.string(), "it is empty");
  void* begin = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.descriptor, 0);
  if (begin == MAP_FAILED) throw Error(Fault::damaged_data, name.string(), std::strerror(errno));
  return MappedFile({static_cast<const std::byte*>(begin), size});
}

/// The view that `open_view` has of the file's bytes.
template <typename OpenView>
auto view_of(const MappedFile& file, const std::filesystem::path& name, OpenView open_view) {
  std::string_view why;
  auto view = open_view(file.bytes(), why);
  if (!view) throw Error(Fault::damaged_data, name.string(), why);
  return *view;
}

}  // namespace

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

Lexicon Lexicon::open(const std::filesystem::path& words, const std::filesystem::path& model) {
  auto data = std::make_unique<Data>();
  data->words_file = map_file(words);
  data->words = view_of(data->words_file, words, view_lexicon);
  if (!model.empty()) {
    data->model_file = map_file(model);
    data->model = view_of(data->model_file, model, view_reading_model);
  }
  return Lexicon(std::move(data));
}

const TraditionalView& Lexicon::traditional() const { return data_->words.traditional; }

Lexicon::Lexicon(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

}  // namespace langdu
