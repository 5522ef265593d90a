#include "read/formats.h"

#include <algorithm>
#include <array>
#include <utility>

#include "read/plain_text.h"

namespace langdu {
namespace {

constexpr std::array table = {
    InputFormat{"text", "plain text", ".txt .text", read_plain_text},
};

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

bool equal_but_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

/// From the last dot of the last part of the path; empty if there is none or it opens the name (".profile").
std::string_view extension_of(std::string_view name) {
  const auto slash = name.rfind('/');
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view{} : name.substr(dot);
}

const InputFormat& format_of(std::string_view name) {
  const auto extension = extension_of(name);
  if (extension.empty()) return table.front();
  for (const auto& format : table) {
    auto rest = format.extensions;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(' '), rest.size());
      if (equal_but_case(rest.substr(0, end), extension)) return format;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return table.front();
}

}  // namespace

std::span<const InputFormat> input_formats() { return table; }

Document read_document(std::string content, std::string_view name, const Encoding* encoding) {
  DecodedText decoded = decode(std::move(content), encoding);
  Document document = format_of(name).read(std::move(decoded.text));
  document.notes.insert(document.notes.begin(), decoded.notes.begin(), decoded.notes.end());
  if (document.parts.empty()) {
    document.parts.push_back(
        {{0, static_cast<std::uint32_t>(document.source.size())}, std::string(name), {}});
  }
  return document;
}

}  // namespace langdu
