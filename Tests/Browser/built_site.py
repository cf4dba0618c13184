"""The bundled archive as `variorum build` writes it, and what its pages say of themselves."""
import atexit
import functools
import hashlib
import os
import re
import subprocess
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("VARIORUM") or str(ROOT / ".build/debug/variorum")


def build(archive, output, *options, env=None):
    """Builds an archive; the output of the program is shown when it fails."""
    done = subprocess.run(
        [PROGRAM, "build", "--archive", str(archive), "--output", str(output), *options],
        cwd=archive, env=os.environ | (env or {}), capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(f"build ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done


@functools.cache
def bundled():
    """The bundled archive, built once a run. SITE=folder takes a site that stands already."""
    if "SITE" in os.environ:
        return Path(os.environ["SITE"]).resolve()
    folder = tempfile.TemporaryDirectory(prefix="variorum-site-")
    atexit.register(folder.cleanup)
    build(ROOT, Path(folder.name) / "public")
    return Path(folder.name) / "public"


def hashes(folder):
    """Path below `folder` -> SHA-256 of every file."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(Path(folder).rglob("*")) if path.is_file()
    }


def pages(site):
    """Paths of all HTML pages below `site`, sorted."""
    return sorted(str(p.relative_to(site)) for p in site.rglob("*.html"))


def kind(page):
    """What sort of page a path is: `people/x/index.html` and `people/y/index.html` are of one."""
    parts = page.split("/")
    if parts[0] == "claims" and parts[1:2] == ["disputed"]:
        return "claims/disputed"
    return "/".join([parts[0], *("*" for _ in parts[1:-1]), parts[-1]])


def one_of_each_kind(site):
    """The largest page of each kind: it holds most of what can go wrong."""
    largest = {}
    for page in pages(site):
        size = (site / page).stat().st_size
        if is_redirect(site / page):
            continue
        if size > largest.get(kind(page), (0, ""))[0]:
            largest[kind(page)] = (size, page)
    return [page for _, page in sorted(largest.values(), key=lambda pair: pair[1])]


def is_redirect(path):
    return bool(re.search(rb"http-equiv=.?refresh", path.read_bytes()[:2000], re.I))


class Markup(HTMLParser):
    """Ids, links, loaded resources and inline code of one page."""

    RESOURCES = {("img", "src"), ("script", "src"), ("source", "src"), ("iframe", "src"),
                 ("audio", "src"), ("video", "src"), ("use", "href"), ("image", "href")}
    LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"}

    def __init__(self, source):
        super().__init__()
        self.ids, self.links, self.resources, self.forms, self.inline = [], [], [], [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif tag == "link":
            loaded = set(values.get("rel", "").lower().split()) & self.LOADED_LINKS
            (self.resources if loaded else self.links).append(values.get("href", ""))
        elif tag == "form":
            self.forms.append(values.get("action", ""))
        for element, attribute in self.RESOURCES:
            if tag == element and attribute in values:
                self.resources.append(values[attribute])
        for candidate in values.get("srcset", "").split(","):
            if candidate.strip():
                self.resources.append(candidate.split()[0])
        if "style" in values or any(name.startswith("on") for name in values):
            self.inline.append(self.get_starttag_text())
        if tag == "style":
            self.inline.append(self.get_starttag_text())
        if tag == "script" and "src" not in values and values.get("type", "") in (
                "", "module", "text/javascript", "speculationrules", "importmap"):
            self.inline.append(self.get_starttag_text())

    handle_startendtag = handle_starttag


@functools.cache
def markup(path):
    return Markup(path.read_text(encoding="utf-8"))


def target(site, page, link):
    """Path and fragment that an internal link of `page` names, or None for another site's."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    base = (site / page).parent
    path = base / unquote(parts.path) if parts.path else site / page
    return Path(os.path.normpath(path)), unquote(parts.fragment)
