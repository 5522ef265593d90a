#include "live/devices.h"

#include <fmt/core.h>
#include <utf8proc.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <functional>
#include <memory>
#include <optional>

#include "text/utf8.h"

namespace langdu {
namespace {

/// The text without differences of case and width, for comparing.
std::string folded(std::string_view text) {
  const std::string valid = printable(text);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> result(
      utf8proc_NFKC_Casefold(reinterpret_cast<const utf8proc_uint8_t*>(valid.c_str())), &std::free);
  return result ? reinterpret_cast<const char*>(result.get()) : valid;
}

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

using Candidates = std::vector<const Device*>;

Candidates matching(std::span<const Device> devices, const std::function<bool(const Device&)>& matches) {
  Candidates found;
  for (const Device& device : devices)
    if (matches(device)) found.push_back(&device);
  return found;
}

/// "0 'hall', 2 'HDA Intel: ALC257 (hw:0,0)' and 13 more"
std::string listed(const Candidates& candidates) {
  constexpr std::size_t shown = 8;  // as many as fit a message; 'langdu devices' has them all
  std::string text;
  for (std::size_t i = 0; i < std::min(candidates.size(), shown); ++i)
    text +=
        fmt::format("{}{} '{}'", i > 0 ? ", " : "", candidates[i]->number, printable(candidates[i]->name));
  if (candidates.size() > shown) text += fmt::format(" and {} more", candidates.size() - shown);
  return text;
}

}  // namespace

DeviceChoice choose_device(std::span<const Device> devices, std::string_view wanted) {
  const Candidates all = matching(devices, [](const Device&) { return true; });
  if (all.empty()) return {nullptr, "there is no device"};
  if (wanted.empty()) {
    const Candidates defaults = matching(devices, [](const Device& device) { return device.is_default; });
    return {defaults.empty() ? all.front() : defaults.front(), {}};
  }
  const std::optional<int> number = number_of(wanted);
  const std::string part = folded(wanted);
  // From the strictest to the loosest reading; the first that fits any device decides.
  const std::function<bool(const Device&)> readings[] = {
      [&](const Device& device) { return device.name == wanted; },
      [&](const Device& device) { return number == device.number; },
      [&](const Device& device) { return folded(device.name) == part; },
      [&](const Device& device) { return folded(device.name).find(part) != std::string::npos; },
  };
  for (const auto& reading : readings) {
    const Candidates found = matching(devices, reading);
    if (found.size() == 1) return {found.front(), {}};
    if (found.size() > 1)
      return {nullptr, "names several devices (" + listed(found) + "); give the number of one"};
  }
  return {nullptr, "names no device that can play; there are " + listed(all)};
}

}  // namespace langdu
