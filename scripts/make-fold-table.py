#!/usr/bin/env python3
"""Writes the fold table: make-fold-table.py OPENCC_DICTIONARY_FOLDER > Sources/Text/FoldTable.swift

`foldPairs`: one scalar folds to one scalar. Four sources, applied in this order and closed under repetition:
  0. apostrophes and quotation marks: `MARKS`
  1. width and compatibility: NFKC where it maps one scalar to one scalar and the mapping is <wide>, <narrow>,
     a canonical singleton, a Kangxi radical or in `COMPATIBLE` (never ² to 2 or ① to 1: digits are facts)
  2. case: lower case where it is one scalar
  3. script: OpenCC's TSCharacters (Apache-2.0), first candidate; where the first candidate is the character itself
     and another follows, the other, so that both spellings meet; regional variants of TWVariants and HKVariants
     (standard form -> regional form) are read backwards
`foldCompositions`: Unicode's primary composites, each with the two scalars that compose to it, Hangul syllables excepted.
`foldExpansions`: scalars that fold to several: canonical decompositions that do not compose again, and ligatures.

Run it with the dictionaries of OpenCC 1.1 or later (PyPI: opencc-python-reimplemented, folder `dictionary`).
"""
import os, sys, unicodedata

# Each mark and the forms that are read as it. docs/search.md lists the same.
MARKS = {
    "'": "`´ʹʻʼʽʾʿ‘’‛′՚Ꞌꞌ",
    '"': "“”„‟″〝〞〟",
}
# Blocks in which any compatibility mapping to one scalar counts: subscript digits, letterlike symbols, circled letters,
# circled ideographs that are not numbers, small forms, mathematical letters. FoldTableExcerpt and search.js list the same.
COMPATIBLE = [(0x2080, 0x2089), (0x2100, 0x214F), (0x24B6, 0x24E9), (0x328A, 0x32B0), (0xFE50, 0xFE6B), (0x1D400, 0x1D7FF)]
LIGATURES = range(0xFB00, 0xFB07)

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
    for mark, forms in MARKS.items():
        if character in forms:
            return mark
    decomposition = unicodedata.decomposition(character)
    if not decomposition:
        return character
    kangxi = 0x2E80 <= ord(character) <= 0x2FD5
    compatible = kangxi or any(first <= ord(character) <= last for first, last in COMPATIBLE)
    if decomposition.startswith("<") and not decomposition.startswith(("<wide>", "<narrow>")) and not compatible:
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
    compositions, expansions = [], []
    for code in range(0x80, 0x30000):
        c = chr(code)
        if 0xD800 <= code < 0xE000 or 0xAC00 <= code < 0xD7A4:
            continue
        parts = unicodedata.decomposition(c)
        if parts and not parts.startswith("<"):
            composed = unicodedata.normalize("NFC", c)
            if composed == c:
                first, second = parts.split(" ")
                compositions.append(chr(int(first, 16)) + chr(int(second, 16)) + c)
            elif len(composed) > 1:
                expansions.append(c + composed)
        elif code in LIGATURES:
            expansions.append(c + unicodedata.normalize("NFKC", c))
    pairs = "".join(a + b for a, b in sorted(table.items()))
    print("// Made by scripts/make-fold-table.py; do not edit. The script's comment says from what.")
    print("// Traditional to Simplified: OpenCC's character lists, Apache-2.0, github.com/BYVoid/OpenCC.")
    print()
    write("foldPairs", f"{len(table)} pairs of a scalar and the scalar it folds to, by source.", pairs)
    print()
    write("foldCompositions", f"{len(compositions)} times a scalar, a mark and what they compose to.", "".join(compositions))
    print()
    write("foldExpansions", f"{len(expansions)} scalars and the several that each folds to, with a line end between.",
          "\n".join(expansions))

def write(name, comment, text):
    print(f"/// {comment}")
    print(f"let {name}: StaticString = \"\"\"")
    lines = [text[at:at + 96] for at in range(0, len(text), 96)]
    for line in lines:
        written = "".join(c if is_plain(c) else f"\\u{{{ord(c):X}}}" for c in line)
        print("    " + written + ("\\" if line is not lines[-1] else ""))
    print("    \"\"\"")

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
