"""The search page when things go wrong, and the ways of typing that tests of plain keys miss."""
import re
import unittest
from urllib.parse import quote

from search_page_case import DONE, SearchPageCase

ERROR = "() => document.querySelector('#results')?.dataset.state === 'error'"
FILES = re.compile(r"/search/(?!manifest)\w+\.json")
SETTLED = "() => ['done', 'idle', 'error'].includes(document.querySelector('#results')?.dataset.state)"

HARD = {
    "10,000 characters": "青山" * 5000,
    "10,000 different words": " ".join(f"词{n}" for n in range(3000)),
    "50 terms": " ".join(f"词{n}" for n in range(50)),
    "only punctuation": "。，！？…—《》「」",
    "signs of a regular expression": r"(腾讯|微信)+[^.*?$\{2,}",
    "HTML": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "right to left": "שלום مرحبا \u202e腾讯",
    "names of object members": "__proto__ constructor toString hasOwnProperty",
    "a minus alone": "-",
    "an open quotation mark": "“腾讯",
    "zero width": "\u200b\ufeff\u200d",
}


class TroubleTests(SearchPageCase):
    def status(self):
        return self.page.locator("#search-status").inner_text()

    def forgive_the_network(self):
        """The browser itself reports what could not be loaded; the page must not add to it."""
        self.page.troubles[:] = [t for t in self.page.troubles if not re.search(
            r": (404 for|failed:|console: Failed to load resource)", t)]

    def fail_files(self, handle):
        """Answers for every file of the index but the manifest with `handle`."""
        self.page.route(FILES, handle)

    def test_hard_queries_do_no_harm(self):
        for name, query in HARD.items():
            with self.subTest(name):
                self.open()
                self.box.fill(query)
                self.box.press("Enter")
                self.page.wait_for_function(SETTLED)
                self.assertNotEqual(self.page.locator("#results").get_attribute("data-state"), "error")
                self.assertEqual(self.page.locator("main img, main script:not([src])").count(), 0)

    def test_a_lone_surrogate_does_no_harm(self):
        self.open()
        self.page.evaluate("""() => { const box = document.querySelector('main input[type=search]');
          box.value = 'ab\\ud800cd \\udc00x'; box.form.requestSubmit(); }""")
        self.page.wait_for_function(DONE)
        self.assertEqual(self.total(), 0)

    def test_the_words_of_numbers_and_mixed_scripts(self):
        for query, other in [("７６７", "767"), ("ＱＱ瀏覽器", "QQ浏览器"), ("AI 大模型", "AI大模型"), ("10 亿", "10億")]:
            self.open(query)
            first = (self.total(), self.addresses())
            self.open(other)
            if " " not in query:
                self.assertEqual((self.total(), self.addresses()), first, query)
            self.assertGreaterEqual(first[0], self.total(), query)

    def test_an_index_of_another_version_says_to_load_the_page_again(self):
        self.page.route("**/search/manifest.json", lambda route: route.fulfill(json={"format": 99}))
        self.open()
        self.box.fill(self.naive.common_word())
        self.page.wait_for_function(ERROR)
        self.page.unroute("**/search/manifest.json")
        self.page.locator("#search-status button").click()
        self.page.wait_for_function(DONE)
        self.assertGreater(self.total(), 0)

    def test_a_shard_that_was_cut_off_can_be_asked_for_again(self):
        def cut(route):
            answer = route.fetch()
            route.fulfill(response=answer, body=answer.body()[:-40])
        self.open()
        self.fail_files(cut)
        self.box.fill(self.naive.common_word())
        self.page.wait_for_function(ERROR)
        self.assertNotIn("0", self.status())
        self.page.unroute_all()
        self.page.locator("#search-status button").click()
        self.page.wait_for_function(DONE)
        self.assertGreater(self.total(), 0)

    def test_a_missing_manifest_and_a_refused_network_are_said_and_tried_again(self):
        for handle in (lambda route: route.fulfill(status=404, body="no"), lambda route: route.abort()):
            self.page.route("**/search/*.json", handle)
            self.open()
            self.box.fill(self.naive.common_word())
            self.page.wait_for_function(ERROR)
            self.assertEqual(self.page.locator("#results > li").count(), 0)
            self.page.unroute_all()
            self.page.locator("#search-status button").click()
            self.page.wait_for_function(DONE)
            self.assertGreater(self.total(), 0)
        self.forgive_the_network()

    def test_storage_and_history_may_be_refused(self):
        self.page.add_init_script("""
          for (const name of ['localStorage', 'sessionStorage'])
            Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });
          history.replaceState = history.pushState = () => { throw new DOMException('refused', 'SecurityError'); };""")
        self.open()
        self.box.fill(self.naive.common_word())
        self.page.wait_for_function(DONE)
        self.assertGreater(self.total(), 0)

    def test_an_answer_that_comes_late_never_replaces_a_newer_one(self):
        first, second = "微信", "元宝"
        self.open(second)
        expected = (self.total(), self.addresses())
        self.open()
        held, isHolding = [], True
        self.fail_files(lambda route: held.append(route) if isHolding else route.continue_())
        self.box.fill(first)
        while not held:
            self.page.wait_for_timeout(20)
        isHolding = False
        self.box.fill(second)
        self.page.wait_for_url(re.compile(re.escape(quote(second))))
        for route in held:
            route.continue_()
        self.page.wait_for_function(DONE)
        self.page.wait_for_load_state("networkidle")
        self.assertEqual((self.total(), self.addresses()), expected)

    def test_nothing_is_asked_while_an_input_method_composes(self):
        self.open()
        self.box.focus()
        line = self.page.context.new_cdp_session(self.page)
        for letters in ("t", "te", "teng", "tengxun"):
            line.send("Input.imeSetComposition", {
                "text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)})
        self.page.wait_for_timeout(400)
        self.assertNotIn("q=", self.page.url)
        self.assertNotEqual(self.page.locator("#results").get_attribute("data-state"), "done")
        line.send("Input.insertText", {"text": "腾讯"})
        self.page.wait_for_function(DONE)
        self.assertEqual(self.box.input_value(), "腾讯")
        self.assertGreater(self.total(), 0)

    def test_one_latin_letter_asks_nothing_and_leaves_no_older_answer(self):
        self.open()
        self.type("qq")
        self.assertGreater(len(self.addresses()), 0)
        self.box.press("Backspace")
        self.page.wait_for_function("() => !document.querySelector('#results > li')")

    def test_no_result_says_what_less_would_find(self):
        self.open("腾讯 龘龘龘")
        self.assertEqual(self.total(), 0)
        links = self.page.locator("#search-status a")
        self.assertEqual(links.all_inner_texts(), ["腾讯", "龘龘龘"])
        self.assertRegex(self.status(), r"腾讯 \([1-9]\d*\).*龘龘龘 \(0\)")
        links.first.click()
        self.page.wait_for_function(DONE)
        self.assertGreater(self.total(), 0)

    def test_counts_of_facets_agree_with_the_results(self):
        word = self.naive.common_word()
        self.open(word)
        self.page.wait_for_selector("#search-facets label")
        labels = self.page.locator("#search-facets fieldset").first.locator("label")
        for number in range(labels.count()):
            self.open(word)
            label = self.page.locator("#search-facets fieldset").first.locator("label").nth(number)
            count = int(label.locator(".count").inner_text())
            label.locator("input").click()
            self.page.wait_for_function("count => document.querySelector('#results').dataset.total === count",
                                        arg=str(count))
            self.assertEqual(self.total(), count)

    def test_years_are_listed_newest_first_and_languages_by_name(self):
        self.open(self.naive.common_word())
        self.page.wait_for_selector("#search-facets label")
        values = lambda name, part: self.page.locator(f"#search-facets label:has([name={name}]) {part}")  # noqa: E731
        years = values("year", "span:not(.count)").all_inner_texts()
        self.assertGreater(len(years), 1)
        self.assertEqual(years, sorted(years, reverse=True))
        for name in values("language", "span:not(.count)").all_inner_texts():
            self.assertIn(name, ["简体中文", "繁体中文", "英语"])

    def test_facets_are_in_the_address_and_back_takes_them_away(self):
        self.open(self.naive.common_word())
        before = self.total()
        self.page.wait_for_selector("#search-facets input")
        self.page.locator("#search-facets input").first.click()
        self.page.wait_for_url(re.compile(r"&kind="))
        self.page.go_back()
        self.page.wait_for_function("total => document.querySelector('#results').dataset.total === total",
                                    arg=str(before))

    def test_a_passage_leads_to_its_sentence_with_the_hit_marked(self):
        self.open("资本开支")
        self.page.locator("#results > li[data-kind=article]").first.scroll_into_view_if_needed()
        link = self.page.locator("#results > li[data-kind=article] .passage a").first
        mark = link.locator("mark").first.inner_text()
        link.click()
        self.page.wait_for_url(re.compile(r"#s[a-z2-7]{8}(-\d+)?$"))
        shown = self.page.evaluate("() => [...CSS.highlights.get('hit')].map(range => range.toString())")
        self.assertIn(mark, shown)
        sentence = self.page.locator(":target")
        self.assertIn(mark, sentence.inner_text())
        self.assertTrue(sentence.evaluate(
            "element => { const r = element.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"))

    def test_a_name_brings_its_page_first_with_the_other_names(self):
        self.open("馬化騰")
        first = self.page.locator("#results > li").first
        self.assertEqual(first.get_attribute("data-url"), "people/ma-huateng/")
        self.assertIn("Pony Ma", first.inner_text())

    def test_all_of_it_fits_a_narrow_screen(self):
        self.page.set_viewport_size({"width": 320, "height": 640})
        self.open(self.naive.common_word())
        self.page.locator("#search-facets button").click()
        self.page.wait_for_selector("#search-facets label")
        self.assertLessEqual(self.page.evaluate("() => document.documentElement.scrollWidth"), 320)

    def test_what_is_found_is_announced(self):
        self.open(self.naive.common_word())
        status = self.page.locator("#search-status")
        self.assertEqual(status.get_attribute("role"), "status")
        self.assertIn(str(self.total()), status.inner_text())
        self.assertEqual(self.page.locator("#results").get_attribute("aria-busy"), "false")

    def test_without_scripts_the_page_says_so(self):
        with self.browser.page(inside=self.server.address, java_script_enabled=False) as page:
            page.goto(self.server.address + f"search/index.html?q={quote('腾讯')}")
            self.assertIn("JavaScript", page.locator("main .notice").inner_text())


if __name__ == "__main__":
    unittest.main()
