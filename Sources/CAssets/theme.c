// Made by scripts/make-asset-lists.py; do not edit.
#include "theme.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../templates/404.mustache" if_empty(0)
};
static const unsigned char file1[] = {
#embed "../../templates/article-card.mustache" if_empty(0)
};
static const unsigned char file2[] = {
#embed "../../templates/article.mustache" if_empty(0)
};
static const unsigned char file3[] = {
#embed "../../templates/assets/icon.svg" if_empty(0)
};
static const unsigned char file4[] = {
#embed "../../templates/assets/reader.js" if_empty(0)
};
static const unsigned char file5[] = {
#embed "../../templates/assets/reading.css" if_empty(0)
};
static const unsigned char file6[] = {
#embed "../../templates/assets/search-disk.js" if_empty(0)
};
static const unsigned char file7[] = {
#embed "../../templates/assets/search-ui.js" if_empty(0)
};
static const unsigned char file8[] = {
#embed "../../templates/assets/search.js" if_empty(0)
};
static const unsigned char file9[] = {
#embed "../../templates/assets/style.css" if_empty(0)
};
static const unsigned char file10[] = {
#embed "../../templates/assets/theme.js" if_empty(0)
};
static const unsigned char file11[] = {
#embed "../../templates/base.mustache" if_empty(0)
};
static const unsigned char file12[] = {
#embed "../../templates/claim-row.mustache" if_empty(0)
};
static const unsigned char file13[] = {
#embed "../../templates/claim-statement.mustache" if_empty(0)
};
static const unsigned char file14[] = {
#embed "../../templates/claim.mustache" if_empty(0)
};
static const unsigned char file15[] = {
#embed "../../templates/claims.mustache" if_empty(0)
};
static const unsigned char file16[] = {
#embed "../../templates/entities.mustache" if_empty(0)
};
static const unsigned char file17[] = {
#embed "../../templates/entity-row.mustache" if_empty(0)
};
static const unsigned char file18[] = {
#embed "../../templates/entity.mustache" if_empty(0)
};
static const unsigned char file19[] = {
#embed "../../templates/footer.mustache" if_empty(0)
};
static const unsigned char file20[] = {
#embed "../../templates/head.mustache" if_empty(0)
};
static const unsigned char file21[] = {
#embed "../../templates/header.mustache" if_empty(0)
};
static const unsigned char file22[] = {
#embed "../../templates/index.mustache" if_empty(0)
};
static const unsigned char file23[] = {
#embed "../../templates/list.mustache" if_empty(0)
};
static const unsigned char file24[] = {
#embed "../../templates/metric.mustache" if_empty(0)
};
static const unsigned char file25[] = {
#embed "../../templates/outlet.mustache" if_empty(0)
};
static const unsigned char file26[] = {
#embed "../../templates/page.mustache" if_empty(0)
};
static const unsigned char file27[] = {
#embed "../../templates/pager.mustache" if_empty(0)
};
static const unsigned char file28[] = {
#embed "../../templates/redirect.mustache" if_empty(0)
};
static const unsigned char file29[] = {
#embed "../../templates/search-box.mustache" if_empty(0)
};
static const unsigned char file30[] = {
#embed "../../templates/search.mustache" if_empty(0)
};
static const unsigned char file31[] = {
#embed "../../templates/strings.json" if_empty(0)
};
static const unsigned char file32[] = {
#embed "../../templates/tag.mustache" if_empty(0)
};
static const unsigned char file33[] = {
#embed "../../templates/terms.mustache" if_empty(0)
};
static const unsigned char file34[] = {
#embed "../../templates/year.mustache" if_empty(0)
};

static const variorum_file files[] = {
    {"404.mustache", file0, sizeof file0},
    {"article-card.mustache", file1, sizeof file1},
    {"article.mustache", file2, sizeof file2},
    {"assets/icon.svg", file3, sizeof file3},
    {"assets/reader.js", file4, sizeof file4},
    {"assets/reading.css", file5, sizeof file5},
    {"assets/search-disk.js", file6, sizeof file6},
    {"assets/search-ui.js", file7, sizeof file7},
    {"assets/search.js", file8, sizeof file8},
    {"assets/style.css", file9, sizeof file9},
    {"assets/theme.js", file10, sizeof file10},
    {"base.mustache", file11, sizeof file11},
    {"claim-row.mustache", file12, sizeof file12},
    {"claim-statement.mustache", file13, sizeof file13},
    {"claim.mustache", file14, sizeof file14},
    {"claims.mustache", file15, sizeof file15},
    {"entities.mustache", file16, sizeof file16},
    {"entity-row.mustache", file17, sizeof file17},
    {"entity.mustache", file18, sizeof file18},
    {"footer.mustache", file19, sizeof file19},
    {"head.mustache", file20, sizeof file20},
    {"header.mustache", file21, sizeof file21},
    {"index.mustache", file22, sizeof file22},
    {"list.mustache", file23, sizeof file23},
    {"metric.mustache", file24, sizeof file24},
    {"outlet.mustache", file25, sizeof file25},
    {"page.mustache", file26, sizeof file26},
    {"pager.mustache", file27, sizeof file27},
    {"redirect.mustache", file28, sizeof file28},
    {"search-box.mustache", file29, sizeof file29},
    {"search.mustache", file30, sizeof file30},
    {"strings.json", file31, sizeof file31},
    {"tag.mustache", file32, sizeof file32},
    {"terms.mustache", file33, sizeof file33},
    {"year.mustache", file34, sizeof file34},
};

int variorum_theme_file_count(void) { return (int)(sizeof files / sizeof files[0]); }

variorum_file variorum_theme_file(int index) { return files[index]; }
