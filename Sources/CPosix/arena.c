#include "CPosix.h"
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Memory comes off the end of a chunk, each piece behind its size; a thread has a stack of chunks.
enum { alignment = 16, usual_chunk = 256 << 10 };

struct chunk {
    struct chunk *before;
    size_t size, used;
    // The piece that was given last may still grow where it lies.
    char *last;
    _Alignas(alignment) char bytes[];
};

static _Thread_local struct chunk *top;
static _Thread_local int depth;
static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void leave_thread(void *first) { free(first); }
static void make_key(void) {
    if (pthread_key_create(&key, leave_thread) != 0) abort();
}

static size_t *size_of(void *piece) { return (size_t *)((char *)piece - alignment); }

static void add_chunk(size_t least) {
    size_t size = least > usual_chunk ? least : usual_chunk;
    struct chunk *chunk = size < SIZE_MAX / 2 ? malloc(sizeof *chunk + size) : NULL;
    if (!chunk) abort();
    *chunk = (struct chunk){.before = top, .size = size};
    top = chunk;
    if (chunk->before) return;
    pthread_once(&once, make_key);
    pthread_setspecific(key, chunk);
}

static void *take(size_t size) {
    if (size > SIZE_MAX / 4) abort();
    size_t room = alignment + ((size + alignment - 1) & ~(size_t)(alignment - 1));
    if (!top || top->size - top->used < room) add_chunk(room);
    char *piece = top->bytes + top->used + alignment;
    top->used += room;
    top->last = piece;
    *size_of(piece) = room - alignment;
    return piece;
}

void variorum_arena_begin(void) { depth++; }

void variorum_arena_end(void) {
    if (--depth > 0 || !top) return;
    while (top->before) {
        struct chunk *chunk = top;
        top = chunk->before;
        free(chunk);
    }
    top->used = 0;
    top->last = NULL;
    if (top->size == usual_chunk) return;
    free(top);
    top = NULL;
    pthread_setspecific(key, NULL);
}

void *variorum_arena_calloc(size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) abort();
    return memset(take(count * size), 0, count * size);
}

void *variorum_arena_realloc(void *piece, size_t size) {
    if (!piece) return take(size);
    size_t old = *size_of(piece);
    if (size <= old) return piece;
    if (piece == top->last && size < SIZE_MAX / 4) {
        size_t more = ((size + alignment - 1) & ~(size_t)(alignment - 1)) - old;
        if (top->size - top->used >= more) {
            top->used += more;
            *size_of(piece) = old + more;
            return piece;
        }
    }
    return memcpy(take(size), piece, old);
}

void variorum_arena_free(void *piece) { (void)piece; }
