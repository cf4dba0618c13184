#!/usr/bin/env python3
"""Formats the Swift sources in place: format.py [PATH…]

1. wraps comment lines of more than 100 columns at a space, and moves comments behind such lines above them;
2. runs `swift format`;
3. ends the first paragraph of a doc comment after its first sentence, as the linter wants it.
What is left (a long string, say) is for a person; `make lint` names it.
"""
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = 100
SOURCES = ["Sources", "Tests", "Package.swift"]
GENERATED = {"Sources/Text/FoldTable.swift"}


def wrap_comments(source):
    lines = []
    for line in source.split("\n"):
        behind = re.match(r'(\s*)([^\s"/][^"]*?) +(// .*)$', line)
        if len(line) > COLUMNS and behind:
            lines.append(behind[1] + behind[3])
            line = behind[1] + behind[2]
        while len(line) > COLUMNS and (comment := re.match(r"(\s*///?) +(- +|\d+[.] +)?(?=\S)", line)):
            at = line.rfind(" ", len(comment[0]), COLUMNS)
            if at < 0:
                break
            lines.append(line[:at].rstrip())
            line = f"{comment[1]} {' ' * len(comment[2] or '')}{line[at:].strip()}"
        lines.append(line)
    return "\n".join(lines)


def findings(paths):
    """(file, line) -> what the linter says of a doc comment's summary."""
    done = subprocess.run(
        ["swift", "format", "lint", "--parallel", "--recursive", *paths], cwd=ROOT, capture_output=True, text=True)
    pattern = r"^(\S+?):(\d+):\d+: \w+: \[BeginDocumentationComment\w+\] (terminate|add a blank)"
    return [(m[1], int(m[2]) - 1, m[3]) for m in re.finditer(pattern, done.stderr, re.M)]


def split_summary(lines, at, wanted):
    while at > 0 and lines[at - 1].strip().startswith("///"):
        at -= 1
    indent = re.match(r"\s*", lines[at])[0]
    end = at
    while re.match(r"\s*/// +(?!- )\S", lines[end]):
        end += 1
    if wanted == "terminate":
        lines[end - 1] = re.sub(r"[:;,.]*$", "", lines[end - 1].rstrip()) + "."
        return
    for i in range(at, end):
        sentence = re.search(r"(?<!e\.g)(?<!i\.e)[.!?][)`”]?(?=\s|$)", lines[i])
        if sentence:
            rest = lines[i][sentence.end():].strip()
            if rest or i + 1 < end:
                lines[i:i + 1] = [lines[i][:sentence.end()], f"{indent}///", *([f"{indent}/// {rest}"] if rest else [])]
            return


def main(paths):
    files = [f for p in paths for f in ([ROOT / p] if p.endswith(".swift") else sorted((ROOT / p).rglob("*.swift")))]
    for file in files:
        if str(file.relative_to(ROOT)) not in GENERATED:
            before = file.read_text(encoding="utf-8")
            after = wrap_comments(before)
            if after != before:
                file.write_text(after, encoding="utf-8")
    subprocess.run(
        ["swift", "format", "--in-place", "--parallel", "--recursive", *paths], cwd=ROOT, check=True)
    found = findings(paths)
    for name in sorted({name for name, _, _ in found}):
        file = ROOT / name
        lines = file.read_text(encoding="utf-8").split("\n")
        for at, wanted in sorted(((at, wanted) for n, at, wanted in found if n == name), reverse=True):
            split_summary(lines, at, wanted)
        file.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:] or SOURCES)
