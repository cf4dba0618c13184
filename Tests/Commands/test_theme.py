"""`variorum theme`: writes the built-in theme for authors to change, and never over their work."""
import unittest

from archive_case import ROOT, ArchiveCase, hashes

BUILT_IN = ROOT / "templates"


class ThemeTests(ArchiveCase):
    def theme(self, *arguments):
        self.run_program("theme", *arguments)

    def test_the_whole_theme_is_written_and_builds_the_same_site(self):
        self.build("--clean")
        self.assert_built()
        before = hashes(self.archive / "public")
        self.theme()
        self.assertEqual(self.done.returncode, 0, self.done.stderr)
        files = sorted(f"templates/{p.relative_to(BUILT_IN)}" for p in BUILT_IN.rglob("*") if p.is_file())
        self.assertEqual(self.done.stdout.splitlines(), files)
        self.assertEqual(self.done.stderr, f"{len(files)} files written\n")
        for name in files:
            self.assertEqual((self.archive / name).read_bytes(), (ROOT / name).read_bytes())
        self.build("--clean")
        self.assert_built()
        self.assertNotIn("templates/", self.done.stderr)
        self.assertEqual(hashes(self.archive / "public"), before)

    def test_files_are_found_by_short_names_and_listed(self):
        self.theme("article", "style.css", "templates/page.mustache")
        self.assertEqual(self.done.stdout.splitlines(), [
            "templates/article.mustache", "templates/assets/style.css", "templates/page.mustache"])
        self.theme("article.mustache")
        self.assertEqual((self.done.returncode, self.done.stdout), (0, ""))
        self.assertEqual(self.done.stderr, "0 files written, 1 already there\n")
        self.write("templates/page.mustache", "mine")
        self.theme("--list")
        states = dict(line.split("\t") for line in self.done.stdout.splitlines())
        self.assertEqual(states["article.mustache"], "copied")
        self.assertEqual(states["page.mustache"], "changed")
        self.assertEqual(states["tag.mustache"], "built-in")

    def test_a_file_that_differs_is_kept_unless_forced(self):
        self.write("templates/page.mustache", "mine")
        self.theme()
        self.assertEqual((self.done.returncode, self.done.stdout), (1, ""))
        self.assertEqual(self.done.stderr, """\
templates/page.mustache: error: this file differs from the built-in one and was not overwritten [file-exists]
  help: use --force to overwrite it, or name the files that you want
1 error
nothing was written
""")
        self.assertEqual((self.archive / "templates/page.mustache").read_text(), "mine")
        self.assertFalse((self.archive / "templates/base.mustache").exists())
        self.theme("page", "--force")
        self.assertEqual(self.done.returncode, 0)
        self.assertEqual((self.archive / "templates/page.mustache").read_bytes(), (BUILT_IN / "page.mustache").read_bytes())

    def test_an_unknown_file_is_an_error_with_a_suggestion(self):
        self.theme("artikel", "page")
        self.assertEqual((self.done.returncode, self.done.stdout), (1, ""))
        self.assertIn("error: the built-in theme has no file `artikel` [unknown-file]\n"
                      "  help: did you mean `article.mustache`?\n", self.done.stderr)
        self.assertFalse((self.archive / "templates").exists())
        self.theme("nothing-like-it")
        self.assertIn("help: `variorum theme --list` lists its files", self.done.stderr)

    def test_wrong_usage_and_no_archive(self):
        self.theme("--list", "page")
        self.assertEqual(self.done.returncode, 64)
        self.theme("--help")
        self.assertEqual(self.done.returncode, 0)
        self.assertIn("EXAMPLES", self.done.stdout)
        self.write("templates", "a file, not a folder")
        self.theme("page")
        self.assertEqual(self.done.returncode, 1)
        self.assertIn("[output-failed]", self.done.stderr)


if __name__ == "__main__":
    unittest.main()
