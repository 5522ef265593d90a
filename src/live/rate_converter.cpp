#include "live/rate_converter.h"

#include <algorithm>
#include <string>

#include "text/error.h"

namespace langdu {

// Medium quality: 121 dB of signal to noise and 90 % of the band (libsamplerate's own figures), at well under
// one per cent of a core for speech. What is lost is above 9.9 kHz.
RateConverter::RateConverter(int from_rate, int to_rate) : ratio_(static_cast<double>(to_rate) / from_rate) {
  int error = 0;
  state_.reset(src_new(SRC_SINC_MEDIUM_QUALITY, 1, &error));
  if (!state_ || !src_is_valid_ratio(ratio_))
    throw Error(Fault::device_failed, std::to_string(to_rate) + " Hz",
                state_ ? "this rate cannot be made" : src_strerror(error));
}

std::span<std::int16_t> RateConverter::input() {
  if (begin_ < end_) return {};
  return fed_;
}

void RateConverter::feed(std::size_t count) {
  src_short_to_float_array(fed_.data(), input_.data(), static_cast<int>(count));
  begin_ = 0;
  end_ = count;
}

std::size_t RateConverter::convert(std::span<std::int16_t> output, bool last) {
  std::size_t made = 0;
  while (made < output.size()) {
    SRC_DATA data = {};
    data.data_in = input_.data() + begin_;
    data.input_frames = static_cast<long>(end_ - begin_);
    data.data_out = output_.data();
    data.output_frames = static_cast<long>(std::min(output.size() - made, block));
    data.end_of_input = last ? 1 : 0;
    data.src_ratio = ratio_;
    if (src_process(state_.get(), &data) != 0) break;  // only wrong arguments fail: see its source
    begin_ += static_cast<std::size_t>(data.input_frames_used);
    src_float_to_short_array(output_.data(), output.data() + made, static_cast<int>(data.output_frames_gen));
    made += static_cast<std::size_t>(data.output_frames_gen);
    if (data.output_frames_gen == 0 && data.input_frames_used == 0) break;
  }
  return made;
}

}  // namespace langdu
