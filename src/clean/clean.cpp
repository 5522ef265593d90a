#include "clean/clean.h"

#include <algorithm>
#include <utility>

#include "clean/blanks.h"
#include "clean/boilerplate.h"
#include "clean/joined_lines.h"
#include "clean/printed_pages.h"
#include "clean/punctuation.h"
#include "text/utf8.h"

namespace langdu {
namespace {

void trim(std::vector<Block>& blocks) {
  for (Block& block : blocks) {
    const Span inner = without_edge_blanks(block.text.text());
    if (inner.size() != block.text.size()) block.text = block.text.slice(inner);
  }
  std::erase_if(blocks, [](const Block& block) { return block.text.empty(); });
}

}  // namespace

MappedText repair(MappedText text) { return repair_blanks(repair_punctuation(std::move(text))); }

void clean(Document& document, const CleanOptions& options) {
  if (!options.keep_all) drop_page_furniture(document);
  join_broken_lines(document.blocks);  // before the blanks go: it needs the indents
  trim(document.blocks);
  if (!options.keep_all) drop_table_of_contents(document);
  drop_boilerplate(document, options.keep_all);
  for (Block& block : document.blocks) {
    if (!block.preformatted) block.text = repair(std::move(block.text));
  }
  document.metadata.title = repair(MappedText::verbatim(document.metadata.title, 0)).text();
  std::stable_sort(document.dropped.begin(), document.dropped.end(),
                   [](const Dropped& a, const Dropped& b) { return a.source.begin < b.source.begin; });
}

}  // namespace langdu
