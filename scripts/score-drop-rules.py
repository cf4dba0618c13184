#!/usr/bin/env python3
"""Shows what each rule of intake removes: score-drop-rules.py VARIORUM PAGES

PAGES  a folder with html/*.html.gz and ground-truth.json ({name: {"articleBody": text}})

For each rule: how often its words are not in the true text of their page (right), how often they are (wrong), and how the
mean share of true words changes when all that the rule removed is put back. A rule with neither is without effect.
"""
import argparse
import collections
import gzip
import json
import os
import re
import subprocess
import tempfile

TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


def tokens(text):
    return collections.Counter(TOKEN.findall(text.lower()))


def f1(truth, found):
    hit = sum((truth & found).values())
    return 2 * hit / max(1, sum(truth.values()) + sum(found.values()))


def article(program, page):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "page.html")
        with open(path, "wb") as file:
            file.write(page)
        command = [program, "add", "--dry-run", "--json", path, "--archive", folder]
        out = subprocess.run(command, capture_output=True, check=False).stdout
    return json.loads(out.splitlines()[0]) if out.strip() else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("pages")
    arguments = parser.parse_args()
    with open(os.path.join(arguments.pages, "ground-truth.json"), encoding="utf-8") as file:
        truth = json.load(file)
    counts = collections.defaultdict(lambda: [0, 0, 0.0])
    for name, page in truth.items():
        with gzip.open(os.path.join(arguments.pages, "html", name + ".html.gz")) as file:
            found = article(arguments.program, file.read())
        if found is None:
            continue
        wanted = tokens(page["articleBody"])
        text = " ".join(TOKEN.findall(page["articleBody"].lower()))
        mine = tokens(found["text"])
        before = f1(wanted, mine)
        removed = collections.defaultdict(collections.Counter)
        for drop in found["dropped"]:
            words = TOKEN.findall(drop["words"].lower())
            is_wrong = len(words) >= 5 and " ".join(words[:12]) in text
            counts[drop["rule"]][1 if is_wrong else 0] += 1
            removed[drop["rule"]] += collections.Counter(words)
        for rule, words in removed.items():
            counts[rule][2] += f1(wanted, mine + words) - before
    print(f"{'rule':<18}{'right':>7}{'wrong':>7}{'F1 without it':>16}")
    for rule, (right, wrong, change) in sorted(counts.items(), key=lambda item: item[1][2]):
        print(f"{rule:<18}{right:>7}{wrong:>7}{change / len(truth):>+16.4f}")


if __name__ == "__main__":
    main()
