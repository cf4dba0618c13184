"""Files and types that comments and documents name must exist.

In comments of Sources and in documents, a path in backticks (`Sources/Site/Build.swift`) must be a file or
folder of the repository, a file name (`Build.swift`) the name of a file in it, and a word such as `SitePath` or
`SitePath.file` must begin with a type that Sources or Tests declare, or that KNOWN lists.
"""
import re
from pathlib import PurePosixPath

# Types of Swift's libraries, which this repository does not declare.
KNOWN = {"CancellationError"}
# Files that an instruction tells its reader to make.
EXAMPLES = {
    "Sources/Site/Pages/YourPages.swift", "templates/your-page.mustache", "templates/essay.mustache",
}
# Folders of the repository that a path can begin with.
FOLDERS = r"(?:Sources|Tests|docs|scripts|rules|templates|Benchmarks)"
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(rf"{FOLDERS}(?:/[\w.+-]+)+/?|{FOLDERS}/")
FILE = re.compile(r"[\w+.-]+\.(?:swift|py|c|h)")
# Two capitals and a small letter at least: `SitePath`, `UIStrings`, `JSONWriter`, but not `GET` or `Text`.
TYPE = re.compile(r"(?=\w*[a-z])([A-Z]\w*[A-Z]\w*)(?:\.\w+)*(?:\([\w:]*\))?")
DECLARED = re.compile(
    r"\b(?:struct|class|enum|protocol|actor|typealias|associatedtype|case|extension|import|interface)\s+`?(\w+)")
GENERIC = re.compile(r"<\s*(?:let\s+)?([A-Z]\w*)")
TARGET = re.compile(r'name:\s*"(\w+)"')
COMMENT = re.compile(r"(?://|^\s*\*|/\*)(.*)")


def declared_names(texts):
    """The types, cases and modules of Swift files, the classes of Python files, the types of JavaScript
    files, and the targets of Package.swift."""
    names = set()
    for path, text in texts.items():
        if path.endswith((".swift", ".py", ".js", ".mjs")):
            names.update(DECLARED.findall(text))
        if path.endswith(".swift"):
            names.update(GENERIC.findall(text))
        if path == "Package.swift":
            names.update(TARGET.findall(text))
    return names


def prose_lines(path, text):
    """Lines of the file that are prose, with their numbers: comments of sources, documents outside fences."""
    is_document = path.endswith(".md")
    fenced = False
    for number, line in enumerate(text.split("\n"), start=1):
        if is_document:
            if line.lstrip().startswith("```"):
                fenced = not fenced
            elif not fenced:
                yield number, line
        elif comment := COMMENT.search(line):
            yield number, comment[1]


def is_checked(path):
    return (
        (path.startswith("Sources/") and path.endswith((".swift", ".c", ".h")))
        or (path.startswith("docs/") and path.endswith(".md"))
        or path in ("README.md", "CONTRIBUTING.md"))


def check_names(texts, paths):
    """Findings as (path, line, message). `texts`: contents by path; `paths`: every file of the repository."""
    known = KNOWN | declared_names(texts)
    files = {PurePosixPath(path).name for path in paths}
    places = set(paths)
    for path in paths:
        places.update(str(folder) for folder in PurePosixPath(path).parents)
    for path, text in texts.items():
        if not is_checked(path):
            continue
        for line, prose in prose_lines(path, text):
            for match in CODE.finditer(prose):
                word = match[1]
                if PATH.fullmatch(word):
                    if word.rstrip("/") not in places and word not in EXAMPLES:
                        yield path, line, f"`{word}` does not exist"
                elif FILE.fullmatch(word):
                    if word not in files:
                        yield path, line, f"no file is called `{word}`"
                elif (name := TYPE.fullmatch(word)) and name[1] not in known:
                    yield path, line, f"`{name[1]}` is not declared in Sources or Tests"
