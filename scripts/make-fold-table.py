#!/usr/bin/env python3
"""Writes the fold table: make-fold-table.py OPENCC_DICTIONARY_FOLDER > Sources/Text/FoldTable.swift

One scalar folds to one scalar. Three sources, applied in this order and closed under repetition:
  1. width and compatibility: NFKC where it maps one scalar to one scalar and the mapping is <wide>, <narrow>,
     a canonical singleton or a Kangxi radical (never ² to 2 or ① to 1: digits are facts)
  2. case: lower case where it is one scalar
  3. script: OpenCC's TSCharacters (Apache-2.0), first candidate; where the first candidate is the character itself
     and another follows, the other, so that both spellings meet; regional variants of TWVariants and HKVariants
     (standard form -> regional form) are read backwards

Run it with the dictionaries of OpenCC 1.1 or later (PyPI: opencc-python-reimplemented, folder `dictionary`).
"""
import os, sys, unicodedata

def rows(folder, name):
    for line in open(os.path.join(folder, name), encoding="utf-8"):
        source, _, targets = line.rstrip("\n").partition("\t")
        if len(source) == 1 and targets and not source.startswith("#"):
            yield source, [t for t in targets.split(" ") if len(t) == 1]

def script_pairs(folder):
    pairs = {}
    simplified = {t for _, targets in rows(folder, "TSCharacters.txt") for t in targets}
    for name in ("TWVariants.txt", "HKVariants.txt"):
        for standard, regional in rows(folder, name):
            for form in regional:
                if form != standard and form not in simplified:
                    pairs.setdefault(form, standard)
    for source, targets in rows(folder, "TSCharacters.txt"):
        other = [t for t in targets if t != source]
        if other:
            pairs[source] = other[0]
    # The Traditional 著 is read by both 著 and 着 in Simplified; the two meet in 着.
    pairs["著"] = "着"
    return pairs

def width(character):
    decomposition = unicodedata.decomposition(character)
    if not decomposition:
        return character
    kangxi = 0x2E80 <= ord(character) <= 0x2FD5
    if decomposition.startswith("<") and not decomposition.startswith(("<wide>", "<narrow>")) and not kangxi:
        return character
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character

def is_plain(c):
    """Whether a character is readable as it is in source code: letters that neither compose nor run from right to left."""
    category = unicodedata.category(c)[0]
    return (category == "L" and ord(c) < 0x10000 and unicodedata.bidirectional(c) not in ("R", "AL")
            and unicodedata.decomposition(c) == "")

def main(folder):
    script = script_pairs(folder)
    def once(c):
        c = width(c)
        c = c.lower() if len(c.lower()) == 1 else c
        return script.get(c, c)
    table = {}
    for code in range(0x80, 0x30000):
        if 0xD800 <= code < 0xE000:
            continue
        c = chr(code)
        seen = [c]
        while (n := once(seen[-1])) not in seen:
            seen.append(n)
        # A circle of variants (a -> b -> a) folds to its smallest member, so that folding twice changes nothing.
        n = seen[-1] if once(seen[-1]) == seen[-1] else min(seen[seen.index(once(seen[-1])):])
        if n != c:
            table[c] = n
    for source, target in table.items():
        assert table.get(target, target) == target, (source, target)
    pairs = "".join(a + b for a, b in sorted(table.items()))
    print("// Made by scripts/make-fold-table.py; do not edit. The script's comment says from what.")
    print("// Traditional to Simplified: OpenCC's character lists, Apache-2.0, github.com/BYVoid/OpenCC.")
    print()
    print(f"/// {len(table)} pairs of a scalar and the scalar it folds to, by source.")
    print("let foldPairs: StaticString = \"\"\"")
    lines = [pairs[at:at + 96] for at in range(0, len(pairs), 96)]
    for line in lines:
        written = "".join(c if is_plain(c) else f"\\u{{{ord(c):X}}}" for c in line)
        print("    " + written + ("\\" if line is not lines[-1] else ""))
    print("    \"\"\"")

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
