#!/usr/bin/env python3
"""Runs the test suites and adds up what they say: test.py [SUITE…]

  swift     Swift Testing, every target of the package
  script    Node's test runner on Tests/**/*.test.{js,mjs}: the search that runs in the browser
  commands  the program as a user drives it, bad input above all (Tests/Commands)
  goldens   whole sites and all messages, compared with what is recorded (Tests/Goldens)
  faults    builds in which calls to the disk fail, or that are killed there (Tests/Faults)
  standards annotations, structured data and concepts against the models that they follow (Tests/Standards)
  browser   the built site in a real Chromium (Tests/Browser)

The closing line `N passed, N failed` is the sum of what the suites report of themselves. A suite that ends
badly without saying which test failed counts as one failure. Run it through `make test`, which installs
what is needed.
"""
import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUITES = ["swift", "script", "commands", "goldens", "faults", "standards", "browser"]


def run(command, hide=None, **options):
    """Runs a command; its output is shown as it comes, but for lines that match `hide`, and returned."""
    print("$ " + " ".join(str(c) for c in command), flush=True)
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        errors="replace", **options)
    lines = []
    for line in process.stdout:
        if not (hide and re.match(hide, line)):
            sys.stdout.write(line)
            sys.stdout.flush()
        lines.append(line)
    return process.wait(), "".join(lines)


def number(pattern, text):
    return sum(int(n) for n in re.findall(pattern, text, re.M))


def swift():
    # Every failing test prints one line with its name; a suite's own line is not a test's.
    code, output = run(
        ["swift", "test", "--skip-build", "--disable-xctest"],
        hide=r"◇ (Test|Suite) |\S+ (Suite .*|Test (?!run with ).*|Passing .*) passed after ")
    total = number(r"Test run with (\d+) tests?", output)
    failed = len(re.findall(r"^✘ Test (?!run with ).* failed after ", output, re.M))
    skipped = len(re.findall(r"^\S+ Test (?!run with ).* skipped", output, re.M))
    return code, total - failed - skipped, failed, skipped


def script():
    files = sorted(str(p.relative_to(ROOT)) for kind in ("js", "mjs")
                   for p in (ROOT / "Tests").rglob(f"*.test.{kind}"))
    if not files:
        return 0, 0, 0, 0
    code, output = run(["node", "--test", "--test-reporter=tap", *files])
    count = {word: number(rf"^# {word} (\d+)$", output) for word in ("pass", "fail", "cancelled", "skipped")}
    return code, count["pass"], count["fail"] + count["cancelled"], count["skipped"]


def python(folder):
    binary = os.environ.get("VARIORUM") or str(ROOT / ".build/debug/variorum")
    code, output = run(
        [sys.executable, "-m", "unittest", "discover", "--verbose",
         "--start-directory", str(ROOT / "Tests" / folder)],
        env=os.environ | {"VARIORUM": binary, "PYTHONDONTWRITEBYTECODE": "1"})
    total = number(r"^Ran (\d+) tests?", output)
    closing = re.findall(r"^(?:OK|FAILED)(?: \((.*)\))?$", output, re.M)
    words = closing[-1] if closing else ""
    failed = number(r"(?:failures|errors|unexpected successes)=(\d+)", words)
    skipped = number(r"skipped=(\d+)", words)
    return code, max(0, total - failed - skipped), failed, skipped


def main(names):
    for name in names:
        if name not in SUITES:
            sys.exit(f"test.py: no suite {name}; there are {', '.join(SUITES)}")
    rows = []
    for name in names:
        start = time.monotonic()
        print(f"\n== {name}", flush=True)
        if name == "swift":
            code, passed, failed, skipped = swift()
        elif name == "script":
            code, passed, failed, skipped = script()
        else:
            code, passed, failed, skipped = python(name.capitalize())
        if code != 0 and failed == 0:
            failed = 1
        rows.append((name, passed, failed, skipped, time.monotonic() - start))
    print()
    for name, passed, failed, skipped, seconds in rows:
        print(f"{name:10} {passed:5} passed {failed:5} failed {skipped:5} skipped {seconds:7.1f} s")
    passed, failed, skipped = (sum(row[i] for row in rows) for i in (1, 2, 3))
    print(f"\n{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or SUITES))
