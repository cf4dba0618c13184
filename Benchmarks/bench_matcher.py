#!/usr/bin/env python3
"""Measures the matcher of names: bench_matcher.py --program FILE --runs N --date YYYY-MM-DD

Runs Benchmarks/matcher, writes one row per run to Benchmarks/results/<date>-<machine>-matcher.csv and the medians
to docs/performance.md.
"""
import argparse
import csv
import io
import re
import statistics
import subprocess

from bench import HERE, ROOT, machine

TEXTS = [("chinese", 3), ("chinese", 20), ("english", 3), ("english", 20)]


def record(rows, date):
    name = re.sub(r"[^a-z0-9]+", "-", machine().lower()).strip("-")
    path = HERE / "results" / f"{date}-{name}-matcher.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["date", "machine", *rows[0]], lineterminator="\n")
        writer.writeheader()
        writer.writerows({"date": date, "machine": machine(), **row} for row in rows)
    return path


def speed(rows, what, names, text, distance=""):
    """Medians: MB/s, and hits in 1,000 bytes of the 10 MB."""
    runs = [row for row in rows if (row["what"], row["names"], row["text"], row["distance"]) ==
            (what, names, text, distance)]
    median = statistics.median(int(row["mb_per_s"]) for row in runs)
    return f"{median:,.0f}", int(runs[0]["hits"]) / 10_000


def markdown(rows, date):
    lines = [f"{date}, {machine()}; medians.", "",
             "| names | their bytes | build | memory | " + " | ".join(f"{text}, 1 in {n}" for text, n in TEXTS) + " |",
             "| ---: " * (4 + len(TEXTS)) + "|"]
    for names in dict.fromkeys(row["names"] for row in rows if row["what"] == "match"):
        first = next(row for row in rows if row["names"] == names)
        cells = [f"{int(names):,}", f"{int(first['name_bytes']) / 1e6:.2f} MB",
                 f"{float(first['build_ms']):,.1f} ms", f"{int(first['memory_bytes']) / 1e6:.1f} MB"]
        for text, distance in TEXTS:
            rate, hits = speed(rows, "match", names, text, str(distance))
            cells.append(f"{rate} MB/s ({hits:.0f})")
        lines.append("| " + " | ".join(cells) + " |")
    lines += ["", "In brackets: hits in 1,000 bytes. One pass over the same texts that only"]
    for what, does in [("sum", "adds up all bytes"), ("decode", "reads their characters"), ("fold", "folds them")]:
        chinese, english = (speed(rows, what, "", text)[0] for text in ("chinese", "english"))
        lines.append(f"- {does}: Chinese {chinese} MB/s, English {english} MB/s")
    return "\n".join(lines)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", default=".build/benchmarks/release/matcher")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--date", required=True, help="for the record: YYYY-MM-DD")
    options = arguments.parse_args()
    output = subprocess.run([options.program, str(options.runs)], check=True, capture_output=True, text=True).stdout
    rows = list(csv.DictReader(io.StringIO(output)))
    path = record(rows, options.date)
    text = markdown(rows, options.date)
    print(f"{text}\n\nwritten to {path.relative_to(ROOT)}")
    page = ROOT / "docs/performance.md"
    between = re.compile(r"(<!-- matcher -->\n).*?(<!-- end of matcher -->)", re.DOTALL)
    page.write_text(between.sub(lambda found: f"{found[1]}{text}\n{found[2]}", page.read_text(encoding="utf-8")),
                    encoding="utf-8")


if __name__ == "__main__":
    main()
