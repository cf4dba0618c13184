"""`serve`: what it answers, when it builds again, how it ends."""
import os
import re
import signal
import socket
import subprocess
import unittest

from archive_case import SOUND, ArchiveCase
from served import Served

FERRY = "content/articles/ferry.md"
BUILT = r"built in \d+ ms: (\d+) files written"


class ServedCase(ArchiveCase):
    def serve(self, *options, **how):
        server = Served(self.archive, *options, **how)
        self.addCleanup(server.end)
        return server

    def ready(self):
        server = self.serve()
        server.wait(BUILT)
        return server


class AnswerTests(ServedCase):
    def test_files_have_their_types_and_pages_the_script_that_reloads_them(self):
        server = self.ready()
        for path, kind in (("/", "text/html; charset=utf-8"), ("/articles/ferry/", "text/html; charset=utf-8"),
                           ("/articles/ferry/text.txt", "text/plain; charset=utf-8"),
                           ("/manifest.json", "application/json; charset=utf-8"),
                           ("/feed.xml", "application/xml; charset=utf-8")):
            answer = server.get(path)
            self.assertEqual((answer.status, answer.getheader("Content-Type")), (200, kind), path)
        self.assertIn(b"/.variorum/reload.js", server.get("/").content)
        self.assertNotIn(b"/.variorum/reload.js", (self.public / "index.html").read_bytes())
        self.assertEqual(server.get("/.variorum/reload.js").status, 200)

    def test_port_0_is_one_that_the_system_chooses_and_it_is_printed(self):
        # The last --port counts.
        server = self.serve("--port", "0")
        server.port = int(server.wait(r"http://127\.0\.0\.1:(\d+)/")[1])
        self.assertGreater(server.port, 0)
        server.wait(BUILT)
        self.assertEqual(server.get("/").status, 200)

    def test_a_folder_without_a_slash_a_missing_page_and_another_method(self):
        server = self.ready()
        self.assertEqual(server.get("/articles/ferry").getheader("Location"), "/articles/ferry/")
        missing = server.get("/articles/fery/")
        self.assertEqual(missing.status, 404)
        self.assertIn((self.public / "404.html").read_bytes()[:200], missing.content)
        self.assertEqual(server.get("/../content/archive.yml").status, 404)
        self.assertEqual(server.get("/%2e%2e/content/archive.yml").status, 404)
        self.assertEqual((server.get("/", "POST").status, server.get("/", "HEAD").content), (405, b""))

    def test_what_a_browser_holds_already_is_not_sent_again(self):
        server = self.ready()
        for path in ("/articles/ferry/", "/articles/ferry/text.txt"):
            first = server.get(path)
            tag = first.getheader("ETag")
            self.assertEqual(server.get(path, If_None_Match=f'"other", W/{tag}').status, 304)
            self.assertEqual(server.get(path, If_Modified_Since=first.getheader("Last-Modified")).status, 304)
            self.assertEqual(server.get(path, If_None_Match='"other"').status, 200)
        self.write(FERRY, SOUND[FERRY].replace("每天", "每月").replace("沒有", "並未"))
        self.write("content/claims/ferry.yml", SOUND["content/claims/ferry.yml"].replace("每天", "每月"))
        server.wait(BUILT)
        again = server.get("/articles/ferry/text.txt", If_None_Match=tag)
        self.assertEqual((again.status, len(again.content)), (200, len(first.content)))
        self.assertIn("每月可載".encode(), again.content)

    def test_a_part_of_a_file(self):
        self.write("content/assets/船.bin", bytes(range(200)))
        server = self.ready()
        whole = server.get("/assets/船.bin")
        self.assertEqual((whole.status, whole.content, whole.getheader("Accept-Ranges")), (200, bytes(range(200)), "bytes"))
        for asked, got, said in (("bytes=0-9", slice(0, 10), "bytes 0-9/200"), ("bytes=150-", slice(150, 200), "bytes 150-199/200"),
                                 ("bytes=-5", slice(195, 200), "bytes 195-199/200"), ("bytes=190-999", slice(190, 200), "bytes 190-199/200")):
            part = server.get("/assets/船.bin", Range=asked)
            self.assertEqual((part.status, part.content, part.getheader("Content-Range")), (206, bytes(range(200))[got], said))
        beyond = server.get("/assets/船.bin", Range="bytes=200-")
        self.assertEqual((beyond.status, beyond.getheader("Content-Range")), (416, "bytes */200"))
        for headers in ({"Range": "bytes=0-1,5-6"}, {"Range": "lines=1-2"}, {"Range": "bytes=9-1"},
                        {"Range": "bytes=0-9", "If_Range": '"older"'}):
            self.assertEqual(server.get("/assets/船.bin", **headers).status, 200, headers)
        self.assertEqual(server.get("/assets/船.bin", Range="bytes=0-9", If_Range=whole.getheader("ETag")).status, 206)


class RefusalTests(ServedCase):
    def exchange(self, server, *lines, body=b""):
        """The status and the header lines of the response to raw lines; `None` for a closed connection."""
        with socket.create_connection(("127.0.0.1", server.port), timeout=60) as client:
            client.sendall("\r\n".join([*lines, "", ""]).encode() + body)
            try:
                answer = client.makefile("rb").read()
            except ConnectionResetError:
                answer = b""
        if not answer:
            return None, []
        head = answer.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        return int(head[0].split(" ")[1]), head[1:]

    def status(self, server, host, path="/"):
        return self.exchange(server, f"GET {path} HTTP/1.1", f"Host: {host}", "Connection: close")[0]

    def test_only_its_own_host_names_are_answered(self):
        server = self.ready()
        for host in ("127.0.0.1", f"127.0.0.1:{server.port}", f"localhost:{server.port}", "LOCALHOST", "[::1]:80", "127.0.0.2"):
            self.assertEqual(self.status(server, host), 200, host)
        for host in ("evil.example", f"evil.example:{server.port}", "127.0.0.1.evil.example", "127.evil.example", "localhost.evil.example",
                     "192.168.1.20", "0.0.0.0", "", "evil.example#localhost", "[::2]"):
            for path in ("/", "/.variorum/version", "/nowhere"):
                self.assertEqual(self.status(server, host, path), 421, (host, path))
        self.assertEqual(self.exchange(server, "GET / HTTP/1.1", "Connection: close")[0], 400)
        self.assertEqual(self.exchange(server, "GET / HTTP/1.0")[0], 200)
        self.assertEqual(self.exchange(server, "GET http://evil.example/ HTTP/1.1", "Host: localhost", "Connection: close")[0], 400)

    def test_an_address_that_other_machines_reach_gets_a_warning(self):
        server = self.serve("--host", "0.0.0.0")
        server.wait(r"warning: every machine that reaches 0\.0\.0\.0 can read the site")
        server.wait(BUILT)
        self.assertEqual((self.status(server, "10.1.2.3:80"), self.status(server, "localhost")), (200, 200))
        self.assertEqual(self.status(server, "evil.example"), 421)
        self.assertNotIn("warning", "\n".join(self.ready().lines))

    def test_a_redirect_never_leads_to_another_host(self):
        server = self.ready()
        (self.public / "a\\b").mkdir()
        for path, location in (("/articles", "/articles/"), ("/articles/ferry?q=1", "/articles/ferry/?q=1"), ("/a%5Cb", "/a%5Cb/"),
                               ("/a\\b", "/a%5Cb/")):
            status, head = self.exchange(server, f"GET {path} HTTP/1.1", "Host: localhost", "Connection: close")
            self.assertEqual((status, f"Location: {location}" in head), (301, True), (path, head))
        for path in ("//articles", "//articles/", "///articles", "/articles//ferry", "//evil.example/..", "/\\evil.example"):
            self.assertEqual(self.status(server, "localhost", path), 404, path)

    def test_nothing_outside_of_the_site_and_no_hidden_file_is_sent(self):
        server = self.ready()
        self.write("secret/key.txt", "secret")
        secret = self.archive / "secret/key.txt"
        (self.public / "link.txt").symlink_to(secret)
        (self.public / "folder").symlink_to(secret.parent)
        (self.public / "own.txt").symlink_to(self.public / "robots.txt")
        (self.public / ".git").mkdir()
        for path in (".git/config", ".env", "articles/.env"):
            (self.public / path).write_text("secret")
        for path in ("/link.txt", "/folder", "/folder/", "/folder/key.txt", "/.git/config", "/.env", "/articles/.env", "/%2eenv",
                     "/.git/", "/./robots.txt", "/articles/../../secret/key.txt", "/%2e%2e/secret/key.txt", "/robots.txt%00.html"):
            self.assertEqual(self.status(server, "localhost", path), 404, path)
        self.assertEqual(self.status(server, "localhost", "/own.txt"), 200)

    def test_a_long_head_is_refused_and_the_server_goes_on(self):
        server = self.ready()
        for size in (17_000, 60_000, 200_000):
            self.assertEqual(self.status(server, "localhost", "/" + "a" * size), 431, size)
            self.assertEqual(self.exchange(server, "GET / HTTP/1.1", "Host: localhost", "X: " + "a" * size)[0], 431, size)
        many = [f"X{n}: a" for n in range(200)]
        self.assertEqual(self.exchange(server, "GET / HTTP/1.1", "Host: localhost", *many)[0], 431)
        self.assertEqual(self.status(server, "localhost", "/" + "a" * 15_000), 404)
        self.assertEqual(self.exchange(server, "NONSENSE")[0], 400)
        self.assertIsNone(self.exchange(server, "POST / HTTP/1.1", "Host: localhost", "Content-Length: 999999", body=b"a" * 999_999)[0])
        self.assertEqual(server.get("/").status, 200)
        self.assertEqual(server.end(signal.SIGTERM), 0)

    def test_a_thousand_connections_are_served_and_it_still_ends(self):
        server = self.ready()
        clients = [socket.create_connection(("127.0.0.1", server.port), timeout=60) for _ in range(900)]
        try:
            self.assertEqual(server.get("/").status, 200)
            for client in clients:
                client.sendall(b"GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
            for client in clients:
                self.assertTrue(client.recv(12).startswith(b"HTTP/1.1 200"))
            self.assertEqual(server.end(signal.SIGTERM), 0)
        finally:
            for client in clients:
                client.close()


class WatchTests(ServedCase):
    def test_a_file_that_an_editor_renames_into_place(self):
        server = self.ready()
        known = server.state()["version"]
        self.write("content/articles/.ferry.md.swp", SOUND[FERRY].replace("漲價", "停航"))
        os.replace(self.archive / "content/articles/.ferry.md.swp", self.archive / FERRY)
        self.assertNotEqual(server.state(known)["version"], known)
        self.assertIn("停航", server.get("/articles/ferry/text.txt").content.decode())

    def test_folders_made_later_and_folders_exchanged_whole(self):
        server = self.ready()
        self.write("content/articles/2026/spring/tide.md", "---\ntitle: 潮\n---\n潮水。\n")
        server.wait(BUILT)
        self.assertEqual(server.get("/articles/tide/").status, 200)
        self.write("content/articles/2026/spring/tide.md", "---\ntitle: 潮\n---\n退潮。\n")
        server.wait(BUILT)
        self.assertIn("退潮", server.get("/articles/tide/text.txt").content.decode())
        self.write("templates/strings.yml", "")
        os.rename(self.archive / "content/articles", self.archive / "content/_articles")
        os.rename(self.archive / "content/claims", self.archive / "content/_claims")
        server.wait(r"built in .*")
        self.wait_for_status(server, "/articles/ferry/", 404)
        os.rename(self.archive / "content/_articles", self.archive / "content/articles")
        self.wait_for_status(server, "/articles/ferry/", 200)

    def wait_for_status(self, server, path, status):
        while server.get(path).status != status:
            server.wait(r"built in .*")

    def test_a_thousand_files_at_once_are_few_builds(self):
        server = self.ready()
        for number in range(1000):
            self.write(f"content/articles/many/a{number}.md", f"---\ntitle: 第{number}\n---\n字。\n")
        self.wait_for_status(server, "/articles/a999/", 200)
        self.assertLess(sum(line.startswith("built") for line in server.lines), 6)

    def test_a_failed_build_keeps_the_site_and_tells_the_page_where_it_failed(self):
        server = self.ready()
        known = server.state()["version"]
        self.write(FERRY, SOUND[FERRY].replace("六百", "五百"))
        state = server.state(known)
        self.assertIn("content/claims/ferry.yml:9:", state["problems"])
        self.assertIn("[orphan-quote]", state["problems"])
        self.assertIn("六百", server.get("/articles/ferry/text.txt").content.decode())
        self.write(FERRY, SOUND[FERRY])
        self.assertNotIn("problems", server.state(state["version"]))

    def test_a_first_build_that_fails_is_told_in_the_page_too(self):
        self.write(FERRY, SOUND[FERRY].replace("六百", "五百"))
        server = self.serve("--output", "fresh")
        server.wait("build failed: still serving the last site")
        page = server.get("/")
        self.assertEqual(page.status, 404)
        self.assertIn(b"/.variorum/reload.js", page.content)
        self.assertIn("orphan-quote", server.state()["problems"])

    def test_too_low_a_limit_on_watches_is_named_and_changes_are_seen_all_the_same(self):
        prefix = ("unshare", "--user", "--map-root-user", "sh", "-c",
                  'echo 3 > /proc/sys/user/max_inotify_watches && exec "$@"', "_")
        if subprocess.run([*prefix, "true"], capture_output=True).returncode:
            self.skipTest("this system lets nobody make a user namespace")
        server = self.serve(prefix=prefix)
        server.wait(r"warning: .*sudo sysctl fs\.inotify\.max_user_watches=\d+; checking every file twice a second")
        server.wait(BUILT)
        self.write(FERRY, SOUND[FERRY].replace("漲價", "停航"))
        server.wait(BUILT)
        self.assertIn("停航", server.get("/articles/ferry/text.txt").content.decode())


class EndTests(ServedCase):
    def test_an_interruption_ends_it_cleanly(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            server = self.ready()
            self.assertEqual(server.end(number), 0, server.lines)
            self.assertEqual({p.name for p in self.archive.iterdir()} - {".variorum"}, {"content", "public"})

    def test_a_second_server_on_the_same_port_says_so(self):
        first = self.ready()
        second = self.serve(port=first.port)
        self.assertEqual(second.process.wait(60), 1)
        said = second.process.stderr.read()
        self.assertRegex(said, rf"error: cannot serve on 127\.0\.0\.1:{first.port}: .*another server.* --port")
        self.assertEqual(first.get("/").status, 200)

    def test_an_archive_that_is_not_there(self):
        server = self.serve("--archive", "nowhere")
        self.assertEqual(server.process.wait(60), 1)
        self.assertIn("[no-archive]", re.sub(r"\[no-\w+\]", "[no-archive]", server.process.stderr.read()))


if __name__ == "__main__":
    unittest.main()
