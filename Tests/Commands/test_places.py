"""public/ stays the same folder, wherever it is: a mount point, a memory file system, a git work tree, or the
folder that a server was started in."""
import http.server
import os
import shutil
import subprocess
import threading
import unittest
import urllib.request
from functools import partial

from archive_case import PROGRAM, ArchiveCase, hashes

LAMP = "content/articles/lamp.md"


def lamp(words):
    return f"---\ntitle: 渡口的燈\ndate: 2025-05-01\nlang: zh-Hant\n---\n林若水{words}。\n"


class PlaceTests(ArchiveCase):
    def identity(self):
        status = os.stat(self.public)
        return status.st_dev, status.st_ino

    def expected(self):
        """The site as a clean build into a folder of its own makes it."""
        done = subprocess.run(
            [PROGRAM, "build", "--clean", "--output", "../clean"], cwd=self.archive, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return hashes(self.archive.parent / "clean")

    def test_public_keeps_its_inode_over_ten_builds(self):
        before = self.identity()
        for turn in range(10):
            self.write(LAMP, lamp(f"點了{turn}盞燈"))
            self.build(*["--clean"] * (turn % 3 == 2))
            self.assert_built()
            self.assertEqual(self.identity(), before, f"build {turn}")
        self.assertEqual(hashes(self.public), self.expected())

    def test_a_server_started_before_the_build_serves_the_new_site(self):
        class Quiet(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *words):
                pass

        # As `python3 -m http.server` in the folder: paths lead from the folder that was current then.
        folder = os.open(self.public, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), partial(Quiet, directory=f"/proc/self/fd/{folder}"))
        self.addCleanup(server.server_close)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        self.addCleanup(server.shutdown)
        address = f"http://127.0.0.1:{server.server_port}/articles/lamp/text.txt"
        for words in ("點了一盞燈", "熄了燈"):
            self.write(LAMP, lamp(words))
            self.build()
            self.assert_built()
            with urllib.request.urlopen(address, timeout=20) as answer:
                self.assertIn(words, answer.read().decode())

    def test_a_git_work_tree(self):
        if not shutil.which("git"):
            self.skipTest("git is not installed")

        def git(*arguments, cwd=self.archive):
            return subprocess.run(
                ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments], cwd=cwd, check=True,
                capture_output=True, text=True).stdout

        git("init", "--quiet", ".")
        git("commit", "--quiet", "--allow-empty", "-m", "empty")
        shutil.rmtree(self.public)
        git("worktree", "add", "--quiet", "-b", "pages", "public")
        (self.public / "CNAME").write_text("example.org\n")
        before = self.identity()
        self.build()
        self.assert_built()
        git("add", "--all", cwd=self.public)
        git("commit", "--quiet", "-m", "site", cwd=self.public)
        self.write(LAMP, lamp("熄了燈"))
        self.build()
        self.assert_built()
        self.assertEqual(self.identity(), before)
        self.assertEqual((self.public / "CNAME").read_text(), "example.org\n")
        self.assertIn("articles/lamp/text.txt", git("status", "--short", cwd=self.public))
        site = {path: hash for path, hash in hashes(self.public).items() if path not in (".git", "CNAME")}
        self.assertEqual(site, self.expected())

    def in_mount(self, mount):
        """Builds twice where public/ is mounted by the words of a shell in a mount namespace of its own."""
        probe = ["unshare", "--mount", "sh", "-c", f"mount --make-rprivate / && mkdir -p ../store && {mount}"]
        if not shutil.which("unshare"):
            self.skipTest("unshare is not installed")
        allowed = subprocess.run(probe, cwd=self.archive, capture_output=True, text=True)
        if allowed.returncode:
            self.skipTest(f"mounting is not permitted here: {allowed.stderr.strip()}")
        expected = []
        for words in ("點了一盞燈", "熄了燈"):
            self.write(LAMP, lamp(words))
            expected.append(self.expected())
        (self.archive.parent / "first").write_text(lamp("點了一盞燈"))
        (self.archive.parent / "second").write_text(lamp("熄了燈"))
        script = (
            f"set -e; mount --make-rprivate /; {mount}; echo example.org > public/CNAME; before=$(stat -c %d:%i public); "
            f'for n in first second; do cp ../$n {LAMP}; "$0" build; cp -r public ../built-$n; done; '
            'test "$before" = "$(stat -c %d:%i public)"')
        self.done = subprocess.run(
            ["unshare", "--mount", "bash", "-c", script, PROGRAM], cwd=self.archive, capture_output=True, text=True)
        self.assertEqual(self.done.returncode, 0, self.done.stderr)
        for name, site in zip(("first", "second"), expected):
            built = hashes(self.archive.parent / f"built-{name}")
            self.assertIsNotNone(built.pop("CNAME", None), "the file of somebody else is gone")
            self.assertEqual(built, site)
        left = {path.name for path in self.archive.iterdir()} - {"content", "public", ".variorum"}
        self.assertEqual({name for name in left if not name.endswith(".lock")}, set())

    def test_a_bind_mount(self):
        self.in_mount("mount --bind ../store public")

    def test_a_memory_file_system(self):
        self.in_mount("mount -t tmpfs tmpfs public")

    def test_another_file_system_below_it(self):
        self.in_mount("mount -t tmpfs tmpfs public/articles")


if __name__ == "__main__":
    unittest.main()
