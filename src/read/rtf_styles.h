#pragma once
#include <map>
#include <string>

namespace langdu {

/// The level of heading that a style has by its name: "heading 1", "标题 2"; 0 when it is none.
int level_of_style_name(const std::string& name);

/// The heading levels of the styles of a file.
class RtfStyles {
 public:
  /// The style that is being described.
  void set_number(int number) { number_ = number; }
  void set_level(int level) { level_ = level; }
  std::string& name() { return name_; }
  /// Ends its description.
  void finish_style();

  int level(int number) const {
    const auto found = levels_.find(number);
    return found == levels_.end() ? 0 : found->second;
  }

 private:
  std::map<int, int> levels_;
  int number_ = 0;
  int level_ = 0;
  std::string name_;
};

}  // namespace langdu
