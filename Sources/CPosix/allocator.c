#include <malloc.h>

// Lets the allocator (glibc's) take memory from the kernel in large pieces and keep what is freed for
// what comes next. Threads' heaps grow by single pages otherwise, with a call each.
//
// Before the program begins, as heaps that there are already go on as before: the thread that read the
// command line had 3,600 such calls in a build of 1,000 articles.
__attribute__((constructor)) static void keep_memory(void) {
    const int mebibyte = 1 << 20;
    // As large as a heap of a thread's arena can be, so that each is open from the start: such a heap
    // grows by what is asked for and never by the padding. Nothing is used before it is written to.
    mallopt(M_TOP_PAD, 64 * mebibyte);
    // Setting one of these turns the others' adapting off.
    mallopt(M_MMAP_THRESHOLD, 16 * mebibyte);
    mallopt(M_TRIM_THRESHOLD, 256 * mebibyte);
}
