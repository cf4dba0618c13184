"""Text that wants to be code stays text, in every page and file."""
import json
import unittest
import xml.dom.minidom
from html.parser import HTMLParser

from archive_case import ArchiveCase

BODY = """\
---
title: '<script>alert("t")</script>'
authors: ['<img src=x onerror=alert(1)>']
outlet: '"><script>alert("o")</script>'
url: 'javascript:alert(3)'
tags: ['</title><script>alert("g")</script>']
summary: '--><script>alert("s")</script>'
---
<script>alert(1)</script>

<img src="x" onerror="alert(1)"> <svg onload="alert(1)"><a xlink:href="javascript:alert(1)">x</a></svg>

<iframe src="https://example.org/"></iframe> <style>body{display:none}</style> <base href="https://example.org/">

<a href="javascript:alert(1)" onclick="alert(2)">one</a> <form action="https://example.org/"><button>go</button></form>

[two](javascript:alert(1)) [three](JaVaScRiPt:alert(1)) [four](data:text/html,<script>alert(1)</script>)
[five](&#106;avascript:alert(1)) [six](vbscript:x) ![seven](javascript:alert(1)) <javascript:alert(1)>
[eight](java\tscript:alert(1)) [nine](https://example.org/"onmouseover="alert(1)) [ten]( javascript:alert(1))

| a | b |
| --- | --- |
| <script>alert(1)</script> | <img src=x onerror=alert(1)> |

```html
<script>alert("in code")</script>
```

林若水說 {{title}} {{{body}}} {{> head}} ]]> <!-- --!> --> </main></body>
"""


class Running(HTMLParser):
    """What a browser would run or load from elsewhere."""

    def __init__(self, source):
        super().__init__()
        self.found = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = {name: (value or "") for name, value in attributes}
        data_block = tag == "script" and values.get("type", "").startswith("application/")
        if tag == "script" and "src" not in values and not data_block:
            self.found.append(self.get_starttag_text())
        if tag in ("iframe", "object", "embed", "base", "style", "applet", "frame"):
            self.found.append(self.get_starttag_text())
        for name, value in values.items():
            address = "".join(value.split()).lower()
            if name.startswith("on") or name in ("style", "srcdoc", "formaction"):
                self.found.append(self.get_starttag_text())
            if name in ("href", "src", "action", "xlink:href", "poster", "data") and (
                    address.startswith(("javascript:", "vbscript:", "data:text"))):
                self.found.append(self.get_starttag_text())
            if tag in ("form", "script", "img", "link") and name in ("action", "src") and "example.org" in value:
                self.found.append(self.get_starttag_text())

    handle_startendtag = handle_starttag


class HostileTextTests(ArchiveCase):
    def test_nothing_in_an_article_becomes_code(self):
        self.write("content/articles/hostile.md", BODY)
        self.build()
        self.assert_built()
        self.assert_nothing_runs()
        page = (self.public / "articles/hostile/index.html").read_text()
        self.assertIn("{{title}}", page)
        self.assertIn("&lt;script&gt;alert(&quot;in code&quot;)", page)

    def test_nothing_in_an_entity_or_a_claim_becomes_code(self):
        sting = '<script>alert("e")</script><img src=x onerror=alert(1)>'
        self.write("content/people/lin-ruoshui.md",
                   f"---\nname: '林若水{sting}'\nlabels: {{en: '{sting}'}}\naliases: ['林若水']\n"
                   f"same-as: ['javascript:alert(1)']\n---\n{sting} [x](javascript:alert(1)) 船長。\n")
        self.write("content/claims/sting.yml",
                   f"- id: sting\n  title: '{sting}'\n  kind: event\n  subjects: [lin-ruoshui]\n"
                   f"  note: '{sting} [x](javascript:alert(1))'\n  statements:\n"
                   f"    - {{article: lamp, quote: 林若水點了一盞燈, speaker: '{sting}', basis: '{sting}'}}\n")
        self.write("content/archive.yml", f"title: '{sting}'\ndescription: '{sting}'\nlanguage: zh-Hant\n")
        self.build()
        self.assert_built()
        self.assert_nothing_runs()

    def assert_nothing_runs(self):
        for page in sorted(self.public.rglob("*.html")):
            self.assertEqual(Running(page.read_text(encoding="utf-8")).found, [], page.relative_to(self.public))
        for path in sorted(self.public.rglob("*")):
            if path.suffix in (".xml", ".svg"):
                with xml.dom.minidom.parse(str(path)):
                    pass
            if path.suffix == ".json":
                json.loads(path.read_text(encoding="utf-8"))
        for block in self.data_blocks():
            json.loads(block)

    def data_blocks(self):
        """The insides of JSON blocks in pages: a closing tag in a string would end them early."""
        for page in sorted(self.public.rglob("*.html")):
            for part in page.read_text(encoding="utf-8").split('<script type="application/')[1:]:
                yield part.split(">", 1)[1].split("</script>")[0]


if __name__ == "__main__":
    unittest.main()
