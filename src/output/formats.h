#pragma once
#include <array>
#include <filesystem>
#include <memory>

#include "audio/sink.h"
#include "output/output_options.h"
#include "plan/plan.h"

namespace langdu {

/// One a kind of output, each in the file of its name. All have the shape of OutputFormat::open.
std::unique_ptr<Sink> open_wav_file(const std::filesystem::path& path, const Plan& plan,
                                    const OutputOptions& options);
std::unique_ptr<Sink> open_mp3_file(const std::filesystem::path& path, const Plan& plan,
                                    const OutputOptions& options);
std::unique_ptr<Sink> open_m4a_file(const std::filesystem::path& path, const Plan& plan,
                                    const OutputOptions& options);
std::unique_ptr<Sink> open_m4b_file(const std::filesystem::path& path, const Plan& plan,
                                    const OutputOptions& options);
std::unique_ptr<Sink> open_flac_file(const std::filesystem::path& path, const Plan& plan,
                                     const OutputOptions& options);
std::unique_ptr<Sink> open_opus_file(const std::filesystem::path& path, const Plan& plan,
                                     const OutputOptions& options);
std::unique_ptr<Sink> open_vorbis_file(const std::filesystem::path& path, const Plan& plan,
                                       const OutputOptions& options);

std::unique_ptr<Sink> open_page_file(const std::filesystem::path& path, const Plan& plan,
                                     const OutputOptions& options);
std::unique_ptr<Sink> open_epub_file(const std::filesystem::path& path, const Plan& plan,
                                     const OutputOptions& options);

/// What the formats have room for.
inline constexpr std::size_t most_wav_chapters = 2500;    ///< libsndfile reads no more cue points
inline constexpr std::size_t most_vorbis_chapters = 999;  ///< the numbers of the comments have three digits

/// The sample rates of the formats that have not all of them, in Hz: MPEG 1, 2 and 2.5, and those of MPEG-4
/// that --sample-rate takes.
inline constexpr std::array mp3_sample_rates = {8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000};
inline constexpr std::array aac_sample_rates = {8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000};

/// The bit rates that can be asked for at a sample rate.
BitRates mp3_bit_rates(int sample_rate);
BitRates aac_bit_rates(int sample_rate);
BitRates opus_bit_rates(int sample_rate);
BitRates vorbis_bit_rates(int sample_rate);

/// WAV as it is made, into standard output.
std::unique_ptr<Sink> open_standard_output(const Plan& plan, const OutputOptions& options);

}  // namespace langdu
