"""What the bundled archive shows of the ledger, on its real pages: one of each thing that a verdict can say."""
import csv
import html
import json
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

from archive_case import PROGRAM, ROOT


class BundledLedgerTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="variorum-bundled-")
        cls.addClassCleanup(folder.cleanup)
        cls.site = Path(folder.name)
        done = subprocess.run([PROGRAM, "build", "--archive", str(ROOT), "--output", folder.name],
                              capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(done.stderr)
        cls.claims = {c["id"]: c for c in json.loads((cls.site / "data/claims.json").read_text(encoding="utf-8"))}

    def page(self, claim):
        """The words of a claim's page, and its rows as (outlet, verdict, words of the verdict)."""
        text = (self.site / f"claims/{claim}/index.html").read_text(encoding="utf-8")
        rows = re.findall(r'<span class="outlet">([^<]*)</span>.*?<td class="verdict">'
                          r'<span class="verdict-word" data-verdict="([^"]*)"[^>]*>[^<]*</span>'
                          r'(?: <span class="reason">([^<]*)</span>)?', text, re.S)
        return html.unescape(text), [tuple(map(html.unescape, row)) for row in rows]

    def test_an_amount_that_rounds(self):
        _, rows = self.page("tencent-ad-revenue-2024")
        self.assertIn(("界面新闻", "rounds-to", "1214億元是1213.74億元四舍五入的结果"), rows)

    def test_an_amount_that_is_cut_off_and_one_within_a_bound(self):
        _, rows = self.page("tencent-capex-2024")
        self.assertIn(("直面AI", "truncates-to", "767億元是767.6億元舍去尾数的结果，并非四舍五入"), rows)
        self.assertIn(("界面新闻", "within-bound", "767.6億元符合“突破767億元”的说法"), rows)

    def test_a_conflict_with_the_bases_that_it_implies(self):
        text, rows = self.page("tencent-capex-growth-2024")
        self.assertIn(("直面AI", "conflict", "增幅221%与+212.66%互相矛盾"), rows)
        self.assertIn('<span class="status" data-status="disputed">', text)
        self.assertIn("767億元 ÷ (1 + 221%) = 238.4亿–239.5亿", text)
        self.assertIn("767.6億元 ÷ (1 + 212.66%) = 245.4亿–245.6亿", text)
        self.assertIn('<p class="dispute">争议：多221%与+212.66%互相矛盾 · 增幅221%与+212.66%互相矛盾</p>', text)
        disputed = (self.site / "claims/disputed/index.html").read_text(encoding="utf-8")
        self.assertRegex(disputed, r'data-claim="tencent-capex-growth-2024".*<span class="line">多221%与\+212.66%互相矛盾')

    def test_a_claim_of_several_articles_and_one_origin(self):
        text, rows = self.page("tencent-capex-2024-q4")
        self.assertEqual(len(rows), 2)
        self.assertRegex(text, r'data-status="repeated">同源转述</span>\s+2 种说法 · 2 篇文章 · 1 个源头')

    def test_a_stance_that_two_people_contest(self):
        text, _ = self.page("tencent-anxious")
        self.assertIn("马化腾：否认", text)
        people = {s["speaker"]: s["stance"] for s in self.claims["tencent-anxious"]["statements"]}
        self.assertEqual((people["tang-daosheng"], people["ma-huateng"]), ("supports", "denies"))
        for person in ("tang-daosheng", "ma-huateng"):
            self.assertTrue((self.site / f"people/{person}/index.html").is_file())
        self.assertRegex(text, r'<span class="holder"><a href="../../people/ma-huateng/index.html">马化腾</a></span> '
                               r'<span class="stance" data-stance="denies">否认</span>')

    def test_a_forecast_overtaken_by_a_fact(self):
        forecast, fact = self.claims["tencent-capex-rises-2025"], self.claims["tencent-capex-growth-2025-q2"]
        self.assertEqual((forecast["kind"], forecast["status"]), ("forecast", "superseded"))
        self.assertEqual((fact["kind"], fact["relations"]),
                         ("quantity", [{"to": "tencent-capex-rises-2025", "type": "updates"}]))
        self.assertLess(max(s["date"] for s in forecast["statements"]), min(s["date"] for s in fact["statements"]))
        text, _ = self.page("tencent-capex-rises-2025")
        self.assertIn("已有更新的论断", text)
        self.assertRegex(text, r'<dt>被更新为</dt><dd><a href="../../claims/tencent-capex-growth-2025-q2/')

    def test_words_of_time_are_shown_as_resolved(self):
        text, _ = self.page("tencent-capex-2024-q4")
        self.assertIn("时间：第四季度（2024年第四季度）", text)

    def test_every_row_of_the_table_says_why(self):
        with open(self.site / "data/claims.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), sum(len(c["statements"]) for c in self.claims.values()))
        for row in rows:
            self.assertEqual(bool(row["verdict"]), bool(row["reason"]), row)
        self.assertGreater(sum(1 for row in rows if row["low"] and row["high"]), 80)


if __name__ == "__main__":
    unittest.main()
