#include "output/book.h"
#include "output/book_package.h"
#include "output/book_pages.h"
#include "output/book_sound.h"
#include "output/formats.h"
#include "output/zip_writer.h"

namespace langdu {
namespace {

std::vector<std::uint32_t> first_utterances(const Plan& plan) {
  std::vector<std::uint32_t> firsts;
  for (const Chapter& chapter : plan.chapters) firsts.push_back(chapter.first);
  return firsts;
}

/// EPUB 3 with Media Overlays. The sound is encoded as it comes, into a file without a name; what is read is
/// made in the end, when the times are known, and all of it is packed then.
class EpubFile : public Sink {
 public:
  EpubFile(const std::filesystem::path& path, const Plan& plan, const OutputOptions& options)
      : plan_(plan), file_(path), sound_(path, first_utterances(plan), options) {}

  void begin_cue(const Cue& cue) override { sound_.begin_cue(cue); }
  void write(std::span<const std::int16_t> samples) override { sound_.write(samples); }

  void finish(const Timeline& timeline) override {
    sound_.finish();
    ZipWriter archive(file_);
    // First and as it is, so that the kind of the file shows in its first bytes.
    archive.add("mimetype", "application/epub+zip", ZipWriter::Packing::stored);
    archive.add("META-INF/container.xml", container_xml(), ZipWriter::Packing::deflated);
    add_book(archive, make_book(plan_, timeline, sound_.pieces()));
    archive.close();
  }

  void commit() override { file_.commit(); }

 private:
  void add_book(ZipWriter& archive, const Book& book) const {
    std::string identity = book.title + plan_.metadata.author + plan_.metadata.date;
    const auto add = [&](const std::string& name, std::string text) {
      identity += text;
      archive.add(package_folder + name, std::move(text), ZipWriter::Packing::deflated);
    };
    add("nav.xhtml", nav_xhtml(book));
    add("style.css", style_css());
    for (std::size_t number = 0; number < book.pages.size(); ++number) {
      add(book_file("page", number, ".xhtml"), page_xhtml(book, number));
      if (book.pages[number].clips.empty()) continue;
      add(book_file("page", number, ".smil"), page_smil(book, number));
    }
    if (const std::string cover = cover_file(book); !cover.empty()) {
      add("cover.xhtml", cover_xhtml(book, cover));
      archive.add(package_folder + cover, plan_.metadata.cover.bytes, ZipWriter::Packing::stored);
    }
    const std::string package = package_opf(book, identity);
    archive.add(std::string(package_folder) + package_name, package, ZipWriter::Packing::deflated);
    add_sound(archive, book);
  }

  /// Stored: it is packed already, and a reading program can begin anywhere in it.
  void add_sound(ZipWriter& archive, const Book& book) const {
    if (plan_.utterances.empty()) return;
    for (std::size_t number = 0; number < book.pieces.size(); ++number) {
      const SoundPiece& piece = book.pieces[number];
      archive.add(package_folder + book_file("sound", number, ".m4a"), sound_.file(), piece.offset,
                  piece.size);
    }
  }

  const Plan& plan_;
  TemporaryFile file_;
  BookSound sound_;
};

}  // namespace

std::unique_ptr<Sink> open_epub_file(const std::filesystem::path& path, const Plan& plan,
                                     const OutputOptions& options) {
  return std::make_unique<EpubFile>(path, plan, options);
}

}  // namespace langdu
