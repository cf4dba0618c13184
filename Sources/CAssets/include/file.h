#pragma once

#include <stddef.h>

// An embedded file.
typedef struct {
    const char *name;
    const unsigned char *data;
    size_t size;
} variorum_file;
