"""Bad claims: each kind is told with its place and what to do, by `build` or by `check`, and none is silently skipped."""
import json

from archive_case import SOUND, ArchiveCase

CLAIMS = "content/claims/bad.yml"
ARTICLE = """\
---
title: 帳本
date: 2025-05
lang: zh-Hans
---
2024年花了10^400元，又花了0元，再花-3亿元。占百分之两百。花了很多。雨停了，雨停了，雨停了。

第一段的末尾花了5亿元。

第二段的开头。
"""


class BadClaimTests(ArchiveCase):
    def claim(self, *statements, metric="cost", more="", name="a"):
        lines = "".join(f"    - {{{s}}}\n" for s in statements)
        return (f"- id: {name}\n  title: {name}\n  kind: quantity\n  metric: {metric}\n  subjects: [ferry-company]\n"
                f"{more}  statements:\n{lines}")

    def put(self, *claims):
        self.write("content/articles/book.md", ARTICLE)
        self.write("content/metrics.yml", SOUND["content/metrics.yml"] + "- {id: cost, title: {en: Cost}, unit: CNY}\n"
                   "- {id: share, title: {en: Share}, unit: percent}\n")
        self.write(CLAIMS, "".join(claims))

    def check(self):
        self.run_program("check")
        return self.done.stderr

    def test_a_value_that_is_no_quantity(self):
        self.put(self.claim("article: book, quote: 花了很多, value: 很多"))
        self.build()
        self.assert_warned("unreadable-value", CLAIMS + ":7", "`很多` cannot be read as a quantity", "variorum quantities")

    def test_a_number_beyond_computing(self):
        self.put(self.claim("article: book, quote: 花了10^400元", "article: book, quote: 花了5亿元"))
        self.build()
        self.assert_warned("absurd-quantity", CLAIMS + ":7", "10^400元", "`note`")
        page = (self.public / "claims/a/index.html").read_text()
        self.assertIn("10^400元過大或位數過多，無法比較", page)

    def test_nothing_negative_money_and_twice_the_whole(self):
        self.put(self.claim("article: book, quote: 又花了0元", name="a", more="  period: '2024'\n"),
                 self.claim("article: book, quote: 再花-3亿元", name="b", more="  period: '2023'\n"),
                 self.claim("article: book, quote: 占百分之两百", name="c", metric="share"))
        said = self.check()
        self.assertIn(f"{CLAIMS}:8:30: note: `0元` is zero [odd-quantity]", said)
        self.assertIn(f"{CLAIMS}:16:30: note: `-3亿元` is negative money [odd-quantity]", said)
        self.assertIn(f"{CLAIMS}:23:30: note: `百分之两百` is more than the whole", said)

    def test_periods_that_are_none(self):
        for period, words in (("2024-13", "`2024-13` is not a valid period"), ("2026/2024", "`2026/2024` ends before it begins"),
                              ("2024-Q5", "is not a valid period"), ("last year", "is not a valid period")):
            with self.subTest(period):
                self.put(self.claim("article: book, quote: 花了5亿元", more=f"  period: '{period}'\n"))
                self.build()
                self.assert_refused("bad-period", CLAIMS + ":6", words)

    def test_a_claim_without_statements(self):
        self.put("- id: a\n  title: a\n  kind: event\n")
        self.build()
        self.assert_refused("claim-without-statements", CLAIMS + ":1")

    def test_statements_of_articles_that_are_not_there(self):
        self.put(self.claim("article: bok, quote: 花了5亿元"))
        self.build()
        self.assert_refused("unknown-article", CLAIMS + ":7", "did you mean `book`?")

    def test_statements_of_drafts_are_left_out_with_a_note(self):
        self.put(self.claim("article: book, quote: 花了5亿元", name="a"),
                 self.claim("article: book, quote: 花了5亿元", "article: lamp, quote: 林若水點了一盞燈", name="b", metric="share"))
        self.write("content/articles/book.md", ARTICLE.replace("lang:", "draft: true\nlang:"))
        self.build()
        self.assert_built()
        said = self.done.stderr
        self.assertIn("the article `book` is not published, so this statement is left out [draft-statement]", said)
        self.assertIn("the claim `a` has no other statements and is left out too", said)
        self.assertFalse((self.public / "claims/a").exists())
        self.assertTrue((self.public / "claims/b/index.html").exists())
        self.build("--drafts")
        self.assertTrue((self.public / "claims/a/index.html").exists())
        self.assertNotIn("draft-statement", self.done.stderr)

    def test_a_quote_across_two_paragraphs(self):
        self.put(self.claim("article: book, quote: 花了5亿元。第二段的开头"))
        self.build()
        self.assert_refused("orphan-quote", CLAIMS + ":7", "runs over several paragraphs", "ends with: 花了5亿元。")

    def test_a_quote_that_stands_three_times(self):
        self.put("- id: a\n  title: a\n  kind: event\n  statements:\n    - {article: book, quote: 雨停了}\n")
        self.build()
        self.assert_refused("ambiguous-quote", CLAIMS + ":5", "occurs 3 times", "add one of these lines:")

    def test_claims_that_update_each_other(self):
        self.put(self.claim("article: book, quote: 花了5亿元", name="a",
                            more="  period: '2024'\n  relations: [{to: b, type: updates}]\n"),
                 self.claim("article: book, quote: 花了5亿元", name="b",
                            more="  period: '2023'\n  relations: [{to: a, type: updates}]\n"))
        self.build()
        self.assert_built()
        self.assert_warned("update-circle", CLAIMS + ":1", "updates a claim that updates it")
        claims = {c["id"]: c["status"] for c in json.loads((self.public / "data/claims.json").read_text())}
        self.assertEqual((claims["a"], claims["b"]), ("single-source", "single-source"))

    def test_names_that_lists_have(self):
        for name in ("by", "disputed", "page"):
            with self.subTest(name):
                self.put(self.claim("article: book, quote: 花了5亿元", name=name))
                self.build()
                self.assert_refused("reserved-id", CLAIMS + ":1", f"`{name}` is reserved for a list of claims")

    def test_a_value_outside_its_quote_and_several_quantities(self):
        self.put(self.claim("article: book, quote: 花了5亿元, value: 6亿元"))
        self.build()
        self.assert_refused("value-outside-quote", CLAIMS + ":7")
        self.put(self.claim("article: book, quote: '2024年花了10^400元，又花了0元'", more="  period: '2024'\n"))
        self.assertIn("[several-quantities]", self.check())
