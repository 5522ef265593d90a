#include "app/tags.h"

#include <utility>

#include "app/input.h"
#include "app/messages.h"
#include "output/outputs.h"
#include "read/picture.h"
#include "speak/espeak_speaker.h"
#include "text/error.h"

namespace langdu {

Tags read_tags(const Settings& settings) {
  Tags tags{settings.title, settings.author, {}};
  if (settings.cover.empty()) return tags;
  if (settings.cover == "-") throw Error(Fault::wrong_use, "--cover: name a file");
  std::string bytes = read_input(settings.cover, most_picture_mib, Fault::picture_too_large);
  const PictureLook look = look_at_picture(bytes);
  if (!look.fault.empty()) throw Error(Fault::not_an_image, settings.cover, look.fault);
  tags.cover = {std::string(look.media_type), std::move(bytes)};
  return tags;
}

void apply_tags(Tags tags, Metadata& metadata) {
  if (!tags.title.empty()) metadata.title = std::move(tags.title);
  if (!tags.author.empty()) metadata.author = std::move(tags.author);
  if (!tags.cover.bytes.empty()) metadata.cover = std::move(tags.cover);
}

void tell_left_out_cover(std::span<const std::string> outputs, const Metadata& metadata) {
  if (metadata.cover.bytes.empty()) return;
  for (const std::string& output : outputs) {
    if (output == "-") continue;
    const OutputFormat& format = format_of(output);
    if (format.text == nullptr && !format.sound.cover)
      tell("{}: note: {} has no room for a cover\n", output, format.extension);
  }
}

OutputOptions output_options(const Settings& settings) {
  return {.sample_rate = settings.sample_rate.value_or(espeak_sample_rate),
          .bit_rate = settings.bit_rate.value_or(0) * 1000,
          .ruby = settings.ruby,
          .audio_beside = settings.audio_beside};
}

}  // namespace langdu
