#include "output/libav.h"

#include <dlfcn.h>

#include <string>

#include "text/error.h"

namespace langdu {
namespace {

/// Of the version that the headers describe. It stays loaded until the end.
void* open_library(std::string_view name, int version, std::string_view file) {
  void* const library = dlopen(fmt::format("lib{}.so.{}", name, version).c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr)
    throw Error(Fault::cannot_write, file, fmt::format("the package lib{}{} is missing", name, version));
  return library;
}

template <typename Function>
void bind(Function& function, void* library, const char* name, std::string_view file) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  if (function == nullptr) throw Error(Fault::cannot_write, file, std::string(dlerror()));
}

Libav load(std::string_view file) {
  void* const util = open_library("avutil", LIBAVUTIL_VERSION_MAJOR, file);
  void* const codec = open_library("avcodec", LIBAVCODEC_VERSION_MAJOR, file);
  void* const format = open_library("avformat", LIBAVFORMAT_VERSION_MAJOR, file);
  Libav av{};
#define BIND(library, function) bind(av.function, library, #function, file)
  BIND(format, avformat_alloc_output_context2);
  BIND(format, avformat_free_context);
  BIND(format, avformat_new_stream);
  BIND(format, avformat_write_header);
  BIND(format, av_write_frame);
  BIND(format, av_write_trailer);
  BIND(format, avio_alloc_context);
  BIND(format, avio_context_free);
  BIND(format, avio_flush);
  BIND(codec, avcodec_find_encoder);
  BIND(codec, avcodec_alloc_context3);
  BIND(codec, avcodec_free_context);
  BIND(codec, avcodec_open2);
  BIND(codec, avcodec_parameters_from_context);
  BIND(codec, avcodec_send_frame);
  BIND(codec, avcodec_receive_packet);
  BIND(codec, av_packet_alloc);
  BIND(codec, av_packet_free);
  BIND(codec, av_packet_rescale_ts);
  BIND(util, av_frame_alloc);
  BIND(util, av_frame_free);
  BIND(util, av_frame_get_buffer);
  BIND(util, av_frame_make_writable);
  BIND(util, av_dict_set);
  BIND(util, av_opt_set);
  BIND(util, av_malloc);
  BIND(util, av_mallocz);
  BIND(util, av_freep);
  BIND(util, av_base64_encode);
  BIND(util, av_strerror);
  BIND(util, av_log_set_level);
#undef BIND
  av.av_log_set_level(AV_LOG_QUIET);  // failures come back as numbers, too
  return av;
}

}  // namespace

const Libav& load_libav(std::string_view file) {
  static const Libav av = load(file);
  return av;
}

}  // namespace langdu
