#include <stddef.h>

/// Renames a file to a path where nothing is, in one step (`renameat2` with `RENAME_NOREPLACE`).
/// Returns 0, or the `errno` of the failure. Swift's Glibc module does not show this call.
int variorum_rename_new(const char *from, const char *to);

/// Writes the build ids (`NT_GNU_BUILD_ID`) of the program and of every library that it runs with,
/// one after the other, as far as they fit. Returns their bytes, or 0 when the program has none.
int variorum_build_ids(unsigned char *ids, int capacity);

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
