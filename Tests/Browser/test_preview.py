"""A page that `serve` shows while its article is being written."""
import sys
from pathlib import Path

from browser_session import BrowserSession

sys.path.append(str(Path(__file__).resolve().parent.parent / "Commands"))
from archive_case import SOUND, ArchiveCase  # noqa: E402
from served import Served  # noqa: E402

FERRY = "content/articles/ferry.md"
LONG = SOUND[FERRY] + "\n江水東流。\n" * 400
PANEL = "body > pre"


class PreviewTests(ArchiveCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.browser = BrowserSession()
        cls.addClassCleanup(cls.browser.close)

    def setUp(self):
        super().setUp()
        self.write(FERRY, LONG)
        self.server = Served(self.archive)
        self.addCleanup(self.server.end)
        self.server.wait("built in")
        self.address = f"http://127.0.0.1:{self.server.port}/"

    def open(self, page):
        page.goto(self.address + "articles/ferry/")
        # The page waits for the next build once it knows which one it shows.
        page.wait_for_function("performance.getEntriesByType('resource').some(r => r.name.includes('version?v='))")

    def test_an_edit_reloads_the_page_where_the_reader_is(self):
        with self.browser.page(inside=self.address) as page:
            self.open(page)
            page.evaluate("scrollTo(0, 3000)")
            self.write(FERRY, LONG.replace("渡船公司沒有漲價", "渡船公司已經停航"))
            page.get_by_text("渡船公司已經停航").first.wait_for(state="attached")
            page.wait_for_load_state("load")
            page.wait_for_function("scrollY === 3000")
            self.assertEqual(page.troubles, [])

    def test_a_build_that_fails_is_shown_over_the_page_until_it_is_mended(self):
        with self.browser.page(inside=self.address) as page:
            self.open(page)
            self.write(FERRY, LONG.replace("六百", "五百"))
            page.locator(PANEL).wait_for()
            self.assertIn("content/claims/ferry.yml:9:", page.locator(PANEL).inner_text())
            self.assertIn("六百多人", page.locator("main").inner_text())
            self.write(FERRY, LONG)
            page.locator(PANEL).wait_for(state="detached")
            self.assertEqual(page.troubles, [])
