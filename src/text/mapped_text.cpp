#include "text/mapped_text.h"

#include <algorithm>
#include <cassert>

namespace langdu {

MappedText MappedText::verbatim(std::string_view text, std::uint32_t begin) {
  MappedText result;
  result.add(text, {begin, begin + static_cast<std::uint32_t>(text.size())}, true);
  return result;
}

MappedText MappedText::standing_for(Span source, std::string_view text) {
  MappedText result;
  result.add(text, source, false);
  return result;
}

std::size_t MappedText::piece_at(std::uint32_t offset) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                      [](std::uint32_t at, const Piece& piece) { return at < piece.at; });
  return static_cast<std::size_t>(after - pieces_.begin()) - 1;
}

std::uint32_t MappedText::piece_end(std::size_t index) const {
  return index + 1 < pieces_.size() ? pieces_[index + 1].at : size();
}

Span MappedText::source(Span range) const {
  assert(range.begin <= range.end && range.end <= size());
  if (pieces_.empty()) return {};
  if (range.empty()) {
    if (range.begin == size()) return {pieces_.back().source.end, pieces_.back().source.end};
    const Piece& piece = pieces_[piece_at(range.begin)];
    const std::uint32_t place = piece.source.begin + (piece.verbatim ? range.begin - piece.at : 0);
    return {place, place};
  }
  const Piece& first = pieces_[piece_at(range.begin)];
  const Piece& last = pieces_[piece_at(range.end - 1)];
  return {first.source.begin + (first.verbatim ? range.begin - first.at : 0),
          last.verbatim ? last.source.begin + (range.end - last.at) : last.source.end};
}

std::uint32_t MappedText::place_of(std::uint32_t offset) const {
  const auto piece = std::partition_point(pieces_.begin(), pieces_.end(),
                                          [offset](const Piece& at) { return at.source.end <= offset; });
  if (piece == pieces_.end()) return size();
  const bool inside = piece->verbatim && offset > piece->source.begin;
  return piece->at + (inside ? offset - piece->source.begin : 0);
}

void MappedText::add(std::string_view text, Span source, bool verbatim) {
  if (text.empty()) return;
  const bool joins =
      verbatim && !pieces_.empty() && pieces_.back().verbatim && pieces_.back().source.end == source.begin;
  if (joins) {
    pieces_.back().source.end = source.end;
  } else {
    pieces_.push_back({size(), source, verbatim});
  }
  text_.append(text);
}

void MappedText::add_range(const MappedText& from, Span range) {
  if (range.empty()) return;
  const std::string_view text = from.text_;
  for (std::size_t i = from.piece_at(range.begin); i < from.pieces_.size() && from.pieces_[i].at < range.end;
       ++i) {
    const Piece& piece = from.pieces_[i];
    const std::uint32_t begin = std::max(piece.at, range.begin);
    const std::uint32_t end = std::min(from.piece_end(i), range.end);
    const Span source =
        piece.verbatim ? Span{piece.source.begin + (begin - piece.at), piece.source.begin + (end - piece.at)}
                       : piece.source;
    add(text.substr(begin, end - begin), source, piece.verbatim);
  }
}

MappedText MappedText::slice(Span range) const {
  assert(range.begin <= range.end && range.end <= size());
  MappedText result;
  result.add_range(*this, range);
  return result;
}

void MappedText::append(const MappedText& other) { add_range(other, {0, other.size()}); }

void Rewriter::keep_to(std::uint32_t end) {
  assert(position_ <= end && end <= input_.size());
  output_.add_range(input_, {position_, end});
  position_ = end;
}

void Rewriter::replace_to(std::uint32_t end, std::string_view by) {
  assert(position_ <= end && end <= input_.size());
  output_.add(by, input_.source({position_, end}), false);
  position_ = end;
}

Span Rewriter::drop_to(std::uint32_t end) {
  assert(position_ <= end && end <= input_.size());
  const Span dropped = input_.source({position_, end});
  position_ = end;
  return dropped;
}

MappedText Rewriter::finish() {
  keep_to(input_.size());
  return std::move(output_);
}

}  // namespace langdu
