#!/usr/bin/env python3
"""Writes the word frequencies: make-word-frequencies.py DICT > Sources/CAssets/data/words.bin

DICT is dict.txt of jieba 0.42 (MIT, github.com/fxsjy/jieba; PyPI: jieba, `pip show -f jieba`): a line for each
word with its frequency. Kept are words of one to four Han characters of U+4E00..U+9FFF, folded by the
fold table of Sources/Text, frequencies of words that fold alike added up.

The file is read in place (Sources/Annotation/Mentions/WordFrequencies.swift). All numbers are little endian:
  4 bytes   VWF1
  4 bytes   round(16 * ln(sum of all frequencies))
  12 bytes  number of words of 2, 3 and 4 characters
  20992     a byte for each character: 1 + round(16 * ln(frequency)), 0: not a word
  then for 2, 3 and 4 characters:
  20993 * 4 number of the first word that begins with the character (the last: number of words)
  words     in order: the characters behind the first, 2 bytes each, and the frequency as above
"""
import math, os, re, struct, sys
from collections import Counter

FIRST, COUNT = 0x4E00, 0xA000 - 0x4E00

def fold_table():
    path = os.path.join(os.path.dirname(__file__), "..", "Sources", "Text", "FoldTable.swift")
    literal = open(path, encoding="utf-8").read().split('"""')[1]
    text = re.sub(r"\\\n\s*", "", literal).strip()
    text = re.sub(r"\\u\{([0-9A-F]+)\}", lambda m: chr(int(m[1], 16)), text)
    return dict(zip(text[::2], text[1::2]))

def level(frequency):
    return 1 + round(16 * math.log(max(frequency, 1)))

def main(path):
    fold = fold_table()
    words, total = Counter(), 0
    for line in open(path, encoding="utf-8"):
        word, frequency, *rest = line.split()
        total += int(frequency)
        word = "".join(fold.get(c, c) for c in word)
        if len(word) <= 4 and all(FIRST <= ord(c) < FIRST + COUNT for c in word):
            words[word] += int(frequency)
    by_length = [sorted(w for w in words if len(w) == n) for n in (1, 2, 3, 4)]
    out = sys.stdout.buffer
    out.write(b"VWF1" + struct.pack("<IIII", round(16 * math.log(total)), *map(len, by_length[1:])))
    out.write(bytes(level(words[chr(c)]) if chr(c) in words else 0 for c in range(FIRST, FIRST + COUNT)))
    for group in by_length[1:]:
        firsts = Counter(ord(w[0]) - FIRST for w in group)
        start = 0
        for c in range(COUNT):
            out.write(struct.pack("<I", start))
            start += firsts[c]
        out.write(struct.pack("<I", start))
        for w in group:
            out.write(struct.pack(f"<{len(w) - 1}H", *map(ord, w[1:])) + bytes([level(words[w])]))

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
