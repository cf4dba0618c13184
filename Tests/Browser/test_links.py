"""Every link of every page leads somewhere, on a server and from disk."""
import unittest

from built_site import bundled, is_redirect, markup, pages, target

EXPECTED = """
index.html articles/index.html people/index.html products/index.html organizations/index.html
claims/index.html claims/disputed/index.html search/index.html 404.html
""".split()
FILES = """
feed.xml feed.json sitemap.xml robots.txt opensearch.xml llms.txt manifest.json data/entities.json
data/mentions.csv data/claims.json data/claims.csv data/datapackage.json
""".split()


class LinkTests(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.site = bundled()
        cls.pages = pages(cls.site)

    def test_a_build_writes_the_pages_and_files_that_the_contract_names(self):
        missing = [path for path in EXPECTED + FILES if not (self.site / path).is_file()]
        self.assertEqual(missing, [])

    def test_every_article_has_its_four_forms(self):
        missing = []
        for folder in sorted((self.site / "articles").iterdir()):
            if folder.is_dir() and not is_redirect(folder / "index.html") and folder.name != "page":
                for name in ("index.html", "index.md", "text.txt", "annotations.json"):
                    if not (folder / name).is_file():
                        missing.append(f"{folder.name}/{name}")
        self.assertEqual(missing, [])

    def test_every_internal_link_names_a_file_and_an_id_that_exist(self):
        broken = []
        for page in self.pages:
            found = markup(self.site / page)
            for link in found.links + found.resources + found.forms:
                named = target(self.site, page, link)
                if named is None:
                    continue
                path, fragment = named
                if self.site not in path.parents and path != self.site:
                    broken.append(f"{page}: {link} leads out of the site")
                elif path.is_dir():
                    broken.append(f"{page}: {link} is a folder, which shows no page from disk")
                elif not path.is_file():
                    broken.append(f"{page}: {link} leads nowhere")
                elif fragment and path.suffix == ".html" and fragment not in markup(path).ids:
                    broken.append(f"{page}: {link} has no such id")
        self.assertEqual(broken[:20], [], f"{len(broken)} in all")

    def test_no_link_begins_at_the_root_of_the_server(self):
        rooted = [f"{page}: {link}" for page in self.pages for found in [markup(self.site / page)]
                  for link in found.links + found.resources + found.forms if link.startswith("/")]
        self.assertEqual(rooted[:20], [])

    def test_nothing_is_loaded_from_another_site(self):
        foreign = [f"{page}: {link}" for page in self.pages for link in markup(self.site / page).resources
                   if target(self.site, page, link) is None and not link.startswith("data:")]
        self.assertEqual(foreign[:20], [])

    def test_no_page_holds_inline_style_script_or_handlers(self):
        inline = [f"{page}: {tag}" for page in self.pages for tag in markup(self.site / page).inline]
        self.assertEqual(inline[:20], [], f"{len(inline)} in all")

    def test_no_link_runs_a_script(self):
        running = [f"{page}: {link}" for page in self.pages for found in [markup(self.site / page)]
                   for link in found.links + found.resources
                   if link.strip().lower().startswith(("javascript:", "vbscript:"))]
        self.assertEqual(running, [])

    def test_ids_are_unique_within_a_page(self):
        twice = [f"{page}: {name}" for page in self.pages for ids in [markup(self.site / page).ids]
                 for name in sorted({i for i in ids if ids.count(i) > 1})]
        self.assertEqual(twice[:20], [])

    def test_every_page_can_be_reached_from_the_first(self):
        reached, waiting = set(), [self.site / "index.html"]
        while waiting:
            path = waiting.pop()
            if path in reached or path.suffix != ".html" or not path.is_file():
                continue
            reached.add(path)
            page = str(path.relative_to(self.site))
            for link in markup(path).links + markup(path).forms:
                if named := target(self.site, page, link):
                    waiting.append(named[0])
        lost = [p for p in self.pages if self.site / p not in reached
                and p != "404.html" and not is_redirect(self.site / p)]
        self.assertEqual(lost[:20], [], f"{len(lost)} in all")


if __name__ == "__main__":
    unittest.main()
