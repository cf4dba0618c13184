"""A static server that makes things hard for a site: a sub-folder, and a strict content security policy."""
import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

SUBFOLDER = "/sub/"


class Handler(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript", ".mjs": "text/javascript", ".md": "text/markdown; charset=utf-8",
        ".txt": "text/plain; charset=utf-8", ".xml": "application/xml",
    }

    def translate_path(self, path):
        if not path.startswith(SUBFOLDER):
            return "/nonexistent"
        return super().translate_path("/" + path[len(SUBFOLDER):])

    def end_headers(self):
        if self.server.policy:
            self.send_header("Content-Security-Policy", self.server.policy)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format, *arguments):
        pass


class StrictServer:
    """Serves `folder` below /sub/ on a free port of the loopback until it is closed."""

    def __init__(self, folder, policy="default-src 'self'"):
        handler = functools.partial(Handler, directory=str(folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.policy = policy
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_port}{SUBFOLDER}"

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
