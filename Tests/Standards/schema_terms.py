"""The terms of https://schema.org that the program uses, as schema.org defines them: types with what they are
kinds of, properties with the types that may have them."""

TYPES = {
    "Article": "CreativeWork",
    "NewsArticle": "Article",
    "Claim": "CreativeWork",
    "Collection": "CreativeWork",
    "CreativeWork": "Thing",
    "Intangible": "Thing",
    "Observation": "QuantitativeValue",
    "Organization": "Thing",
    "OrganizationRole": "Role",
    "Person": "Thing",
    "Product": "Thing",
    "QuantitativeValue": "StructuredValue",
    "Quotation": "CreativeWork",
    "Role": "Thing",
    "StructuredValue": "Intangible",
    "Thing": None,
}

PROPERTIES = {
    "about": {"CreativeWork"},
    "affiliation": {"Person", "Role"},
    "alternateName": {"Thing"},
    "appearance": {"Claim"},
    "author": {"CreativeWork"},
    "dateModified": {"CreativeWork"},
    "datePublished": {"CreativeWork"},
    "description": {"Thing"},
    "endDate": {"Role"},
    "headline": {"CreativeWork"},
    "inLanguage": {"CreativeWork"},
    "isBasedOn": {"CreativeWork"},
    "isPartOf": {"CreativeWork"},
    "isRelatedTo": {"Product"},
    "keywords": {"CreativeWork"},
    "mainEntityOfPage": {"Thing"},
    "manufacturer": {"Product"},
    "maxValue": {"QuantitativeValue"},
    "mentions": {"CreativeWork"},
    "minValue": {"QuantitativeValue"},
    "name": {"Thing"},
    "observationAbout": {"Observation"},
    "observationDate": {"Observation"},
    "observationPeriod": {"Observation"},
    "parentOrganization": {"Organization"},
    "publisher": {"CreativeWork"},
    "roleName": {"Role"},
    "sameAs": {"Thing"},
    "spokenByCharacter": {"Quotation"},
    "startDate": {"Role"},
    "subOrganization": {"Organization"},
    "temporalCoverage": {"CreativeWork"},
    "text": {"CreativeWork"},
    "translator": {"CreativeWork"},
    "unitText": {"QuantitativeValue"},
    "url": {"Thing"},
    "value": {"QuantitativeValue"},
    "variableMeasured": {"Observation"},
}


def kinds(name):
    """A type and all that it is a kind of."""
    found = []
    while name:
        found.append(name)
        name = TYPES[name]
    return set(found)
