#include <fcntl.h>
#include <unistd.h>

/// Opens the standard streams that the caller has closed, before anything else opens a file.
///
/// A file that is opened while a stream is closed gets the number of the stream, and output of the
/// program would be written into it. The streams are opened for reading from an empty file, so that
/// output to them is still an error.
__attribute__((constructor)) static void variorum_open_standard_streams(void) {
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
        if (fcntl(stream, F_GETFD) == -1) {
            // The lowest number that is free is `stream`; if this fails, so does the output.
            (void)open("/dev/null", O_RDONLY);
        }
    }
}
