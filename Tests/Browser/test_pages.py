"""What a reader's browser makes of the pages: no error, nothing from outside, readable on a phone."""
import gzip
import unittest
from pathlib import Path

import axe_playwright_python

from browser_session import BrowserSession, wait_for_frame
from built_site import bundled, is_redirect, one_of_each_kind, pages
from strict_server import StrictServer

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
CONTRAST = ["color-contrast", "target-size"]  # what the scheme and the width decide
WEIGHT = 40_000  # bytes of CSS and JavaScript of a page, compressed


class PageTests(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.site = bundled()
        cls.server = StrictServer(cls.site)
        cls.addClassCleanup(cls.server.close)
        cls.browser = BrowserSession()
        cls.addClassCleanup(cls.browser.close)
        cls.each_kind = one_of_each_kind(cls.site)

    def test_every_page_loads_without_an_error_under_a_strict_policy(self):
        address = self.server.address
        with self.browser.page(inside=address) as page:
            for name in pages(self.site):
                if not is_redirect(self.site / name):
                    page.goto(address + name)
                    wait_for_frame(page)
            self.assertEqual(page.troubles[:20], [], f"{len(page.troubles)} in all")

    def test_every_kind_of_page_opens_from_disk(self):
        inside = self.site.as_uri() + "/"
        with self.browser.page(inside=inside) as page:
            for name in self.each_kind:
                page.goto(inside + name)
                wait_for_frame(page)
                self.assertTrue(page.locator("h1").first.is_visible(), name)
            self.assertEqual(page.troubles[:20], [])

    def test_every_kind_of_page_reads_without_scripts(self):
        address = self.server.address
        with self.browser.page(inside=address, java_script_enabled=False) as page:
            for name in self.each_kind:
                page.goto(address + name)
                self.assertTrue(page.locator("h1").first.is_visible(), name)
            self.assertEqual(page.troubles, [])

    def test_the_header_has_one_row_of_title_search_and_switch_however_many_kinds_there_are(self):
        address = self.server.address
        middles = """(count) => {
            const list = document.querySelector(".site-header .menu ul");
            while (list.children.length < count) list.append(list.lastElementChild.cloneNode(true));
            return [".site-title", ".site-header .search-box", ".theme-toggle"].map((name) => {
                const box = document.querySelector(name).getBoundingClientRect();
                return Math.round((box.top + box.bottom) / 2);
            });
        }"""
        for width in (390, 768, 960, 1000, 1200):
            with self.browser.page(inside=address, viewport={"width": width, "height": 800}) as page:
                page.goto(address + "claims/index.html")
                wait_for_frame(page)
                for count in (5, 8):
                    found = page.evaluate(middles, count)
                    self.assertLessEqual(max(found) - min(found), 2, f"{count} entries at {width} px: {found}")

    def test_headings_of_tables_do_not_wrap(self):
        address = self.server.address
        name = next(name for name in pages(self.site)
                    if name.startswith("claims/") and "<table class=\"statements\">" in (self.site / name).read_text())
        for width in (390, 768, 1200):
            with self.browser.page(inside=address, viewport={"width": width, "height": 800}) as page:
                page.goto(address + name)
                heights = page.evaluate("() => [...document.querySelectorAll('.statements thead th')].map((cell) => {"
                                        " const range = document.createRange(); range.selectNodeContents(cell);"
                                        " return range.getClientRects().length; })")
                self.assertEqual(set(heights), {1}, f"at {width} px")

    def test_no_kind_of_page_has_a_serious_barrier(self):
        found = []
        for scheme, width, rules in (
                ("light", 1280, None), ("dark", 320, None), ("dark", 1280, CONTRAST), ("light", 320, CONTRAST)):
            found += self.barriers(rules, color_scheme=scheme, viewport={"width": width, "height": 800})
        self.assertEqual(found[:20], [], f"{len(found)} in all")

    def barriers(self, rules, **options):
        address, found = self.server.address, []
        with self.browser.page(inside=address, bypass_csp=True, reduced_motion="reduce", **options) as page:
            for name in self.each_kind:
                page.goto(address + name)
                wait_for_frame(page)
                page.evaluate(AXE)
                result = page.evaluate(
                    "rules => axe.run(document, {resultTypes: ['violations'], runOnly: rules ?? undefined})", rules)
                for violation in result["violations"]:
                    if violation["impact"] in ("serious", "critical"):
                        where = violation["nodes"][0]
                        width = options["viewport"]["width"]
                        found.append(
                            f"{name} ({options['color_scheme']}, {width} px): {violation['id']}: "
                            f"{where['html'][:160]} {where.get('failureSummary', '')[:300]}")
        return found

    def test_no_page_scrolls_sideways_on_a_phone(self):
        address, wide = self.server.address, []
        with self.browser.page(inside=address, viewport={"width": 320, "height": 640}) as page:
            for name in self.each_kind:
                page.goto(address + name)
                wait_for_frame(page)
                width = page.evaluate("() => document.scrollingElement.scrollWidth")
                if width > 320:
                    widest = page.evaluate("""() => [...document.querySelectorAll('body *')]
                        .filter(e => e.getBoundingClientRect().right > 321)
                        .map(e => e.outerHTML.slice(0, 120))[0]""")
                    wide.append(f"{name}: {width} px, from {widest}")
        self.assertEqual(wide, [])

    def test_style_and_scripts_of_a_page_weigh_less_than_40_kB(self):
        address, heavy = self.server.address, []
        with self.browser.page(inside=address) as page:
            answers = []
            page.on("response", lambda answer: answers.append(answer))
            for name in self.each_kind:
                answers.clear()
                page.goto(address + name)
                wait_for_frame(page)
                loaded = {answer.url: len(gzip.compress(answer.body(), 9, mtime=0)) for answer in list(answers)
                          if answer.url.split("?")[0].endswith((".css", ".js", ".mjs"))}
                weight = sum(loaded.values())
                self.assertGreater(weight, 0, f"{name} loads no style")
                if weight >= WEIGHT:
                    heavy.append(f"{name}: {weight} bytes: {loaded}")
        self.assertEqual(heavy, [])


if __name__ == "__main__":
    unittest.main()
