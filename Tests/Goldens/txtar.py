"""The txtar format: a comment and then files, all in one text that people can read and edit.

The format is that of the `txtar` package of Go. A line `-- NAME --` begins a file, which goes on to the
next such line or to the end. Everything before the first is the comment. NAME is trimmed and not empty. There
is no escaping: a file that holds such a line, or whose last line has no line end, cannot be written, and
`write` refuses it.
"""


def marker(line):
    """The name in a line `-- NAME --`, or None. `line` has no line end."""
    if len(line) < 7 or not line.startswith(b"-- ") or not line.endswith(b" --"):
        return None
    return line[3:-3].strip().decode() or None


def read(data):
    """The comment (bytes) and the files, {name: bytes} in their order. A name that occurs twice is an error."""
    comment, files, name = bytearray(), {}, None
    for line in split(data):
        found = marker(line.rstrip(b"\n"))
        if found is None:
            (comment if name is None else files[name]).extend(line)
        elif found in files:
            raise ValueError(f"the file `{found}` occurs twice")
        else:
            name, files[found] = found, bytearray()
    if data and not data.endswith(b"\n"):
        (comment if name is None else files[name]).extend(b"\n")
    return bytes(comment), {name: bytes(body) for name, body in files.items()}


def split(data):
    """The lines of `data` with their ends. Only a line feed ends a line."""
    lines = data.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def problem(name, body):
    """Why a file cannot be written as it is, or None."""
    if not name or name != name.strip() or "\n" in name:
        return "its name is empty, or has white space around it or a line end in it"
    if body and not body.endswith(b"\n"):
        return "its last line has no line end"
    if any(marker(line) is not None for line in body.split(b"\n")):
        return "it holds a line of the form `-- NAME --`"
    return None


def write(comment, files):
    """The archive as bytes; `read` gives back the same comment and files."""
    parts = [comment]
    for name, body in [("comment", comment)] + list(files.items()):
        why = problem(name, body)
        if why:
            raise ValueError(f"`{name}` cannot be written: {why}")
    for name, body in files.items():
        parts += [f"-- {name} --\n".encode(), body]
    return b"".join(parts)
