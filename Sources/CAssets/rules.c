// Made by scripts/make-asset-lists.py; do not edit.
#include "rules.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../rules/sites.rule" if_empty(0)
};
static const unsigned char file1[] = {
#embed "../../rules/words/blocks.txt" if_empty(0)
};
static const unsigned char file2[] = {
#embed "../../rules/words/bylines.txt" if_empty(0)
};
static const unsigned char file3[] = {
#embed "../../rules/words/classes.txt" if_empty(0)
};
static const unsigned char file4[] = {
#embed "../../rules/words/dates.txt" if_empty(0)
};
static const unsigned char file5[] = {
#embed "../../rules/words/footers.txt" if_empty(0)
};
static const unsigned char file6[] = {
#embed "../../rules/words/labels.txt" if_empty(0)
};
static const unsigned char file7[] = {
#embed "../../rules/words/outlets.txt" if_empty(0)
};
static const unsigned char file8[] = {
#embed "../../rules/words/pages.txt" if_empty(0)
};

static const variorum_file files[] = {
    {"sites.rule", file0, sizeof file0},
    {"words/blocks.txt", file1, sizeof file1},
    {"words/bylines.txt", file2, sizeof file2},
    {"words/classes.txt", file3, sizeof file3},
    {"words/dates.txt", file4, sizeof file4},
    {"words/footers.txt", file5, sizeof file5},
    {"words/labels.txt", file6, sizeof file6},
    {"words/outlets.txt", file7, sizeof file7},
    {"words/pages.txt", file8, sizeof file8},
};

int variorum_rule_file_count(void) { return (int)(sizeof files / sizeof files[0]); }

variorum_file variorum_rule_file(int index) { return files[index]; }
