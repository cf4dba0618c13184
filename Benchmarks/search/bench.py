#!/usr/bin/env python3
"""Measures search beside Pagefind: bench.py --program variorum --pages N --language zh|en --date YYYY-MM-DD

Generates an archive (generate.py, kept in .build/bench), builds the site, indexes the same pages with Pagefind,
and asks both the same random queries: every answer is held against a scan of the texts, and twenty first
queries are counted and timed in headless Chromium over a line of 1.6 Mbit/s with 100 ms of delay. Writes
Benchmarks/results/<date>-search.csv and the table of docs/performance.md.
"""
import argparse
import csv
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WORK = ROOT / ".build/bench"
sys.path[:0] = [str(ROOT / "Tests/Browser"), str(HERE.parent)]
from bench import machine  # noqa: E402
from gzip_server import GzipServer  # noqa: E402
from naive_search import fold  # noqa: E402
from script_pairs import TO_SIMPLIFIED, TO_TRADITIONAL  # noqa: E402

COLUMNS = ["date", "machine", "language", "pages", "what", "figure", "value"]
COLD, SCAN, OTHERS, LATIN = 20, 1000, 100, 20_000
LINE = {"offline": False, "latency": 100, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 1.6e6 / 8}
DONE = "() => document.getElementById('results')?.dataset.state === 'done'"
WATCH = """() => { window.first = null; window.begun = null;
  const list = document.getElementById('results');
  document.querySelector('main input[type=search], body > input').addEventListener(
    'input', () => { window.begun = performance.now(); window.first = null; }, true);
  new MutationObserver(() => { if (window.begun && !window.first && list.querySelector('li'))
    window.first = performance.now() - window.begun; }).observe(list, { childList: true }); }"""


def measure(command, **options):
    """Wall and CPU time and peak memory of a process and those it waited for."""
    start = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    errors = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}:\n{errors.decode(errors='replace')[-2000:]}")
    return {"wall s": time.monotonic() - start, "CPU s": used.ru_utime + used.ru_stime,
            "peak MB": used.ru_maxrss / 1000}


def generated(pages, language):
    folder = WORK / f"search-{language}-{pages}"
    stamp, made_by = folder / ".generated", (HERE / "generate.py").read_text()
    if not stamp.exists() or stamp.read_text() != made_by:
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, HERE / "generate.py", folder, "--pages", str(pages), "--language", language],
                       check=True)
        stamp.write_text(made_by)
    return folder


class Texts:
    """The archive as it is read by the slowest search there is."""

    def __init__(self, folder, site):
        self.texts = {}
        for path in sorted(site.glob("articles/*/text.txt")):
            source = (folder / f"content/articles/{path.parent.name}.md").read_text(encoding="utf-8")
            title = re.search(r"(?m)^title: (.*)$", source)[1]
            self.texts[f"articles/{path.parent.name}/"] = (title, path.read_text(encoding="utf-8"))
        self.folded = {path: fold(f"{title}\n\n{text}") for path, (title, text) in self.texts.items()}

    def substrings(self, count, source):
        """Substrings of two to eight Han characters, half of them in the other script."""
        paths, queries = sorted(self.texts), []
        while len(queries) < count:
            runs = re.findall(r"[\u4e00-\u9fff]{2,}", self.texts[source.choice(paths)][1])
            run = source.choice(runs)
            length = source.randint(2, min(8, len(run)))
            start = source.randint(0, len(run) - length)
            query = run[start:start + length]
            if len(queries) % 2:
                other = query.translate(TO_SIMPLIFIED)
                query = other if other != query else query.translate(TO_TRADITIONAL)
            queries.append(query)
        return queries

    def words(self):
        return sorted({word for text in self.folded.values() for word in re.findall(r"[a-z]+", text)})

    def beginnings(self, words):
        return sorted({word[:length] for word in words for length in range(1, len(word) + 1)})

    def holding(self, queries):
        return [sorted(path for path, text in self.folded.items() if fold(query) in text) for query in queries]

    def holding_words(self, beginnings):
        """Pages with a word that begins so: one pass over the texts for all of them."""
        wanted, pages = set(beginnings), {beginning: [] for beginning in beginnings}
        for path, text in self.folded.items():
            words = set(re.findall(r"[a-z0-9]+", text))
            for beginning in {word[:n] for word in words for n in range(1, len(word) + 1)} & wanted:
                pages[beginning].append(path)
        return [sorted(pages[beginning]) for beginning in beginnings]


def judged(found, expected):
    """Shares of the expected pages that were found, and of the found ones that were expected."""
    hits = sum(len(set(f) & set(e)) for f, e in zip(found, expected))
    return hits / max(1, sum(map(len, expected))), hits / max(1, sum(map(len, found)))


def asked(site, queries):
    done = subprocess.run(["node", HERE / "ask.mjs", site], input=json.dumps(queries), capture_output=True, text=True,
                          check=True)
    return json.loads(done.stdout)


class Reader:
    """Twenty readers who come for the first time, each with a question and then another."""

    def __init__(self, server, page, queries):
        self.server, self.page, self.queries = server, page, queries
        self.cold, self.warm, self.plain, self.requests = [], [], [], []
        self.first, self.script, self.troubles = [], [], []

    def ask_all(self):
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"))
            for number, query in enumerate(self.queries):
                self.ask(chromium, query, self.queries[number - 1], self.queries[number - 2])
            chromium.close()
        return self

    def ask(self, chromium, query, second, third):
        context = chromium.new_context(viewport={"width": 1280, "height": 720})
        page = context.new_page()
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", lambda m: self.troubles.append(m.text) if m.type == "error" else None)
        line = context.new_cdp_session(page)
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", LINE)
        self.server.take()
        page.goto(self.server.address + self.page, wait_until="load")
        page.wait_for_function("() => document.getElementById('search-form') || document.getElementById('results')?.dataset.state")
        page.evaluate(WATCH)
        self.type(page, query)
        log = self.server.take()
        self.cold.append(sum(entry[2] for entry in log))
        self.plain.append(sum(entry[1] for entry in log))
        self.requests.append(len(log))
        self.first.append(page.evaluate("() => window.first"))
        self.type(page, second)
        self.warm.append(sum(entry[2] for entry in self.server.take()))
        line.send("Network.emulateNetworkConditions", LINE | {
            "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})
        line.send("Performance.enable")
        before = self.script_time(line)
        self.type(page, third)
        self.script.append(self.script_time(line) - before)
        context.close()

    def type(self, page, query):
        """As an input method does: all at once."""
        box = page.locator("main input[type=search], body > input").first
        box.fill("")
        page.evaluate("() => { window.begun = null; document.getElementById('results').dataset.state = 'waiting'; }")
        box.focus()
        page.keyboard.insert_text(query)
        page.wait_for_function(DONE, timeout=60_000)
        page.wait_for_load_state("networkidle")

    @staticmethod
    def script_time(line):
        metrics = {m["name"]: m["value"] for m in line.send("Performance.getMetrics")["metrics"]}
        return metrics["ScriptDuration"] * 1000

    def figures(self):
        first = [ms for ms in self.first if ms is not None] or [0]
        kb = 1000
        return {
            "cold kB": statistics.median(self.cold) / kb, "cold kB worst": max(self.cold) / kb,
            "cold kB not compressed": statistics.median(self.plain) / kb, "warm kB": statistics.median(self.warm) / kb,
            "requests": statistics.median(self.requests), "requests worst": max(self.requests),
            "first result ms": statistics.median(first), "first result ms worst": max(first),
            "script ms": statistics.median(self.script), "console errors": len(self.troubles),
        }


def index_files(site):
    files = [path for path in (site / "search").iterdir() if path.suffix in (".json", ".js")]
    return {"files": len(files), "MB": sum(path.stat().st_size for path in files) / 1e6,
            "largest file kB": max(path.stat().st_size for path in files) / 1000}


def edited(program, folder, site):
    """Index files that differ after a sentence was added to one article."""
    article = folder / "content/articles/a000007.md"
    before = article.read_text(encoding="utf-8")
    names = {path.name for path in (site / "search").glob("*.json")}
    article.write_text(before.rstrip("\n") + "今天下雨，大家都没有出门。The rain stayed.\n", encoding="utf-8")
    try:
        measure([program, "build", "--archive", folder, "--output", site])
        return {"files changed by one edit": len({path.name for path in (site / "search").glob("*.json")} - names)}
    finally:
        article.write_text(before, encoding="utf-8")
        measure([program, "build", "--archive", folder, "--output", site])


def variorum(options, folder, site):
    shutil.rmtree(site, ignore_errors=True)
    figures = {f"build {key}": value for key, value in
               measure([options.program, "build", "--archive", folder, "--output", site]).items()}
    profile = subprocess.run([options.program, "build", "--archive", folder, "--output", f"{site}-again", "--profile"],
                             capture_output=True, text=True, check=True)
    shutil.rmtree(f"{site}-again")
    row = re.search(r"(?m)^ *search +([\d.]+) *s? +([\d.]+)", profile.stdout + profile.stderr)
    figures["index CPU s"] = float(row[2])
    figures |= index_files(site)
    if options.pages <= 10_000:
        figures |= edited(options.program, folder, site)
    return figures


def pagefind(options, site):
    shutil.rmtree(site / "pagefind", ignore_errors=True)
    figures = {f"index {key}": value for key, value in measure(
        [options.pagefind, "-m", "pagefind", "--site", site, "--glob", "articles/*/index.html",
         "--force-language", options.language]).items()}
    files = [path for path in (site / "pagefind").rglob("*") if path.is_file()]
    for name in ("pagefind.html", "pagefind-page.js"):
        shutil.copy(HERE / name, site / name)
    return figures | {"files": len(files), "MB": sum(path.stat().st_size for path in files) / 1e6,
                      "largest file kB": max(path.stat().st_size for path in files) / 1000}


def pagefind_recall(server, queries, expected):
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = chromium.new_page()
        page.goto(server.address + "pagefind.html")
        page.wait_for_function("() => document.getElementById('results').dataset.state === 'ready'")
        found = []
        for query in queries:
            urls = page.evaluate("query => allPages(query)", query)
            found.append(sorted({re.search(r"articles/[^/]+/", url)[0] for url in urls}))
        chromium.close()
    return judged(found, expected)


def run(options):
    folder = generated(options.pages, options.language)
    site = WORK / f"search-site-{options.language}-{options.pages}"
    rows = []

    def note(what, figures):
        for figure, value in figures.items():
            rows.append({"date": options.date, "machine": machine(), "language": options.language,
                         "pages": options.pages, "what": what, "figure": figure, "value": round(value, 3)})
            print(f"{what:9} {figure}: {value:,.2f}", flush=True)

    note("variorum", variorum(options, folder, site))
    texts, source = Texts(folder, site), random.Random(3)
    if options.language == "zh":
        queries = texts.substrings(SCAN, source)
        expected = texts.holding(queries)
        latin = texts.beginnings(texts.words())
    else:
        words = texts.words()
        queries = source.sample(words, SCAN // 2)
        queries += [word[:max(2, len(word) - 2)] for word in queries]
        expected = texts.holding_words(queries)
        latin = texts.beginnings(words)
    recall, precision = judged(asked(site, queries), expected)
    note("variorum", {"recall": recall, "precision": precision})
    if len(latin) > LATIN:
        latin = sorted(source.sample(latin, LATIN))
    recall, precision = judged(asked(site, latin), texts.holding_words(latin))
    note("variorum", {"Latin words and beginnings": len(latin), "recall Latin": recall, "precision Latin": precision})
    server = GzipServer(site)
    some = queries[:COLD]
    note("variorum", Reader(server, "search/index.html", some).ask_all().figures())
    server.close()
    if options.pagefind:
        note("pagefind", pagefind(options, site))
        server = GzipServer(site, "default-src 'self' 'wasm-unsafe-eval'")
        recall, precision = pagefind_recall(server, queries[:OTHERS], expected[:OTHERS])
        note("pagefind", {"recall": recall, "precision": precision})
        note("pagefind", Reader(server, "pagefind.html", some).ask_all().figures())
        server.close()
    return rows


def record(rows, date):
    """Adds the rows to the day's file; those of the same archive there are replaced."""
    path = HERE.parent / "results" / f"{date}-search.csv"
    done = {(row["language"], str(row["pages"]), row["what"]) for row in rows}
    if path.exists():
        with open(path, encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file)
                    if (row["language"], row["pages"], row["what"]) not in done] + rows
    rows.sort(key=lambda row: (row["language"], int(row["pages"]), row["what"] != "variorum"))
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return rows


SHOWN = ["recall", "precision", "cold kB", "cold kB worst", "cold kB not compressed", "warm kB",
         "requests", "requests worst", "first result ms", "first result ms worst", "script ms", "files", "MB",
         "largest file kB", "files changed by one edit", "build CPU s", "build peak MB", "index CPU s", "index peak MB"]


def table(rows, date):
    columns = list(dict.fromkeys((row["language"], str(row["pages"]), row["what"]) for row in rows))
    values = {(row["language"], str(row["pages"]), row["what"], row["figure"]): float(row["value"]) for row in rows}

    def cell(column, figure):
        value = values.get((*column, figure))
        if value is None:
            return ""
        return f"{value:.3f}" if figure.startswith(("recall", "precision")) else f"{value:,.1f}" if value < 100 \
            else f"{value:,.0f}"

    lines = [f"{date}, {machine()}.", "",
             "| | " + " | ".join(f"{c[2]}, {c[0]}, {int(c[1]):,}" for c in columns) + " |",
             "| --- |" + " ---: |" * len(columns)]
    lines += [f"| {figure} | " + " | ".join(cell(c, figure) for c in columns) + " |" for figure in SHOWN
              if any((*column, figure) in values for column in columns)]
    return "\n".join(lines)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--program", type=lambda p: Path(p).resolve(), default=ROOT / ".build/release/variorum")
    arguments.add_argument("--pagefind", help="a Python that has pagefind; without it Pagefind is left out")
    arguments.add_argument("--pages", type=int, default=1000)
    arguments.add_argument("--language", choices=["zh", "en"], default="zh")
    arguments.add_argument("--date", required=True, help="for the record: YYYY-MM-DD")
    options = arguments.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    rows = record(run(options), options.date)
    page = ROOT / "docs/performance.md"
    between = re.compile(r"(<!-- search -->\n).*?(<!-- end of search -->)", re.DOTALL)
    text = table(rows, options.date)
    page.write_text(between.sub(lambda m: f"{m[1]}{text}\n{m[2]}", page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
