#include "plan/json_writer.h"

namespace langdu {
namespace {

constexpr std::size_t written_at_once = 1 << 16;

std::string dumped(const JsonWriter::Json& value) {
  return value.dump(1, ' ', false, JsonWriter::Json::error_handler_t::replace);
}

}  // namespace

void JsonWriter::new_line() {
  text_ += '\n';
  text_.append(closers_.size(), ' ');
}

/// What stands between the values of an array, and before a name.
void JsonWriter::begin_value() {
  if (std::exchange(behind_key_, false) || closers_.empty()) return;
  if (!std::exchange(empty_, false)) text_ += ',';
  new_line();
}

void JsonWriter::open(char bracket) {
  begin_value();
  text_ += bracket;
  closers_.push_back(bracket == '{' ? '}' : ']');
  empty_ = true;
}

void JsonWriter::close() {
  const char closer = closers_.back();
  closers_.pop_back();
  if (!std::exchange(empty_, false)) new_line();
  text_ += closer;
}

void JsonWriter::key(std::string_view name) {
  begin_value();
  text_ += dumped(Json(name)) + ": ";
  behind_key_ = true;
}

void JsonWriter::value(const Json& value) {
  begin_value();
  for (const char c : dumped(value)) {  // a line end inside a string is escaped
    if (c == '\n') {
      new_line();
    } else {
      text_ += c;
    }
  }
  if (text_.size() < written_at_once) return;
  write_(text_);
  text_.clear();
}

void JsonWriter::finish() {
  text_ += '\n';
  write_(text_);
  text_.clear();
}

}  // namespace langdu
