"""JSON-LD as RDF, without a network: the contexts are our own short forms of those that the files name."""
import json
from pathlib import Path

from pyld import jsonld
from rdflib import Dataset, Graph

HERE = Path(__file__).resolve().parent
CONTEXTS = {
    "https://schema.org": {"@vocab": "https://schema.org/", "schema": "https://schema.org/"},
    "http://www.w3.org/ns/anno.jsonld": json.loads((HERE / "annotation-context.json").read_text(encoding="utf-8")),
}


def load(address, options=None):
    if address not in CONTEXTS:
        raise AssertionError(f"a file needs {address} to be read")
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address,
            "document": {"@context": CONTEXTS[address]}}


def graph(document, base):
    """The triples of a JSON-LD document that stands at `base`."""
    quads = jsonld.to_rdf(document, {"base": base, "format": "application/n-quads", "documentLoader": load})
    dataset = Dataset()
    dataset.parse(data=quads, format="nquads")
    triples = Graph()
    for subject, predicate, thing, _ in dataset.quads():
        triples.add((subject, predicate, thing))
    return triples


def shapes():
    return Graph().parse(HERE / "shapes.ttl", format="turtle")
