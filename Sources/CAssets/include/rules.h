#pragma once

#include "file.h"

// The built-in rules for sites: rules/**/*.rule, by path.
int variorum_rule_count(void);
variorum_file variorum_rule(int index);
