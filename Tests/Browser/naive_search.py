"""The slowest search there is, which is right: a scan of every text. What the index is held against."""
import random
import re
import unicodedata
from collections import Counter

from script_pairs import TO_SIMPLIFIED, TO_TRADITIONAL

HAN = re.compile(r"[\u4e00-\u9fff]+")
LATIN = re.compile(r"(?<![^\W\u4e00-\u9fff])[A-Za-z]{3,}(?![^\W\u4e00-\u9fff])")


def fold(text):
    return unicodedata.normalize("NFKC", text).lower().translate(TO_SIMPLIFIED)


class NaiveSearch:
    """The articles of a built site: plain text and title by slug."""

    def __init__(self, site):
        self.texts, self.titles = {}, {}
        for path in sorted(site.glob("articles/*/text.txt")):
            slug = path.parent.name
            self.texts[slug] = path.read_text(encoding="utf-8")
            title = re.search(r"(?m)^title:\s*(.*)$", (path.parent / "index.md").read_text(encoding="utf-8"))
            self.titles[slug] = title[1] if title else slug
        if not self.texts:
            raise AssertionError(f"no article below {site}")
        self.folded = {slug: fold(text) for slug, text in self.texts.items()}
        self.words = {slug: set(re.findall(r"[a-z0-9]+", text)) for slug, text in self.folded.items()}

    def articles_with(self, query, titles=False):
        needle = fold(query)
        return {slug for slug, text in self.folded.items()
                if needle in text or (titles and needle in fold(self.titles[slug]))}

    def articles_with_word(self, beginning):
        beginning = beginning.lower()
        return {slug for slug, words in self.words.items() if any(w.startswith(beginning) for w in words)}

    def random_queries(self, count, seed):
        """Substrings of 2-8 Han characters, drawn alike from all articles, half of them in the other script."""
        source = random.Random(seed)
        runs = {slug: [r for r in HAN.findall(text) if len(r) > 1] for slug, text in self.texts.items()}
        slugs = sorted(slug for slug in runs if runs[slug])
        for number in range(count):
            run = source.choice(runs[source.choice(slugs)])
            length = source.randint(2, min(8, len(run)))
            start = source.randint(0, len(run) - length)
            query = run[start:start + length]
            if number % 2:
                other = query.translate(TO_SIMPLIFIED)
                query = other if other != query else query.translate(TO_TRADITIONAL)
            yield query

    def latin_words(self):
        counts = Counter(w.lower() for text in self.texts.values() for w in LATIN.findall(text))
        return sorted(counts)

    def common_word(self):
        """The two characters that most articles share: a query with several results."""
        spread = Counter()
        for text in self.folded.values():
            spread.update({run[i:i + 2] for run in HAN.findall(text) for i in range(len(run) - 1)})
        return min(spread, key=lambda pair: (-spread[pair], pair))

    def word_in_both_scripts(self):
        """A pair of characters that two articles share and that the scripts write differently."""
        for text in self.texts.values():
            for run in HAN.findall(text):
                for i in range(len(run) - 1):
                    simplified = run[i:i + 2].translate(TO_SIMPLIFIED)
                    traditional = simplified.translate(TO_TRADITIONAL)
                    if traditional != simplified and len(self.articles_with(simplified)) > 1:
                        return simplified, traditional
        raise AssertionError("no word that is written differently in the two scripts")

    def two_words_of_one_article(self):
        slug = min(self.texts)
        runs = [r for r in HAN.findall(self.texts[slug]) if len(r) > 3]
        return runs[0][:3], runs[-1][:3]
