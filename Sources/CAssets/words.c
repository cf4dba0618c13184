#include "words.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char variorum_words[] = {
#embed "data/words.bin"
};
