#pragma once

#include "file.h"

// Rules of sites and word lists for intake: rules/**/*.{rule,txt}, by path.
int variorum_rule_file_count(void);
variorum_file variorum_rule_file(int index);
