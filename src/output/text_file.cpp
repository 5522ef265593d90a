#include "output/text_file.h"

#include "output/temporary_file.h"

namespace langdu {
namespace {

namespace fs = std::filesystem;

class TextFile : public Sink {
 public:
  TextFile(const fs::path& path, const Plan& plan, TextOf text, const fs::path& sound)
      : plan_(plan), text_(text), sound_(seen_from(path, sound)), file_(path) {}

  void write(std::span<const std::int16_t>) override {}
  void finish(const Timeline& timeline) override { file_.writer().write(text_(plan_, timeline, sound_)); }
  void commit() override { file_.commit(); }

 private:
  const Plan& plan_;
  const TextOf text_;
  const std::string sound_;
  TemporaryFile file_;
};

}  // namespace

std::string seen_from(const fs::path& path, const fs::path& sound) {
  if (sound.empty()) return path.stem().string() + ".wav";
  const fs::path folder = fs::absolute(path).lexically_normal().parent_path();
  const fs::path relative = fs::absolute(sound).lexically_normal().lexically_relative(folder);
  return relative.empty() ? sound.string() : relative.string();
}

std::unique_ptr<Sink> open_text_file(const fs::path& path, const Plan& plan, TextOf text,
                                     const fs::path& sound) {
  return std::make_unique<TextFile>(path, plan, text, sound);
}

}  // namespace langdu
