"""scripts/lint_names.py reports files and types that comments and documents name and that do not exist."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "scripts"))
from lint_names import check_names

DECLARATIONS = """struct SitePath {}
func first<SomeValue>(_ values: [SomeValue]) {}
"""


def findings(text, path="Sources/Site/Build.swift"):
    texts = {"Sources/Site/SitePath.swift": DECLARATIONS, path: text}
    return [(line, message) for _, line, message in check_names(texts, [*texts, "docs/search.md"])]


class LintNames(unittest.TestCase):
    def test_names_that_exist(self):
        for name in [
            "SitePath", "SitePath.page", "SitePath.file(of:)", "SomeValue", "SitePath.swift", "docs/search.md",
            "Sources/Site/SitePath.swift", "Sources/Site", "Sources/Site/", "CancellationError",
        ]:
            self.assertEqual(findings(f"/// See `{name}`."), [], name)
            self.assertEqual(findings(f"See `{name}`.", "docs/build.md"), [], name)

    def test_names_that_do_not_exist(self):
        for name, message in [
            ("SitePaths", "`SitePaths` is not declared in Sources or Tests"),
            ("SitePaths.page", "`SitePaths` is not declared in Sources or Tests"),
            ("SitePath+Page.swift", "no file is called `SitePath+Page.swift`"),
            ("docs/find.md", "`docs/find.md` does not exist"),
            ("Sources/Find/", "`Sources/Find/` does not exist"),
        ]:
            self.assertEqual(findings(f"\n/// See `{name}`."), [(2, message)], name)
            self.assertEqual(findings(f"\nSee `{name}`.", "README.md"), [(2, message)], name)

    def test_only_prose_is_checked(self):
        self.assertEqual(findings('let text = "`NoType`"'), [])
        self.assertEqual(findings("```\n`NoType`\n```", "docs/build.md"), [])
        self.assertEqual(findings("`GET`, `title`, `PATH`, `Content-Type`, `[[id]]`", "docs/build.md"), [])
        self.assertEqual(findings("/// `NoType`", "Tests/SiteTests/SomeTests.swift"), [])


if __name__ == "__main__":
    unittest.main()
