"""A static server that compresses what is asked for, as servers do, and notes it."""
import gzip
import mimetypes
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = (".html", ".css", ".js", ".json", ".txt", ".svg", ".xml", ".md")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = unquote(urlsplit(self.path).path).lstrip("/")
        file = self.server.folder / (path or "index.html")
        if not file.is_file():
            return self.answer(404, b"", "text/plain", False)
        body = file.read_bytes()
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        packed = gzip.compress(body, 6, mtime=0) if file.suffix in COMPRESSED else body
        self.server.log.append((path, len(body), len(packed)))
        self.answer(200, packed, kind, packed is not body)

    def answer(self, status, body, kind, is_packed):
        self.send_response(status)
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text") else ""))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=3600")
        self.send_header("Content-Security-Policy", self.server.policy)
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *arguments):
        pass


class GzipServer:
    """Serves a folder on a free port of the loopback; `log` has (path, bytes, bytes compressed) of each answer."""

    def __init__(self, folder, policy="default-src 'self'"):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.folder, self.server.policy, self.server.log = Path(folder), policy, []
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}/"

    def take(self):
        """What was answered since this was asked last."""
        log, self.server.log = self.server.log, []
        return log

    def close(self):
        self.server.shutdown()
        self.server.server_close()
