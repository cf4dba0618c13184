#include <stddef.h>

/// Atomically renames a file, and fails if the new path exists (`renameat2` with `RENAME_NOREPLACE`).
/// Returns 0, or the `errno` of the failure. Swift's Glibc module does not export this call.
int variorum_rename_new(const char *from, const char *to);

/// Writes the build ids (`NT_GNU_BUILD_ID`) of the program and of every loaded library,
/// concatenated, as far as they fit. Returns their size in bytes, or 0 when the program has no id.
int variorum_build_ids(unsigned char *ids, int capacity);

/// Flushes the file system of an open file to the disk (`syncfs`).
/// Returns 0, or the `errno` of the failure.
int variorum_sync(int file);

/// An arena of the calling thread for work whose memory is freed together, such as parsing one text:
/// allocations are taken from large chunks and are not freed separately. Between `begin` and the matching
/// `end` the thread may allocate any amount with the functions below, which have the signatures of
/// libc's; `end` frees all of it. Pairs may be nested. Aborts when out of memory, as cmark does.
void variorum_arena_begin(void);
void variorum_arena_end(void);
void *variorum_arena_calloc(size_t count, size_t size);
void *variorum_arena_realloc(void *block, size_t size);
void variorum_arena_free(void *block);
