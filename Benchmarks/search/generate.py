#!/usr/bin/env python3
"""Writes an archive to be searched: generate.py FOLDER --pages N [--language zh|en] [--seed 1]

The vocabulary is open: word number r is drawn with a chance that falls with r and never ends, and is spelled by
its number, so that the longer the archive, the more words it has that occur once. Chinese words have one to four
characters of the 3,755 in common use, taken unevenly; every second page is in Traditional characters; some
Latin words and numbers are among them. A page has about 1,500 characters, an English one about 700 words. One
seed gives one archive, to the byte.
"""
import argparse
import itertools
import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "Tests/Browser"))
from script_pairs import TO_TRADITIONAL  # noqa: E402

CHARACTERS = [bytes([row, cell]).decode("gb2312") for row in range(0xB0, 0xD8)
              for cell in range(0xA1, 0xFF) if (row, cell) < (0xD7, 0xFA)]
LATIN = "archive model bridge Harbour signal Kite ledger margin Orbit paper quiet River stone tide Umber".split()
CONSONANTS, VOWELS = "b c d f g h j k l m n p r s t v w st tr ch sh pl".split(), "a e i o u ea ou ai".split()
PER_PAGE = {"zh": 1500, "en": 4200}


class Words:
    """Words by number. A number above r has the chance (1 + r/30) ** -1/2: Zipf's law without a last word."""

    def __init__(self, language, source):
        self.source, self.language = source, language
        self.characters = CHARACTERS[:]
        random.Random(7).shuffle(self.characters)
        self.weights = list(itertools.accumulate(1 / rank ** 0.7 for rank in range(1, len(self.characters) + 1)))
        self.known = {}

    def spell(self, rank):
        source = random.Random(rank)
        if self.language == "en":
            return "".join(source.choice(CONSONANTS) + source.choice(VOWELS)
                           for _ in range(source.choice([1, 2, 2, 3, 3]))) + source.choice(["", "n", "s", "t", "ing"])
        length = source.choices([1, 2, 3, 4], [15, 65, 14, 6])[0]
        return "".join(source.choices(self.characters, cum_weights=self.weights, k=length))

    def draw(self, count):
        known, draw, words = self.known, self.source.random, []
        for _ in range(count):
            rank = int(30 * ((1 - draw()) ** -2 - 1))
            word = known.get(rank)
            if word is None:
                word = known[rank] = self.spell(rank)
            words.append(word)
        return words


class Archive:
    def __init__(self, folder, pages, language, seed):
        self.folder, self.pages, self.language = Path(folder), pages, language
        self.source = random.Random(seed)
        self.words = Words(language, self.source)

    def write(self):
        articles = self.folder / "content/articles"
        articles.mkdir(parents=True, exist_ok=True)
        (self.folder / "content/archive.yml").write_text(
            f"title: Synthetic\ndescription: An archive to be searched\nlanguage: {'zh-Hans' if self.language == 'zh' else 'en'}\n",
            encoding="utf-8")
        for number in range(1, self.pages + 1):
            (articles / f"a{number:06}.md").write_text(self.article(number), encoding="utf-8")

    def article(self, number):
        source = self.source
        title = self.phrase(5)
        body, length = [], 0
        while length < PER_PAGE[self.language]:
            paragraph = "".join(self.sentence() for _ in range(source.randint(3, 6)))
            body.append(paragraph)
            length += len(paragraph)
        text = "\n\n".join(body)
        script = "zh-Hans" if self.language == "zh" else "en"
        if self.language == "zh" and number % 2:
            title, text, script = title.translate(TO_TRADITIONAL), text.translate(TO_TRADITIONAL), "zh-Hant"
        date = f"{source.randint(2005, 2025)}-{source.randint(1, 12):02}-{source.randint(1, 28):02}"
        return f"---\ntitle: {title}\ndate: {date}\noutlet: outlet-{source.randint(1, 12)}\nlang: {script}\n---\n{text}\n"

    def phrase(self, count):
        words = self.words.draw(count)
        return " ".join(words) if self.language == "en" else "".join(words)

    def sentence(self):
        source = self.source
        if self.language == "en":
            return self.phrase(source.randint(6, 20)).capitalize() + ". "
        parts = [self.phrase(source.randint(3, 7)) for _ in range(source.randint(1, 3))]
        if source.random() < 0.12:
            parts.append(f"{source.choice(LATIN)} {source.randint(2, 9000)}")
        return "，".join(parts) + source.choice("。。。。。。！？")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder")
    arguments.add_argument("--pages", type=int, default=1000)
    arguments.add_argument("--language", choices=sorted(PER_PAGE), default="zh")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    Archive(options.folder, options.pages, options.language, options.seed).write()


if __name__ == "__main__":
    main()
