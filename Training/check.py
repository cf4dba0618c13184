#!/usr/bin/env python3
"""Checks the training data, and prints counts. Exit code 1 when something is wrong."""
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
LABELS = ("PER", "ORG", "PRD", "LOC")
HEADER = ["kind", "class", "zh-Hans", "zh-Hant", "en", "aliases", "flags"]
CLASSES = {
    "person": "politician executive scientist writer artist athlete historical religious",
    "organization": "company university institution government international party team league media",
    "product": "app software model device chip car vehicle spacecraft drug food game film book language standard",
    "place": "country region city landmark",
}
# Forms that belong to two entities; context decides.
SHARED = {"tang yan", "qin hui", "cna", "cpc", "gcc", "eth", "高德纳", "高德納", "南亚", "南亞", "java", "georgia", "kobe"}


def rows(name):
    """Line numbers and cells of a table."""
    text = (HERE / name).read_text(encoding="utf-8")
    return [(number, line.split("\t")) for number, line in enumerate(text.splitlines(), 1)]


def is_whole(text, start, end):
    """Whether no Latin word continues over the edges of a span."""
    def joined(one, other):
        return one.isascii() and other.isascii() and (one.isalpha() and other.isalpha() or one.isdigit() and other.isalnum())
    return not (start and joined(text[start], text[start - 1]) or end < len(text) and joined(text[end - 1], text[end]))


def spans(text, labels):
    """Spans (start, end, kind) that the labels stand for, and complaints. The longest label wins."""
    found, complaints = {}, []
    for label in sorted(labels, key=lambda label: -len(label)):
        kind, _, name = label.partition(":")
        name, number = re.fullmatch(r"(.*?)(?:@(\d+))?", name).groups()
        if kind not in LABELS or not name or name != name.strip():
            complaints.append(f"`{label}` is not a label")
            continue
        starts = [at.start() for at in re.finditer(f"(?={re.escape(name)})", text)]
        if number:
            starts = starts[int(number) - 1:int(number)]
        else:
            starts = [start for start in starts if is_whole(text, start, start + len(name))]
        count = 0
        for start in starts:
            end = start + len(name)
            overlapping = [span for span in found if span[0] < end and start < span[1]]
            if any(span[0] <= start and end <= span[1] for span in overlapping):
                continue
            if overlapping:
                complaints.append(f"`{label}` crosses another label")
            found[start, end] = kind
            count += 1
        if not count:
            complaints.append(f"`{label}` does not occur as a whole name")
    return [(*span, kind) for span, kind in sorted(found.items())], complaints


def check_sentences():
    complaints, counts, seen = [], Counter(), set()
    for number, (identity, _, text, *labels) in rows("sentences.tsv"):
        if identity in seen:
            complaints.append(f"sentences.tsv:{number}: `{identity}` is used twice")
        seen.add(identity)
        found, wrong = spans(text, labels)
        complaints += [f"sentences.tsv:{number}: {complaint}" for complaint in wrong]
        counts.update((identity.split("-")[0], kind) for _, _, kind in found)
        counts[identity.split("-")[0], "lines"] += 1
    for script in ("hant", "hans", "en"):
        print(script, *(f"{kind} {counts[script, kind]}" for kind in ("lines", *LABELS)))
    return complaints


def check_known():
    complaints, owners, counts = [], {}, Counter()
    table = rows("known.tsv")
    if table[0][1] != HEADER:
        complaints.append("known.tsv:1: the header is not " + " ".join(HEADER))
    for number, cells in table[1:]:
        place = f"known.tsv:{number}"
        if len(cells) != len(HEADER):
            complaints.append(f"{place}: {len(cells)} columns instead of {len(HEADER)}")
            continue
        row = dict(zip(HEADER, cells))
        if row["class"] not in CLASSES.get(row["kind"], "").split():
            complaints.append(f"{place}: `{row['kind']}`, `{row['class']}` is not a kind with its class")
        forms = {form for form in [row["zh-Hans"], row["zh-Hant"], row["en"], *row["aliases"].split("|")] if form}
        if not forms or any(form != form.strip() for form in forms):
            complaints.append(f"{place}: no name, or white space around one")
        for form in {form.casefold() for form in forms} - SHARED:
            if owners.setdefault(form, number) != number:
                complaints.append(f"{place}: `{form}` is also a form of line {owners[form]}")
        for flag in filter(None, row["flags"].split("|")):
            if flag != "everyday" and flag.removeprefix("everyday:") not in forms:
                complaints.append(f"{place}: `{flag}` is not a flag")
        counts[row["kind"]] += 1
    print(*(f"{kind} {counts[kind]}" for kind in CLASSES))
    return complaints


if __name__ == "__main__":
    found = check_sentences() + check_known()
    print("\n".join(found) or "training data: nothing to find fault with")
    sys.exit(bool(found))
