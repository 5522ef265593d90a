#pragma once
#include <cmath>

namespace langdu {

/// What a level in dB multiplies samples by.
inline double factor_of_db(double db) { return std::pow(10, db / 20); }

}  // namespace langdu
