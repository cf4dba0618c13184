"""annotations.json is a W3C AnnotationPage whose selectors all select the same words."""
import collections
import json
import re
import unittest
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin

import jsonschema
import pyshacl

from graphs import HERE, graph, shapes
from sites import sites

SCHEMA = json.loads((HERE / "annotation-page.schema.json").read_text(encoding="utf-8"))


class Sentences(HTMLParser):
    """The words of every `<span class="s" id="…">` of a page; a sentence goes on where one without an id follows."""

    SMALL = "sic-note", "note"

    def __init__(self, source):
        super().__init__()
        self.words, self.open, self.current = collections.defaultdict(str), [], None
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "span" and values.get("class") == "s":
            self.current = values.get("id", self.current)
        if tag in ("span", "small"):
            self.open.append(values.get("class"))

    def handle_endtag(self, tag):
        if tag in ("span", "small"):
            self.open.pop()

    def handle_data(self, data):
        if "s" in self.open and not set(self.SMALL) & set(self.open):
            self.words[self.current] += data


class AnnotationTests(unittest.TestCase):
    maxDiff = None

    def pages(self):
        for site in sites().values():
            for path in site.files("articles/*/annotations.json"):
                yield site, path, json.loads(path.read_text(encoding="utf-8"))

    def test_every_page_has_the_structure_of_the_model(self):
        validator = jsonschema.Draft202012Validator(SCHEMA)
        count = 0
        for site, path, page in self.pages():
            with self.subTest(page=site.address(site.name(path))):
                faults = [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(page)]
                self.assertEqual(faults[:5], [])
                ids = [item["id"] for item in page["items"]]
                self.assertEqual(len(ids), len(set(ids)))
                self.assertEqual(page["partOf"]["total"], len(ids))
                count += len(ids)
        self.assertGreater(count, 100)

    def test_relations_between_claims_are_annotations_of_their_pages(self):
        validator = jsonschema.Draft202012Validator(SCHEMA)
        count = 0
        for name, site in sites().items():
            path = site.folder / "data/relations.json"
            page = json.loads(path.read_text(encoding="utf-8"))
            self.assertEqual([e.message for e in validator.iter_errors(page)], [])
            here = site.address("data/relations.json")
            found = set()
            for item in page["items"]:
                for end in (item["target"], item["body"][0]["source"]):
                    self.assertTrue(site.file(urljoin(here, unquote(end))).is_file(), end)
                found.add(tuple(re.search("claims/([^/]+)/", e)[1] for e in (item["target"], item["body"][0]["source"]))
                          + (item["body"][1]["value"],))
            claims = json.loads((site.folder / "data/claims.json").read_text(encoding="utf-8"))
            self.assertEqual(found, {(c["id"], r["to"], r["type"]) for c in claims for r in c.get("relations", [])})
            conforms, _, words = pyshacl.validate(graph(page, here), shacl_graph=shapes())
            self.assertTrue(conforms or "with an address" not in name, words)
            count += len(found)
        self.assertGreater(count, 10)

    def test_position_quote_and_sentence_select_the_same_words(self):
        for site, path, page in self.pages():
            with self.subTest(page=site.address(site.name(path))):
                text = path.with_name("text.txt").read_text(encoding="utf-8")
                sentences = Sentences(path.with_name("index.html").read_text(encoding="utf-8")).words
                for item in page["items"]:
                    position, quote, fragment = item["target"]["selector"]
                    start, end = position["start"], position["end"]
                    self.assertEqual(text[start:end], quote["exact"])
                    self.assertTrue(text[:start].endswith(quote["prefix"]), item)
                    self.assertTrue(text[end:].startswith(quote["suffix"]), item)
                    sentence = re.sub(r"\s+", "", sentences[fragment["value"]])
                    begin = re.sub(r"\s+", "", quote["exact"])[:6]
                    self.assertTrue(begin in sentence or sentence in begin, (sentence, item))

    def test_what_an_annotation_names_is_there(self):
        for site, path, page in self.pages():
            with self.subTest(page=site.address(site.name(path))):
                here = site.address(site.name(path))
                for item in page["items"]:
                    target = item["target"]
                    self.assertEqual(site.file(urljoin(here, target["source"])), path.with_name("text.txt"))
                    self.assertEqual(site.file(urljoin(here, target["scope"])), path.with_name("index.html"))
                    if "source" in item["body"]:
                        page_of_it = site.file(urljoin(here, unquote(item["body"]["source"])))
                        self.assertTrue(page_of_it and page_of_it.is_file(), item["body"])

    def test_mentions_statements_misprints_and_remarks_are_annotated(self):
        page = json.loads((sites()["awkward"].folder / "articles/ferry/annotations.json").read_text(encoding="utf-8"))
        found = [(i["motivation"], i["body"].get("value", i["body"].get("source")),
                  i["target"]["selector"][1]["exact"]) for i in page["items"]]
        self.assertIn(("identifying", "../../people/lin-ruoshui/index.html", "林若水"), found)
        self.assertIn(("identifying", "../../organizations/ferry-company/index.html", "שלום עולם"), found)
        self.assertIn(("linking", "../../claims/ferry-capacity/index.html", "𠮷野家門口"), found)
        self.assertIn(("editing", "林若水", "林若氺"), found)
        self.assertIn(("commenting", "See [[ferry-capacity]] & <more>.", "沒有漲價"), found)

    def test_a_page_is_rdf_that_keeps_the_shape_of_an_annotation(self):
        page = sites()["awkward with an address"]
        for path in page.files("articles/*/annotations.json"):
            document = json.loads(path.read_text(encoding="utf-8"))
            triples = graph(document, page.address(page.name(path)))
            conforms, _, words = pyshacl.validate(triples, shacl_graph=shapes())
            self.assertTrue(conforms, words)


if __name__ == "__main__":
    unittest.main()
