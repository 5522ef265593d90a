#pragma once
#include <memory>
#include <string>
#include <vector>

#include "audio/sink.h"
#include "output/output_options.h"
#include "plan/plan.h"

namespace langdu {

/// What can be said against several outputs before anything is read.
/// Throws Error(unknown_extension | output_twice | cannot_write).
void check_outputs(const std::vector<std::string>& paths);

/// Several outputs of the same sound, of which all appear or none: "-" is standard output, from which nothing
/// can be taken back.
class OutputSet {
 public:
  /// Opens all of them. `plan` must outlive it; `options` hold for all, but for the sound: a sheet that names
  /// its sound file names the first output of sound or, when there is none, the document (a path, "-" for
  /// none) with .wav in place of its extension. Throws what open_output() throws; then nothing is left.
  OutputSet(const std::vector<std::string>& paths, const std::string& document, const Plan& plan,
            OutputOptions options);

  /// To render into.
  const std::vector<Sink*>& sinks() const { return pointers_; }

  /// All samples are written: completes all of them.
  void finish(const Timeline& timeline);

  /// Makes the finished outputs visible, in their order. All that can be foreseen has failed before: that
  /// there is no space, no permission, a directory in the way. What remains is a folder that is taken away or
  /// locked between finish() and here, and a network file system that tells of a full disk only when a file
  /// is closed: then the outputs before the failing one have appeared, and this and all behind it have not.
  void commit();

 private:
  std::vector<std::unique_ptr<Sink>> sinks_;
  std::vector<Sink*> pointers_;
};

}  // namespace langdu
