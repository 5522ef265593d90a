# Puts page.html, page.css and page.js together as a string of C++, with the hashes by which the page's own policy
# (Content-Security-Policy) knows its style and its script.
#   cmake -DOUTPUT=FILE.cpp -P embed.cmake
file(READ ${CMAKE_CURRENT_LIST_DIR}/page.html page)

# Of hexadecimal digits: 64 of a SHA-256, so that one is left over from the groups of three.
function(base64 hex result)
  set(alphabet ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  set(text)
  foreach(at RANGE 0 60 3)
    string(SUBSTRING ${hex} ${at} 3 group)
    math(EXPR high "0x${group} >> 6")
    math(EXPR low "0x${group} & 63")
    string(SUBSTRING ${alphabet} ${high} 1 first)
    string(SUBSTRING ${alphabet} ${low} 1 second)
    string(APPEND text ${first}${second})
  endforeach()
  string(SUBSTRING ${hex} 63 1 last)
  math(EXPR last "0x${last} << 2")
  string(SUBSTRING ${alphabet} ${last} 1 last)
  set(${result} "${text}${last}=" PARENT_SCOPE)
endfunction()

foreach(part style:page.css script:page.js)
  string(REPLACE ":" ";" part ${part})
  list(GET part 0 slot)
  list(GET part 1 file)
  file(READ ${CMAKE_CURRENT_LIST_DIR}/${file} content)
  string(SHA256 digest "${content}")
  base64(${digest} hash)
  string(REPLACE "%%${slot}_hash%%" "${hash}" page "${page}")
  string(REPLACE "%%${slot}%%" "${content}" page "${page}")
endforeach()

file(WRITE ${OUTPUT} "#include \"output/page_skeleton.h\"\n\nnamespace langdu {\n
const std::string_view page_skeleton = R\"page(${page})page\";\n\n}  // namespace langdu\n")
