"""A test case with the search page of the bundled site open in a browser."""
import unittest
from urllib.parse import quote

from browser_session import BrowserSession
from built_site import bundled
from naive_search import NaiveSearch
from strict_server import StrictServer

DONE = "() => document.querySelector('#results')?.dataset.state === 'done'"
ADDRESSES = "items => items.map(item => item.dataset.url)"


class SearchPageCase(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.site = bundled()
        cls.naive = NaiveSearch(cls.site)
        cls.server = StrictServer(cls.site)
        cls.addClassCleanup(cls.server.close)
        cls.browser = BrowserSession()
        cls.addClassCleanup(cls.browser.close)

    def setUp(self):
        session = self.browser.page(inside=self.server.address)
        self.page = session.__enter__()
        self.addCleanup(session.__exit__, None, None, None)

    def tearDown(self):
        self.assertEqual(self.page.troubles, [])

    def open(self, query=None):
        address = self.server.address + "search/index.html"
        self.page.goto(address + (f"?q={quote(query)}" if query is not None else ""))
        if query is not None:
            self.page.wait_for_function(DONE)

    @property
    def box(self):
        return self.page.locator("main input[type=search]").first

    def type(self, words):
        self.box.press_sequentially(words)
        self.page.wait_for_function("words => new URL(location).searchParams.get('q') === words", arg=words)
        self.page.wait_for_function(DONE)

    def total(self):
        return int(self.page.locator("#results").get_attribute("data-total"))

    def addresses(self):
        return self.page.locator("#results > li[data-url]").evaluate_all(ADDRESSES)
