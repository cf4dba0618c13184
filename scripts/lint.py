#!/usr/bin/env python3
"""House rules that the formatter does not know: lint.py

Works offline on the files that git tracks (and new ones that it does not ignore). Prints one line per
finding as file:line: what is wrong; exits 1 when there is an error. The rules:
  words       what Swift code of ours never holds: silenced errors, crashes on purpose, notes to oneself
  disk        only Files reads, writes, lists and locks files
  doors       a third-party module is imported in one target only; a target imports only what lies below it
  characters  a CJK character is written as itself ("多"), not as its code point; bounds of ranges,
              comparisons and differences may be numbers
  length      a file past 300 lines is mentioned, past 400 is an error (what is
              generated, the theme, and tables of cases excepted)
  repository  nothing that a build makes is tracked; no package registry is named by its host
  strings     every built-in language has every word of the interface; no key is unknown, none unused
  names       files and types that comments and documents name in backticks exist
  syntax      Python, JavaScript and JSON files parse
"""
import json
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lint_names import check_names
from lint_strings import check_strings

ROOT = Path(__file__).resolve().parent.parent

GENERATED = {"Sources/Text/FoldTable.swift"}
LONG, TOO_LONG = 300, 400

# Third-party module -> the target that may import it.
DOORS = {
    "CCMarkGFM": "Markup",
    "CGumbo": "Intake",
    "CZlib": "Intake",
    "Yams": "Archive",
    "TOMLKit": "Archive",
    "Crypto": "Files",
    "Mustache": "Site",
    "NIOCore": "Preview",
    "NIOHTTP1": "Preview",
    "NIOPosix": "Preview",
    "ArgumentParser": "variorum",
}

# Targets in C without dependencies.
PLAIN_C = {"CAssets", "CPosix"}

# Target -> targets of the house that it may import. Arrows point down only.
BELOW = {
    "Text": set(),
    "Quantities": {"Text"},
    "Files": {"Text", "CPosix"},
    "Markup": {"Text", "CPosix"},
    "Archive": {"Markup", "Files", "Text"},
    "Intake": {"Archive", "Markup", "Files", "Text", "CAssets"},
    "Annotation": {"Archive", "Markup", "Files", "Quantities", "Text", "CAssets"},
    "Discovery": {"Annotation", "Archive", "Files", "Text", "CAssets"},
    "Search": {"Annotation", "Archive", "Markup", "Files", "Text"},
    "Publishing": {"Files", "Text", "CPosix"},
    "Site": {
        "Publishing", "Search", "Discovery", "Annotation", "Intake", "Archive", "Markup", "Files", "Quantities", "Text",
        "CAssets", "CPosix"},
    "Preview": {"Site", "Publishing", "Archive", "Files", "Text"},
    "variorum": {
        "Preview", "Site", "Publishing", "Search", "Discovery", "Annotation", "Intake", "Archive", "Files", "Quantities",
        "Text"},
}
PLATFORM = {"Foundation", "FoundationEssentials", "Glibc", "Darwin", "Synchronization", "Dispatch"}
TEST_PLATFORM = PLATFORM | {"Testing", "TestSupport"}
NODE = shutil.which("node")

WORDS = [
    (r"\btry\?", "`try?` hides an error; handle it or pass it on"),
    (r"\bfatalError\s*\(", "`fatalError` crashes; report a Diagnostic or throw"),
    (r"\bpreconditionFailure\s*\(", "`preconditionFailure` crashes; report a Diagnostic or throw"),
    (r"@unchecked\s+Sendable", "`@unchecked Sendable` switches a proof off"),
    (r"\bnonisolated\s*\(\s*unsafe\s*\)", "`nonisolated(unsafe)` switches a proof off"),
    (r"\bcatch\b[^{}\n]*\{\s*\}", "an empty `catch` hides an error"),
    (r"(?m)(?:^|[{;])[ \t]*_[ \t]*=(?!=)(?![ \t]*try )", "a discarded result; use it, or make it matter"),
    (r"(?m)^(?:(?:public|package|internal|private|fileprivate)\s+)?var\s+\w+[^{\n]*$",
     "a global `var` is shared state"),
]
# Calls that only Files makes; declarations and methods of other values have these names too.
DISK = re.compile(
    r"\bFileManager\b|\bData\(contentsOf:|\bcontentsOfFile:"
    r"|(?:(?<![\w.])(?<!func )|\b(?:Foundation|Glibc)\.)"
    r"(?:fopen|opendir|readdir|lstat|fstat|mkdir|mkdtemp|unlink|rmdir|access|flock|symlink|chmod|fsync|stat)\("
    r"|\b(?:Foundation|Glibc)\.(?:open|rename|write|link)\(|\bvariorum_(?:rename_new|sync)\(")
# U+3000 to U+9FFF and U+FF00 to U+FFEF, unless a bound or part of a difference.
CODE_POINT = re.compile(
    r"(?<![\w.<])(?<![<>] )(?<![<>]= )(?<![-+] )0x(?:[3-9][0-9A-Fa-f]{3}|[Ff]{2}[0-9A-Ea-e][0-9A-Fa-f])\b"
    r"(?! ?\.\.)(?! [-+])")
NOTES = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
# Written so that this file does not hold the names that it looks for.
REGISTRY = re.compile(
    r"\b(?:(?:files|test|registry|proxy|static|index|www|deb|security|ftp|repo1|repo)[.])?"
    r"(?:pypi|pythonhosted|npmjs|yarnpkg|crates|golang|rubygems|maven|debian)[.](?:org|com|io|net)\b")


def strip(source):
    """The Swift source with comments and the insides of strings blanked, line ends kept."""
    token = re.compile(
        r'//[^\n]*|/\*.*?\*/|(?P<hash>#+)".*?"(?P=hash)|""".*?(?<!\\)"""|"(?:\\.|[^"\\\n])*"',
        re.DOTALL)
    return token.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), source)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def check_words(path, source):
    code = strip(source)
    for pattern, message in WORDS:
        for match in re.finditer(pattern, code):
            at = match.start() + len(match[0]) - len(match[0].lstrip())
            yield path, line_of(code, at), message
    if path.startswith("Sources/") and not path.startswith("Sources/Files/"):
        for match in DISK.finditer(code):
            yield path, line_of(code, match.start()), f"`{match[0].rstrip('(')}`: only Files opens the disk; see Disk"
    if path not in GENERATED:
        for match in CODE_POINT.finditer(code):
            character = chr(int(match[0], 16))
            yield path, line_of(code, match.start()), f'write the character "{character}", not {match[0]}'
    for match in NOTES.finditer(source):
        yield path, line_of(source, match.start()), f"{match[0]}: do it, or file an issue"


def check_doors(path, source):
    parts = Path(path).parts
    if parts[0] not in ("Sources", "Tests") or len(parts) < 3:
        return
    target = parts[1]
    imports = re.finditer(
        r"(?m)^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?"
        r"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)", strip(source))
    for match in imports:
        module, line = match[1], line_of(source, match.start(1))
        if parts[0] == "Tests":
            if module in DOORS and DOORS[module] + "Tests" != target:
                yield path, line, f"{module} is imported by {DOORS[module]} alone"
            elif module not in BELOW and module not in DOORS and module not in TEST_PLATFORM | PLAIN_C:
                yield path, line, f"{module} is no module of the house; see scripts/lint.py"
        elif module in DOORS:
            if DOORS[module] != target:
                yield path, line, f"{module} is imported by {DOORS[module]} alone, not by {target}"
        elif module in BELOW or module in PLAIN_C:
            if module not in BELOW.get(target, set()):
                yield path, line, f"{target} does not stand on {module}"
        elif target == "Text":
            yield path, line, f"Text imports nothing, not even {module}"
        elif module not in PLATFORM:
            yield path, line, f"{module} is no module of the house; see scripts/lint.py"


def check_syntax(path, source):
    if path.endswith(".py"):
        try:
            compile(source, path, "exec")
        except SyntaxError as problem:
            yield path, problem.lineno or 1, f"Python: {problem.msg}"
    elif path.endswith(".json"):
        try:
            json.loads(source)
        except json.JSONDecodeError as problem:
            yield path, problem.lineno, f"JSON: {problem.msg}"
    elif path.endswith((".js", ".mjs")) and NODE:
        is_module = path.endswith(".mjs") or re.search(r"(?m)^\s*(?:import|export)\b", source)
        kind = "module" if is_module else "commonjs"
        done = subprocess.run(
            [NODE, "--check", f"--input-type={kind}", "-"],
            input=source, capture_output=True, text=True)
        if done.returncode:
            where = re.search(r"^\[stdin\]:(\d+)|:(\d+)$", done.stderr, re.M)
            words = re.search(r"^\w*Error: .*", done.stderr, re.M)
            line = int(next((g for g in where.groups() if g), 1)) if where else 1
            yield path, line, f"JavaScript: {words[0] if words else done.stderr.strip()}"


def check_length(path, source):
    count = source.count("\n")
    if path in GENERATED or not path.endswith((".swift", ".py", ".js", ".mjs", ".c", ".h")):
        return
    # A script of the site is one request; what it would be divided into, a reader would wait for.
    if count > TOO_LONG and not path.startswith("templates/") and not path.endswith("Cases.swift"):
        yield path, count, f"{count} lines: too much for one file (at most {TOO_LONG})"
    elif count > LONG:
        print(f"{path}:{count}: note: {count} lines; is it one idea?", file=sys.stderr)


def check_file(path):
    try:
        source = (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        if path.endswith((".swift", ".py", ".js", ".mjs", ".json", ".c", ".h")):
            return [(path, 1, "not UTF-8")]
        return []
    found = []
    if path.endswith(".swift"):
        found += check_words(path, source)
        found += check_doors(path, source)
    found += check_length(path, source)
    found += check_syntax(path, source)
    if not path.startswith("content/"):
        for match in REGISTRY.finditer(source):
            found.append((path, line_of(source, match.start()), f"names a package registry's host: {match[0]}"))
    return found


def check_tracked(paths):
    for path in paths:
        if path.startswith("public/") and path != "public/.gitignore":
            yield path, 1, "what a build writes is not tracked"
        if path.startswith((".build", ".venv", ".variorum")) or Path(path).name == "Package.resolved":
            yield path, 1, "what a build makes is not tracked"
        if "__pycache__" in path or path.endswith((".pyc", ".orig", ".rej", "~")):
            yield path, 1, "a left-over file is tracked"


def main():
    def git(*arguments):
        listed = subprocess.run(
            ["git", "ls-files", "-z", *arguments], cwd=ROOT, check=True, capture_output=True)
        return sorted({p for p in listed.stdout.decode().split("\0") if p})

    tracked = git()
    files = [p for p in git("--cached", "--others", "--exclude-standard")
             if (ROOT / p).is_file() and not (ROOT / p).is_symlink()]
    if not NODE:
        print("lint: no node here, so JavaScript is not checked", file=sys.stderr)
    findings = list(check_tracked(tracked))
    findings += check_strings({
        path: (ROOT / path).read_text(encoding="utf-8") for path in files
        if path.startswith(("templates/", "Sources/Site/"))
        and path.endswith((".json", ".mustache", ".js", ".swift"))})
    findings += check_names({
        path: (ROOT / path).read_text(encoding="utf-8") for path in files
        if path.endswith((".swift", ".py", ".js", ".mjs", ".c", ".h", ".md")) and not path.startswith("content/")
    }, files)
    with ThreadPoolExecutor(max_workers=2) as pool:
        for found in pool.map(check_file, files):
            findings += found
    for path, line, message in sorted(findings):
        print(f"{path}:{line}: {message}")
    if findings:
        sys.exit(f"lint: {len(findings)} finding(s) in {len(files)} files")
    print(f"lint: {len(files)} files, nothing to find fault with")


if __name__ == "__main__":
    main()
