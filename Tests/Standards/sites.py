"""The sites that are held against the standards: the bundled archive and one with awkward names, each with and without an address."""
import atexit
import functools
import os
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("VARIORUM") or str(ROOT / ".build/debug/variorum")
ADDRESS = "https://ferry.example/archive/"

AWKWARD = {
    "content/archive.yml": "title: '渡口 <文庫> & co'\nlanguage: zh-Hant\n",
    "content/articles/ferry.md": """\
---
title: '新船 </script><!-- & "下水"'
date: 2025-04-08T09:30:00+08:00
updated: 2025-05
authors: [lin-ruoshui, 'A. <b>Writer</b>', ferry-company]
translators: [B. Other]
outlet: harbour
url: 'https://news.example/a?b=1&c=|2'
lang: zh-Hant
tags: [船, 'a & b']
about: [ferry-company]
summary: 'A boat <i>sails</i>.'
---
𠮷野家門口，👩‍👩‍👧‍👦 林若水在渡口說：「新船每天可載六百多人。」她説林若氺是誤植。

## 船票

去年四季度船票收入320萬元。渡船公司沒有漲價，שלום עולם 也一樣，一号船坐 Lin Ruoshui 的位子。渡船公司又說：一號船不賣。
""",
    "content/articles/lamp.md":
        "---\ntitle: 渡口的燈\ndate: 2025-05\nlang: zh-Hant\n---\n林若水點了燈。船票收入超過300萬元。\n",
    "content/articles/plain.md": "# Only a heading\n\nCaptain Lin sailed.\n",
    "content/annotations/ferry.yml": """\
sic:
  - {quote: 林若氺, correct: 林若水, note: misprint}
notes:
  - {quote: 沒有漲價, note: 'See [[ferry-capacity]] & <more>.'}
""",
    "content/people/lin-ruoshui.md": """\
---
name: 林若水
labels: {en: Lin Ruoshui, zh-Hant: 林若水, zh-hant: 林船長, zh-Hans: 林若水}
aliases: [林若氺, {text: Captain, only-in: [plain]}, Lin Ruoshui]
wikidata: Q42
same-as: ['https://people.example/lin|{ruoshui}', 'https://people.example/lin|{ruoshui}']
affiliations:
  - {organization: ferry-company, role: 船長 & <owner>, from: "2018", until: "2024-03"}
---
船長 <b>林</b>。
""",
    "content/organizations/ferry-company.md": "---\nname: 渡船公司\nlabels: {he: שלום עולם}\n---\n",
    "content/organizations/ticket-office.md": "---\nname: '售票處 </script>'\npart-of: ferry-company\n---\n",
    "content/products/boat-one.md": "---\nname: 一號船\nmaker: ferry-company\nwikidata: none\n---\n",
    "content/products/boat-one-b.md": "---\nname: 一號船乙\npart-of: boat-one\nmaker: lin-ruoshui\n---\n",
    "content/outlets.yml": "- {id: harbour, name: '港口 & 日報', url: 'https://harbour.example/'}\n",
    "content/claims/ferry.yml": """\
- id: ferry-capacity
  title: 新船的載客量
  kind: statement
  subjects: [ferry-company]
  statements:
    - {article: ferry, quote: 每天可載六百多人, speaker: lin-ruoshui, mode: indirect}
    - {article: ferry, quote: 𠮷野家門口, mode: report}
- id: ferry-fares
  title: '船票 </script>'
  kind: quantity
  metric: fares
  period: "2024-Q4"
  subjects: [ferry-company]
  statements:
    - {article: ferry, quote: 去年四季度船票收入320萬元, speaker: lin-ruoshui, mode: indirect}
    - {article: lamp, quote: 船票收入超過300萬元, speaker: A & B}
  relations: [{to: ferry-capacity, type: supports}]
""",
    "content/metrics.yml": "- {id: fares, title: {zh-Hant: 船票收入}, unit: CNY}\n",
}


def build(archive, output, *options):
    done = subprocess.run(
        [PROGRAM, "build", "--archive", str(archive), "--output", str(output), *options],
        cwd=archive, capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(f"build ended with {done.returncode}:\n{done.stdout}{done.stderr}")


class Site:
    """A built site and where its pages say that they are."""

    def __init__(self, folder, base):
        self.folder, self.base = folder, base

    def address(self, file):
        """Of a file of the site, as a reader's browser has it."""
        return (self.base or "file:///site/") + file

    def file(self, address):
        """The file that an absolute address names, or None when it is another site's."""
        start = self.address("")
        if not address.startswith(start):
            return None
        path = self.folder / address.removeprefix(start).split("#")[0]
        return path / "index.html" if path.is_dir() else path

    def files(self, pattern):
        return sorted(self.folder.glob(pattern))

    def name(self, path):
        return path.relative_to(self.folder).as_posix()


@functools.cache
def sites():
    """By name: every site that the tests read, each built once."""
    work = tempfile.TemporaryDirectory(prefix="variorum-standards-")
    atexit.register(work.cleanup)
    awkward = Path(work.name) / "awkward"
    for name, text in AWKWARD.items():
        path = awkward / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    built = {}
    for name, archive, base in (
            ("bundled", ROOT, None), ("awkward", awkward, None), ("awkward with an address", awkward, ADDRESS)):
        output = Path(work.name) / name.replace(" ", "-")
        output = output.with_name(output.name + "-site")
        build(archive, output, *(["--base-url", base] if base else []))
        built[name] = Site(output, base)
    return built
