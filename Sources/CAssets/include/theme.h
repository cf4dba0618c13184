#pragma once

#include "file.h"

// The built-in theme: the files of templates/, by path.
int variorum_theme_file_count(void);
variorum_file variorum_theme_file(int index);
