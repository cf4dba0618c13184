#include "CPosix.h"
#include <malloc.h>

void variorum_keep_memory(void) {
    const int mebibyte = 1 << 20;
    // Setting one of these turns the others' adapting off.
    mallopt(M_TOP_PAD, 4 * mebibyte);
    mallopt(M_MMAP_THRESHOLD, 16 * mebibyte);
    mallopt(M_TRIM_THRESHOLD, 256 * mebibyte);
}
