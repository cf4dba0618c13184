#pragma once

#include <stddef.h>

// The built-in theme: the files of templates/, by path.
typedef struct {
    const char *name;
    const unsigned char *data;
    size_t size;
} variorum_file;

int variorum_theme_file_count(void);
variorum_file variorum_theme_file(int index);
