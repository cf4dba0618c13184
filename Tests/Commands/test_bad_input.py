"""What goes wrong in an archive is said with its place and what to do; the site that stands is left alone."""
import unittest

from archive_case import SOUND, ArchiveCase

FERRY = "content/articles/ferry.md"
LAMP = "content/articles/lamp.md"
LIN = "content/people/lin-ruoshui.md"
CLAIM = "content/claims/ferry.yml"


class FrontMatterTests(ArchiveCase):
    def test_the_sound_archive_builds_without_a_word_of_complaint(self):
        self.build()
        self.assert_built()
        self.assertNotIn("warning:", self.done.stderr)
        self.assertNotIn("error:", self.done.stderr)

    def test_an_empty_article(self):
        self.write(LAMP, "")
        self.build()
        self.assert_warned("empty-file", LAMP)

    def test_no_front_matter(self):
        self.write("content/articles/plain.md", "# 夜航\n\n林若水在船上。\n")
        self.build()
        self.assert_built()
        self.assertIn("<title>夜航", (self.public / "articles/plain/index.html").read_text())

    def test_broken_yaml_shows_its_line(self):
        self.write(FERRY, "---\ntitle: 新船\ntags: [一, 二\ndate: 2025-04-08\n---\n林若水。\n")
        self.build()
        self.assert_refused("bad-front-matter", FERRY)
        self.assertRegex(self.done.stderr, rf"(?m)^{FERRY}:[34](:\d+)?: error")

    def test_front_matter_that_never_ends(self):
        self.write(FERRY, "---\ntitle: 新船\n林若水。\n")
        self.build()
        self.assert_refused("bad-front-matter", FERRY + ":1")

    def test_a_date_that_does_not_exist(self):
        self.write(FERRY, "---\ntitle: 新船\ndate: 2025-02-30\n---\n每天可載六百多人\n")
        self.build()
        self.assert_refused("bad-date", FERRY + ":3", "2025-02-30")

    def test_a_misspelt_key_gets_the_right_one(self):
        self.write(LAMP, "---\ntitel: 燈\n---\n燈。\n")
        self.build()
        self.assert_warned("unknown-key", LAMP + ":2", "titel", "title")

    def test_all_problems_are_told_in_one_run_and_in_file_order(self):
        self.write(FERRY, "---\ndate: yesterday\n---\n每天可載六百多人\n")
        self.write(LAMP, "---\ndate: tomorrow\n---\n燈\n")
        self.build()
        self.assert_refused("bad-date", FERRY + ":2", "yesterday")
        self.assert_refused("bad-date", LAMP + ":2", "tomorrow")
        self.assertLess(self.done.stderr.index(FERRY), self.done.stderr.index(LAMP))

    def test_strict_makes_warnings_errors(self):
        self.write(LAMP, "---\ntitel: 燈\n---\n燈。\n")
        self.build("--strict")
        self.assertEqual(self.done.returncode, 1)
        self.assert_untouched()


class IdentityTests(ArchiveCase):
    def test_two_articles_with_one_slug(self):
        self.write("content/articles/2025/ferry.md", SOUND[FERRY])
        self.build()
        self.assert_refused("duplicate-slug", None, "ferry", "content/articles/2025/ferry.md", FERRY)

    def test_two_entities_with_one_id(self):
        self.write("content/products/lin-ruoshui.md", "---\nname: 若水號\n---\n")
        self.build()
        self.assert_refused("duplicate-id", None, "lin-ruoshui", LIN, "content/products/lin-ruoshui.md")

    def test_two_claims_with_one_id(self):
        self.write("content/claims/again.yml", SOUND[CLAIM])
        self.build()
        self.assert_refused("duplicate-id", None, "ferry-capacity", "content/claims/again.yml", CLAIM)

    def test_a_statement_of_an_unknown_article(self):
        self.write(CLAIM, SOUND[CLAIM].replace("article: ferry", "article: fery"))
        self.build()
        self.assert_refused("unknown-article", CLAIM + ":8", "fery", "ferry")

    def test_a_claim_about_an_unknown_subject(self):
        self.write(CLAIM, SOUND[CLAIM].replace("[ferry-company]", "[ferry-compani]"))
        self.build()
        self.assert_refused("unknown-entity", CLAIM + ":4", "ferry-compani", "ferry-company")

    def test_a_claim_of_an_unknown_metric(self):
        self.write(CLAIM, SOUND[CLAIM].replace("metric: passengers", "metric: passenger"))
        self.build()
        self.assert_refused("unknown-metric", CLAIM + ":5", "passenger", "passengers")

    def test_an_article_about_an_unknown_entity(self):
        self.write(LAMP, "---\ntitle: 燈\nabout: [nobody]\n---\n燈。\n")
        self.build()
        self.assert_refused("unknown-entity", LAMP + ":3", "nobody")

    def test_a_wiki_link_to_nowhere(self):
        self.write("content/organizations/ferry-company.md", "---\nname: 渡船公司\n---\n見 [[lin-ruoshu]]。\n")
        self.build()
        self.assert_warned("broken-link", "content/organizations/ferry-company.md:4", "lin-ruoshu", "lin-ruoshui")

    def test_a_wiki_link_to_nowhere_with_strict(self):
        self.write("content/organizations/ferry-company.md", "---\nname: 渡船公司\n---\n見 [[lin-ruoshu]]。\n")
        self.build("--strict")
        self.assertEqual(self.done.returncode, 1, self.done.stderr)
        self.assertIn("[[lin-ruoshu]] names no entity", self.done.stderr)
        self.assert_untouched()

    def test_a_circle_of_parts(self):
        for name, whole in (("one", "two"), ("two", "three"), ("three", "one")):
            self.write(f"content/products/{name}.md", f"---\nname: 船{name}\npart-of: {whole}\n---\n")
        self.build()
        self.assert_refused("part-of-cycle", None, "one", "two", "three")

    def test_something_that_is_part_of_itself(self):
        self.write("content/products/one.md", "---\nname: 一號船\npart-of: one\n---\n")
        self.build()
        self.assert_refused("part-of-cycle", "content/products/one.md", "one")


class QuoteTests(ArchiveCase):
    def test_a_quote_that_no_longer_stands_in_its_article(self):
        self.write(FERRY, SOUND[FERRY].replace("六百多人", "五百多人"))
        self.build()
        self.assert_refused("orphan-quote", CLAIM + ":9", "每天可載六百多人", "每天可載五百多人")

    def test_a_quote_that_stands_twice(self):
        self.write(FERRY, SOUND[FERRY] + "\n再說一次：每天可載六百多人。\n")
        self.build()
        self.assert_refused("ambiguous-quote", CLAIM + ":9", "occurs 2 times", "before: ")

    def test_a_quote_in_the_other_script_is_the_same_words(self):
        self.write(CLAIM, SOUND[CLAIM].replace("每天可載六百多人", "每天可载六百多人"))
        self.build()
        self.assert_built()


class NameTests(ArchiveCase):
    NAMES = ["two words", "渡口 的 燈", "⛴ ferry 🌊", "10:30 at sea", "100% & more", "what?", "a#b", "船" * 65, "dots..in.name"]

    def test_file_names_with_spaces_chinese_emoji_colons_and_200_bytes(self):
        for number, name in enumerate(self.NAMES):
            self.write(f"content/articles/{name}.md", f"---\ntitle: 第{number}篇\n---\n林若水在船上。\n")
        self.build()
        self.assert_built()
        for number in range(len(self.NAMES)):
            titled = [p for p in self.public.glob("articles/*/index.html") if f"<title>第{number}篇" in p.read_text()]
            self.assertEqual(len(titled), 1, self.NAMES[number])

    def test_a_slug_that_climbs_out_of_the_site(self):
        self.write(LAMP, "---\ntitle: 燈\nslug: ../../escaped\n---\n燈。\n")
        self.build()
        self.assert_refused("bad-slug", LAMP + ":3", "../../escaped")
        self.assertFalse((self.archive.parent / "escaped").exists())

    def test_an_alias_path_that_climbs_out_of_the_site(self):
        self.write(LAMP, "---\ntitle: 燈\naliases: [../../../escaped]\n---\n燈。\n")
        self.build()
        self.assert_warned("bad-alias", LAMP + ":3", "../../../escaped")
        self.assertFalse((self.archive.parent / "escaped").exists())


class BytesTests(ArchiveCase):
    def test_bytes_that_are_no_utf8_are_refused_with_their_offset(self):
        self.write(LAMP, "---\ntitle: 燈\n---\n".encode() + "渡口".encode("gb18030") + b"\n")
        self.build()
        self.assert_refused("invalid-utf8", LAMP + ":4", "offset 19")

    def test_zero_and_control_bytes(self):
        self.write(LAMP, "---\ntitle: 燈\n---\n燈\0在\x07這\x1b[31m裡。\n")
        self.build()
        self.assert_warned("control-character", LAMP + ":4")
        for path in self.public.glob("articles/lamp/*"):
            bytes_left = set(path.read_bytes()) & (set(range(32)) - {9, 10})
            self.assertEqual(bytes_left, set(), path.name)
        self.assertNotIn("\x1b", self.done.stderr)

    def test_lines_that_end_in_carriage_returns_only(self):
        self.write(LAMP, "---\rtitle: 燈下\r---\r## 一\r\r林若水。\r")
        self.build()
        self.assert_built()
        self.assertIn("<title>燈下", (self.public / "articles/lamp/index.html").read_text())

    def test_a_byte_order_mark_and_windows_line_ends(self):
        self.write(LAMP, b"\xef\xbb\xbf" + "---\r\ntitle: 燈下\r\n---\r\n林若水。\r\n".encode())
        self.build()
        self.assert_built()
        self.assertIn("<title>燈下", (self.public / "articles/lamp/index.html").read_text())
        self.assertNotIn(b"\r", (self.public / "articles/lamp/text.txt").read_bytes())

    def test_an_article_of_20_megabytes(self):
        paragraph = "林若水在渡口說，新船不漲價，燈也不滅。\n\n"
        self.write(LAMP, "---\ntitle: 燈\n---\n" + paragraph * (20_000_000 // len(paragraph.encode())))
        self.build(timeout=600)
        self.assert_built()
        self.assertGreater((self.public / "articles/lamp/text.txt").stat().st_size, 19_000_000)

    def test_a_hundred_thousand_nested_quotes(self):
        self.write(LAMP, "---\ntitle: 燈\n---\n" + ">" * 100_000 + " 林若水\n")
        self.build(timeout=300)
        self.assert_warned("nesting-too-deep", LAMP)
        self.assertIn("林若水", (self.public / "articles/lamp/text.txt").read_text())

    def test_a_hundred_thousand_open_brackets_and_stars(self):
        for number, sign in enumerate(("[", "*", "![", "_a_ ", "`", "<", "~~", "[[")):
            self.write(f"content/articles/sign{number}.md", sign * 100_000 + "\n")
        self.build(timeout=300)
        self.assert_built()

    def test_a_table_that_would_explode(self):
        rows = "|a|\n" * 3000
        self.write(LAMP, "|" + "a|" * 3000 + "\n|" + "-|" * 3000 + "\n" + rows)
        self.build(timeout=300)
        self.assert_warned("table-too-sparse", LAMP)
        size = sum(p.stat().st_size for p in self.public.glob("articles/lamp/*"))
        self.assertLess(size, 5_000_000)


if __name__ == "__main__":
    unittest.main()
