#!/usr/bin/env python3
"""Writes the lists of files that are embedded in the binary: make-asset-lists.py [--check]

templates/**     -> Sources/CAssets/theme.c
rules/**/*.{rule,txt}  -> Sources/CAssets/rules.c

One #embed for each file, sorted by path. Run it after such a file is added or removed; --check writes nothing and
fails when a list is not what it should be.
"""
import os, sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
# List -> folder, ending of its files, names of the two functions.
LISTS = {
    "theme": ("templates", "", "variorum_theme_file_count", "variorum_theme_file"),
    "rules": ("rules", (".rule", ".txt"), "variorum_rule_file_count", "variorum_rule_file"),
}

def names(folder, ending):
    folder = os.path.join(ROOT, folder)
    for parent, folders, files in os.walk(folder):
        folders[:] = [f for f in folders if not f.startswith((".", "_"))]
        for name in files:
            if name.endswith(ending) and not name.startswith((".", "_")) and not name.endswith("~"):
                yield os.path.relpath(os.path.join(parent, name), folder).replace(os.sep, "/")

def text(key):
    folder, ending, count, file = LISTS[key]
    files = sorted(names(folder, ending))
    lines = ["// Made by scripts/make-asset-lists.py; do not edit.", f'#include "{key}.h"', "",
             '#pragma clang diagnostic ignored "-Wc23-extensions"', ""]
    for number, name in enumerate(files):
        lines += [f"static const unsigned char file{number}[] = {{", f'#embed "../../{folder}/{name}" if_empty(0)', "};"]
    lines += ["", "static const variorum_file files[] = {"]
    lines += [f'    {{"{name}", file{number}, sizeof file{number}}},' for number, name in enumerate(files)]
    lines += ["};", "", f"int {count}(void) {{ return (int)(sizeof files / sizeof files[0]); }}", "",
              f"variorum_file {file}(int index) {{ return files[index]; }}", ""]
    return "\n".join(lines)

if __name__ == "__main__":
    for key in LISTS:
        path = os.path.join(ROOT, "Sources", "CAssets", key + ".c")
        if sys.argv[1:] == ["--check"]:
            if open(path, encoding="utf-8").read() != text(key):
                sys.exit(f"Sources/CAssets/{key}.c is not the list of {LISTS[key][0]}/: run scripts/make-asset-lists.py")
        elif sys.argv[1:]:
            sys.exit(__doc__)
        else:
            open(path, "w", encoding="utf-8").write(text(key))
