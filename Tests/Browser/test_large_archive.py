"""The search page of an archive in which not every answer can be looked at whole."""
import sys
import tempfile
import unittest
from pathlib import Path
from urllib.parse import quote

from browser_session import BrowserSession
from built_site import ROOT, build
from naive_search import fold
from strict_server import StrictServer

sys.path.append(str(ROOT / "Benchmarks/search"))
import generate  # noqa: E402

SETTLED = "() => document.querySelector('#results')?.dataset.state === 'done'"


class LargeArchiveTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="variorum-large-")
        cls.addClassCleanup(folder.cleanup)
        usual, generate.PER_PAGE = generate.PER_PAGE, {"zh": 150}
        generate.Archive(folder.name, 700, "zh", 5).write()
        generate.PER_PAGE = usual
        site = Path(folder.name) / "public"
        build(Path(folder.name), site)
        cls.sources = [fold(path.read_text(encoding="utf-8")) for path in Path(folder.name).glob("content/articles/*.md")]
        cls.server = StrictServer(site)
        cls.addClassCleanup(cls.server.close)
        cls.browser = BrowserSession()
        cls.addClassCleanup(cls.browser.close)

    def open(self, query):
        session = self.browser.page(inside=self.server.address, viewport={"width": 1280, "height": 600})
        page = session.__enter__()
        self.addCleanup(session.__exit__, None, None, None)
        page.requests = []
        page.on("request", lambda request: page.requests.append(request.url))
        page.goto(self.server.address + f"search/index.html?q={quote(query)}")
        page.wait_for_function(SETTLED)
        page.wait_for_load_state("networkidle")
        return page

    def frequent(self, length):
        """The substring of so many characters that most articles have."""
        counts = {}
        for text in self.sources:
            for part in {text[at:at + length] for at in range(len(text) - length)}:
                if all("\u4e00" <= c <= "\u9fff" for c in part):
                    counts[part] = counts.get(part, 0) + 1
        return max(sorted(counts), key=counts.get)

    def test_a_first_answer_is_short_loads_little_and_never_counts_too_few(self):
        for length in (2, 3, 4):
            query = self.frequent(length)
            page, expected = self.open(query), sum(query in source for source in self.sources)
            with self.subTest(query, pages=expected):
                results = page.locator("#results")
                total = int(results.get_attribute("data-total"))
                self.assertIn(results.locator("> li").count(), (2, 3))
                self.assertLessEqual(len(page.requests), 16)
                self.assertEqual(page.locator("#results mark").count() > 0, True)
                if results.get_attribute("data-exact") == "true":
                    self.assertEqual(total, expected)
                else:
                    self.assertGreaterEqual(total, expected)
                    self.assertIn(f"最多 {total} 条", page.locator("#search-status").inner_text())
            self.assertEqual(page.troubles, [])

    def test_more_results_come_as_the_reader_scrolls_or_presses(self):
        page = self.open(self.frequent(2))
        before = page.locator("#results > li").count()
        page.mouse.wheel(0, 2000)
        page.wait_for_function("count => document.querySelectorAll('#results > li').length > count", arg=before)
        before = page.locator("#results > li").count()
        page.locator("#search-more").press("Enter")
        page.wait_for_function("count => document.querySelectorAll('#results > li').length > count", arg=before)
        page.wait_for_function("count => document.activeElement.closest('#results > li')"
                               " === document.querySelectorAll('#results > li')[count]", arg=before)
        addresses = page.locator("#results > li").evaluate_all("items => items.map(item => item.dataset.url)")
        self.assertEqual(len(set(addresses)), len(addresses))
        self.assertEqual(page.troubles, [])

    def test_facets_are_loaded_when_they_are_asked_for(self):
        page = self.open(self.frequent(2))
        self.assertEqual(page.locator("#search-facets input").count(), 0)
        page.locator("#search-facets button").click()
        page.locator("#search-facets label:has([name=language]) input").first.check()
        page.wait_for_function("() => new URL(location).searchParams.has('language')")
        page.wait_for_function(SETTLED)
        self.assertGreater(int(page.locator("#results").get_attribute("data-total")), 0)
        self.assertEqual(page.troubles, [])


if __name__ == "__main__":
    unittest.main()
