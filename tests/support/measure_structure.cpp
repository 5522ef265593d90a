// Measures how fast a document goes from bytes to sections: measure_structure FILE [RUNS]
// prints megabytes a second of CPU time (the median of the runs) and the peak of memory over the size of the file.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "clean/clean.h"
#include "read/formats.h"
#include "structure/structure.h"
#include "support/temporary_folder.h"

using namespace langdu;

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const std::string content = content_of(arguments[1]);
  const int runs = count > 2 ? std::atoi(arguments[2]) : 5;
  std::vector<double> seconds;
  std::size_t sections = 0;
  std::size_t blocks = 0;
  for (int run = 0; run < runs; ++run) {
    const std::clock_t begin = std::clock();
    Document document = read_document(content, arguments[1]);
    clean(document, {});
    sections = find_sections(document).size();
    blocks = document.blocks.size();
    seconds.push_back(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  std::sort(seconds.begin(), seconds.end());
  const double median = seconds[seconds.size() / 2];
  struct rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  const auto size = static_cast<double>(content.size());
  // The content itself is counted once in the peak, and is no part of the document.
  std::printf("%.1f MB/s, memory %.1f times the document, %zu blocks, %zu sections\n", size / 1e6 / median,
              static_cast<double>(usage.ru_maxrss) * 1024.0 / size - 1.0, blocks, sections);
  return 0;
}
