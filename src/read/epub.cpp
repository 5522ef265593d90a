#include "read/epub.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "read/block_writer.h"
#include "read/container.h"
#include "read/encodings.h"
#include "read/epub_contents.h"
#include "read/epub_headings.h"
#include "read/epub_package.h"
#include "read/html.h"
#include "read/picture.h"
#include "read/zip_archive.h"

namespace langdu {
namespace {

constexpr std::string_view remedy = "fetch it once more, or convert it with Calibre: ebook-convert";
constexpr std::size_t most_cover_text = 600;  // bytes; a longer "cover" is a chapter that is named wrongly

bool is_text_type(std::string_view type) {
  return type.empty() || type.find("html") != std::string_view::npos || type.ends_with("/xml") ||
         type.find("oeb") != std::string_view::npos || type.find("dtbook") != std::string_view::npos;
}

class EpubReader {
 public:
  EpubReader(ZipArchive& archive, Document& document, const ReadOptions& options)
      : archive_(archive),
        document_(document),
        options_(options),
        writer_(document),
        package_(archive, document) {}

  /// Whether there is a text at all.
  bool read() {
    const EpubContents contents = read_contents(package_, archive_);
    find_roles(contents);
    for (const EpubItem& item : package_.reading_order()) read_item(item);
    writer_.finish();
    // The parser of HTML moves what stands where it may not: back to its place.
    std::stable_sort(document_.blocks.begin(), document_.blocks.end(), [](const Block& a, const Block& b) {
      return a.text.source().begin < b.text.source().begin;
    });
    std::stable_sort(
        document_.marks.begin(), document_.marks.end(),
        [](const ReadingMark& a, const ReadingMark& b) { return a.hanzi.begin < b.hanzi.begin; });
    const bool has_text = !document_.blocks.empty();
    apply_contents(document_, members_, contents.entries);
    note_protection();
    document_.metadata.title = package_.title();
    document_.metadata.date = package_.date();
    document_.metadata.author = package_.author();
    read_cover();
    return has_text;
  }

 private:
  /// Only whole pages: a book in one member has its contents and its cover as parts of it.
  void find_roles(const EpubContents& contents) {
    const auto& order = package_.reading_order();
    if (options_.keep_all || order.size() < 2) return;
    if (!package_.nav().empty()) tables_.insert(package_.nav());
    for (const EpubTarget& target : contents.tables) {
      if (target.fragment.empty()) tables_.insert(target.member);
    }
    for (const EpubTarget& target : contents.covers) covers_.insert(target.member);
  }

  void read_item(const EpubItem& item) {
    if (item.type.starts_with("image/")) return;
    if (item.is_inside && package_.is_protected(item.member)) {
      protected_.push_back(item.member);
      return;
    }
    if (!is_text_type(item.type)) return note(item, "is no text that can be read (" + item.type + ")");
    if (!item.is_inside) return note(item, words_for(ZipFailure::missing));
    if (const auto bytes = bytes_of(item)) add_text(item, *bytes);
  }

  std::optional<std::string> bytes_of(const EpubItem& item) {
    std::optional<std::string> bytes = archive_.read(item.member);
    if (bytes) return bytes;
    if (archive_.failure() == ZipFailure::encrypted) {
      protected_.push_back(item.member);
      return {};
    }
    const bool salvaged = !archive_.salvaged().empty();
    note(item, fmt::format("{}{}", words_for(archive_.failure()),
                           salvaged ? "; what could be unpacked of it is read" : ""));
    return salvaged ? std::optional(archive_.salvaged()) : std::nullopt;
  }

  void add_text(const EpubItem& item, std::string bytes) {
    const Encoding* const declared = declared_html_encoding(bytes);
    DecodedText decoded = decode(std::move(bytes), options_.encoding, declared);
    const auto begin = static_cast<std::uint32_t>(document_.source.size());
    document_.source += decoded.text;
    const Span source{begin, static_cast<std::uint32_t>(document_.source.size())};
    document_.parts.push_back({source, {}, item.member});
    for (Note& found : decoded.notes) {
      found.where = {found.where.begin + begin, found.where.end + begin};
      document_.notes.push_back(std::move(found));
    }
    if (drop_as_a_whole(item, std::move(decoded.text), source)) return;
    const bool has_mark = std::string_view(document_.source).substr(begin).starts_with("\xEF\xBB\xBF");
    write_html(document_, writer_, {begin + (has_mark ? 3 : 0), source.end}, HtmlPart::all, options_);
    writer_.start(BlockKind::paragraph);
    members_.push_back({item.member, source, members_.empty()});
  }

  /// Whether the member is not part of the text. Its text is listed as dropped then.
  bool drop_as_a_whole(const EpubItem& item, std::string text, Span source) {
    if (options_.keep_all) return false;
    const bool is_table = tables_.contains(item.member);
    const bool is_cover = covers_.contains(item.member);
    if (!is_table && !is_cover && item.is_linear) return false;
    const auto [shown, size] = shown_in(std::move(text));
    if (is_cover && !is_table && item.is_linear && size > most_cover_text) return false;
    const std::string_view rule = is_table   ? "table of contents"
                                  : is_cover ? "cover page"
                                             : "not in the reading order";
    if (size > 0) writer_.drop({shown.begin + source.begin, shown.end + source.begin}, rule);
    return true;
  }

  /// The place and the size of what a page shows.
  std::pair<Span, std::size_t> shown_in(std::string text) const {
    Document page;
    page.source = std::move(text);
    BlockWriter writer(page);
    write_html(page, writer, {0, static_cast<std::uint32_t>(page.source.size())}, HtmlPart::all, options_);
    writer.finish();
    Span shown = page.blocks.empty() ? Span{} : page.blocks.front().text.source();
    std::size_t size = 0;
    for (const Block& block : page.blocks) {
      shown = cover(shown, block.text.source());
      size += block.text.size();
    }
    return {shown, size};
  }

  /// After the text, so that an image cannot use up what may be unpacked.
  void read_cover() {
    const std::string& member = package_.cover();
    if (member.empty() || package_.is_protected(member)) return;
    const auto left_out = [&](std::string_view why) {
      document_.notes.push_back(
          {Severity::info, {}, fmt::format("the cover is left out: {} {}", member, why)});
    };
    std::optional<std::string> bytes = archive_.read(member);
    if (!bytes) return left_out(words_for(archive_.failure()));
    if (bytes->size() > most_picture_bytes)
      return left_out(fmt::format("is larger than {} MiB", most_picture_mib));
    const PictureLook look = look_at_picture(*bytes);
    if (!look.fault.empty()) return left_out(fmt::format("is no JPEG or PNG image ({})", look.fault));
    document_.metadata.cover = {std::string(look.media_type), std::move(*bytes)};
  }

  void note_protection() {
    if (protected_.empty()) return;
    document_.notes.push_back(
        {Severity::warning,
         {},
         fmt::format("the book is protected (DRM): {} of its {} chapters are encrypted and cannot be read, "
                     "the first of them {}; read it in the program that it was bought for",
                     protected_.size(), package_.reading_order().size(), protected_.front())});
  }

  void note(const EpubItem& item, std::string_view what) {
    const auto place = static_cast<std::uint32_t>(document_.source.size());
    document_.notes.push_back({Severity::warning, {place, place}, fmt::format("{} {}", item.member, what)});
  }

  ZipArchive& archive_;
  Document& document_;
  const ReadOptions& options_;
  BlockWriter writer_;
  EpubPackage package_;
  std::unordered_set<std::string> tables_;  ///< members that are a table of contents
  std::unordered_set<std::string> covers_;
  std::vector<EpubMember> members_;
  std::vector<std::string> protected_;
};

}  // namespace

bool shows_epub(std::string_view content) {
  if (!content.starts_with("PK\x03\x04")) return false;
  constexpr std::uint64_t most_bytes = 1 << 20;  // of what says what the archive is
  ZipArchive archive(content, {most_bytes});
  if (!archive.is_open()) return false;
  if (!find_opf(archive).empty()) return true;
  const auto type = archive.read("mimetype");
  return type && type->starts_with("application/epub+zip");
}

Document read_epub(std::string content, const ReadOptions& options) {
  return read_container(content, remedy, [&](ZipArchive& archive, Document& document) {
    return EpubReader(archive, document, options).read();
  });
}

}  // namespace langdu
