#pragma once
#include <cstddef>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace langdu {

/// Writes a JSON text value by value, indented by one blank, as nlohmann::json::dump(1) would the whole: a tree
/// of it would be five times as large as the plan. The text goes to `write` in pieces.
class JsonWriter {
 public:
  using Json = nlohmann::ordered_json;
  explicit JsonWriter(std::function<void(std::string_view)> write) : write_(std::move(write)) {}

  /// Opens an object ('{') or an array ('[') as the next value; close() ends it.
  void open(char bracket);
  void close();
  /// The name of the next value of an object.
  void key(std::string_view name);
  /// Invalid bytes in strings become U+FFFD.
  void value(const Json& value);
  void member(std::string_view name, const Json& of) {
    key(name);
    value(of);
  }
  /// Writes what is left, with a line end.
  void finish();

 private:
  void begin_value();
  void new_line();

  std::function<void(std::string_view)> write_;
  std::string text_;            ///< not yet written
  std::vector<char> closers_;   ///< of what is open
  bool empty_ = true;           ///< nothing is in the innermost open one yet
  bool behind_key_ = false;
};

}  // namespace langdu
