"""The terms of https://schema.org that the program uses, as schema.org defines them: types with what they are
kinds of, properties with the types that may have them."""

TYPES = {
    "Article": "CreativeWork",
    "NewsArticle": "Article",
    "Collection": "CreativeWork",
    "CreativeWork": "Thing",
    "Organization": "Thing",
    "OrganizationRole": "Role",
    "Person": "Thing",
    "Product": "Thing",
    "Role": "Thing",
    "Thing": None,
}

PROPERTIES = {
    "about": {"CreativeWork"},
    "affiliation": {"Person", "Role"},
    "alternateName": {"Thing"},
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
    "mentions": {"CreativeWork"},
    "name": {"Thing"},
    "parentOrganization": {"Organization"},
    "publisher": {"CreativeWork"},
    "roleName": {"Role"},
    "sameAs": {"Thing"},
    "startDate": {"Role"},
    "subOrganization": {"Organization"},
    "translator": {"CreativeWork"},
    "url": {"Thing"},
}


def kinds(name):
    """A type and all that it is a kind of."""
    found = []
    while name:
        found.append(name)
        name = TYPES[name]
    return set(found)
