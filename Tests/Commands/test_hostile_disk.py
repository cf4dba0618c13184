"""Files and disks that are not as they should be: the old site stays, and it is said what to do."""
import os
import shutil
import subprocess
import unittest

from archive_case import SOUND, ArchiveCase, hashes

LAMP = "content/articles/lamp.md"


class HostileDiskTests(ArchiveCase):
    def test_a_link_out_of_the_archive(self):
        outside = self.archive.parent / "secret.md"
        outside.write_text("---\ntitle: 秘密\n---\n不可示人。\n")
        (self.archive / "content/articles/secret.md").symlink_to(outside)
        self.build()
        self.assert_refused("link-out", "content/articles/secret.md")

    def test_a_link_to_a_folder_outside(self):
        outside = self.archive.parent / "elsewhere"
        outside.mkdir()
        (outside / "secret.md").write_text("不可示人。\n")
        (self.archive / "content/articles/elsewhere").symlink_to(outside)
        self.build()
        self.assertNotIn("不可示人", "".join(p.read_text() for p in self.public.rglob("*.txt")))
        self.assert_refused("link-out", "content/articles/elsewhere")

    def test_a_link_in_a_circle(self):
        (self.archive / "content/articles/loop.md").symlink_to("loop.md")
        self.build()
        self.assert_refused("broken-link", "content/articles/loop.md")

    def test_an_unreadable_file(self):
        prefix = self.as_nobody()
        os.chmod(self.archive / LAMP, 0)
        self.build(prefix=prefix)
        self.assert_refused("unreadable-file", LAMP, "permission denied")

    def test_an_unreadable_folder(self):
        prefix = self.as_nobody()
        os.chmod(self.archive / "content/people", 0)
        self.addCleanup(os.chmod, self.archive / "content/people", 0o755)
        self.build(prefix=prefix)
        self.assertEqual(self.done.returncode, 1, self.done.stderr)
        self.assertIn("content/people", self.done.stderr)
        self.assert_untouched()

    def test_an_output_folder_that_may_not_be_written(self):
        prefix = self.as_nobody()
        self.write(LAMP, SOUND[LAMP] + "\n多了一行。\n")
        folders = [self.public, *(p for p in self.public.rglob("*") if p.is_dir())]
        for path in folders:
            os.chmod(path, 0o555)
        os.chmod(self.archive, 0o555)
        self.addCleanup(lambda: [os.chmod(path, 0o755) for path in [self.archive, *folders]])
        self.build(prefix=prefix)
        self.assert_refused("output-failed", None, "public")

    def test_a_full_disk(self):
        disk = self.small_disk("size=8m")
        self.public = disk / "public"
        self.build("--output", str(self.public))
        self.assert_built()
        self.write("content/assets/large.bin", os.urandom(9_000_000))
        self.write(LAMP, SOUND[LAMP] + "\n多了一行。\n")
        self.build("--output", str(self.public))
        self.assert_refused("output-failed", None, "space")
        self.assertEqual({p.name for p in disk.iterdir()} - {"public"}, set(), "left on the disk")
        (self.archive / "content/assets/large.bin").unlink()
        self.build("--output", str(self.public))
        self.assert_built()
        self.assertIn("多了一行", (self.public / "articles/lamp/text.txt").read_text())

    def test_a_disk_with_little_room_left_at_any_point_of_a_build(self):
        disk = self.small_disk("size=3m")
        shutil.copytree(self.archive / "content", disk / "content")
        self.archive, self.public = disk, disk / "public"
        self.build()
        self.assert_built()
        refused = 0
        for round, room in enumerate((0, 4, 16, 40, 64, 100, 160)):
            filler = disk / "filler"
            filler.write_bytes(bytes(max(0, shutil.disk_usage(disk).free - room * 1024)))
            self.write(LAMP, SOUND[LAMP] + f"\n多了{round}行。\n")
            self.build()
            filler.unlink()
            if self.done.returncode:
                refused += 1
                self.assert_refused("output-failed", None, "space")
            else:
                self.assertIn(f"多了{round}行", (self.public / "articles/lamp/text.txt").read_text())
            self.build()
            self.assert_built()
            self.assertIn(f"多了{round}行", (self.public / "articles/lamp/text.txt").read_text())
        self.assertGreater(refused, 0)

    def small_disk(self, options):
        if os.geteuid() != 0:
            self.skipTest("only root can make a small disk")
        disk = self.archive.parent / "disk"
        disk.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], capture_output=True, text=True)
        if mounted.returncode:
            self.skipTest(f"no small disk to be had: {mounted.stderr.strip()}")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=True)
        return disk

    def test_an_output_folder_of_the_same_disk_mounted_elsewhere(self):
        (self.archive / "elsewhere").mkdir()
        (self.archive / "twice").mkdir()
        prefix = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                  'mount --bind elsewhere twice && exec "$@"', "_")
        if subprocess.run([*prefix, "true"], cwd=self.archive, capture_output=True).returncode:
            self.skipTest("this system lets nobody mount a folder twice")
        for _ in range(2):
            self.build("--output", "twice/site", prefix=prefix)
            self.assert_built()
            self.write(LAMP, SOUND[LAMP] + "\n又一盞。\n")
        self.assertEqual(sorted(p.name for p in (self.archive / "elsewhere").iterdir()), ["site"])

    def test_the_output_folder_is_a_file(self):
        output = self.archive / "site"
        output.write_text("mine")
        self.addCleanup(output.unlink)
        self.run_program("build", "--output", str(output))
        self.assertEqual(output.read_text(), "mine")
        self.assertEqual(self.done.returncode, 1, self.done.stderr)
        self.assert_said("error", "output-failed", str(output), "help:", "--output")

    def test_files_that_the_program_did_not_write_are_kept(self):
        mine = self.public / "CNAME"
        mine.write_text("example.org\n")
        self.write(LAMP, SOUND[LAMP] + "\n多了一行。\n")
        self.build()
        self.assert_built()
        self.assertEqual(mine.read_text(), "example.org\n")

    def test_pages_whose_articles_are_gone_go_too(self):
        (self.archive / LAMP).unlink()
        self.build()
        self.assert_built()
        self.assertFalse((self.public / "articles/lamp").exists())

    def test_an_archive_that_is_not_there(self):
        self.run_program("build", "--archive", str(self.archive / "nowhere"))
        self.assertEqual(self.done.returncode, 1, self.done.stderr)
        self.assertIn("nowhere", self.done.stderr)
        self.assert_untouched()

    def test_a_usage_error_ends_with_64(self):
        self.run_program("build", "--no-such-option")
        self.assertEqual(self.done.returncode, 64)
        self.assert_untouched()

    def test_times_of_files_are_never_asked(self):
        """A clock that was set back, files from the future, an edit that keeps size and time."""
        for year_2100 in (4102444800, 0):
            for file in [*self.archive.rglob("*")]:
                os.utime(file, (year_2100, year_2100))
            self.build()
            self.assert_built()
            self.assertEqual(hashes(self.public), self.before)
        before = (self.archive / LAMP).stat()
        self.write(LAMP, SOUND[LAMP].replace("一盞", "三盞"))
        os.utime(self.archive / LAMP, ns=(before.st_atime_ns, before.st_mtime_ns))
        self.build()
        self.assert_built()
        self.assertIn("三盞", (self.public / "articles/lamp/text.txt").read_text())

    def test_a_hundred_thousand_files_in_one_folder(self):
        folder = self.archive / "content/originals"
        folder.mkdir()
        for number in range(100_000):
            os.close(os.open(folder / f"{number}.html", os.O_CREAT))
        self.build()
        self.assert_built()
        self.assert_untouched()

    def test_content_is_never_changed_by_a_build(self):
        before = hashes(self.archive / "content")
        self.build()
        self.assertEqual(hashes(self.archive / "content"), before)


if __name__ == "__main__":
    unittest.main()
