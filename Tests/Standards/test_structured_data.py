"""The pages' JSON-LD: schema.org's terms alone, on things that may have them, and nothing that ends the script."""
import json
import re
import unittest
from urllib.parse import unquote

import extruct
import pyshacl
from rdflib import RDF, Graph, URIRef

from graphs import graph, shapes
from schema_terms import PROPERTIES, TYPES, kinds
from sites import ADDRESS, sites

SCHEMA = "https://schema.org/"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
PAGES = ("articles/*/index.html", "people/*/index.html", "products/*/index.html", "organizations/*/index.html",
         "claims/*/index.html")


def data(path):
    return extruct.extract(path.read_text(encoding="utf-8"), syntaxes=["json-ld"])["json-ld"]


class StructuredDataTests(unittest.TestCase):
    maxDiff = None

    def pages(self):
        for site in sites().values():
            for pattern in PAGES:
                for path in site.files(pattern):
                    if path.parent.name not in ("page", "disputed"):
                        yield site, path

    def test_every_page_describes_what_it_is_about(self):
        expected = {"articles": {"Article", "NewsArticle"}, "people": {"Person"}, "products": {"Product"},
                    "organizations": {"Organization"}, "claims": {"Claim"}}
        count = 0
        for site, path in self.pages():
            with self.subTest(page=site.address(site.name(path))):
                things = data(path)
                self.assertEqual(len(things), 1)
                self.assertIn(things[0]["@type"], expected[site.name(path).split("/")[0]])
                count += 1
        self.assertGreater(count, 50)

    def test_no_name_ends_the_script(self):
        for site, path in self.pages():
            with self.subTest(page=site.address(site.name(path))):
                for words in SCRIPT.findall(path.read_text(encoding="utf-8")):
                    self.assertIsNone(re.search("[<>&]", words))

    def test_every_term_is_schema_org_s_on_a_thing_that_may_have_it(self):
        whole = {}
        for site, path in self.pages():
            with self.subTest(page=site.address(site.name(path))):
                triples = graph(data(path)[0], site.address(site.name(path)))
                self.assertGreater(len(triples), 0)
                types = {}
                for thing, kind in triples.subject_objects(RDF.type):
                    types.setdefault(thing, set()).update(kinds(self.term(kind, TYPES)))
                for thing, predicate, value in triples:
                    if predicate == RDF.type:
                        continue
                    name = self.term(predicate, PROPERTIES)
                    self.assertTrue(types.get(thing, {"Thing"}) & PROPERTIES[name], (thing, name, value))
                self.assert_own_links_lead_somewhere(site, triples)
                whole.setdefault(site, Graph()).__iadd__(triples)
        for site, triples in whole.items():
            conforms, _, words = pyshacl.validate(triples, shacl_graph=shapes())
            self.assertTrue(conforms, words)

    def term(self, iri, known):
        self.assertTrue(iri.startswith(SCHEMA), iri)
        name = iri.removeprefix(SCHEMA)
        self.assertIn(name, known)
        return name

    def assert_own_links_lead_somewhere(self, site, triples):
        for thing in set(triples.subjects()) | set(triples.objects()):
            if isinstance(thing, URIRef) and thing.startswith(site.address("")):
                file = site.file(unquote(thing))
                self.assertTrue(file.is_file(), thing)

    def test_an_article_says_who_wrote_it_where_it_stood_and_whom_it_names(self):
        site = sites()["awkward with an address"]
        article = data(site.folder / "articles/ferry/index.html")[0]
        self.assertEqual(article["headline"], '新船 </script><!-- & "下水"')
        self.assertEqual(article["url"], ADDRESS + "articles/ferry/")
        self.assertEqual(article["datePublished"], "2025-04-08T09:30:00+08:00")
        self.assertEqual(article["dateModified"], "2025-05")
        self.assertEqual(article["inLanguage"], "zh-Hant")
        self.assertEqual(article["isBasedOn"], "https://news.example/a?b=1&c=%7C2")
        self.assertEqual([(a["@type"], a["name"]) for a in article["author"]], [
            ("Person", "林若水"), ("Person", "A. <b>Writer</b>"), ("Organization", "渡船公司")])
        self.assertEqual([t["name"] for t in article["translator"]], ["B. Other"])
        self.assertEqual(article["publisher"]["name"], "港口 & 日報")
        self.assertEqual([e["@id"] for e in article["about"]], [ADDRESS + "organizations/ferry-company/#it"])
        self.assertIn(ADDRESS + "people/lin-ruoshui/#it", [e["@id"] for e in article["mentions"]])

    def test_a_person_has_names_roles_and_addresses_elsewhere(self):
        person = data(sites()["awkward"].folder / "people/lin-ruoshui/index.html")[0]
        self.assertEqual(person["@id"], "index.html#it")
        self.assertIn("Lin Ruoshui", person["alternateName"])
        self.assertNotIn("Captain", person["alternateName"])
        self.assertEqual(person["sameAs"], [
            "http://www.wikidata.org/entity/Q42", "https://people.example/lin%7C%7Bruoshui%7D"])
        roles = person["affiliation"]
        self.assertEqual(len(roles), 1)
        self.assertEqual((roles[0]["roleName"], roles[0]["startDate"], roles[0]["endDate"]),
                         ("船長 & <owner>", "2018", "2024-03"))
        self.assertEqual(roles[0]["affiliation"][0]["name"], "渡船公司")

    def test_a_claim_appears_in_quotations_that_hold_observations(self):
        claim = data(sites()["awkward with an address"].folder / "claims/ferry-fares/index.html")[0]
        self.assertEqual((claim["@id"], claim["name"], claim["temporalCoverage"]),
                         (ADDRESS + "claims/ferry-fares/#it", "船票 </script>", "2024-10-01/2024-12-31"))
        self.assertEqual([e["name"] for e in claim["about"]], ["渡船公司"])
        first, second = claim["appearance"]
        self.assertEqual(first["text"], "去年四季度船票收入320萬元")
        self.assertRegex(first["url"], "^" + re.escape(ADDRESS + "articles/ferry/#s") + "[a-z2-7]{8}$")
        self.assertEqual(first["isPartOf"]["@id"], ADDRESS + "articles/ferry/#it")
        self.assertEqual(first["spokenByCharacter"]["@id"], ADDRESS + "people/lin-ruoshui/#it")
        value = first["about"]
        self.assertEqual((value["@type"], value["name"], value["variableMeasured"], value["unitText"]),
                         ("Observation", "320萬元", "船票收入", "CNY"))
        self.assertEqual((value["minValue"], value["maxValue"], value["value"]), (3195000, 3205000, 3200000))
        self.assertEqual((value["observationDate"], value["observationPeriod"]), ("2024-12-31", "P3M"))
        self.assertEqual(second["spokenByCharacter"], {"@type": "Person", "name": "A & B"})
        self.assertNotIn("maxValue", second["about"])
        self.assertNotIn("ClaimReview", json.dumps(claim))


if __name__ == "__main__":
    unittest.main()
