"""Search misses nothing that a plain scan of the texts finds."""
import re
import unittest

from search_page_case import SearchPageCase


class RecallTests(SearchPageCase):
    QUERIES = 300

    def found(self, query):
        self.open(query)
        return {m[1] for url in self.addresses() if (m := re.search(r"articles/([^/]+)/", url))}

    def test_random_han_substrings_are_found_in_either_script(self):
        missed, wrong = [], []
        for query in self.naive.random_queries(self.QUERIES, seed=20):
            expected, found = self.naive.articles_with(query), self.found(query)
            if expected - found:
                missed.append(f"{query}: {sorted(expected - found)}")
            if found - self.naive.articles_with(query, titles=True):
                wrong.append(f"{query}: {sorted(found - expected)}")
        self.assertEqual(missed[:20], [], f"{len(missed)} of {self.QUERIES}")
        self.assertEqual(wrong[:20], [], f"{len(wrong)} of {self.QUERIES}")

    def test_latin_words_and_their_beginnings_are_found(self):
        missed = []
        for word in self.naive.latin_words()[:100]:
            for query in (word, word[:max(2, len(word) - 2)]):
                expected = self.naive.articles_with_word(query)
                if lost := expected - self.found(query):
                    missed.append(f"{query}: {sorted(lost)}")
        self.assertEqual(missed[:20], [], f"{len(missed)} missed")


if __name__ == "__main__":
    unittest.main()
