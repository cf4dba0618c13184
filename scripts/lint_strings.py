"""The words of the interface: lint_strings.py

Compares templates/strings.json with where its keys are used. Reports a key, form or table entry that
a built-in language lacks, a key that nothing uses, and an unknown key in Swift, templates and the search
page's script. A key counts as used when Swift has it as a literal, or has a literal that begins like it
and goes on with an interpolation ("status-\\(status)").
"""
import json
import re

STRINGS = "templates/strings.json"
# Looked up by the id of a kind of entities, which is in Sources/Archive.
ALWAYS_USED = {"person", "product", "organization"}


def line_of_key(text, language, key):
    """The line of a key in its language; of the language when it is not there."""
    start = text.find(f'"{language}"')
    at = text.find(f'"{key}"', start)
    return text.count("\n", 0, at if at >= 0 else max(start, 0)) + 1


def missing(text, languages):
    """Every language has the keys, and each table the entries, that English has."""
    english = languages["en"]
    for language, words in languages.items():
        for key in english.keys() - words.keys():
            yield STRINGS, line_of_key(text, language, key), f"`{language}` lacks `{key}`"
        for key in words.keys() - english.keys():
            yield STRINGS, line_of_key(text, language, key), f"`{key}` is in `{language}` and not in `en`"
        for key in english.keys() & words.keys() - {"plural", "scales"}:
            model, forms = english[key], words[key]
            if isinstance(model, dict) and "other" not in model:
                entries = forms.keys() if isinstance(forms, dict) else set()
                for entry in model.keys() - entries:
                    yield STRINGS, line_of_key(text, language, key), f"`{key}` of `{language}` lacks `{entry}`"


def check_strings(files):
    """Findings as (path, line, message).

    files: path -> text of the files of templates/ and Sources/Site/.
    """
    text = files.get(STRINGS)
    if text is None:
        return
    languages = json.loads(text)
    yield from missing(text, languages)
    keys = set(languages["en"])
    literals, prefixes, used = set(), set(), set()
    for path, source in files.items():
        if path.endswith(".mustache"):
            for match in re.finditer(r"\{\{\{?\s*strings\.([\w-]+)", source):
                used.add(match[1])
                if match[1] not in keys:
                    yield path, source.count("\n", 0, match.start()) + 1, f"unknown key `{match[1]}`"
        elif path.endswith(".swift"):
            literals.update(re.findall(r'"([\w-]+)"', source))
            prefixes.update(re.findall(r'"([a-z-]+-)\\\(', source))
            if re.search(r"\bcount\(\"", source):
                literals.update("count-" + key for key in re.findall(r'\bcount\(\s*"([\w-]+)"', source))
            for match in re.finditer(
                    r'\bstrings(?:\[|\(|\.words\(ifAny: )\s*"([\w-]+)"|\b(?:of|table)(?:: |\()"([\w-]+)"\)', source):
                key = match[1] or match[2]
                if key not in keys and (match[1] or path.startswith("Sources/Site/Words/")):
                    yield path, source.count("\n", 0, match.start()) + 1, f"unknown key `{key}`"
    search = files.get("templates/search.mustache", "")
    given = {re.sub(r"-(\w)", lambda m: m[1].upper(), name) for name in re.findall(r"data-([\w-]+)=", search)}
    path = "templates/assets/search-ui.js"
    for match in re.finditer(r"\bwords\.(\w+)", files.get(path, "")):
        if match[1] not in given:
            yield path, files[path].count("\n", 0, match.start()) + 1, (
                f"`words.{match[1]}` is not an attribute of #search-status in search.mustache")
    for key in sorted(keys - used - literals - ALWAYS_USED):
        if not any(key.startswith(prefix) for prefix in prefixes):
            yield STRINGS, line_of_key(text, "en", key), f"nothing uses `{key}`"
