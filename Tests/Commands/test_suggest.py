"""`suggest` and `accept` as an editor uses them."""
import json
import unittest

from archive_case import ArchiveCase

REVIEW = "content/review/names.md"
TALK = """\
---
title: 財報會
date: 2025-05-01
lang: zh-Hant
---
騰訊總裁劉熾平表示，微信的用戶更多了。微信很好。
"""


class SuggestTests(ArchiveCase):
    def setUp(self):
        super().setUp()
        self.write("content/articles/talk.md", TALK)

    def review(self):
        return (self.archive / REVIEW).read_text(encoding="utf-8")

    def tick(self, name, box="x"):
        text = self.review()
        self.assertIn(f"- [ ] {name} |", text)
        self.write(REVIEW, text.replace(f"- [ ] {name} |", f"- [{box}] {name} |"))

    def test_names_are_proposed_ticked_accepted_and_linked(self):
        self.run_program("suggest")
        self.assertEqual(self.done.returncode, 0, self.done.stderr)
        self.assertRegex(self.done.stderr, r"\d+ articles: \d+ names to review, \d+ of them new")
        self.tick("微信")
        self.tick("騰訊", "-")
        self.run_program("accept", "--dry-run")
        self.assertIn("would write content/products/wechat.md", self.done.stderr)
        self.assertFalse((self.archive / "content/products/wechat.md").exists())
        self.run_program("accept")
        self.assertEqual(self.done.returncode, 0, self.done.stderr)
        self.assertIn("1 entity written", self.done.stderr)
        self.assertIn("1 rejected", self.done.stderr)
        entity = (self.archive / "content/products/wechat.md").read_text(encoding="utf-8")
        self.assertTrue(entity.startswith("---\nname: 微信\n"))
        self.assertIn("suggested:\n  by: builtin 1\n  score: 0.", entity)
        self.assertNotIn("- [x]", self.review())
        before = self.review()
        self.run_program("accept")
        self.assertIn("0 entities written", self.done.stderr)
        self.assertEqual(self.review(), before)
        self.run_program("suggest")
        self.assertNotRegex(self.review(), r"(?m)^- \[.\] (微信|騰訊) ")
        self.build()
        self.assert_built()
        page = (self.archive / "public/articles/talk/index.html").read_text(encoding="utf-8")
        self.assertIn('data-entity="wechat"', page)

    def test_a_rejected_name_can_be_taken_back(self):
        self.run_program("suggest")
        self.tick("微信", "-")
        self.run_program("accept")
        rejected = self.archive / "content/review/rejected.yml"
        self.assertIn("- name: 微信", rejected.read_text(encoding="utf-8"))
        rejected.unlink()
        self.run_program("suggest")
        self.assertIn("- [ ] 微信 |", self.review())

    def test_json_prints_proposals_and_writes_nothing(self):
        self.run_program("suggest", "talk", "--json")
        proposals = [json.loads(line) for line in self.done.stdout.splitlines()]
        self.assertIn(("person", "劉熾平"), [(p["type"], p["name"]) for p in proposals])
        self.assertFalse((self.archive / REVIEW).exists())

    def test_mistakes_stop_everything_and_are_reported_with_their_line(self):
        self.run_program("suggest")
        self.tick("微信")
        text = self.review().replace("- [ ] 劉熾平 | person |", "- [?] 劉熾平 | person |")
        self.write(REVIEW, text)
        self.run_program("accept")
        self.assertEqual(self.done.returncode, 1)
        self.assertRegex(self.done.stderr, rf"{REVIEW}:\d+:1: error: `\[\?\]` is not a box")
        self.assertIn("nothing was written", self.done.stderr)
        self.assertFalse((self.archive / "content/products/wechat.md").exists())
        self.run_program("suggest")
        self.assertEqual(self.done.returncode, 1)
        self.assertEqual(self.review(), text, "what the editor wrote is not lost")

    def test_nothing_to_accept_and_unknown_articles(self):
        self.run_program("accept")
        self.assertEqual(self.done.returncode, 1)
        self.assertIn("there is nothing to accept: this file does not exist", self.done.stderr)
        self.run_program("suggest", "tlak")
        self.assertEqual(self.done.returncode, 1)
        self.assertIn("no article has the slug `tlak`", self.done.stderr)
        self.assertIn("did you mean `talk`?", self.done.stderr)


if __name__ == "__main__":
    unittest.main()
