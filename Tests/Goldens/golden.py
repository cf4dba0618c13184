"""A golden: an archive, and everything that the program makes of it, in one txtar file.

The files of a golden, in this order:

  archive/PATH   the archive that is built
  command        instead of them: `new`, the command that writes the archive, which is recorded as well
  options        options of `build`, one a line
  hash-only      patterns, one a line; of a file below public/ that one of them matches, only the hash is kept
  build/exit     the exit code of `variorum build`; build/stdout and build/stderr what it said, if anything
  check/exit     the same of `variorum check`
  site/PATH      every file below public/

A file's name may end with ` (no line end)`: its last line has none. ` (sha256)` means that the file is
not text and that its hash is recorded. So are the theme's own style sheets and scripts, which are recorded as
text once, in the golden that is made by `new`.
"""
import difflib
import hashlib
import os
import re
import subprocess
import tempfile
from pathlib import Path

import txtar

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("VARIORUM") or str(ROOT / ".build/debug/variorum")
NO_END, HASH = " (no line end)", " (sha256)"
SHOWN_FILES, SHOWN_LINES, SHOWN_WIDTH = 5, 30, 200


def encode(name, body, as_hash=False):
    """The file as the golden has it: name and body."""
    try:
        body.decode()
        as_hash = as_hash or b"\0" in body
    except UnicodeDecodeError:
        as_hash = True
    if not as_hash:
        whole = not body or body.endswith(b"\n")
        text = (name, body) if whole else (name + NO_END, body + b"\n")
        if not txtar.problem(*text):
            return text
    return name + HASH, hashlib.sha256(body).hexdigest().encode() + b"\n"


def folder_files(folder):
    """{path: bytes} of every file below a folder, in the order of their paths."""
    if not folder.is_dir():
        return {}
    found = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file() or p.is_symlink()}
    return {path: found[path].read_bytes() for path in sorted(found)}


def run(archive, *arguments):
    return subprocess.run(
        [PROGRAM, *arguments], cwd=archive, stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
        env=os.environ | {"NO_COLOR": "1", "LC_ALL": "C.UTF-8"})


def write_archive(files, folder):
    for name, body in files.items():
        if name.startswith("archive/"):
            name, ended = name.removeprefix("archive/"), not name.endswith(NO_END)
            path = folder / name.removesuffix(NO_END)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body if ended else body[:-1])


def make(files):
    """Runs the program on the archive of a golden and returns the files that the golden should have."""
    with tempfile.TemporaryDirectory(prefix="variorum-golden-") as folder:
        archive = Path(folder) / "archive"
        if "command" in files:
            made = run(folder, files["command"].decode().strip(), "archive")
            if made.returncode:
                raise AssertionError(made.stderr.decode())
            inputs = {"command": files["command"]}
            inputs |= dict(encode(f"archive/{path}", body) for path, body in folder_files(archive).items())
        else:
            inputs = {name: body for name, body in files.items() if name.startswith(("archive/", "options", "hash-only"))}
            write_archive(files, archive)
        result = dict(inputs)
        for command, options in [("build", files.get("options", b"").decode().split("\n")), ("check", [])]:
            done = run(archive, command, *filter(None, options))
            result[f"{command}/exit"] = f"{done.returncode}\n".encode()
            for stream in ("stdout", "stderr"):
                if getattr(done, stream):
                    result |= [encode(f"{command}/{stream}", getattr(done, stream))]
        patterns = files.get("hash-only", b"").decode().split()
        for path, body in folder_files(archive / "public").items():
            if any(re.search(pattern, path) for pattern in patterns):
                result |= [encode(f"site/{path}", body, as_hash=True)]
                continue
            own = path.startswith("assets/") and not any(
                name.startswith(f"archive/{place}/{path}") for name in inputs for place in ("content", "templates"))
            result |= [encode(f"site/{path}", body, as_hash=own and "command" not in files)]
    return result


def lines(body):
    """The lines of a body to compare; the long lines of HTML and JSON are broken where elements begin."""
    text = body.decode(errors="replace")
    return re.sub(r"(?<=>)(?=<)|(?<=[}\]],)(?=[{\[])", "\n", text).split("\n")


def difference(expected, actual):
    """What differs between two goldens, for people; empty when nothing does."""
    report = []
    names = [name for name in expected | actual if expected.get(name) != actual.get(name)]
    for name in names[:SHOWN_FILES]:
        if name not in actual:
            report.append(f"missing: {name}")
        elif name not in expected:
            report.append(f"unexpected: {name}")
        else:
            diff = list(difflib.unified_diff(
                lines(expected[name]), lines(actual[name]), "expected", "actual", lineterm="", n=1))
            report.append(f"differs: {name}")
            report += [f"    {line[:SHOWN_WIDTH]}{'…' * (len(line) > SHOWN_WIDTH)}" for line in diff[2:SHOWN_LINES]]
            if len(diff) > SHOWN_LINES:
                report.append(f"    … {len(diff) - SHOWN_LINES} more lines")
    if len(names) > SHOWN_FILES:
        report.append(f"and {len(names) - SHOWN_FILES} more files: {', '.join(names[SHOWN_FILES:SHOWN_FILES + 40])}")
    return "\n".join(report)
