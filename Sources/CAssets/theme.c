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
#embed "../../templates/assets/redirect.js" if_empty(0)
};
static const unsigned char file7[] = {
#embed "../../templates/assets/search-disk.js" if_empty(0)
};
static const unsigned char file8[] = {
#embed "../../templates/assets/search-ui.js" if_empty(0)
};
static const unsigned char file9[] = {
#embed "../../templates/assets/search.js" if_empty(0)
};
static const unsigned char file10[] = {
#embed "../../templates/assets/style.css" if_empty(0)
};
static const unsigned char file11[] = {
#embed "../../templates/assets/theme.js" if_empty(0)
};
static const unsigned char file12[] = {
#embed "../../templates/base.mustache" if_empty(0)
};
static const unsigned char file13[] = {
#embed "../../templates/claim-row.mustache" if_empty(0)
};
static const unsigned char file14[] = {
#embed "../../templates/claim-statement.mustache" if_empty(0)
};
static const unsigned char file15[] = {
#embed "../../templates/claim.mustache" if_empty(0)
};
static const unsigned char file16[] = {
#embed "../../templates/claims.mustache" if_empty(0)
};
static const unsigned char file17[] = {
#embed "../../templates/entities.mustache" if_empty(0)
};
static const unsigned char file18[] = {
#embed "../../templates/entity-row.mustache" if_empty(0)
};
static const unsigned char file19[] = {
#embed "../../templates/entity.mustache" if_empty(0)
};
static const unsigned char file20[] = {
#embed "../../templates/footer.mustache" if_empty(0)
};
static const unsigned char file21[] = {
#embed "../../templates/head.mustache" if_empty(0)
};
static const unsigned char file22[] = {
#embed "../../templates/header.mustache" if_empty(0)
};
static const unsigned char file23[] = {
#embed "../../templates/index.mustache" if_empty(0)
};
static const unsigned char file24[] = {
#embed "../../templates/list.mustache" if_empty(0)
};
static const unsigned char file25[] = {
#embed "../../templates/metric.mustache" if_empty(0)
};
static const unsigned char file26[] = {
#embed "../../templates/outlet.mustache" if_empty(0)
};
static const unsigned char file27[] = {
#embed "../../templates/page.mustache" if_empty(0)
};
static const unsigned char file28[] = {
#embed "../../templates/pager.mustache" if_empty(0)
};
static const unsigned char file29[] = {
#embed "../../templates/redirect.mustache" if_empty(0)
};
static const unsigned char file30[] = {
#embed "../../templates/search-box.mustache" if_empty(0)
};
static const unsigned char file31[] = {
#embed "../../templates/search.mustache" if_empty(0)
};
static const unsigned char file32[] = {
#embed "../../templates/strings.json" if_empty(0)
};
static const unsigned char file33[] = {
#embed "../../templates/tag.mustache" if_empty(0)
};
static const unsigned char file34[] = {
#embed "../../templates/terms.mustache" if_empty(0)
};
static const unsigned char file35[] = {
#embed "../../templates/year.mustache" if_empty(0)
};

static const variorum_file files[] = {
    {"404.mustache", file0, sizeof file0},
    {"article-card.mustache", file1, sizeof file1},
    {"article.mustache", file2, sizeof file2},
    {"assets/icon.svg", file3, sizeof file3},
    {"assets/reader.js", file4, sizeof file4},
    {"assets/reading.css", file5, sizeof file5},
    {"assets/redirect.js", file6, sizeof file6},
    {"assets/search-disk.js", file7, sizeof file7},
    {"assets/search-ui.js", file8, sizeof file8},
    {"assets/search.js", file9, sizeof file9},
    {"assets/style.css", file10, sizeof file10},
    {"assets/theme.js", file11, sizeof file11},
    {"base.mustache", file12, sizeof file12},
    {"claim-row.mustache", file13, sizeof file13},
    {"claim-statement.mustache", file14, sizeof file14},
    {"claim.mustache", file15, sizeof file15},
    {"claims.mustache", file16, sizeof file16},
    {"entities.mustache", file17, sizeof file17},
    {"entity-row.mustache", file18, sizeof file18},
    {"entity.mustache", file19, sizeof file19},
    {"footer.mustache", file20, sizeof file20},
    {"head.mustache", file21, sizeof file21},
    {"header.mustache", file22, sizeof file22},
    {"index.mustache", file23, sizeof file23},
    {"list.mustache", file24, sizeof file24},
    {"metric.mustache", file25, sizeof file25},
    {"outlet.mustache", file26, sizeof file26},
    {"page.mustache", file27, sizeof file27},
    {"pager.mustache", file28, sizeof file28},
    {"redirect.mustache", file29, sizeof file29},
    {"search-box.mustache", file30, sizeof file30},
    {"search.mustache", file31, sizeof file31},
    {"strings.json", file32, sizeof file32},
    {"tag.mustache", file33, sizeof file33},
    {"terms.mustache", file34, sizeof file34},
    {"year.mustache", file35, sizeof file35},
};

int variorum_theme_file_count(void) { return (int)(sizeof files / sizeof files[0]); }

variorum_file variorum_theme_file(int index) { return files[index]; }
