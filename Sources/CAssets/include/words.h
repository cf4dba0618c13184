#pragma once

#include <stddef.h>
#include <stdint.h>

// Word frequencies of Chinese, made by scripts/make-word-frequencies.py, which describes the layout.
extern const unsigned char variorum_words[];

static inline uint8_t variorum_words_u8(size_t offset) {
    return variorum_words[offset];
}

static inline uint16_t variorum_words_u16(size_t offset) {
    return (uint16_t)(variorum_words[offset] | variorum_words[offset + 1] << 8);
}

static inline uint32_t variorum_words_u32(size_t offset) {
    return variorum_words_u16(offset) | (uint32_t)variorum_words_u16(offset + 2) << 16;
}
