"""The same content gives the same bytes: twice, elsewhere, in another locale, with any number of jobs."""
import json
import os
import shutil
import tempfile
import unittest
from pathlib import Path

from built_site import ROOT, build, bundled, hashes


@unittest.skipIf("SITE" in os.environ, "the site of SITE=… was built elsewhere")
class SameBytesTests(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.first = hashes(bundled())

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="variorum-again-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def assert_same(self, output):
        again = hashes(output)
        self.assertEqual(sorted(self.first.keys() ^ again.keys()), [], "files of one build only")
        self.assertEqual([path for path in self.first if self.first[path] != again[path]], [])

    def copy_of_the_archive(self, name):
        archive = self.folder / name
        for part in ("content", "templates"):
            if (ROOT / part).exists():
                shutil.copytree(ROOT / part, archive / part, symlinks=True)
        return archive

    def test_a_second_build_gives_the_same_bytes(self):
        build(ROOT, self.folder / "public")
        self.assert_same(self.folder / "public")

    def test_one_job_and_two_jobs_give_the_same_bytes(self):
        for jobs in ("1", "2"):
            with self.subTest(jobs=jobs):
                build(ROOT, self.folder / jobs, "--jobs", jobs)
                self.assert_same(self.folder / jobs)

    def test_another_folder_locale_time_zone_and_user_give_the_same_bytes(self):
        archive = self.copy_of_the_archive("另一個 folder")
        home = self.folder / "home"
        home.mkdir()
        surroundings = {"LC_ALL": "tr_TR.UTF-8", "LANG": "zh_TW.UTF-8", "TZ": "Pacific/Kiritimati",
                        "HOME": str(home), "USER": "someone", "HOSTNAME": "elsewhere"}
        build(archive, archive / "public", env=surroundings)
        self.assert_same(archive / "public")

    def test_files_read_in_another_order_and_with_other_times_give_the_same_bytes(self):
        archive = self.folder / "reversed"
        paths = [p for part in ("content", "templates") for p in (ROOT / part).rglob("*") if p.is_file()]
        for number, path in enumerate(sorted(paths, reverse=True)):
            copy = archive / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
            os.utime(copy, (1_000_000 + number, 1_000_000 + number))
        build(archive, archive / "public")
        self.assert_same(archive / "public")

    def test_a_build_over_an_older_site_gives_the_same_bytes(self):
        archive = self.copy_of_the_archive("older")
        article = min((archive / "content/articles").glob("*.md"))
        before = article.read_bytes()
        article.write_bytes(before + "\n這一行後來刪掉了。\n".encode())
        build(archive, archive / "public")
        article.write_bytes(before)
        build(archive, archive / "public")
        self.assert_same(archive / "public")

    def test_a_second_build_writes_no_file_anew(self):
        output = self.folder / "public"
        build(ROOT, output)
        before = {p: p.stat().st_mtime_ns for p in output.rglob("*") if p.is_file()}
        build(ROOT, output)
        after = {p: p.stat().st_mtime_ns for p in output.rglob("*") if p.is_file()}
        self.assertEqual([str(p) for p in before if before[p] != after.get(p)], [])

    def test_the_manifest_lists_every_file_with_size_and_hash(self):
        site = bundled()
        manifest = json.loads((site / "manifest.json").read_text(encoding="utf-8"))
        files = manifest["files"] if isinstance(manifest, dict) else manifest
        if isinstance(files, dict):
            files = [{"path": path, **entry} for path, entry in files.items()]
        listed = {entry["path"]: entry["sha256"] for entry in files}
        self.assertEqual(listed, {p: h for p, h in self.first.items() if p != "manifest.json"})
        sizes = {entry["path"]: entry["size"] for entry in files}
        self.assertEqual(sizes, {p: (site / p).stat().st_size for p in sizes})


if __name__ == "__main__":
    unittest.main()
