"""Builds the archive of every golden and compares the whole site and every message with what is recorded.

`make goldens` (VARIORUM_RECORD=1) records what the program makes now. A test that recorded something fails,
so that a recording is never taken for a passed test.
"""
import os
import tempfile
import unittest
from pathlib import Path

import golden
import txtar

FOLDER = Path(__file__).resolve().parent


class GoldenTest(unittest.TestCase):
    def check(self, path):
        comment, expected = txtar.read(path.read_bytes())
        actual = golden.make(expected)
        if os.environ.get("VARIORUM_RECORD"):
            recorded = txtar.write(comment, actual)
            if recorded != path.read_bytes():
                path.write_bytes(recorded)
                self.fail(f"{path.name}: recorded; read the difference and run again")
        report = golden.difference(expected, actual)
        if report:
            self.fail(f"{path.name}: the program makes something else; `make goldens` records it\n{report}")


for file in sorted(FOLDER.glob("*.txtar")):
    setattr(GoldenTest, f"test_{file.stem.replace('-', '_')}", lambda self, path=file: self.check(path))


class ComparisonTest(unittest.TestCase):
    def test_every_kind_of_difference_is_shown(self):
        expected = {"same": b"1\n", "changed": b"<p>a</p><p>b</p>\n", "gone": b"", "more": b"".join(
            b"%d\n" % n for n in range(500))}
        actual = {"same": b"1\n", "changed": b"<p>a</p><p>c</p>\n", "new": b"", "more": b"x" * 1000}
        report = golden.difference(expected, actual)
        self.assertEqual(golden.difference(expected, expected), "")
        self.assertNotIn("same", report)
        for words in ("differs: changed", "-<p>b</p>", "+<p>c</p>", "missing: gone", "unexpected: new", "more lines"):
            self.assertIn(words, report)
        self.assertNotIn("-<p>a</p>", report)
        self.assertLess(len(report), 3000)

    def test_files_that_txtar_cannot_hold_have_a_form(self):
        for name, body, expected in [
            ("a", b"x\n", ("a", b"x\n")),
            ("a", b"x", ("a (no line end)", b"x\n")),
            ("a", b"", ("a", b"")),
        ]:
            self.assertEqual(golden.encode(name, body), expected)
        for body in (b"\xff\n", b"a\0b\n", b"-- x --\n", b"-- x --"):
            name, text = golden.encode("a", body)
            self.assertEqual(name, "a (sha256)")
            self.assertRegex(text, rb"^[0-9a-f]{64}\n$")

    def test_an_archive_is_written_as_the_golden_has_it(self):
        with tempfile.TemporaryDirectory() as folder:
            golden.write_archive(
                {"archive/a b/c": b"1\n", "archive/d (no line end)": b"2\n", "options": b"--drafts\n"}, Path(folder))
            self.assertEqual(golden.folder_files(Path(folder)), {"a b/c": b"1\n", "d": b"2"})


if __name__ == "__main__":
    unittest.main()
