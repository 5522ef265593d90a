#pragma once
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/base64.h>
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
}

#include <string_view>

namespace langdu {

/// The functions of FFmpeg's libraries that are used here. They are loaded when they are first needed,
/// because a hundred libraries hang on them: linked, they would cost every start of the program 40 ms.
struct Libav {
  decltype(&::avformat_alloc_output_context2) avformat_alloc_output_context2;
  decltype(&::avformat_free_context) avformat_free_context;
  decltype(&::avformat_new_stream) avformat_new_stream;
  decltype(&::avformat_write_header) avformat_write_header;
  decltype(&::av_write_frame) av_write_frame;
  decltype(&::av_write_trailer) av_write_trailer;
  decltype(&::avio_alloc_context) avio_alloc_context;
  decltype(&::avio_context_free) avio_context_free;
  decltype(&::avio_flush) avio_flush;
  decltype(&::avcodec_find_encoder) avcodec_find_encoder;
  decltype(&::avcodec_alloc_context3) avcodec_alloc_context3;
  decltype(&::avcodec_free_context) avcodec_free_context;
  decltype(&::avcodec_open2) avcodec_open2;
  decltype(&::avcodec_parameters_from_context) avcodec_parameters_from_context;
  decltype(&::avcodec_send_frame) avcodec_send_frame;
  decltype(&::avcodec_receive_packet) avcodec_receive_packet;
  decltype(&::av_packet_alloc) av_packet_alloc;
  decltype(&::av_packet_free) av_packet_free;
  decltype(&::av_packet_rescale_ts) av_packet_rescale_ts;
  decltype(&::av_frame_alloc) av_frame_alloc;
  decltype(&::av_frame_free) av_frame_free;
  decltype(&::av_frame_get_buffer) av_frame_get_buffer;
  decltype(&::av_frame_make_writable) av_frame_make_writable;
  decltype(&::av_dict_set) av_dict_set;
  decltype(&::av_opt_set) av_opt_set;
  decltype(&::av_malloc) av_malloc;
  decltype(&::av_mallocz) av_mallocz;
  decltype(&::av_freep) av_freep;
  decltype(&::av_base64_encode) av_base64_encode;
  decltype(&::av_strerror) av_strerror;
  decltype(&::av_log_set_level) av_log_set_level;
};

/// They print nothing. `file` is what could not be written when one of the libraries is missing:
/// throws Error(cannot_write).
const Libav& load_libav(std::string_view file);

}  // namespace langdu
