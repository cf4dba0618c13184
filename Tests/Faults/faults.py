"""Runs builds in which the Nth call that changes the disk fails, or at which the program is killed.

After the fault the next command runs, without any. The site is then the old one or the new one, byte for byte,
and files that are not the program's are as they were; the next build makes the new one.
"""
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
PROGRAM = os.environ.get("VARIORUM") or str(ROOT / ".build/debug/variorum")
KINDS = ["EIO", "ENOSPC", "FULL", "KILL", "KILLED"]
CRASHES = ("Fatal error", "Illegal instruction", "Segmentation fault", "Stack dump", "crashed")
NEXT = [["build"], ["check"], ["verify"], ["search", "渡口"]]
FOREIGN = {"CNAME": "example.org\n", "articles/ferry/mine.txt": "mine\n", "own/page.html": "<p>own</p>\n"}
FILES = {
    "archive.yml": "title: 渡口文庫\nlanguage: zh-Hant\n",
    "articles/ferry.md": "---\ntitle: 新船下水\ndate: 2025-04-08\nlang: zh-Hant\n---\n林若水在渡口說，新船很快。\n",
    "articles/lamp.md": "---\ntitle: 渡口的燈\ndate: 2025-05-01\nlang: zh-Hant\n---\n林若水點了一盞燈。\n",
    "people/lin-ruoshui.md": "---\nname: 林若水\n---\n船長。\n",
}
# Before and after; None: there was no site.
SCENARIOS = {
    "first build": (None, {}),
    "first build beside other files": (FOREIGN, {}),
    "full rebuild": (FOREIGN, {"archive.yml": "title: 燈塔文庫\nlanguage: zh-Hant\n"}),
    "edit": (FOREIGN, {
        "articles/lamp.md": None, "articles/oar.md": "---\ntitle: 槳\n---\n林若水說，槳在渡口。\n"}),
}


def compile_shim(folder):
    """The library that makes calls fail, or None where there is no compiler."""
    compiler = shutil.which("gcc") or shutil.which("cc") or shutil.which("clang")
    if not compiler:
        return None
    library = Path(folder) / "fault.so"
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o", library, FOLDER / "fault.c", "-ldl"],
        check=True)
    return library


def write(folder, files):
    for path, text in files.items():
        file = folder / path
        if text is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def site(archive):
    """{path: hash} of everything below public/, folders and links included; None when there is no such folder."""
    public = archive / "public"
    if not public.is_dir():
        return None
    found = {}
    for path in public.rglob("*"):
        name = path.relative_to(public).as_posix()
        if path.is_symlink():
            found[name] = "link to " + os.readlink(path)
        elif path.is_dir():
            found.setdefault(name + "/", "folder")
        else:
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def run(archive, command, **environment):
    return subprocess.run(
        [PROGRAM, *command], cwd=archive, capture_output=True, text=True, errors="replace", timeout=120,
        stdin=subprocess.DEVNULL, env=os.environ | {"NO_COLOR": "1"} | environment)


class Scenario:
    """An archive as it is before a build that meets a fault, with the sites before and after it."""

    def __init__(self, name, shim, folder):
        foreign, change = SCENARIOS[name]
        self.name, self.shim, self.folder = name, shim, Path(folder)
        self.start = self.folder / "start"
        write(self.start / "content", FILES)
        self.foreign = foreign or {}
        if change:
            self.expect(run(self.start, ["build"]))
        write(self.start / "public", self.foreign)
        if change:
            # So that the files of others are known to the last build, as they are to any but the first.
            self.expect(run(self.start, ["build", "--clean"]))
        self.old = site(self.start) or {}
        write(self.start / "content", change)
        done = self.folder / "done"
        self.copy(done)
        log = self.folder / "log"
        self.expect(run(done, ["build"], LD_PRELOAD=str(shim), FAULT_LOG=str(log)))
        self.new = site(done)
        self.beside = {path.name for path in done.iterdir()}
        # [(name, path)], paths in the archive from there.
        self.log = [(name, path.removeprefix(f"{done}/").removeprefix("./")) for _, name, path in (
            line.split(" ", 2) for line in log.read_text().splitlines())]
        self.calls = len(self.log)

    @staticmethod
    def expect(done):
        if done.returncode:
            raise AssertionError(done.stderr)

    def copy(self, to):
        # With times and links, as the program's cache knows files by them.
        subprocess.run(["cp", "-a", str(self.start), str(to)], check=True)

    def attempt(self, n, kind, command):
        """What went wrong when the Nth call met a fault and `command` came next: a list of findings."""
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            archive = Path(folder) / "archive"
            self.copy(archive)
            hurt = run(archive, ["build"], LD_PRELOAD=str(self.shim), FAULT_AT=str(n), FAULT_KIND=kind)
            findings = []
            if any(word in hurt.stderr for word in CRASHES) or hurt.returncode not in (0, 1, -9):
                findings.append(f"the build crashed ({hurt.returncode}): {hurt.stderr[-500:]}")
            if hurt.returncode == 1 and "error:" not in hurt.stderr:
                findings.append("the build failed and said nothing")
            if "only a part of the new site" in hurt.stderr and "nothing was written" in hurt.stderr:
                findings.append("the build says that a part was written and that nothing was")
            after = run(archive, command)
            if any(word in after.stderr for word in CRASHES) or after.returncode not in (0, 1):
                findings.append(f"{command[0]} crashed ({after.returncode}): {after.stderr[-500:]}")
            now = site(archive) or {}
            if now not in (self.old, self.new):
                findings.append(f"after {command[0]} the site is neither the old nor the new one: "
                                + self.differences(now))
            if command == ["build"]:
                if after.returncode:
                    findings.append(f"the next build failed: {after.stderr[-500:]}")
                if now != self.new:
                    findings.append("the next build did not make the new site")
            elif command == ["check"] and after.returncode:
                findings.append(f"check failed: {after.stderr[-500:]}")
            elif command == ["verify"] and after.returncode and now == self.new:
                findings.append(f"verify refuses the new site: {after.stderr[-500:]}")
            last = run(archive, ["build"])
            if last.returncode or site(archive) != self.new:
                findings.append(f"a later build did not make the new site: {last.stderr[-500:]} "
                                + self.differences(site(archive) or {}))
            left = {path.name for path in archive.iterdir()} - self.beside
            if left:
                findings.append(f"left beside the site: {sorted(left)}")
            return [f"{self.name}, call {n} of {self.calls}, {kind}, then {command[0]}: {words}" for words in findings]

    def differences(self, now):
        def words(other):
            names = sorted(name for name in now.keys() | other.keys() if now.get(name) != other.get(name))
            return f"{len(names)} differ ({', '.join(names[:4])}{' …' if len(names) > 4 else ''})"
        return f"from the old {words(self.old)}, from the new {words(self.new)}"
