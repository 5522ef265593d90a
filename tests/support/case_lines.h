#pragma once
#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace langdu::testing {

/// A whole file, byte by byte. A missing file is empty.
inline std::string file_content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The lines of a file of cases, without empty lines and comments ("# ..."). A missing file has none.
inline std::vector<std::string> case_lines(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.rfind("# ", 0) != 0) lines.push_back(line);
  }
  return lines;
}

/// \n, \t, \r, \xHH and \\ as in C; everything else is itself.
inline std::string unescape(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    const char kind = text[++i];
    if (kind == 'x' && i + 2 < text.size()) {
      result += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      result += kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 'r' ? '\r' : kind;
    }
  }
  return result;
}

/// The cells of a line of cases, separated by tabs, unescaped.
inline std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> result;
  std::size_t begin = 0;
  for (auto end = line.find('\t'); end != std::string::npos; end = line.find('\t', begin)) {
    result.push_back(unescape(line.substr(begin, end - begin)));
    begin = end + 1;
  }
  result.push_back(unescape(line.substr(begin)));
  return result;
}

}  // namespace langdu::testing
