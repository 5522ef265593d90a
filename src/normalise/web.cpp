#include <array>

#include "normalise/look.h"
#include "normalise/matchers.h"
#include "normalise/number.h"

namespace langdu::rules {
namespace {

constexpr std::size_t longest_host = 64;

bool is_alnum(char32_t code) { return is_digit(code) || is_ascii_letter(code); }

// Top-level domains that make a bare name an address. Short on purpose: "Node.js" is none.
constexpr std::string_view domains[] = {".cn", ".com", ".net", ".org", ".gov",  ".edu",  ".io",  ".tv",
                                        ".cc", ".top", ".hk",  ".tw",  ".info", ".mobi", ".vip", ".xyz"};

/// End of the host name at `at` (letters, digits, hyphens and points); `at` when there is none.
std::size_t host_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < longest_host) {
    const auto code = static_cast<char32_t>(static_cast<unsigned char>(text[end]));
    if (!is_alnum(code) && code != U'.' && code != U'-') break;
    ++end;
  }
  while (end > at && !is_alnum(static_cast<unsigned char>(text[end - 1]))) --end;
  return end;
}

bool has_domain(std::string_view host) {
  for (const std::string_view domain : domains) {
    if (host.size() > domain.size() && host.ends_with(domain)) return true;
  }
  return false;
}

/// Letters stay, digits one by one, signs by name: "a_b.163" -> "a下划线b点一六三".
std::string say_address(std::string_view address) {
  std::string spoken;
  for (const char byte : address) {
    switch (byte) {
      case '.':
        spoken += "点";
        break;
      case '-':
        spoken += "杠";
        break;
      case '_':
        spoken += "下划线";
        break;
      case '+':
        spoken += "加";
        break;
      default:
        if (is_digit(static_cast<unsigned char>(byte))) {
          spoken += say_digits({&byte, 1});
        } else if (is_ascii_letter(static_cast<unsigned char>(byte))) {
          spoken += byte;
        }
    }
  }
  return spoken;
}

/// End of the path behind a host: printable ASCII up to a blank, a quote or a bracket, without a last full
/// stop.
std::size_t path_end(std::string_view text, std::size_t at) {
  if (right_of(text, at) == U':' && is_digit(right_of(text, at + 1))) ++at;
  constexpr std::string_view stops = "\"'<>()[]{}|\\^`";
  std::size_t end = at;
  while (end < text.size() && text[end] > ' ' && text[end] < 0x7F && stops.find(text[end]) == stops.npos)
    ++end;
  while (end > at && std::string_view(".,;:!?").find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}

}  // namespace

bool url(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  if (is_alnum(left_of(text, at)) || left_of(text, at) == U'@') return false;
  constexpr std::string_view schemes[] = {"http://", "https://", "ftp://", "HTTP://", "HTTPS://", "Http://"};
  const std::string_view scheme = word_at(text, at, schemes);
  std::size_t host = at + scheme.size();
  for (const std::string_view www : {"www.", "WWW."}) {
    if (starts(text, host, www)) host += www.size();
  }
  const bool marked = host > at;
  const std::size_t end = host_end(text, host);
  const std::string_view name = text.substr(host, end - host);
  if (name.empty() ? scheme.empty() : !marked && (!has_domain(name) || right_of(text, end) == U'@'))
    return false;
  if (!marked && (is_digit(left_of(text, at)) || is_latin(right_of(text, end)))) return false;
  const char32_t next = right_of(text, end);
  const bool has_path =
      next == U'/' || next == U'?' || next == U'#' || (next == U':' && is_digit(right_of(text, end + 1)));
  const bool too_long = name.size() >= longest_host;
  if (speech.options().skip_addresses) {
    silence(site, has_path || too_long ? path_end(text, end) : end, speech, true);
    return true;
  }
  const bool said = ends(text, at, "网址") || ends(text, at, "网址：") || ends(text, at, "网址:");
  const std::string spoken = too_long ? "" : say_address(name);
  speech.say_to(end, said && !spoken.empty() ? spoken : "网址" + spoken);
  const std::size_t last = has_path || too_long ? path_end(text, end) : end;
  if (last > end) speech.drop_to(last);
  return true;
}

bool email(const Site& site, Speech& speech) {
  const auto [text, at] = site;
  const auto is_local = [](char32_t code) {
    return is_alnum(code) || code == U'.' || code == U'_' || code == U'-' || code == U'+';
  };
  if (is_local(left_of(text, at))) return false;
  std::size_t sign = at;
  while (sign < text.size() && sign - at < longest_host && is_local(static_cast<unsigned char>(text[sign])))
    ++sign;
  if (sign == at || right_of(text, sign) != U'@') return false;
  const std::size_t end = host_end(text, sign + 1);
  const std::string_view host = text.substr(sign + 1, end - sign - 1);
  if (host.find('.') == std::string_view::npos) return false;
  if (speech.options().skip_addresses) {
    silence(site, end, speech, true);
    return true;
  }
  speech.say_to(end, say_address(text.substr(at, sign - at)) + "艾特" + say_address(host));
  return true;
}

}  // namespace langdu::rules
