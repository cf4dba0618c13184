"""The txtar reader and writer."""
import random
import unittest

import txtar


class TxtarTest(unittest.TestCase):
    def test_reads(self):
        cases = [
            (b"", b"", {}),
            (b"only a comment\n", b"only a comment\n", {}),
            (b"no line end", b"no line end\n", {}),
            (b"-- a --\n", b"", {"a": b""}),
            (b"c\n-- a --\n1\n2\n-- b/c d.md --\n", b"c\n", {"a": b"1\n2\n", "b/c d.md": b""}),
            (b"--   a   --\nx", b"", {"a": b"x\n"}),
            (b"-- a --\r\nx\n", b"-- a --\r\nx\n", {}),
            (b"-- a --\n--b--\n-- --\n--  --\n -- c --\n-- d -- \n", b"",
             {"a": b"--b--\n-- --\n--  --\n -- c --\n-- d -- \n"}),
            (b"-- a --\n1\r\n2\x0b\x0c\x1c\xc2\x85\xe2\x80\xa83\r4\n", b"",
             {"a": b"1\r\n2\x0b\x0c\x1c\xc2\x85\xe2\x80\xa83\r4\n"}),
            ("-- 渡口/100%.md --\n船\n".encode(), b"", {"渡口/100%.md": "船\n".encode()}),
        ]
        for data, comment, files in cases:
            with self.subTest(data=data):
                self.assertEqual(txtar.read(data), (comment, files))

    def test_a_name_that_occurs_twice_is_an_error(self):
        with self.assertRaisesRegex(ValueError, "`a` occurs twice"):
            txtar.read(b"-- a --\n-- b --\n-- a --\n")

    def test_refuses_what_it_could_not_read_back(self):
        for name, body, why in [
            ("a", b"no end", "no line end"),
            ("a", b"x\n-- b --\ny\n", "-- NAME --"),
            (" a", b"", "white space"),
            ("", b"", "empty"),
        ]:
            with self.subTest(name=name, body=body), self.assertRaisesRegex(ValueError, why):
                txtar.write(b"", {name: body})

    def test_what_is_written_is_read_back(self):
        chance = random.Random(7)
        pieces = [b"x", b"\n", b"-- ", b" --", b"--", b" ", b"\r", "船".encode(), b"\x00"]
        written = 0
        for _ in range(3000):
            comment, *bodies = [
                b"".join(chance.choices(pieces, k=chance.randrange(8))) + b"\n" for _ in range(3)]
            files = {f"file {n}": body for n, body in enumerate(bodies)}
            try:
                data = txtar.write(comment, files)
            except ValueError:
                continue
            written += 1
            self.assertEqual(txtar.read(data), (comment, files), data)
        self.assertGreater(written, 1000)


if __name__ == "__main__":
    unittest.main()
