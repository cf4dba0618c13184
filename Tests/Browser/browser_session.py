"""Headless Chromium that notes everything a reader should never meet."""
import contextlib
import os
import shutil

from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"


class BrowserSession:
    """One Chromium; `page` gives tabs of it."""

    def __init__(self):
        self.playwright = sync_playwright().start()
        self.chromium = self.playwright.chromium.launch(executable_path=CHROMIUM)

    def close(self):
        self.chromium.close()
        self.playwright.stop()

    @contextlib.contextmanager
    def page(self, inside, **options):
        """A fresh tab with `troubles`: console errors, failed loads, requests beyond the prefix `inside`."""
        context = self.chromium.new_context(**options)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.troubles = []

        def trouble(words):
            page.troubles.append(f"{page.url}: {words}")

        def response(answer):
            if answer.status >= 400:
                trouble(f"{answer.status} for {answer.url}")

        def failed(asked):
            # A load that is cut off because the reader goes on to another page is no fault.
            if asked.failure != "net::ERR_ABORTED":
                trouble(f"failed: {asked.url} {asked.failure}")

        def request(asked):
            if not asked.url.startswith((inside, "data:", "blob:")):
                trouble(f"request outside the site: {asked.url}")

        page.on("console", lambda m: m.type in ("error", "warning") and trouble(f"console: {m.text}"))
        page.on("pageerror", lambda error: trouble(f"script error: {error}"))
        page.on("requestfailed", failed)
        page.on("response", response)
        page.on("request", request)
        try:
            yield page
        finally:
            context.close()


def wait_for_frame(page):
    """Lets scripts that run on load finish: two frames and an idle turn."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))")
