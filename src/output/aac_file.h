#pragma once
#include <memory>

#include "audio/sink.h"
#include "output/file_writer.h"
#include "output/output_options.h"
#include "plan/plan.h"

namespace langdu {

/// An M4A file for what an output is put together from: into `writer`, from its first byte on. Both arguments
/// must outlive it; there is nothing to commit. Throws what open_m4a_file() throws for the samples' rate.
std::unique_ptr<Sink> open_m4a_stream(FileWriter& writer, const Plan& plan, const OutputOptions& options);

}  // namespace langdu
