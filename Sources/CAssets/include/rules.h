#pragma once

#include "file.h"

// What intake knows of sites and words: rules/**/*.{rule,txt}, by path.
int variorum_rule_file_count(void);
variorum_file variorum_rule_file(int index);
