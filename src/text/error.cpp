#include "text/error.h"

#include <array>

namespace langdu {
namespace {

using enum Fault;
constexpr std::array table = {
    FaultRow{missing_file, "missing_file", Exit::failed, "{0}: there is no such file; check the name"},
    FaultRow{is_directory, "is_directory", Exit::failed, "{0}: is a directory; name a file in it"},
    FaultRow{no_permission, "no_permission", Exit::failed,
             "{0}: permission denied; check who may read and write there"},
    FaultRow{cannot_read, "cannot_read", Exit::failed, "{0}: cannot be read: {1}"},
    FaultRow{too_large, "too_large", Exit::failed,
             "{0}: is larger than {1} MiB; split it, or allow more with --max-size"},
    FaultRow{table_too_large, "table_too_large", Exit::failed,
             "{0}: is larger than {1} MiB; leave out the lines that change nothing"},
    FaultRow{refused_format, "refused_format", Exit::failed, "{0}: is {1}; {2}"},
    FaultRow{not_utf8, "not_utf8", Exit::failed,
             "{0}:{1}: is not UTF-8 text; convert the file, for example with iconv -f GB18030 -t UTF-8"},
    FaultRow{wrong_lines, "wrong_lines", Exit::wrong_use, "{0}:{1}: {2}{3}"},
    FaultRow{nothing_to_read, "nothing_to_read", Exit::failed,
             "{0}: nothing to read aloud ({1}); see 'langdu plan', or read everything with --keep-all"},
    FaultRow{no_such_part, "no_such_part", Exit::failed,
             "{0}: there is no {1} {2}: it has {3}; 'langdu plan' shows them"},
    FaultRow{some_unread, "some_unread", Exit::failed,
             "{0} of {1} documents were left out; the messages above say why"},
    FaultRow{
        no_output, "no_output", Exit::wrong_use,
        "no output named; give -o FILE (-o '{{}}.mp3' for several documents), or -o - for standard output"},
    FaultRow{unknown_extension, "unknown_extension", Exit::wrong_use,
             "{0}: the extension does not name a format that langdu writes; use one of {1}"},
    FaultRow{no_such_rate, "no_such_rate", Exit::wrong_use, "{0}: has no {1} of {2}; use {3}"},
    FaultRow{not_an_image, "not_an_image", Exit::failed,
             "{0}: is not a JPEG or PNG image that can be a cover: {1}; name another, or convert it first"},
    FaultRow{picture_too_large, "picture_too_large", Exit::failed,
             "{0}: is larger than {1} MiB; make a smaller picture of it"},
    FaultRow{output_is_input, "output_is_input", Exit::wrong_use,
             "{0}: is the input as well as the output; name another output"},
    FaultRow{output_twice, "output_twice", Exit::wrong_use,
             "{0}: is the same output as {1}; name each output once"},
    FaultRow{output_not_a_file, "output_not_a_file", Exit::failed,
             "{0}: exists and is not a regular file; name another, or use -o - to write to a pipe"},
    FaultRow{cannot_write, "cannot_write", Exit::failed, "{0}: cannot be written: {1}"},
    FaultRow{disk_full, "disk_full", Exit::failed,
             "{0}: no space left on the device; free some space and run again"},
    FaultRow{reader_gone, "reader_gone", Exit::failed,
             "standard output: the reading program closed the pipe"},
    FaultRow{unknown_voice, "unknown_voice", Exit::wrong_use, "{0}: there is no such voice; use one of {1}"},
    FaultRow{out_of_range, "out_of_range", Exit::wrong_use, "{0}: {1} is out of range; use {2} to {3}"},
    FaultRow{missing_data, "missing_data", Exit::failed,
             "{0}: this file of the program is missing; install langdu again"},
    FaultRow{damaged_data, "damaged_data", Exit::failed,
             "{0}: this file of the program is damaged ({1}); install langdu again"},
    FaultRow{engine_failed, "engine_failed", Exit::failed,
             "the speech engine could not be started: {0}; check that espeak-ng-data is installed"},
    FaultRow{
        lost_word, "lost_word", Exit::failed,
        "{0}: the speech engine lost the word '{1}' in the sentence \"{2}\"; please report this sentence"},
    FaultRow{
        worker_died, "worker_died", Exit::failed,
        "{0}: the speech engine died twice ({1}) in the sentence \"{2}\"; change the sentence or report it"},
    FaultRow{worker_hung, "worker_hung", Exit::failed,
             "{0}: the speech engine hung twice in the sentence \"{2}\" (waited {1} s each time); change the "
             "sentence or report it"},
    FaultRow{no_sound_card, "no_sound_card", Exit::failed,
             "there is no sound card to play on ({0}); connect one, or write a file with 'langdu render'"},
    FaultRow{unknown_device, "unknown_device", Exit::wrong_use,
             "{0}: {1}; see the devices with 'langdu devices'"},
    FaultRow{device_failed, "device_failed", Exit::failed, "{0}: the sound device failed: {1}; try --device"},
    FaultRow{wrong_use, "wrong_use", Exit::wrong_use, "{0}; see 'langdu --help'"},
    FaultRow{interrupted, "interrupted", Exit::interrupted, "interrupted before the end"},
};

}  // namespace

std::span<const FaultRow> fault_table() { return table; }

const FaultRow& row_of(Fault fault) { return table[static_cast<std::size_t>(fault)]; }

}  // namespace langdu
