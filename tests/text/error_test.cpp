#include "text/error.h"

#include <doctest/doctest.h>

#include <string>

using namespace langdu;

TEST_CASE("every fault has its row, in the order of the enumeration") {
  const auto table = fault_table();
  CHECK(table.size() == static_cast<std::size_t>(Fault::interrupted) + 1);
  for (std::size_t i = 0; i < table.size(); ++i) {
    CAPTURE(table[i].name);
    CHECK(static_cast<std::size_t>(table[i].fault) == i);
    CHECK_FALSE(table[i].sentence.ends_with('.'));
    CHECK_FALSE(table[i].sentence.empty());
    CHECK(table[i].status != Exit::done);
    // No sentence needs more than four arguments.
    CHECK_NOTHROW(Error(table[i].fault, "one", "two", "three", "four"));
  }
}

TEST_CASE("an error says its sentence with its arguments") {
  const Error error(Fault::out_of_range, "--rate", 9000, 97, 673);
  CHECK(std::string(error.what()) == "--rate: 9000 is out of range; use 97 to 673");
  CHECK(error.status() == Exit::wrong_use);
  CHECK(error.fault() == Fault::out_of_range);
}
