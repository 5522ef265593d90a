#pragma once
#include <string>
#include <vector>

#include "text/error.h"

/// One bad call: its arguments ({} is the folder of the test), and the error that it must end with.
struct BadCall {
  const char* name;
  std::vector<std::string> arguments;
  langdu::Fault fault;
  const char* says;  ///< must be in the message
};

const std::vector<BadCall>& bad_calls();
