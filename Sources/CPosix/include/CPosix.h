#include <stddef.h>

/// Exchanges two paths in one step (`renameat2` with `RENAME_EXCHANGE`).
/// Returns 0, or the `errno` of the failure. Swift's Glibc module does not show this call.
int variorum_exchange(const char *a, const char *b);

/// Writes the build ids (`NT_GNU_BUILD_ID`) of the program and of every library that it runs with,
/// one after the other, as far as they fit. Returns their bytes, or 0 when the program has none.
int variorum_build_ids(unsigned char *ids, int capacity);

/// Whether a file can be renamed and linked from one folder to the other: they lie below one mount.
/// One device is not enough, as it may be mounted twice. Returns 0 when either is not there.
int variorum_same_mount(const char *a, const char *b);

/// Reads entries of a folder that is open for reading (`getdents64`). Returns their bytes, 0 at the
/// end, or the `errno` of the failure below 0.
long variorum_entries(int folder, void *buffer, unsigned long size);

/// Writes to the disk what the file system of an open file still holds in memory (`syncfs`).
/// Returns 0, or the `errno` of the failure.
int variorum_sync(int file);

/// An arena of the calling thread for work whose memory is freed at once, such as parsing one text:
/// allocations are bumped off large chunks and never freed one by one. Between `begin` and the matching
/// `end` the thread may allocate any amount with the functions below, which have the signatures of
/// libc's; `end` frees all of it. Pairs may be nested. Aborts when there is no memory, as cmark does.
void variorum_arena_begin(void);
void variorum_arena_end(void);
void *variorum_arena_calloc(size_t count, size_t size);
void *variorum_arena_realloc(void *piece, size_t size);
void variorum_arena_free(void *piece);
