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
# What others put into public/ before (None: there was no site), what changes in content/, and what is there besides FILES.
SCENARIOS = {
    "first build": (None, {}),
    "first build beside other files": (FOREIGN, {}),
    "full rebuild": (FOREIGN, {"archive.yml": "title: 燈塔文庫\nlanguage: zh-Hant\n"}),
    "edit": (FOREIGN, {
        "articles/lamp.md": None, "articles/oar.md": "---\ntitle: 槳\n---\n林若水說，槳在渡口。\n"}),
    "file and folder change places": (
        FOREIGN, {"assets/box": None, "assets/box/inner.txt": "inner\n", "assets/chest/inner.txt": None,
                  "assets/chest": "chest\n"},
        {"assets/box": "box\n", "assets/chest/inner.txt": "inner\n"}),
}
# The folder in public/ that is a mount point in the scenario of that.
MOUNTED = "articles"
# A path that the new site of "edit" needs, one in a folder that it leaves, and one that has nothing to do with it.
APPEARING = ["articles/oar/index.html", "articles/lamp/own.txt", "own/more.txt"]


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
            if not any(file.parent.iterdir()):
                file.parent.rmdir()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def site(archive):
    """{path: hash} of everything below public/, folders and links included; None when there is no such folder."""
    public = archive / "public"
    if not public.is_dir():
        return None
    mounted = archive / "mounted"
    paths = [(path.relative_to(public).as_posix(), path) for path in public.rglob("*")]
    if mounted.is_dir():
        paths += [(f"{MOUNTED}/{path.relative_to(mounted).as_posix()}", path) for path in mounted.rglob("*")]
    found = {}
    for name, path in paths:
        if path.is_symlink():
            found[name] = "link to " + os.readlink(path)
        elif path.is_dir():
            found.setdefault(name + "/", "folder")
        else:
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def run(archive, command, **environment):
    """Where there is a folder `mounted`, it is mounted in public/, in a mount namespace of the command's own."""
    line = [PROGRAM, *command]
    if (archive / "mounted").exists():
        (archive / "public" / MOUNTED).mkdir(parents=True, exist_ok=True)
        line = [*NAMESPACE, "sh", "-c", 'mount --bind mounted "$0" && exec "$@"', f"public/{MOUNTED}", *line]
        # Only the program is to meet faults.
        preload = environment.pop("LD_PRELOAD", None)
        if preload:
            line[-len(command) - 1:-len(command) - 1] = ["env", f"LD_PRELOAD={preload}"]
    return subprocess.run(
        line, cwd=archive, capture_output=True, text=True, errors="replace", timeout=120,
        stdin=subprocess.DEVNULL, env=os.environ | {"NO_COLOR": "1"} | environment)


NAMESPACE = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]


def can_mount(folder):
    """Whether a folder can be mounted here."""
    try:
        return subprocess.run(
            [*NAMESPACE, "mount", "--bind", folder, folder], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


class Scenario:
    """An archive as it is before a build that meets a fault, with the sites before and after it."""

    def __init__(self, name, shim, folder, is_mounted=False):
        foreign, change, *more = SCENARIOS[name]
        self.name, self.shim, self.folder = name, shim, Path(folder)
        self.start = self.folder / "start"
        write(self.start / "content", FILES)
        for files in more:
            write(self.start / "content", files)
        if is_mounted:
            self.name += ", with a mount point"
            (self.start / "mounted").mkdir()
        self.foreign = foreign or {}
        if change:
            self.expect(run(self.start, ["build"]))
        for path, text in self.foreign.items():
            inside = is_mounted and path.startswith(f"{MOUNTED}/")
            write(self.start, {path.replace(MOUNTED, "mounted", 1) if inside else f"public/{path}": text})
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
            findings = self.hurt(archive, ["build"], n, kind) + self.survival(archive, command)
            return [f"{self.name}, call {n} of {self.calls}, {kind}, then {command[0]}: {words}" for words in findings]

    def attempt_twice(self, n, between, m, kind, command):
        """The program is killed at the Nth call, the next command, which completes the build, meets a fault at its Mth."""
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            archive = Path(folder) / "archive"
            self.copy(archive)
            findings = (self.hurt(archive, ["build"], n, "KILL") + self.hurt(archive, between, m, kind)
                        + self.survival(archive, command))
            return [f"{self.name}, killed at {n} of {self.calls}, {between[0]} with {kind} at {m}, then {command[0]}: {words}"
                    for words in findings]

    def attempt_beside(self, n, path, command):
        """Somebody else makes a file before the Nth call."""
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            archive = Path(folder) / "archive"
            self.copy(archive)
            file = archive / "public" / path
            findings = self.hurt(archive, ["build"], n, "FOREIGN", FAULT_FILE=f"public/{path}")
            is_there = file.exists() and file.read_text() == "foreign\n"
            if path not in self.new and not is_there:
                findings.append("the file is gone after the build")
            run(archive, command)
            now = site(archive)
            if is_there and now.get(path) != hashlib.sha256(b"foreign\n").hexdigest():
                findings.append(f"the file is gone after {command[0]}")
            if is_there:
                file.unlink()
            last = run(archive, ["build"])
            # An empty folder that somebody else made is not the program's.
            for parent in file.parents:
                if parent == archive / "public" or any(parent.iterdir()):
                    break
                parent.rmdir()
            if last.returncode or site(archive) != self.new:
                findings.append(f"a later build did not make the new site: {last.stderr[-500:]} "
                                + self.differences(site(archive) or {}))
            without = [{name: what for name, what in one.items() if not f"{path}/".startswith(name)
                        and name != path} for one in (now, self.old, self.new)]
            if without[0] not in without[1:]:
                findings.append("the site is neither the old nor the new one: " + self.differences(now))
            return [f"{self.name}, {path} appears at call {n} of {self.calls}, then {command[0]}: {words}"
                    for words in findings]

    def hurt(self, archive, command, n, kind, **more):
        """Runs a command that meets a fault."""
        done = run(archive, command, LD_PRELOAD=str(self.shim), FAULT_AT=str(n), FAULT_KIND=kind, **more)
        findings = []
        if any(word in done.stderr for word in CRASHES) or done.returncode not in (0, 1, -9):
            findings.append(f"{command[0]} crashed ({done.returncode}): {done.stderr[-500:]}")
        if command == ["build"]:
            if done.returncode == 1 and "error:" not in done.stderr:
                findings.append("the build failed and said nothing")
            if "only a part of the new site" in done.stderr and "nothing was written" in done.stderr:
                findings.append("the build says that a part was written and that nothing was")
        return findings

    def survival(self, archive, command):
        """Runs the next command, without a fault, and a build."""
        findings = []
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
        return findings

    @property
    def committed(self):
        """The call after which the journal is in force."""
        return next(n for n, (call, path) in enumerate(self.log, 1)
                    if call == "rename" and path.endswith(".variorum-staging/journal"))

    def differences(self, now):
        def words(other):
            names = sorted(name for name in now.keys() | other.keys() if now.get(name) != other.get(name))
            return f"{len(names)} differ ({', '.join(names[:4])}{' …' if len(names) > 4 else ''})"
        return f"from the old {words(self.old)}, from the new {words(self.new)}"
