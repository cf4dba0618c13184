#!/usr/bin/env python3
"""Writes a synthetic archive: generate.py FOLDER --articles N [--characters 3600] [--claims 200] [--statements M] [--seed 1]

The text is nobody's: words of one to four characters, drawn from the common characters at random and used with
the frequencies that words of a language have (Zipf), so that an index meets a long tail. What an archive of
11 kB articles is made of: front matter, headings, paragraphs, lists, quotes, tables, emphasis, links, Latin
words and numbers; 300 people, products and organizations whose names occur in it; claims whose quotes stand in
it. One seed gives one archive, to the byte.
"""
import argparse
import itertools
import random
from pathlib import Path

# GB 2312's first level: 3,755 characters in common use. The last of them are kept for names, so that a
# name never arises from words by chance.
CHARACTERS = [bytes([row, cell]).decode("gb2312") for row in range(0xB0, 0xD8)
              for cell in range(0xA1, 0xFF) if (row, cell) < (0xD7, 0xFA)]
LATIN = "archive model bridge Harbour signal Kite ledger margin Orbit paper quiet River stone tide Umber".split()
KINDS = [("people", "person", 100), ("products", "product", 150), ("organizations", "organization", 50)]
CLAIMS = 200


def zipf(count, exponent=1.0):
    """Cumulated weights of ranks 1…count."""
    return list(itertools.accumulate(1 / rank ** exponent for rank in range(1, count + 1)))


class Language:
    """A vocabulary and sentences over it."""

    def __init__(self, source, words=30_000):
        self.source = source
        characters = CHARACTERS[:3300]
        source.shuffle(characters)
        weights = zipf(len(characters), 0.8)
        lengths = source.choices([1, 2, 3, 4], [15, 65, 14, 6], k=words)
        seen = dict.fromkeys("".join(source.choices(characters, cum_weights=weights, k=n)) for n in lengths)
        self.words = list(seen)
        self.weights = zipf(len(self.words))

    def phrase(self, count):
        return "".join(self.source.choices(self.words, cum_weights=self.weights, k=count))

    def sentence(self, names, rate=0.25):
        """A sentence of about 30 characters; with a chance of `rate` it names someone."""
        source = self.source
        parts = [self.phrase(source.randint(3, 7)) for _ in range(source.randint(1, 3))]
        if source.random() < rate:
            at = source.randrange(len(parts))
            parts[at] = source.choice(names) + parts[at]
        if source.random() < 0.12:
            parts.append(f"{source.choice(LATIN)} {source.randint(2, 9000)}")
        return "，".join(parts) + source.choice("。。。。。。！？")

    def paragraph(self, names):
        return "".join(self.sentence(names) for _ in range(self.source.randint(3, 6)))


class Archive:
    def __init__(self, folder, articles, characters, seed, claims=CLAIMS, statements=None):
        self.folder, self.count, self.characters = Path(folder), articles, characters
        self.claim_count, self.statement_count = claims, statements
        self.source = random.Random(seed)
        self.language = Language(self.source)
        self.entities = list(self.name_entities())
        self.names = [name for entity in self.entities for name in entity["names"]]
        self.statements = {}

    def write(self):
        content = self.folder / "content"
        for name in ["articles", "claims", *(folder for folder, _, _ in KINDS)]:
            (content / name).mkdir(parents=True, exist_ok=True)
        (content / "archive.yml").write_text(
            "title: 合成文庫\ndescription: A synthetic archive for measuring\nlanguage: zh-Hans\n", encoding="utf-8")
        (content / "metrics.yml").write_text(
            "".join(f"- {{id: {metric}, title: {{zh-Hans: 收入, en: Revenue}}, unit: CNY}}\n"
                    for metric in dict.fromkeys(map(self.metric, range(self.claim_count)))), encoding="utf-8")
        (content / "outlets.yml").write_text(
            "".join(f"- {{id: outlet-{n}, name: 第{n}報}}\n" for n in range(1, 13)), encoding="utf-8")
        for entity in self.entities:
            (content / entity["folder"] / f"{entity['id']}.md").write_text(self.entity(entity), encoding="utf-8")
        for number in range(1, self.count + 1):
            (content / "articles" / f"a{number:05}.md").write_text(self.article(number), encoding="utf-8")
        (content / "claims/all.yml").write_text(self.claims(), encoding="utf-8")

    def name_entities(self):
        rare, taken = CHARACTERS[3300:], set()
        for folder, kind, count in KINDS:
            for number in range(1, count + 1):
                names = []
                while len(names) < self.source.choice([1, 2, 2, 3]):
                    name = "".join(self.source.sample(rare, self.source.choice([2, 3, 3, 4])))
                    if name not in taken:
                        taken.add(name)
                        names.append(name)
                yield {"folder": folder, "id": f"{kind}-{number}", "names": names}

    def entity(self, entity):
        name, *aliases = entity["names"]
        listed = f"aliases: [{', '.join(aliases)}]\n" if aliases else ""
        return f"---\nname: {name}\n{listed}---\n{self.language.paragraph([name])}\n"

    def article(self, number):
        source, language = self.source, self.language
        slug = f"a{number:05}"
        year, month, day = source.randint(2005, 2025), source.randint(1, 12), source.randint(1, 28)
        tags = ", ".join(language.words[source.randrange(200)] for _ in range(3))
        lines = ["---", f"title: {language.phrase(6)}", f"date: {year}-{month:02}-{day:02}",
                 f"outlet: outlet-{source.randint(1, 12)}", f"authors: [{source.choice(self.names)}]",
                 "lang: zh-Hans", f"tags: [{tags}]", f"origin: event-{source.randint(1, 3000)}", "---", ""]
        body, written = [], 0
        while written < self.characters:
            block = self.block(number)
            body += [block, ""]
            written += len(block)
        for claim in self.claims_of(number):
            sentence = self.statement(slug, number, claim)
            body.insert(2 * source.randrange(len(body) // 2), sentence + "\n")
        return "\n".join(lines + body)

    def block(self, number):
        """One block of Markdown; most are paragraphs."""
        source, language, names = self.source, self.language, self.names
        what = source.random()
        if what < 0.08:
            return f"{'#' * source.choice([2, 2, 3])} {language.phrase(4)}"
        if what < 0.14:
            return "\n".join(f"- {language.sentence(names)}" for _ in range(source.randint(3, 6)))
        if what < 0.18:
            return f"> {language.paragraph(names)}"
        if what < 0.195:
            rows = [[language.phrase(1), str(source.randint(1, 999)), language.phrase(2)] for _ in range(4)]
            rows.insert(1, ["---"] * 3)
            return "\n".join("| " + " | ".join(row) + " |" for row in rows)
        text = language.paragraph(names)
        if what < 0.33:
            text += f"**{language.phrase(2)}**{language.phrase(3)}。"
        if what < 0.27:
            text += f"[{language.phrase(2)}](a{source.randint(1, self.count):05}.md)。"
        elif what < 0.30:
            text += f"[{language.phrase(2)}](https://example.org/{number}/{source.randint(1, 99)})。"
        return text

    def claims_of(self, number):
        """The claims that an article makes: without `--statements` one in every so many articles, three or so of
        each claim."""
        if self.statement_count:
            each = self.statement_count // self.count
            return [(number * each + n) % self.claim_count for n in range(each)]
        stride = max(1, self.count // (3 * self.claim_count))
        return [] if number % stride else [number // stride % self.claim_count]

    def statement(self, slug, number, claim):
        """A sentence that a claim quotes."""
        subject = self.entities[claim % len(self.entities)]
        what = f"{self.period(claim)}年{subject['names'][0]}第{claim}項" if self.statement_count else subject["names"][0]
        quote = f"{what}收入达到{self.source.randint(100, 140)}.{number % 10}亿元"
        self.statements.setdefault(claim, []).append((slug, quote))
        return f"据{self.language.phrase(2)}，{quote}。"

    def period(self, claim):
        return 2005 + (claim // len(self.entities) if self.statement_count else claim) % 20

    def metric(self, claim):
        """With many claims a new one for every 20 years of all subjects, so that no two claims are alike."""
        number = claim // len(self.entities) // 20 if self.statement_count else 0
        return f"revenue-{number}" if number else "revenue"

    def claims(self):
        lines = []
        for claim, statements in sorted(self.statements.items()):
            subject = self.entities[claim % len(self.entities)]
            lines += [f"- id: claim-{claim}", f"  title: {subject['names'][0]}的收入", "  kind: quantity",
                      f"  subjects: [{subject['id']}]", f"  metric: {self.metric(claim)}", f'  period: "{self.period(claim)}"',
                      "  statements:"]
            for slug, quote in statements if self.statement_count else statements[:4]:
                lines += [f"    - article: {slug}", f"      quote: {quote}", f"      speaker: {subject['id']}",
                          "      mode: report"]
        return "\n".join(lines) + "\n"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder")
    arguments.add_argument("--articles", type=int, default=1000)
    arguments.add_argument("--characters", type=int, default=3600)
    arguments.add_argument("--claims", type=int, default=CLAIMS)
    arguments.add_argument("--statements", type=int)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    Archive(options.folder, options.articles, options.characters, options.seed, options.claims,
            options.statements).write()


if __name__ == "__main__":
    main()
