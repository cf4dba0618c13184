"""Where a site may be written: `--output` refuses places that would destroy something, whatever command is given it."""
import os
import shutil
import unittest

from archive_case import SOUND, ArchiveCase, hashes

LAMP = "content/articles/lamp.md"
REFUSED = {
    "content": "`content` holds what the site is made of or needs",
    "content/": "`content` holds what the site is made of or needs",
    "content/site": "`content` holds what the site is made of or needs",
    "public/../content/articles": "`content` holds what the site is made of or needs",
    "templates": "`templates` holds what the site is made of or needs",
    "templates/assets": "`templates` holds what the site is made of or needs",
    ".variorum": "`.variorum` holds what the site is made of or needs",
    "": "the name of the folder is empty",
    "/": "it is the root of the file system",
    ".": "it is the archive folder itself",
    "..": "the archive is in it",
    "../..": "the archive is in it",
    "linked": "`content` holds what the site is made of or needs",
    "dangling": "it is a symbolic link that leads nowhere",
}


class OutputTests(ArchiveCase):
    def everything(self):
        return hashes(self.archive)

    def test_places_that_would_destroy_something_are_refused(self):
        self.write("templates/own.css", "a { color: red }\n")
        (self.archive / "linked").symlink_to("content")
        (self.archive / "dangling").symlink_to("nowhere")
        before = self.everything()
        for output, reason in REFUSED.items():
            for options in ([], ["--clean"]):
                with self.subTest(output, options=options):
                    self.build("--output", output, *options)
                    self.assertEqual(self.done.returncode, 1, self.done.stderr)
                    self.assertIn(f"the site cannot be written here: {reason} [bad-output]", self.done.stderr)
                    self.assertIn("help: name a folder of its own with --output, such as `public`", self.done.stderr)
                    self.assertEqual(self.everything(), before)
        self.assertFalse((self.archive / "nowhere").exists())

    def test_the_archive_folder_by_its_own_name(self):
        before = self.everything()
        self.build("--output", f"../{self.archive.name}")
        self.assertEqual(self.done.returncode, 1, self.done.stderr)
        self.assertIn("it is the archive folder itself [bad-output]", self.done.stderr)
        self.assertEqual(self.everything(), before)

    def test_serve_refuses_them_as_well(self):
        before = self.everything()
        self.run_program("serve", "--port", "0", "--output", "content", timeout=60)
        self.assertEqual(self.done.returncode, 1, self.done.stderr)
        self.assertIn("[bad-output]", self.done.stderr)
        self.assertEqual(self.everything(), before)

    def test_public_may_be_a_symbolic_link(self):
        elsewhere = self.archive.parent / "elsewhere"
        shutil.move(self.public, elsewhere)
        self.public.symlink_to("../elsewhere")
        (elsewhere / "CNAME").write_text("example.org\n")
        inode = os.stat(elsewhere).st_ino
        self.write(LAMP, SOUND[LAMP] + "\n多了一行。\n")
        self.build()
        self.assert_built()
        self.assertTrue(self.public.is_symlink())
        self.assertEqual(os.readlink(self.public), "../elsewhere")
        self.assertEqual(os.stat(elsewhere).st_ino, inode)
        self.assertIn("多了一行", (elsewhere / "articles/lamp/text.txt").read_text())
        self.assertEqual((elsewhere / "CNAME").read_text(), "example.org\n")
        self.assertFalse((elsewhere / ".variorum-staging").exists())

    def test_a_folder_of_somebody_else(self):
        prefix = self.as_nobody()
        for path in [self.public, *self.public.rglob("*")]:
            os.chown(path, 0, 0)
        self.write(LAMP, SOUND[LAMP] + "\n多了一行。\n")
        self.build(prefix=prefix)
        self.assert_refused("output-failed", None, "public", "help:", "write permission")

    def test_one_folder_in_it_is_read_only(self):
        prefix = self.as_nobody()
        folder = self.public / "articles/lamp"
        os.chmod(folder, 0o555)
        self.addCleanup(os.chmod, folder, 0o755)
        self.write(LAMP, SOUND[LAMP] + "\n多了一行。\n")
        self.build(prefix=prefix)
        self.assert_refused("output-failed", None, "articles/lamp", "help:", "write permission")
        self.assertFalse((self.public / ".variorum-staging").exists())


if __name__ == "__main__":
    unittest.main()
