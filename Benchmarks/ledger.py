#!/usr/bin/env python3
"""Measures what claims add to a build: ledger.py --program variorum --date YYYY-MM-DD [--claims 10000] [--statements 50000]

Generates one archive (Benchmarks/generate.py, kept in .build/bench) and a copy of it without content/claims/, builds
both in turn with `--profile`, each into an empty folder without what an earlier build has left, and prints the
medians: stage by stage, in all, and the peak memory. Every run goes into Benchmarks/results/<date>-<machine>-ledger.csv.
"""
import argparse
import csv
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from bench import HERE, WORK, machine, measure

COLUMNS = ["date", "machine", "articles", "claims", "statements", "archive", "run", "stage", "wall_s", "cpu_s", "peak_mb"]


def archives(options):
    """With claims and without; made once."""
    folder = WORK / f"ledger-{options.articles}-{options.claims}-{options.statements}"
    stamp = folder / ".generated"
    made_by = (HERE / "generate.py").read_text()
    bare = folder.with_name(folder.name + "-bare")
    if not stamp.exists() or stamp.read_text() != made_by:
        for old in (folder, bare):
            shutil.rmtree(old, ignore_errors=True)
        numbers = [f"--{name}={getattr(options, name)}" for name in ("articles", "characters", "claims", "statements")]
        subprocess.run([sys.executable, HERE / "generate.py", folder, *numbers], check=True)
        shutil.copytree(folder, bare)
        shutil.rmtree(bare / "content/claims")
        stamp.write_text(made_by)
    return {"with claims": folder, "without": bare}


def build(program, folder):
    """Seconds by stage as the program tells them, and the whole as the kernel does."""
    output = folder.with_name("ledger-out")
    for old in (output, folder / ".variorum"):
        shutil.rmtree(old, ignore_errors=True)
    whole = measure([program, "build", "--archive", folder, "--output", output, "--profile"], output)
    table = (WORK / "log.txt").read_text(encoding="utf-8")
    stages = {name: (float(wall), float(cpu))
              for name, wall, cpu in re.findall(r"(?m)^(\w+) +([\d.]+) +([\d.]+) +\d", table)}
    return stages | {"whole": (whole["wall_s"], whole["cpu_s"])}, whole["peak_mb"]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", required=True)
    arguments.add_argument("--date", required=True)
    for name, number in (("articles", 2000), ("characters", 1200), ("claims", 10_000), ("statements", 50_000), ("runs", 3)):
        arguments.add_argument(f"--{name}", type=int, default=number)
    options = arguments.parse_args()
    program = Path(options.program).resolve()
    rows = []
    for run in range(1, options.runs + 1):
        for name, folder in archives(options).items():
            stages, peak = build(program, folder)
            rows += [dict(zip(COLUMNS, [options.date, machine(), options.articles, options.claims, options.statements, name,
                                        run, stage, wall, cpu, round(peak, 1)]))
                     for stage, (wall, cpu) in stages.items()]
    results = HERE / "results" / f"{options.date}-{re.sub('[^a-z0-9]+', '-', machine().lower())}-ledger.csv"
    with open(results, "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, COLUMNS)
        table.writeheader()
        table.writerows(rows)

    def median(name, stage, key):
        return statistics.median(r[key] for r in rows if r["archive"] == name and r["stage"] == stage)

    print("| stage | CPU with | CPU without | the claims add |\n| --- | ---: | ---: | ---: |")
    for stage in dict.fromkeys(row["stage"] for row in rows):
        have, bare = median("with claims", stage, "cpu_s"), median("without", stage, "cpu_s")
        print(f"| {stage} | {have * 1000:,.0f} ms | {bare * 1000:,.0f} ms | {(have - bare) * 1000:,.0f} ms |")
    for key, unit in (("wall_s", "s of wall time"), ("peak_mb", "MB of peak memory")):
        have, bare = median("with claims", "whole", key), median("without", "whole", key)
        print(f"{unit}: {have:,.1f} and {bare:,.1f}, {have - bare:,.1f} more")


if __name__ == "__main__":
    main()
