#include "app/standard_output.h"

#include <unistd.h>

#include "output/file_writer.h"
#include "speak/interrupt.h"

namespace langdu {

void write_standard_output(std::string_view text) {
  throw_if_interrupted();
  FileWriter(STDOUT_FILENO, "standard output").write(text);
}

}  // namespace langdu
