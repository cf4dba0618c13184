"""A build that is killed at any moment leaves the old site or the new one, never a mixture.

VARIORUM_KILLS says how often (default 12); VARIORUM_SEED makes the moments repeatable as far as a clock can."""
import json
import os
import random
import subprocess
import time

from archive_case import PROGRAM, SOUND, ArchiveCase, hashes

KILLS = int(os.environ.get("VARIORUM_KILLS", "12"))
SEED = int(os.environ.get("VARIORUM_SEED", "7"))


class KillTests(ArchiveCase):
    def contents(self, water):
        """The archive with forty more articles that speak of `water`."""
        for number in range(40):
            self.write(f"content/articles/log/day-{number}.md",
                       f"---\ntitle: 第{number}日\ndate: 2025-06-{number % 28 + 1:02}\n---\n林若水記{water}。\n")

    def test_no_kill_leaves_a_mixed_site_and_none_spoils_the_next_build(self):
        sites = []
        for water in ("漲潮", "退潮"):
            self.contents(water)
            self.build("--clean")
            self.assert_built()
            (self.public / "CNAME").write_text("example.org\n")
            sites.append(hashes(self.public))
        self.assertNotEqual(sites[0], sites[1])
        begun = time.monotonic()
        self.contents("漲潮")
        self.build()
        self.assertEqual(hashes(self.public), sites[0])
        duration = time.monotonic() - begun
        draw = random.Random(SEED)
        completed = 0
        for turn in range(KILLS):
            self.contents(("退潮", "漲潮")[turn % 2])
            process = subprocess.Popen([PROGRAM, "build"], cwd=self.archive, stderr=subprocess.DEVNULL)
            try:
                process.wait(duration * draw.uniform(0, 1.2))
                completed += 1
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            # The next command, whichever it is, completes what was begun.
            self.run_program(*(("search", "渡"), ("check",), ("verify",))[turn % 3])
            self.assertIn(hashes(self.public), sites, f"after kill {turn} the site is neither old nor new")
        self.assertLess(completed, KILLS, "no build was killed")
        for index, water in enumerate(("漲潮", "退潮")):
            self.contents(water)
            self.build()
            self.assert_built()
            self.assertEqual(hashes(self.public), sites[index], "a build after the kills differs from a clean one")
        left = {p.name for p in self.archive.iterdir()} - {"content", "public", ".variorum"}
        self.assertEqual(left, set(), "left beside the archive")

    def test_commands_report_an_interrupted_build_beside_their_own_output(self):
        for command in (["check"], ["verify"], ["search", "渡"]):
            with self.subTest(command):
                self.write("public/.variorum-staging/journal", "cut off")
                self.run_program(*command, "--json")
                lines = [json.loads(line) for line in self.done.stdout.splitlines()]
                if command[0] == "search":
                    self.assertEqual(len(lines), 1)
                    self.assertIn("[build-interrupted]", self.done.stderr)
                else:
                    self.assertEqual(lines[0]["id"], "build-interrupted")
                    self.assertNotIn("build-interrupted", self.done.stderr)
                self.assertEqual(self.done.returncode, 0)
                self.assertIn("interrupted", self.run_program(command[0], "--help").stdout)

    def test_a_build_beside_another_says_so_and_ends(self):
        lock = self.public
        holder = subprocess.Popen(["flock", str(lock), "cat"], stdin=subprocess.PIPE)
        try:
            while subprocess.run(["flock", "--nonblock", str(lock), "true"]).returncode == 0:
                pass
            self.write("content/articles/ferry.md", SOUND["content/articles/ferry.md"].replace("漲價", "停航"))
            self.build()
            self.assertEqual(self.done.returncode, 1)
            self.assert_said("error", "build-in-progress", None, "help:")
            self.assertEqual(hashes(self.public), self.before)
        finally:
            holder.stdin.close()
            holder.wait()
