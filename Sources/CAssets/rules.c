// Made by scripts/make-asset-lists.py; do not edit.
#include "rules.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../rules/36kr/36kr.rule" if_empty(0)
};
static const unsigned char file1[] = {
#embed "../../rules/baijiahao/baijiahao.rule" if_empty(0)
};
static const unsigned char file2[] = {
#embed "../../rules/csdn/csdn.rule" if_empty(0)
};
static const unsigned char file3[] = {
#embed "../../rules/cubox/cubox.rule" if_empty(0)
};
static const unsigned char file4[] = {
#embed "../../rules/netease/netease.rule" if_empty(0)
};
static const unsigned char file5[] = {
#embed "../../rules/peoples-daily/peoples-daily.rule" if_empty(0)
};
static const unsigned char file6[] = {
#embed "../../rules/sina/sina.rule" if_empty(0)
};
static const unsigned char file7[] = {
#embed "../../rules/tencent-news/tencent-news.rule" if_empty(0)
};
static const unsigned char file8[] = {
#embed "../../rules/the-paper/the-paper.rule" if_empty(0)
};
static const unsigned char file9[] = {
#embed "../../rules/toutiao/toutiao.rule" if_empty(0)
};
static const unsigned char file10[] = {
#embed "../../rules/wechat/wechat.rule" if_empty(0)
};
static const unsigned char file11[] = {
#embed "../../rules/zhihu/zhihu.rule" if_empty(0)
};

static const variorum_file files[] = {
    {"36kr/36kr.rule", file0, sizeof file0},
    {"baijiahao/baijiahao.rule", file1, sizeof file1},
    {"csdn/csdn.rule", file2, sizeof file2},
    {"cubox/cubox.rule", file3, sizeof file3},
    {"netease/netease.rule", file4, sizeof file4},
    {"peoples-daily/peoples-daily.rule", file5, sizeof file5},
    {"sina/sina.rule", file6, sizeof file6},
    {"tencent-news/tencent-news.rule", file7, sizeof file7},
    {"the-paper/the-paper.rule", file8, sizeof file8},
    {"toutiao/toutiao.rule", file9, sizeof file9},
    {"wechat/wechat.rule", file10, sizeof file10},
    {"zhihu/zhihu.rule", file11, sizeof file11},
};

int variorum_rule_count(void) { return (int)(sizeof files / sizeof files[0]); }

variorum_file variorum_rule(int index) { return files[index]; }
