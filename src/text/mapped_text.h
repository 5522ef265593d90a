#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace langdu {

/// A text that knows where every byte of it came from.
///
/// It is a string and a list of pieces that tile it. A verbatim piece is a copy of its source bytes, so an
/// offset inside it maps to the same offset in the source; any other piece (a replacement) stands for its
/// source span as a whole. Inserted text has an empty source span. Sources run left to right.
class MappedText {
 public:
  MappedText() = default;

  /// `text` as it stands at `begin` in the source.
  static MappedText verbatim(std::string_view text, std::uint32_t begin);

  /// `text` as it stands for the bytes `source`: an entity, an escape.
  static MappedText standing_for(Span source, std::string_view text);

  const std::string& text() const { return text_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  bool empty() const { return text_.empty(); }

  /// The smallest source span that covers the bytes `range` of text(); for an empty range, the empty span at
  /// that place. `range` must lie inside the text.
  Span source(Span range) const;
  Span source() const { return source({0, size()}); }

  /// The first byte of text() that stands for the source byte `offset` or, when none does, for one behind it;
  /// size() when there is none.
  std::uint32_t place_of(std::uint32_t offset) const;

  /// The part `range` with its own map.
  MappedText slice(Span range) const;

  /// Puts `other` behind this text. Its source should begin at or after the end of this one's.
  void append(const MappedText& other);

 private:
  friend class Rewriter;
  struct Piece {
    std::uint32_t at;  ///< first byte in text_; the piece ends where the next one begins
    Span source;
    bool verbatim;
  };

  std::size_t piece_at(std::uint32_t offset) const;
  std::uint32_t piece_end(std::size_t index) const;
  void add(std::string_view text, Span source, bool verbatim);
  void add_range(const MappedText& from, Span range);

  std::string text_;
  std::vector<Piece> pieces_;
};

/// The only way to change a MappedText: it walks the input from left to right, and every step says what
/// becomes of the next bytes. Positions are bytes of the input and must not go backwards. The input must
/// outlive the rewriter.
class Rewriter {
 public:
  explicit Rewriter(const MappedText& input) : input_(input) {}

  std::uint32_t position() const { return position_; }
  void keep_to(std::uint32_t end);
  void replace_to(std::uint32_t end, std::string_view by);
  void insert(std::string_view text) { replace_to(position_, text); }
  /// Leaves the bytes out and returns their source, which the caller must list as dropped if a reader would
  /// miss it.
  Span drop_to(std::uint32_t end);

  /// Keeps what is left and returns the result. The rewriter is done then.
  MappedText finish();

 private:
  const MappedText& input_;
  MappedText output_;
  std::uint32_t position_ = 0;
};

}  // namespace langdu
