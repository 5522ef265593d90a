#include "app/line_filter.h"

#include "app/input.h"
#include "app/standard_output.h"
#include "speak/interrupt.h"

namespace langdu {

void filter_lines(const std::string& path, const std::function<std::string(const std::string&)>& transform) {
  InputFile input(path.empty() ? "-" : path);
  std::string text;  // what was read and is not yet a whole line
  for (;;) {
    const std::size_t read_to = text.size();
    const bool more = input.read_some(text);
    std::size_t begin = 0;
    std::string out;
    for (auto end = text.find('\n', read_to); end != std::string::npos; end = text.find('\n', begin)) {
      throw_if_interrupted();
      out += transform(text.substr(begin, end - begin)) + '\n';
      begin = end + 1;
    }
    text.erase(0, begin);
    if (!more && !text.empty()) out += transform(text) + '\n';
    write_standard_output(out);
    if (!more) return;
  }
}

}  // namespace langdu
