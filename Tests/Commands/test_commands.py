"""The commands as a user types them: what they print where, how they end, what they leave alone."""
import json
import re
import subprocess
import unittest

from archive_case import PROGRAM, ROOT, SOUND, ArchiveCase, hashes

COMMANDS = ["new", "add", "build", "check", "search", "verify"]
LAMP = "content/articles/lamp.md"

CAPTURED = """\
# 夜航的人

來源：港口日報　2025年6月1日

林若水說，夜裡的船也準時。她每天都在渡口等最後一班船，等到人都走了才把燈熄掉，然後一個人走回家去。

船公司說，夜航還會再開一年，票價不變。
"""


class CommandLineTests(ArchiveCase):
    def test_a_profile_tells_what_each_stage_took(self):
        self.build("--clean", "--profile", "--json")
        self.assert_built()
        stages = [json.loads(line) for line in self.done.stdout.splitlines() if '"stage"' in line]
        self.assertEqual([s["stage"] for s in stages], [
            "read", "inputs", "compare", "load", "parse", "mentions", "claims", "relate", "pages", "search", "data", "publish"])
        self.assertGreater(min(s["bytes"] for s in stages if s["stage"] in ("read", "pages", "search")), 0)
        self.build("--profile")
        self.assertNotIn("relate", self.done.stderr, "nothing changed, so nothing is made")

    def test_help_names_every_command(self):
        self.run_program("--help")
        self.assertEqual(self.done.returncode, 0)
        for command in COMMANDS:
            self.assertRegex(self.done.stdout, rf"(?m)^\s+{command}\b")

    def test_output_that_cannot_be_written_is_an_error(self):
        self.build()
        self.assert_built()
        for command in (["quantities", "767億元"], ["search", "渡口"], ["search", "渡口", "--json"], ["check", "--json"],
                        ["build", "--clean", "--profile", "--json"]):
            with self.subTest(command), open("/dev/full", "w") as full:
                if command[0] == "check":
                    self.write(LAMP, "---\ntitle: 渡口的燈\n---\n[[nobody]]\n")
                done = subprocess.run([PROGRAM, *command], cwd=self.archive, stdout=full, stderr=subprocess.PIPE, text=True)
                self.assertEqual((done.returncode, done.stderr.splitlines()[-1]),
                                 (1, "error: standard output cannot be written: No space left on device"))
                closed = subprocess.run(["sh", "-c", 'exec "$@" >&-', "_", PROGRAM, *command], cwd=self.archive,
                                        stderr=subprocess.PIPE, text=True)
                self.assertEqual((closed.returncode, closed.stderr.splitlines()[-1]),
                                 (1, "error: standard output cannot be written: Bad file descriptor"))

    def test_a_word_that_is_no_command_ends_with_64(self):
        self.run_program("bild")
        self.assertEqual(self.done.returncode, 64)
        self.assertEqual(self.done.stdout, "")

    def test_a_build_speaks_to_people_on_stderr_without_escapes(self):
        self.write(LAMP, "---\ntitel: 燈\n---\n燈。\n")
        self.build()
        self.assertEqual(self.done.stdout, "")
        self.assertNotIn("\x1b", self.done.stderr)
        self.assertNotIn("\r", self.done.stderr)

    def test_check_changes_nothing_and_ends_with_0_when_all_is_well(self):
        before = hashes(self.archive)
        self.run_program("check")
        self.assert_built()
        self.assertEqual(hashes(self.archive), before)

    def test_check_ends_with_1_and_shows_the_line_with_a_caret(self):
        self.write(LAMP, "---\ntitle: 燈\ndate: tomorrow\n---\n燈。\n")
        self.run_program("check")
        self.assert_refused("bad-date", LAMP + ":3", "date: tomorrow", "^")

    def test_json_diagnostics_are_one_object_a_line(self):
        self.write(LAMP, "---\ntitle: 燈\ndate: tomorrow\n---\n燈。\n")
        self.run_program("check", "--json")
        self.assertEqual(self.done.returncode, 1)
        found = [json.loads(line) for line in self.done.stdout.splitlines()]
        self.assertEqual([(d["id"], d["file"], d["line"]) for d in found], [("bad-date", LAMP, 3)])

    def test_the_archive_of_the_current_folder_is_built_without_being_named(self):
        self.run_program("build", "--clean")
        self.assert_built()
        self.assertTrue((self.public / "index.html").is_file())

    def test_drafts_are_published_only_when_asked(self):
        self.write("content/articles/draft.md", "---\ntitle: 未完\ndraft: true\n---\n還沒寫完。\n")
        self.build()
        self.assertFalse((self.public / "articles/draft").exists())
        self.build("--drafts")
        self.assertTrue((self.public / "articles/draft/index.html").exists())


class NewTests(ArchiveCase):
    def test_a_new_archive_builds_without_a_warning(self):
        self.run_program("new", "letters")
        self.assert_built()
        letters = self.archive / "letters"
        self.run_program("build", "--archive", str(letters), "--strict")
        self.assert_built()
        for kind in ("articles", "people", "products", "organizations", "claims"):
            self.assertTrue(list((letters / "content" / kind).iterdir()), f"no example of {kind}")

    def test_new_leaves_a_folder_alone_that_holds_something(self):
        before = hashes(self.archive)
        self.run_program("new", str(self.archive))
        self.assertEqual(self.done.returncode, 1)
        self.assertEqual(hashes(self.archive), before)


class SearchTests(ArchiveCase):
    def search(self, query):
        self.run_program("search", query, "--json")
        self.assertEqual(self.done.returncode, 0, self.done.stderr)
        return [json.loads(line) for line in self.done.stdout.splitlines()]

    def test_both_scripts_find_the_same(self):
        found = self.search("渡口說")
        self.assertEqual(found, self.search("渡口说"))
        self.assertTrue(any("articles/ferry/" in json.dumps(hit) for hit in found))

    def test_entities_and_claims_are_found(self):
        self.assertTrue(any("people/lin-ruoshui/" in json.dumps(hit) for hit in self.search("林若水")))
        self.assertTrue(any("claims/ferry-capacity/" in json.dumps(hit) for hit in self.search("載客量")))

    def test_results_for_people_are_lines_on_stdout(self):
        self.run_program("search", "渡口")
        self.assertEqual(self.done.returncode, 0)
        self.assertIn("渡口", self.done.stdout)

    def test_a_site_that_is_not_built_is_no_crash(self):
        self.run_program("search", "渡口", "--archive", str(self.archive / "content"))
        self.assertEqual(self.done.returncode, 1)
        self.assertIn("variorum build", self.done.stderr)


class AddTests(ArchiveCase):
    def add(self, name, content, *options):
        file = self.archive.parent / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.run_program("add", str(file), *options)

    def added(self):
        return sorted(p for p in (self.archive / "content/articles").rglob("*.md")
                      if p.name not in ("ferry.md", "lamp.md"))

    def test_a_captured_file_becomes_an_article_and_its_bytes_are_kept(self):
        self.add("夜航.md", CAPTURED)
        self.assert_built()
        [article] = self.added()
        text = article.read_text(encoding="utf-8")
        self.assertIn("title: 夜航的人", text)
        self.assertIn("票價不變。", text)
        kept = [p for p in (self.archive / "content/originals").rglob("*") if p.is_file()]
        self.assertEqual([p.read_bytes() for p in kept], [CAPTURED.encode()])
        self.build()
        self.assert_built()

    def test_the_same_bytes_twice_are_told_and_not_added(self):
        self.add("one.md", CAPTURED)
        before = hashes(self.archive / "content")
        self.add("two.md", CAPTURED)
        self.assertEqual(hashes(self.archive / "content"), before)
        self.assertRegex(self.done.stderr, r"\[[a-z-]+\]")

    def test_other_encodings_are_detected(self):
        simplified = CAPTURED.replace("來源", "来源").replace("說", "说")
        for encoding, text in (("big5", CAPTURED), ("gb18030", simplified)):
            with self.subTest(encoding=encoding):
                before = set(self.added())
                self.add(f"{encoding}.txt", text.encode(encoding))
                self.assert_built()
                [article] = set(self.added()) - before
                self.assertIn("夜航", article.read_text(encoding="utf-8"))

    def test_a_dry_run_writes_nothing_and_prints_an_object_an_article(self):
        before = hashes(self.archive)
        self.add("one.md", CAPTURED, "--dry-run", "--json")
        self.assert_built()
        self.assertEqual(hashes(self.archive), before)
        [article] = [json.loads(line) for line in self.done.stdout.splitlines()]
        for key in ("title", "authors", "date", "outlet", "language", "url", "markdown", "text", "dropped", "evidence"):
            self.assertIn(key, article)
        self.assertEqual(article["title"], "夜航的人")

    def test_standard_input_is_a_source(self):
        self.run_program("add", "-", stdin=CAPTURED)
        self.assert_built()
        self.assertEqual(len(self.added()), 1)

    def test_a_file_that_is_not_there_or_empty_is_told(self):
        for name, content in (("empty.md", ""), ("zero.txt", b"\0\0\0")):
            self.add(name, content)
            self.assertEqual(self.done.returncode, 1, self.done.stderr)
        self.run_program("add", "nowhere.md")
        self.assertEqual(self.done.returncode, 1, self.done.stderr)
        self.assertIn("nowhere.md", self.done.stderr)
        self.assertEqual(self.added(), [])


class ReadmeTests(ArchiveCase):
    def test_the_files_shown_in_the_readme_build(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        article, person = re.findall(r"```markdown\n(.*?)```", readme, re.DOTALL)
        [claim] = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
        for path in SOUND:
            if path.startswith(("content/articles", "content/people", "content/claims")):
                (self.archive / path).unlink()
        self.write("content/articles/lamp-at-the-ferry.md", article)
        self.write("content/people/lin-ruoshui.md", person)
        self.write("content/claims/ferry.yml", claim)
        self.write("content/organizations/ferry-company.md", "---\nname: 渡船公司\n---\n")
        self.write("content/products/new-ferry.md", "---\nname: 新船\n---\n")
        self.write("content/metrics.yml", "- {id: passengers-per-day, unit: person}\n")
        self.write("content/outlets.yml", "- {id: harbour-news, name: 港口日報}\n")
        self.build()
        self.assert_built()
        self.assertNotIn("error:", self.done.stderr)

    def test_every_make_target_of_the_readme_exists(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        known = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for target in set(re.findall(r"`?make ([a-z]+)\b`?", readme)):
            self.assertIn(f"make {target} ", known)

    def test_every_command_of_the_readme_exists(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        known = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=True).stdout
        for command in set(re.findall(r"(?m)^variorum ([a-z]+)", readme)):
            self.assertRegex(known, rf"(?m)^\s+{command}\b")


if __name__ == "__main__":
    unittest.main()
