"""Text that wants to be code, shown by a browser without any policy: nothing runs."""
import tempfile
import unittest
from pathlib import Path

from browser_session import BrowserSession, wait_for_frame
from built_site import build, pages
from search_page_case import DONE
from strict_server import StrictServer

STING = '<script>hurt()</script><img src=x onerror=hurt()><svg onload=hurt()>'
ARCHIVE = {
    "content/archive.yml": f"title: '文庫{STING}'\ndescription: '{STING}'\nlanguage: zh-Hant\n",
    "content/articles/a.md": f"""\
---
title: '渡口{STING}'
authors: ['{STING}']
outlet: '{STING}'
tags: ['{STING}']
summary: '{STING}'
---
林若水在渡口。 {STING} <a id=x href="javascript:hurt()">link</a> [link](javascript:hurt())
<details open ontoggle=hurt()><summary>s</summary></details> `{STING}`

| {STING} |
| --- |
| {STING} |
""",
    "content/people/lin.md": f"---\nname: '林若水{STING}'\naliases: [林若水]\n---\n船長。{STING}\n",
    "content/claims/c.yml": f"""\
- id: c
  title: '渡口{STING}'
  kind: event
  subjects: [lin]
  note: '{STING}'
  statements:
    - {{article: a, quote: 林若水在渡口, speaker: '{STING}'}}
""",
}


class HostileTextTests(unittest.TestCase):
    def test_no_page_runs_what_a_text_says(self):
        with tempfile.TemporaryDirectory(prefix="variorum-hostile-") as folder:
            archive = Path(folder)
            for path, text in ARCHIVE.items():
                (archive / path).parent.mkdir(parents=True, exist_ok=True)
                (archive / path).write_text(text, encoding="utf-8")
            site = archive / "public"
            build(archive, site)
            server = StrictServer(site, policy=None)
            self.addCleanup(server.close)
            browser = BrowserSession()
            self.addCleanup(browser.close)
            hurts = []
            with browser.page(inside=server.address) as page:
                page.expose_function("hurt", lambda: hurts.append(page.url))
                for name in pages(site):
                    page.goto(server.address + name)
                    wait_for_frame(page)
                    for mention in page.locator("main a.mention").all():
                        mention.hover()
                    self.assertEqual(page.locator("main a[href^='javascript']").count(), 0, name)
                for query in ("渡口", "hurt", STING):
                    page.goto(server.address + "search/index.html")
                    page.locator("main input[type=search]").fill(query)
                    page.wait_for_function(DONE)
                    wait_for_frame(page)
                self.assertEqual(hurts, [])
                # The picture that the text shows is not there; all else must be quiet.
                self.assertEqual([t for t in page.troubles if "/x" not in t and "of 404" not in t], [])


if __name__ == "__main__":
    unittest.main()
