"""`verify`: the bytes that were captured, the words that were quoted, the files that were built."""
import hashlib
import json

from archive_case import SOUND, ArchiveCase, hashes

FERRY = "content/articles/ferry.md"


class VerifyTests(ArchiveCase):
    def verify(self, *options):
        return self.run_program("verify", *options)

    def site_file(self, path):
        return "./public/" + path

    def test_a_sound_archive_is_as_recorded_and_nothing_is_changed(self):
        before = hashes(self.archive)
        self.verify()
        self.assert_built()
        files = len(json.loads((self.public / "manifest.json").read_text())["files"])
        self.assertEqual(self.done.stderr.strip(), f"compared 0 originals, 1 quote and {files} files: all as recorded")
        self.assertEqual(hashes(self.archive), before)

    def test_an_original_is_compared_with_its_hash(self):
        captured = "新船下水\n".encode()
        self.write("content/originals/ferry.txt", captured)
        front = "original: originals/ferry.txt\nsha256: " + hashlib.sha256(captured).hexdigest()
        self.write(FERRY, SOUND[FERRY].replace("outlet: harbour", front))
        self.verify()
        self.assertEqual(self.done.returncode, 0, self.done.stderr)
        self.assertIn("compared 1 original,", self.done.stderr)
        self.write("content/originals/ferry.txt", captured + b" ")
        self.verify()
        self.assert_refused("changed-original", "content/originals/ferry.txt", "not the one that was captured")

    def test_an_original_without_a_hash_is_told(self):
        self.write("content/originals/ferry.txt", b"x")
        self.write(FERRY, SOUND[FERRY].replace("outlet: harbour", "original: originals/ferry.txt"))
        self.verify()
        self.assert_warned("unproven-original", FERRY, "sha256sum content/originals/ferry.txt")

    def test_a_quote_that_is_gone(self):
        self.write(FERRY, SOUND[FERRY].replace("六百多人", "五百多人"))
        self.verify()
        self.assert_refused("orphan-quote", "content/claims/ferry.yml:9", "每天可載六百多人")

    def test_files_of_the_site_that_were_changed_or_removed(self):
        page = self.public / "articles/ferry/text.txt"
        page.write_bytes(page.read_bytes()[::-1])
        (self.public / "feed.xml").unlink()
        with open(self.public / "robots.txt", "a") as file:
            file.write("#")
        self.verify()
        self.assert_refused("changed-file", self.site_file("articles/ferry/text.txt"), "the file has changed since it was built")
        self.assert_refused("missing-file", self.site_file("feed.xml"), "it is gone")
        self.assert_refused("changed-file", self.site_file("robots.txt"), "were written")
        self.assertNotIn("all as recorded", self.done.stderr)

    def test_a_file_of_somebody_else_is_a_note(self):
        (self.public / "CNAME").write_text("example.org\n")
        self.verify()
        self.assert_built()
        self.assert_said("note", "foreign-file", self.site_file("CNAME"), "a build keeps it")

    def test_a_site_without_a_manifest_and_one_that_is_not_there(self):
        (self.public / "manifest.json").write_text("{")
        self.verify()
        self.assert_refused("bad-manifest", self.site_file("manifest.json"), "variorum build --clean")
        (self.public / "manifest.json").unlink()
        self.verify()
        self.assert_refused("no-manifest", "./public", "manifest.json")
        self.verify("--site", "nowhere")
        self.assert_refused("no-manifest", "nowhere", "there is no site here", "variorum build")

    def test_programs_get_a_line_for_each_problem(self):
        (self.public / "feed.xml").unlink()
        self.verify("--json")
        self.assertEqual(self.done.returncode, 1)
        self.assertEqual([json.loads(line)["id"] for line in self.done.stdout.splitlines()], ["missing-file"])
