#include "CPosix.h"
#include <malloc.h>

void variorum_keep_memory(void) {
    const int mebibyte = 1 << 20;
    // As large as a heap of a thread's arena can be, so that each is open from the start: such a heap
    // grows by what is asked for and never by the padding. Nothing is used before it is written to.
    mallopt(M_TOP_PAD, 64 * mebibyte);
    // Setting one of these turns the others' adapting off.
    mallopt(M_MMAP_THRESHOLD, 16 * mebibyte);
    mallopt(M_TRIM_THRESHOLD, 256 * mebibyte);
}
