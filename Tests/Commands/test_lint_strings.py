"""scripts/lint_strings.py reports words of the interface that are missing, unknown or unused."""
import json
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "scripts"))
from lint_strings import check_strings

WORDS = {
    "en": {"menu": "Menu", "search-more": "More", "months": {"1": "January", "2": "February"}},
    "fr": {"menu": "Menu", "search-more": "Plus", "months": {"1": "janvier", "2": "février"}},
}


def findings(words=WORDS, swift='strings["menu"] entry("1", of: "months")',
             template='<p data-more="{{strings.search-more}}">', script="words.more"):
    return [message for _, _, message in check_strings({
        "templates/strings.json": json.dumps(words),
        "templates/search.mustache": template,
        "templates/assets/search-ui.js": script,
        "Sources/Site/Page.swift": swift,
    })]


class LintStrings(unittest.TestCase):
    def test_complete_words_have_no_finding(self):
        self.assertEqual(findings(), [])

    def test_a_language_without_a_key_or_an_entry(self):
        words = {**WORDS, "fr": {"menu": "Menu", "months": {"1": "janvier"}, "extra": "x"}}
        self.assertEqual(sorted(findings(words)), [
            "`extra` is in `fr` and not in `en`", "`fr` lacks `search-more`", "`months` of `fr` lacks `2`"])

    def test_an_unused_key(self):
        self.assertEqual(findings(swift='of: "months"'), ["nothing uses `menu`"])
        self.assertEqual(findings(swift='strings["men-\\(x)"] + "menu" of: "months"'), [])

    def test_an_unknown_key(self):
        self.assertIn("unknown key `mneu`", findings(swift='strings["mneu"] "menu" "months"'))
        self.assertIn("unknown key `mneu`", findings(template="{{strings.mneu}}"))
        self.assertIn(
            "`words.less` is not an attribute of #search-status in search.mustache",
            findings(script="words.more, words.less"))


if __name__ == "__main__":
    unittest.main()
