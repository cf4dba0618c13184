"""`variorum serve` as a process that is talked to, and that never outlives its test."""
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import threading
import urllib.parse

from archive_case import PROGRAM


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Served:
    """Ends, with a failure of the reader, when nothing is said for `patience` seconds."""

    def __init__(self, archive, *options, prefix=(), port=None, patience=60):
        self.port = port or free_port()
        self.lines = []
        self.patience = patience
        self.process = subprocess.Popen(
            [*prefix, PROGRAM, "serve", "--port", str(self.port), *options], cwd=archive, text=True,
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=os.environ | {"NO_COLOR": "1"})

    def wait(self, pattern):
        """Reads what the program says until a line matches; returns the match."""
        watchdog = threading.Timer(self.patience, self.process.kill)
        watchdog.start()
        try:
            for line in self.process.stderr:
                self.lines.append(line.rstrip("\n"))
                if found := re.search(pattern, line):
                    return found
        finally:
            watchdog.cancel()
        raise AssertionError(f"never said {pattern!r}; it said:\n" + "\n".join(self.lines))

    def get(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        try:
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, urllib.parse.quote(path, safe="/?=%"), headers=names)
            answer = connection.getresponse()
            answer.content = answer.read()
            return answer
        finally:
            connection.close()

    def state(self, known=""):
        """Which build is shown and what was wrong with the last; waits while it is `known`."""
        return json.loads(self.get(f"/.variorum/version?v={known}").content)

    def end(self, number=signal.SIGINT):
        """The exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            self.lines += self.process.communicate(timeout=self.patience)[1].splitlines()
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        return self.process.returncode
