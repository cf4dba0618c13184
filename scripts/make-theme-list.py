#!/usr/bin/env python3
"""Writes the list of theme files that are embedded in the binary: make-theme-list.py [--check]

templates/** -> Sources/CAssets/theme.c, one #embed for each file, sorted by path. Run it after a file of the theme
is added or removed; --check writes nothing and fails when the list is not what it should be.
"""
import os, sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
LIST = os.path.join(ROOT, "Sources", "CAssets", "theme.c")

def names():
    folder = os.path.join(ROOT, "templates")
    for parent, folders, files in os.walk(folder):
        folders[:] = [f for f in folders if not f.startswith((".", "_"))]
        for name in files:
            if not name.startswith((".", "_")) and not name.endswith("~"):
                yield os.path.relpath(os.path.join(parent, name), folder).replace(os.sep, "/")

def text():
    files = sorted(names())
    lines = ["// Made by scripts/make-theme-list.py; do not edit.", '#include "theme.h"', "",
             '#pragma clang diagnostic ignored "-Wc23-extensions"', ""]
    for number, name in enumerate(files):
        lines += [f"static const unsigned char file{number}[] = {{", f'#embed "../../templates/{name}" if_empty(0)', "};"]
    lines += ["", "static const variorum_file files[] = {"]
    lines += [f'    {{"{name}", file{number}, sizeof file{number}}},' for number, name in enumerate(files)]
    lines += ["};", "", "int variorum_theme_file_count(void) { return (int)(sizeof files / sizeof files[0]); }", "",
              "variorum_file variorum_theme_file(int index) { return files[index]; }", ""]
    return "\n".join(lines)

if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        if open(LIST, encoding="utf-8").read() != text():
            sys.exit("Sources/CAssets/theme.c is not the list of templates/: run scripts/make-theme-list.py")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        open(LIST, "w", encoding="utf-8").write(text())
