"""A test case with a small archive of its own, built once, and the words to say what happens to it."""
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("VARIORUM") or str(ROOT / ".build/debug/variorum")
CRASHES = ("Fatal error", "Illegal instruction", "Segmentation fault", "Stack dump", "Thread 0 crashed")

SOUND = {
    "content/archive.yml": "title: 渡口文庫\nlanguage: zh-Hant\n",
    "content/articles/ferry.md": """\
---
title: 新船下水
date: 2025-04-08
outlet: harbour
lang: zh-Hant
---
林若水在渡口說，新船每天可載六百多人。

## 船票

渡船公司沒有漲價。
""",
    "content/articles/lamp.md": """\
---
title: 渡口的燈
date: 2025-05-01
lang: zh-Hant
---
林若水點了一盞燈。
""",
    "content/people/lin-ruoshui.md": "---\nname: 林若水\nlabels: {en: Lin Ruoshui}\n---\n船長。\n",
    "content/organizations/ferry-company.md": "---\nname: 渡船公司\n---\n見 [[lin-ruoshui]]。\n",
    "content/outlets.yml": "- {id: harbour, name: 港口日報}\n",
    "content/metrics.yml": "- {id: passengers, title: {en: Passengers a day}, unit: person}\n",
    "content/claims/ferry.yml": """\
- id: ferry-capacity
  title: 新船的載客量
  kind: quantity
  subjects: [ferry-company]
  metric: passengers
  period: "2025"
  statements:
    - article: ferry
      quote: 每天可載六百多人
      speaker: lin-ruoshui
      mode: indirect
""",
}


def hashes(folder):
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in sorted(Path(folder).rglob("*")) if p.is_file()}


class ArchiveCase(unittest.TestCase):
    """`self.archive` is a folder with SOUND in content/ and the site of it in public/."""

    maxDiff = None
    sound = None

    @classmethod
    def setUpClass(cls):
        if ArchiveCase.sound is None:
            folder = tempfile.mkdtemp(prefix="variorum-sound-")
            unittest.addModuleCleanup(cls.forget_sound)
            ArchiveCase.sound = Path(folder)
            for path, text in SOUND.items():
                (ArchiveCase.sound / path).parent.mkdir(parents=True, exist_ok=True)
                (ArchiveCase.sound / path).write_text(text, encoding="utf-8")
            done = subprocess.run([PROGRAM, "build", "--archive", folder], capture_output=True, text=True)
            if done.returncode:
                raise AssertionError(f"the sound archive does not build:\n{done.stderr}")

    @staticmethod
    def forget_sound():
        shutil.rmtree(ArchiveCase.sound)
        ArchiveCase.sound = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="variorum-case-")
        self.addCleanup(folder.cleanup)
        self.archive = Path(folder.name) / "archive"
        shutil.copytree(self.sound, self.archive, symlinks=True)
        os.chmod(folder.name, 0o755)
        self.public = self.archive / "public"

    def write(self, path, content):
        """Writes text or bytes to a file of the archive."""
        file = self.archive / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def run_program(self, *arguments, prefix=(), timeout=120, stdin=""):
        self.before = hashes(self.public)
        self.done = subprocess.run(
            [*prefix, PROGRAM, *arguments], cwd=self.archive, input=stdin, capture_output=True, text=True,
            errors="replace", timeout=timeout, env=os.environ | {"NO_COLOR": "1"})
        self.assertFalse(
            self.done.returncode < 0 or any(word in self.done.stderr for word in CRASHES),
            f"ended with {self.done.returncode}:\n{self.done.stderr[-3000:]}")
        return self.done

    def build(self, *options, **how):
        return self.run_program("build", *options, **how)

    def assert_built(self):
        self.assertEqual(self.done.returncode, 0, self.done.stderr)

    def assert_warned(self, identity, place, *words):
        """The site was built, and one diagnostic says what is odd."""
        self.assert_built()
        self.assert_said("warning", identity, place, *words)

    def assert_refused(self, identity, place, *words):
        """Exit code 1, a diagnostic with place, id, words and help; the site that was there is untouched."""
        self.assertEqual(self.done.returncode, 1, f"exit code; it said:\n{self.done.stderr}")
        said = self.assert_said("error", identity, place, *words)
        self.assertIn("help:", said, "says what to do")
        self.assert_untouched()

    def assert_untouched(self):
        self.assertEqual(hashes(self.public), self.before, "the old site has changed")
        left = {p.name for p in self.archive.iterdir()} - {"content", "public", ".variorum"}
        self.assertEqual(left, set(), "left beside the archive")

    def assert_said(self, severity, identity, place, *words):
        """One diagnostic with this id at this place (`file`, `file:line` or None) holds all the words."""
        blocks = re.split(r"(?m)^(?=\S.*?(?:error|warning|note): .*\[[a-z0-9-]+\]$)", self.done.stderr)
        where = re.escape(place) + r"(:\d+)*: " if place else r"(\S.*?: )?"
        head = where + rf"{severity}: .*\[{re.escape(identity)}\]$"
        fitting = [block for block in blocks if re.match(head, block, re.M)]
        for block in fitting:
            if all(word in block for word in words):
                return block
        self.fail(f"no {severity} [{identity}] at {place} with the words {words}; it said:\n{self.done.stderr}")

    def as_nobody(self):
        """How to run the program as a user without rights, for whom the archive is then."""
        if os.geteuid() != 0:
            return ()
        if not shutil.which("setpriv"):
            self.skipTest("root may do anything, and setpriv is not here")
        prefix = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
        allowed = subprocess.run([*prefix, "test", "-x", PROGRAM], capture_output=True)
        if allowed.returncode:
            self.skipTest(f"a user without rights cannot reach {PROGRAM}")
        for path in [self.archive, *self.archive.rglob("*")]:
            os.chown(path, 65534, 65534, follow_symlinks=False)
        return prefix
