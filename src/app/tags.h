#pragma once
#include <span>
#include <string>

#include "app/settings.h"
#include "output/output_options.h"
#include "read/document.h"

namespace langdu {

/// What the user says of the work. It wins over what the document says of itself.
struct Tags {
  std::string title;
  std::string author;
  Picture cover;
};

/// Reads the cover. Throws what InputFile throws, and Error(not_an_image | picture_too_large).
Tags read_tags(const Settings& settings);

/// What is given takes the place of what is there.
void apply_tags(Tags tags, Metadata& metadata);

/// Tells which of the outputs have sound, but no room for the cover that there is.
void tell_left_out_cover(std::span<const std::string> outputs, const Metadata& metadata);

/// The rates of a run.
OutputOptions output_options(const Settings& settings);

}  // namespace langdu
