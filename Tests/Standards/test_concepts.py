"""data/entities.jsonld: a SKOS concept scheme that reads without a network and keeps SKOS's integrity conditions."""
import json
import unittest
from urllib.parse import unquote

import pyshacl
from rdflib import RDF, SKOS, Graph, Literal, Namespace, URIRef

from graphs import graph, shapes
from schema_terms import PROPERTIES, TYPES
from sites import sites

SCHEMA = Namespace("https://schema.org/")
FILE = "data/entities.jsonld"


def concepts(site):
    """Read by rdflib's own reader of JSON-LD, which knows no contexts of ours."""
    return Graph().parse(site.folder / FILE, format="json-ld", publicID=site.address(FILE))


class ConceptTests(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.graphs = {name: concepts(site) for name, site in sites().items()}

    def test_every_entity_is_a_concept_with_a_page(self):
        for name, triples in self.graphs.items():
            site = sites()[name]
            entities = json.loads((site.folder / "data/entities.json").read_text(encoding="utf-8"))
            found = {str(n) for n in triples.objects(None, SKOS.notation)}
            self.assertEqual(found, {e["id"] for e in entities}, name)
            for concept in triples.subjects(RDF.type, SKOS.Concept):
                self.assertTrue(site.file(unquote(concept)).is_file(), concept)

    def test_the_integrity_conditions_hold(self):
        for name, triples in self.graphs.items():
            conforms, _, words = pyshacl.validate(triples, shacl_graph=shapes())
            self.assertTrue(conforms, f"{name}: {words}")

    def test_no_words_are_two_sorts_of_label(self):
        for name, triples in self.graphs.items():
            for concept in triples.subjects(RDF.type, SKOS.Concept):
                sorts = [{str(l) for l in triples.objects(concept, sort)}
                         for sort in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)]
                self.assertEqual(sum(map(len, sorts)), len(set().union(*sorts)), (name, concept, sorts))

    def test_the_shapes_refuse_what_breaks_the_conditions(self):
        breaks = {
            "two preferred labels of one language": (SKOS.prefLabel, "林先生", "zh-hant"),
            "a label that is preferred and alternative": (SKOS.altLabel, "Lin Ruoshui", "en"),
            "a label that is preferred and hidden": (SKOS.hiddenLabel, "Lin Ruoshui", "en"),
        }
        for name, (sort, words, language) in breaks.items():
            with self.subTest(name):
                triples = concepts(sites()["awkward"])
                concept = next(triples.subjects(SKOS.notation, Literal("lin-ruoshui")))
                triples.add((concept, sort, Literal(words, lang=language)))
                self.assertFalse(pyshacl.validate(triples, shacl_graph=shapes())[0])

    def test_every_term_is_known(self):
        for triples in self.graphs.values():
            for predicate in set(triples.predicates()):
                known = predicate in SKOS or predicate == RDF.type
                self.assertTrue(known or predicate.removeprefix(SCHEMA) in PROPERTIES, predicate)
            for kind in set(triples.objects(None, RDF.type)):
                known = kind in (SKOS.Concept, SKOS.ConceptScheme)
                self.assertTrue(known or kind.removeprefix(SCHEMA) in TYPES, kind)

    def test_two_readers_find_the_same_triples(self):
        site = sites()["awkward with an address"]
        document = json.loads((site.folder / FILE).read_text(encoding="utf-8"))
        self.assertEqual(set(graph(document, site.address(FILE))), set(concepts(site)))

    def test_labels_of_a_person_are_sorted_by_what_they_are(self):
        triples = self.graphs["awkward"]
        person = next(triples.subjects(SKOS.notation, Literal("lin-ruoshui")))
        preferred = {(str(l), l.language.lower()) for l in triples.objects(person, SKOS.prefLabel)}
        self.assertIn(("Lin Ruoshui", "en"), preferred)
        self.assertIn(("林若水", "zh-hans"), preferred)
        self.assertEqual(sum(language == "zh-hant" for _, language in preferred), 1)
        self.assertEqual({str(l) for l in triples.objects(person, SKOS.hiddenLabel)}, {"Captain", "林若氺"})
        self.assertEqual(set(triples.objects(person, SKOS.exactMatch)),
                         {URIRef("http://www.wikidata.org/entity/Q42")})
        boat = next(triples.subjects(SKOS.notation, Literal("boat-one")))
        self.assertEqual(list(triples.objects(boat, SKOS.exactMatch)), [])


if __name__ == "__main__":
    unittest.main()
