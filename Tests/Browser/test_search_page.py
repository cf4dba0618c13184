"""The search page as a reader uses it."""
import re
import unittest
from urllib.parse import quote

from naive_search import fold
from search_page_case import ADDRESSES, DONE, SearchPageCase


class SearchPageTests(SearchPageCase):
    def test_a_query_in_the_address_is_answered(self):
        word = self.naive.common_word()
        self.open(word)
        self.assertEqual(self.box.input_value(), word)
        self.assertGreater(self.total(), 0)
        self.assertGreater(len(self.addresses()), 0)
        self.assertGreaterEqual(self.total(), len(self.addresses()))

    def test_results_come_as_one_types(self):
        word = self.naive.common_word()
        self.open()
        self.type(word)
        self.assertGreater(self.total(), 0)

    def test_typing_and_the_address_give_the_same_results(self):
        word = self.naive.common_word()
        self.open(word)
        from_address = (self.total(), self.addresses())
        self.open()
        self.type(word)
        self.assertEqual((self.total(), self.addresses()), from_address)

    def test_hits_are_marked(self):
        word = self.naive.common_word()
        self.open(word)
        marks = self.page.locator("#results > li[data-url] mark").all_inner_texts()
        self.assertGreater(len(marks), 0)
        self.assertEqual({fold(mark) for mark in marks} - {fold(word)}, set())

    def test_every_result_leads_to_a_page_of_the_site(self):
        self.open(self.naive.common_word())
        links = self.page.locator("#results > li[data-url] a[href]").evaluate_all(
            "links => links.map(link => link.href)")
        self.assertGreater(len(links), 0)
        for link in links:
            self.assertTrue(link.startswith(self.server.address), link)
            path = self.site / link.removeprefix(self.server.address).split("#")[0].split("?")[0]
            self.assertTrue(path.is_file(), link)

    def test_both_scripts_give_the_same_results(self):
        simplified, traditional = self.naive.word_in_both_scripts()
        self.open(simplified)
        first = (self.total(), self.addresses())
        self.open(traditional)
        self.assertEqual((self.total(), self.addresses()), first)
        self.assertGreater(first[0], 0)

    def test_terms_are_joined_by_and(self):
        first, second = self.naive.two_words_of_one_article()
        self.open(f"{first} {second}")
        both = {u for u in self.addresses() if "articles/" in u}
        self.open(first)
        self.assertLessEqual({u.split("#")[0] for u in both}, {u.split("#")[0] for u in self.addresses()})
        self.assertGreater(len(both), 0)

    def test_a_term_is_excluded_with_a_minus(self):
        word = self.naive.common_word()
        self.open(f"{word} -{word}")
        self.assertEqual(self.total(), 0)

    def test_a_query_without_results_says_so(self):
        self.open("龘龘龘龘")
        self.assertEqual(self.total(), 0)
        self.assertEqual(self.addresses(), [])
        said = self.page.locator("[role=status], [aria-live]").all_inner_texts()
        self.assertTrue(any(words.strip() for words in said), "nothing is said of it")

    def test_a_query_is_words_and_never_markup(self):
        self.open("<img src=x onerror=alert(1)>\"'&amp;")
        self.assertEqual(self.page.locator("main img").count(), 0)

    def test_enter_opens_the_first_result(self):
        self.open()
        self.type(self.naive.common_word())
        first = self.page.locator("#results > li[data-url] a[href]").first.evaluate("link => link.href")
        self.box.press("ArrowDown")
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(re.compile(re.escape(first.split("#")[0])))

    def test_arrows_move_through_the_results_and_back(self):
        self.open()
        self.type(self.naive.common_word())
        where = "() => [...document.querySelectorAll('#results > li[data-url]')].findIndex(" \
            "item => item.contains(document.activeElement) || item.getAttribute('aria-selected') === 'true')"
        self.page.keyboard.press("ArrowDown")
        self.assertEqual(self.page.evaluate(where), 0)
        if len(self.addresses()) > 1:
            self.page.keyboard.press("ArrowDown")
            self.assertEqual(self.page.evaluate(where), 1)
            self.page.keyboard.press("ArrowUp")
            self.assertEqual(self.page.evaluate(where), 0)

    def test_escape_clears_the_query(self):
        self.open()
        self.type(self.naive.common_word())
        self.box.press("Escape")
        self.assertEqual(self.box.input_value(), "")
        self.page.wait_for_function("() => !document.querySelector('#results > li[data-url]')")

    def test_a_slash_goes_to_the_search_box(self):
        for name in ("index.html", "search/index.html"):
            self.page.goto(self.server.address + name)
            self.page.evaluate("() => document.activeElement.blur()")
            self.page.keyboard.press("/")
            focused = self.page.evaluate("() => document.activeElement.type")
            self.assertEqual(focused, "search", name)
            self.assertEqual(self.page.evaluate("() => document.activeElement.value"), "", name)

    def test_back_and_forward_keep_the_query(self):
        word = self.naive.common_word()
        self.open(word)
        total = self.total()
        self.page.locator("#results > li[data-url] a[href]").first.click()
        self.page.wait_for_load_state()
        self.page.go_back()
        self.page.wait_for_function(DONE)
        self.assertEqual(self.box.input_value(), word)
        self.assertEqual(self.total(), total)

    def test_the_page_searches_from_disk_too(self):
        word = self.naive.common_word()
        self.open(word)
        served = (self.total(), self.addresses())
        inside = self.site.as_uri() + "/"
        with self.browser.page(inside=inside) as page:
            page.goto(f"{inside}search/index.html?q={quote(word)}")
            page.wait_for_function(DONE)
            results = page.locator("#results")
            found = page.locator("#results > li[data-url]").evaluate_all(ADDRESSES)
            self.assertEqual((int(results.get_attribute("data-total")), found), served)
            self.assertEqual(page.troubles, [])

    def test_the_search_box_of_another_page_leads_here(self):
        word = self.naive.common_word()
        self.page.goto(self.server.address + "index.html")
        box = self.page.locator("input[type=search]:visible").first
        box.fill(word)
        box.press("Enter")
        self.page.wait_for_url(re.compile(r"/search/"))
        self.page.wait_for_function(DONE)
        self.assertGreater(self.total(), 0)


if __name__ == "__main__":
    unittest.main()
