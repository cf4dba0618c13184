"""Names and decisions about them, as `check` tells of them and as a build bears them."""
import json

from archive_case import SOUND, ArchiveCase

COMPANY = "content/organizations/ferry-company.md"
FERRY = "content/articles/ferry.md"
LIN = "content/people/lin-ruoshui.md"


class NameTests(ArchiveCase):
    def company(self, lines):
        self.write(COMPANY, f"---\nname: 渡船公司\n{lines}\n---\n公司。\n")

    def test_a_name_that_cannot_work_is_told_with_its_place(self):
        for alias, identity, words in (
            ("船", "short-alias", "is a single character that occurs in many other words"),
            ('"   "', "empty-alias", "holds nothing that is shown"),
            ('""', "empty-alias", "holds nothing that is shown"),
            ('"\\u200B\\u3000"', "empty-alias", "holds nothing that is shown"),
            ('"……"', "empty-alias", "is only punctuation and is not looked for"),
            ("長" * 10_000, "long-alias", "is 10000 characters long"),
            ("<b>渡船</b>", "markup-in-name", "holds HTML, which is shown as it is written"),
            ('"\\u202Eyrref"', "hidden-character", "holds the invisible character U+202E"),
            ('"\\u0301渡"', "bad-alias", "begins with a mark that belongs to a letter before"),
        ):
            with self.subTest(alias[:20]):
                self.company(f"aliases: [{alias}]")
                self.run_program("check")
                self.assert_warned(identity, f"{COMPANY}:3:11", words, "help:")

    def test_names_of_any_script_are_found_and_none_of_them_breaks_a_page(self):
        self.company('aliases: ["شركة العبّارات", "חברת המעבורת", "Café Zoé", "👩‍👩‍👧‍👦船"]')
        self.write(FERRY, SOUND[FERRY] + "\nشركة العبّارات、חברת המעבורת、Cafe\u0301 Zoe\u0301、👩‍👩‍👧‍👦船與👩船。\n")
        self.build()
        self.assert_built()
        self.assertEqual(self.done.stderr.count("warning:"), 0, self.done.stderr)
        page = json.loads((self.public / "articles/ferry/annotations.json").read_text())
        found = [selector["exact"] for item in page["items"] for selector in item["target"]["selector"]
                 if selector["type"] == "TextQuoteSelector"
                 and item["body"]["source"].endswith("organizations/ferry-company/index.html")]
        self.assertEqual(found[-4:], ["شركة العبّارات", "חברת המעבורת", "Cafe\u0301 Zoe\u0301", "👩‍👩‍👧‍👦船"])

    def test_an_entity_without_a_name(self):
        for text in ("---\naliases: [若水]\n---\n", "---\nname: '  '\n---\n", "---\nname: ''\n---\n"):
            with self.subTest(text):
                self.write("content/people/nobody.md", text)
                self.build()
                self.assert_refused("missing-key", "content/people/nobody.md", "needs `name`")

    def test_a_name_of_two_entities_is_told_once_and_not_guessed(self):
        self.write("content/products/ferry.md", "---\nname: 若水號\naliases: [林若水]\n---\n")
        self.run_program("check")
        self.assert_built()
        self.assert_said("note", "alias-collision", "content/products/ferry.md:3", "林若水", "lin-ruoshui", "ferry")
        self.assert_said("warning", "ambiguous-mention", None, "林若水", "lin-ruoshui", "ferry", "(2 times in 2 articles)")

    def test_a_string_that_is_never_meant_and_protects_nothing(self):
        self.company("not: [火車]")
        self.run_program("check")
        self.assert_warned("idle-not", f"{COMPANY}:3:7", "火車", "none of its names is a part of it")


class DecisionTests(ArchiveCase):
    def test_a_decision_about_an_article_that_is_not_there(self):
        self.write("content/annotations/fery.yml", "reject: [{text: 林若水}]\n")
        self.build()
        self.assert_refused("unknown-article", "content/annotations/fery.yml", "fery")

    def test_an_alias_that_holds_only_in_an_article_that_is_not_there(self):
        self.write(COMPANY, "---\nname: 渡船公司\naliases: [{text: 公司, only-in: [fery]}]\n---\n")
        self.build()
        self.assert_refused("unknown-article", f"{COMPANY}:3", "fery")

    def test_a_decision_whose_words_are_gone_is_an_error_and_a_valid_one_is_not_asked_again(self):
        self.write("content/annotations/ferry.yml", "reject: [{text: 林若水}]\n")
        self.build()
        self.assert_built()
        self.assertNotIn("lin-ruoshui", (self.public / "articles/ferry/annotations.json").read_text())
        self.write(FERRY, SOUND[FERRY].replace("林若水", "她"))
        self.build()
        self.assert_refused("orphan-decision", "content/annotations/ferry.yml:1", "林若水")


class ExplanationTests(ArchiveCase):
    def explain(self, place, *options):
        return self.run_program("check", "--explain", place, *options).stdout

    def test_a_place_is_answered_on_stdout_with_the_rules_that_looked_at_it(self):
        self.assertEqual(self.explain(f"{FERRY}:7:1").splitlines()[0],
                         f"{FERRY}:7:1: `林若水` is a mention of `lin-ruoshui`")
        self.assertIn("\n  name: `林若水` is a name of `lin-ruoshui`", self.done.stdout)
        self.assertEqual((self.done.returncode, self.done.stderr), (0, ""))

    def test_a_rejected_place_names_the_decision(self):
        self.write("content/annotations/ferry.yml", "reject: [{text: 林若水}]\n")
        self.assertIn("`林若水` is not a mention", self.explain(f"{FERRY}:7:1"))
        self.assertIn("  reject: an editor rejected `林若水` here as `lin-ruoshui`", self.done.stdout)

    def test_programs_get_one_object(self):
        answer = json.loads(self.explain(f"{FERRY}:7:1", "--json"))
        self.assertEqual((answer["file"], answer["line"], answer["column"], answer["outcome"]), (FERRY, 7, 1, "mention"))

    def test_a_place_without_text_and_an_article_that_is_not_there(self):
        self.assertIn("the front matter is not part of the text", self.explain(f"{FERRY}:2:1"))
        self.explain("content/articles/fery.md:7:1")
        self.assertEqual(self.done.returncode, 1)
        self.assert_said("error", "unknown-article", None, "content/articles/fery.md", "help:")

    def test_words_that_are_no_place_are_a_usage_error(self):
        self.explain("ferry")
        self.assertEqual(self.done.returncode, 64)
        self.assertIn("content/articles/interview.md:14:7", self.done.stderr)
