"""The card on a mention: on hover and on focus, from the entity's card.json, without moving the page."""
import json
import unittest

from browser_session import BrowserSession, wait_for_frame
from built_site import bundled
from strict_server import StrictServer

PLACES = """() => [...document.querySelectorAll('.prose a.mention')].map(link => {
    const box = link.getBoundingClientRect(); return [box.left, box.top + scrollY] })"""


class CardTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = bundled()
        cls.server = StrictServer(cls.site)
        cls.addClassCleanup(cls.server.close)
        cls.browser = BrowserSession()
        cls.addClassCleanup(cls.browser.close)
        articles = sorted(cls.site.glob("articles/*/index.html"), key=lambda path: path.stat().st_size)
        cls.article = str(articles[-1].relative_to(cls.site))

    def card_data(self, link):
        folder = {"person": "people", "product": "products", "organization": "organizations"}
        kind, entity = link.get_attribute("data-kind"), link.get_attribute("data-entity")
        return json.loads((self.site / folder[kind] / entity / "card.json").read_text(encoding="utf-8"))

    def test_a_card_appears_on_hover_and_the_page_stands_still(self):
        with self.browser.page(inside=self.server.address) as page:
            page.goto(self.server.address + self.article)
            wait_for_frame(page)
            link = page.locator(".prose a.mention").first
            link.scroll_into_view_if_needed()
            before, height = page.evaluate(PLACES), page.evaluate("() => document.body.scrollHeight")
            link.hover()
            card = page.locator("#hovercard")
            card.wait_for(state="visible")
            data = self.card_data(link)
            self.assertIn(data["name"], card.inner_text())
            self.assertIn(data["line"], card.inner_text())
            self.assertIn(data["mentions"], card.inner_text())
            self.assertEqual(page.evaluate(PLACES), before)
            self.assertEqual(page.evaluate("() => document.body.scrollHeight"), height)
            page.keyboard.press("Escape")
            card.wait_for(state="hidden")
            self.assertEqual(page.troubles, [])

    def test_a_card_appears_on_focus_and_describes_the_link(self):
        with self.browser.page(inside=self.server.address) as page:
            page.goto(self.server.address + self.article)
            wait_for_frame(page)
            page.locator("body").press("Tab")
            link = page.locator(".prose a.mention").first
            for _ in range(60):
                if page.evaluate("() => !!document.activeElement.closest('.prose a.mention')"):
                    break
                page.keyboard.press("Tab")
            self.assertTrue(link.evaluate("link => link === document.activeElement"))
            page.locator("#hovercard").wait_for(state="visible")
            self.assertEqual(link.get_attribute("aria-describedby"), "hovercard")
            page.keyboard.press("Escape")
            self.assertIsNone(link.get_attribute("aria-describedby"))

    def test_a_claim_s_mark_shows_what_other_articles_say(self):
        claim, article = "tencent-capex-growth-2024", "articles/hunyuan-restructured/index.html"
        with self.browser.page(inside=self.server.address) as page:
            page.goto(self.server.address + article)
            wait_for_frame(page)
            card = page.locator("#hovercard")
            mark = page.locator(f'mark.claim[data-claim="{claim}"]').first
            mark.scroll_into_view_if_needed()
            mark.hover()
            card.wait_for(state="visible")
            for words in ("221%与+212.66%互相矛盾", "直面AI: 增幅221%", "科创板日报: +212.66%", "界面新闻: 增幅221%"):
                self.assertIn(words, card.inner_text())
            self.assertNotIn("比上年多221%", card.inner_text())
            page.keyboard.press("Escape")
            card.wait_for(state="hidden")
            page.mouse.move(0, 0)
            page.keyboard.press("Tab")
            reference = page.locator(f'a.claim-ref[data-claim="{claim}"]').first
            for _ in range(120):
                if reference.evaluate("element => element === document.activeElement"):
                    break
                page.keyboard.press("Tab")
            card.wait_for(state="visible")
            self.assertIn("科创板日报: +212.66%", card.inner_text())
            self.assertEqual(reference.get_attribute("aria-describedby"), "hovercard")
            self.assertEqual(page.troubles, [])

    def test_a_mention_is_a_plain_link_without_scripts(self):
        with self.browser.page(inside=self.server.address, java_script_enabled=False) as page:
            page.goto(self.server.address + self.article)
            link = page.locator(".prose a.mention").first
            data = self.card_data(link)
            link.click()
            self.assertEqual(page.locator("h1").inner_text(), data["name"])
            self.assertEqual(page.troubles, [])

    def test_the_first_mention_of_a_section_is_plainer_to_see_than_later_ones(self):
        with self.browser.page(inside=self.server.address) as page:
            page.goto(self.server.address + self.article)
            loud = page.evaluate("""() => {
                const found = [], seen = new Set();
                for (const element of document.querySelectorAll('main h1, h1 a.mention, .prose :is(h1, h2, h3, h4, h5, h6), .prose a.mention')) {
                    if (/^H/.test(element.tagName)) seen.clear();
                    else {
                        const first = !seen.has(element.dataset.entity);
                        seen.add(element.dataset.entity);
                        if (!element.closest('h1, h2, h3, h4, h5, h6, .footnotes'))
                            found.push([first, element.classList.contains('again')]);
                    }
                }
                return found }""")
            self.assertTrue(any(not first for first, _ in loud))
            self.assertEqual([pair for pair in loud if pair[0] == pair[1]], [])


if __name__ == "__main__":
    unittest.main()
