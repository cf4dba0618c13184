"""scripts/compare-sites, with small scripts in place of the two programs."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from archive_case import ROOT

PROGRAM = """#!/bin/bash
[ "$1 $2" = "build --clean" ] || exit 9
mkdir -p public/a
cp content/page public/index.html
printf same > public/same
"""


class CompareSitesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="variorum-compare-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.archive = self.folder / "archive"
        (self.archive / "content").mkdir(parents=True)
        (self.archive / "content/page").write_text("<p>one</p><p>two</p>\n")
        (self.archive / "public").mkdir()
        (self.archive / "public/stale").write_text("from an earlier build")

    def program(self, name, *more):
        file = self.folder / name
        file.write_text(PROGRAM + "".join(line + "\n" for line in more))
        file.chmod(0o755)
        return file

    def compare(self, old, new, *arguments):
        return subprocess.run(
            [sys.executable, ROOT / "scripts/compare-sites", old, new, *arguments], capture_output=True, text=True)

    def test_equal_sites(self):
        done = self.compare(self.program("old"), self.program("new"), self.archive)
        self.assertEqual((done.returncode, done.stdout), (0, f"{self.archive}: 2 and 2 files, 0 differ\n"), done.stderr)
        self.assertEqual([p.name for p in (self.archive / "public").iterdir()], ["stale"], "the archive was built in")

    def test_lists_every_file_that_differs(self):
        new = self.program(
            "new", "sed -i s/two/three/ public/index.html", "rm public/same", "printf x > public/a/new",
            "echo said >&2")
        done = self.compare(self.program("old"), new, self.archive)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.splitlines(), [
            f"{self.archive}: 2 and 2 files, 4 differ",
            "  (messages)", "    +said",
            "  a/new: only in the new site",
            "  index.html", "    -<p>two</p>", "    +<p>three</p>",
            "  same: only in the old site",
        ])

    def test_leaves_out_what_it_is_told_to(self):
        new = self.program("new", "sed -i s/two/three/ public/index.html", "printf x > public/a/new")
        done = self.compare(
            self.program("old"), new, self.archive, "--ignore", "^a/", "--substitute", "three|two", "2")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("0 differ, 1 equal after substitution, 1 ignored", done.stdout)

    def test_a_crash_is_a_difference(self):
        crash = self.program("new", "kill -9 $$")
        done = self.compare(crash, crash, self.archive)
        self.assertEqual(done.returncode, 1)
        self.assertIn("ended by signal 9", done.stdout)

    def test_wrong_usage(self):
        program = self.program("old")
        for arguments, words in [
            ((program, program), "ARCHIVE"),
            ((program, self.folder / "none", self.archive), "none is not a program"),
            ((program, program, self.folder), "has no folder content/"),
            ((program, program, self.archive, "--ignore", "("), "not a regular expression"),
        ]:
            with self.subTest(words=words):
                done = self.compare(*arguments)
                self.assertEqual(done.returncode, 64, done.stdout)
                self.assertIn(words, done.stderr)

    def test_help_has_an_example(self):
        done = self.compare("--help", "")
        self.assertEqual(done.returncode, 0)
        self.assertIn("EXAMPLES", done.stdout)


if __name__ == "__main__":
    unittest.main()
