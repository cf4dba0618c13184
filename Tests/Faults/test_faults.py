"""Every call of a build that changes the disk may fail, and the program may be killed there: see faults.py.

This runs a sample: VARIORUM_FAULTS says how many attempts for each scenario (default 12; `all`: every call with
every kind of fault, as `make faults` does), VARIORUM_SEED which."""
import concurrent.futures
import os
import random
import sys
import tempfile
import unittest

import faults

SAMPLE = os.environ.get("VARIORUM_FAULTS", "12")
SEED = int(os.environ.get("VARIORUM_SEED", "7"))


class FaultTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not sys.platform.startswith("linux"):
            raise unittest.SkipTest("faults are injected with LD_PRELOAD, which is Linux's")
        folder = tempfile.TemporaryDirectory(prefix="variorum-faults-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = folder.name
        cls.shim = faults.compile_shim(folder.name)
        if cls.shim is None:
            raise unittest.SkipTest("there is no C compiler")

    def survive(self, name, is_mounted=False):
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            scenario = faults.Scenario(name, self.shim, folder, is_mounted)
            self.assertGreater(scenario.calls, 20, "the calls are not counted; is the program linked statically?")
            attempts = [(n, kind, faults.NEXT[(n + at) % len(faults.NEXT)])
                        for n in range(1, scenario.calls + 1) for at, kind in enumerate(faults.KINDS)]
            self.run_attempts(scenario, scenario.attempt, attempts)

    def run_attempts(self, scenario, attempt, attempts):
        draw = random.Random(f"{SEED} {scenario.name} {attempt.__name__}")
        total = len(attempts)
        if SAMPLE != "all":
            # The last calls publish the site, so half of the sample is of them.
            count = int(SAMPLE)
            tail = attempts[-max(count, total // 4):]
            attempts = draw.sample(attempts, count - count // 2) + draw.sample(tail, count // 2)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            findings = [words for found in pool.map(lambda one: attempt(*one), attempts) for words in found]
        print(f"{scenario.name}, {attempt.__name__}: {scenario.calls} calls, {len(attempts)} of {total} attempts, "
              f"{len(findings)} findings", file=sys.stderr, flush=True)
        self.assertEqual(findings[:20], [], f"{len(findings)} findings")

    def test_a_first_build(self):
        self.survive("first build")

    def test_a_first_build_beside_other_files(self):
        self.survive("first build beside other files")

    def test_a_full_rebuild(self):
        self.survive("full rebuild")

    def test_an_edit(self):
        self.survive("edit")

    def test_files_and_folders_that_change_places(self):
        self.survive("file and folder change places")

    def test_a_mount_point_in_the_site(self):
        if not faults.can_mount(self.folder):
            self.skipTest("nothing can be mounted here")
        self.survive("edit", is_mounted=True)

    def test_a_fault_while_a_build_is_completed(self):
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            scenario = faults.Scenario("edit", self.shim, folder)
            commands = [["check"], ["build"]]
            attempts = [(n, commands[(n + m) % 2], m, kind, faults.NEXT[(n + m + at) % len(faults.NEXT)])
                        for n in range(scenario.committed + 1, scenario.calls + 1)
                        for m in range(1, scenario.calls - n + 2) for at, kind in enumerate(("EIO", "KILL"))]
            self.run_attempts(scenario, scenario.attempt_twice, attempts)

    def test_a_file_of_somebody_else_that_appears_during_a_build(self):
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            scenario = faults.Scenario("edit", self.shim, folder)
            attempts = [(n, path, faults.NEXT[(n + at) % len(faults.NEXT)])
                        for n in range(1, scenario.calls + 1) for at, path in enumerate(faults.APPEARING)]
            self.run_attempts(scenario, scenario.attempt_beside, attempts)

    def test_what_is_on_the_disk_before_what(self):
        """A power cut loses what was not synced, which no killed process shows: the order of calls does."""
        for name in ("first build beside other files", "edit"):
            with self.subTest(name), tempfile.TemporaryDirectory(dir=self.folder) as folder:
                log = faults.Scenario(name, self.shim, folder).log
                staging = "public/.variorum-staging"

                def at(condition):
                    return [n for n, (call, path) in enumerate(log) if condition(call, path)]

                syncs = at(lambda call, path: call == "syncfs")
                written = at(lambda call, path: call == "close" and path.startswith(f"{staging}/site/"))
                bytes_synced = at(lambda call, path: call == "fsync" and path == f"{staging}/journal.new")
                journal = at(lambda call, path: call == "rename" and path == f"{staging}/journal")
                name_synced = at(lambda call, path: call == "fsync" and path == staging)
                changes = at(lambda call, path: call in ("rename", "renameat2", "unlink")
                             and path.startswith("public/") and not path.startswith(staging))
                end = at(lambda call, path: call == "unlink" and path == f"{staging}/journal")
                for found in (written, bytes_synced, journal, name_synced, changes, end):
                    self.assertTrue(found, log)
                self.assertTrue(any(written[-1] < sync < bytes_synced[0] for sync in syncs), "staged files, then the journal")
                self.assertLess(bytes_synced[0], journal[0])
                self.assertTrue(journal[0] < name_synced[0] < changes[0], "the journal, then changes")
                self.assertTrue(any(changes[-1] < sync < end[0] for sync in syncs), "changes, then the journal's end")


if __name__ == "__main__":
    unittest.main()
