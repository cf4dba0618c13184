#include "CPosix.h"
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// A bump allocator: a thread has a stack of chunks; each allocation is preceded by its size.
enum { alignment = 16, chunk_size = 256 << 10 };

struct chunk {
    struct chunk *previous;
    size_t size, used;
    // The last allocation can grow in place.
    char *last;
    _Alignas(alignment) char bytes[];
};

static _Thread_local struct chunk *top;
static _Thread_local int depth;
static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void free_chunk(void *first) { free(first); }
static void make_key(void) {
    if (pthread_key_create(&key, free_chunk) != 0) abort();
}

static size_t *size_of(void *block) { return (size_t *)((char *)block - alignment); }

static void add_chunk(size_t least) {
    size_t size = least > chunk_size ? least : chunk_size;
    struct chunk *chunk = size < SIZE_MAX / 2 ? malloc(sizeof *chunk + size) : NULL;
    if (!chunk) abort();
    *chunk = (struct chunk){.previous = top, .size = size};
    top = chunk;
    if (chunk->previous) return;
    pthread_once(&once, make_key);
    pthread_setspecific(key, chunk);
}

static void *allocate(size_t size) {
    if (size > SIZE_MAX / 4) abort();
    size_t total = alignment + ((size + alignment - 1) & ~(size_t)(alignment - 1));
    if (!top || top->size - top->used < total) add_chunk(total);
    char *block = top->bytes + top->used + alignment;
    top->used += total;
    top->last = block;
    *size_of(block) = total - alignment;
    return block;
}

void variorum_arena_begin(void) { depth++; }

void variorum_arena_end(void) {
    if (--depth > 0 || !top) return;
    while (top->previous) {
        struct chunk *chunk = top;
        top = chunk->previous;
        free(chunk);
    }
    top->used = 0;
    top->last = NULL;
    if (top->size == chunk_size) return;
    free(top);
    top = NULL;
    pthread_setspecific(key, NULL);
}

void *variorum_arena_calloc(size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) abort();
    return memset(allocate(count * size), 0, count * size);
}

void *variorum_arena_realloc(void *block, size_t size) {
    if (!block) return allocate(size);
    size_t old = *size_of(block);
    if (size <= old) return block;
    if (block == top->last && size < SIZE_MAX / 4) {
        size_t more = ((size + alignment - 1) & ~(size_t)(alignment - 1)) - old;
        if (top->size - top->used >= more) {
            top->used += more;
            *size_of(block) = old + more;
            return block;
        }
    }
    return memcpy(allocate(size), block, old);
}

void variorum_arena_free(void *block) { (void)block; }
