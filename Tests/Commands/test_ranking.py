"""Whether a reader finds the page that was meant above the others: graded queries over the bundled archive."""
import fnmatch
import functools
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("VARIORUM") or str(ROOT / ".build/debug/variorum")
sys.path.append(str(ROOT / "Tests/Browser"))
from script_pairs import TO_SIMPLIFIED  # noqa: E402


def judgments(path):
    """(query, {pattern: grade}) of a file such as Tests/Fixtures/search-judgments.tsv."""
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            query, *columns = line.split("\t")
            yield query, {pattern: 3 - rank for rank, column in reversed(list(enumerate(columns)))
                          for pattern in column.split()}


def grade(path, grades):
    """The highest grade of the patterns that name the page."""
    return max((value for pattern, value in grades.items() if fnmatch.fnmatchcase(path, pattern)), default=0)


def gain(paths, grades):
    """Discounted cumulated gain of the first ten (Järvelin and Kekäläinen 2002), gains 2^grade - 1."""
    return sum((2 ** grade(path, grades) - 1) / math.log2(place + 2) for place, path in enumerate(paths[:10]))


def ndcg(paths, grades, pages):
    best = sorted(pages, key=lambda page: -grade(page, grades))
    return gain(paths, grades) / gain(best, grades)


def fold(text):
    return unicodedata.normalize("NFKC", text).lower().translate(TO_SIMPLIFIED)


class Site:
    """A built site: its answers, and those of counting how often the words of a query occur in a page."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.pages = {}
        for kind in ("articles", "people", "products", "organizations", "claims"):
            for page in sorted(self.folder.glob(f"{kind}/*/index.html")):
                path = str(page.parent.relative_to(self.folder)) + "/"
                html = page.read_text(encoding="utf-8")
                main = re.search(r"<main.*?</main>", html, re.DOTALL)
                self.pages[path] = fold(re.sub(r"<[^>]*>", "", main[0] if main else ""))

    @functools.cache
    def answer(self, query):
        done = subprocess.run([PROGRAM, "search", "--json", "--site", self.folder, "--limit", "0", "--", query],
                              capture_output=True, text=True, check=True)
        return json.loads(done.stdout)["paths"]

    def by_frequency(self, query):
        """The pages that the search found, those first that have the words most often."""
        words = fold(query).split()
        return sorted(self.answer(query), key=lambda path: -sum(self.pages.get(path, "").count(w) for w in words))


def compare(folder, file):
    """Mean NDCG@10 of the search and of counting, and each query's two values."""
    site, rows = Site(folder), []
    for query, grades in judgments(file):
        rows.append((query, ndcg(site.answer(query), grades, site.pages),
                     ndcg(site.by_frequency(query), grades, site.pages)))
    return sum(r[1] for r in rows) / len(rows), sum(r[2] for r in rows) / len(rows), rows


class RankingTests(unittest.TestCase):
    def test_the_page_that_is_meant_comes_first_more_often_than_by_counting_words(self):
        with tempfile.TemporaryDirectory(prefix="variorum-ranking-") as folder:
            subprocess.run([PROGRAM, "build", "--archive", ROOT, "--output", f"{folder}/public"],
                           check=True, capture_output=True)
            ours, counting, rows = compare(f"{folder}/public", ROOT / "Tests/Fixtures/search-judgments.tsv")
        worst = "\n".join(f"{query}: {mine:.2f}, counting {other:.2f}" for query, mine, other in
                          sorted(rows, key=lambda row: row[1])[:8])
        self.assertGreaterEqual(len(rows), 40)
        self.assertGreater(ours, 0.85, worst)
        self.assertGreater(ours, counting + 0.03, worst)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        ours, counting, rows = compare(*sys.argv[1:])
        for query, mine, other in rows:
            print(f"{mine:.3f} {other:.3f} {query}")
        print(f"{ours:.3f} {counting:.3f} mean of {len(rows)}")
    else:
        unittest.main()
