"""Bytes on the line for a key, in xterm-256color, 120x40, and the bytes of the text that became visible:

    python3 bytes.py KANBAO SEEDS

`j` held down in the list, one line and one page forward in the reader of the longest article, then the same text in
less. Needs pyte (PyPI), which plays the terminal, and less."""

import collections
import fcntl
import json
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

import pyte


class Screen(pyte.Screen):
    """pyte's screen knows no SU, with which ncurses scrolls pages."""

    def scroll_up(self, count=1):
        row, self.cursor.y = self.cursor.y, (self.margins or pyte.screens.Margins(0, self.lines - 1)).bottom
        for _ in range(count or 1):
            self.index()
        self.cursor.y = row


class Stream(pyte.ByteStream):
    csi = dict(pyte.ByteStream.csi, S="scroll_up")
    events = frozenset(pyte.ByteStream.events | {"scroll_up"})


class Program:
    """A program in a pseudo-terminal that answers the question for the cursor's place."""

    def __init__(self, command, columns=120, rows=40):
        self.screen = Screen(columns, rows)
        self.stream = Stream(self.screen)
        pid, self.fd = pty.fork()
        if pid == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
            os.execvp(command[0], command)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        for _ in range(120):
            self.read(1, rest=0.5)
            if not any("reading" in row for row in self.text(0, 0)):
                break

    def read(self, first, rest=0.15, end=None):
        """Bytes until nothing more comes, or until a moment."""
        count, wait = 0, first
        while (end is None or time.time() < end) and select.select([self.fd], [], [], wait)[0]:
            try:
                data = os.read(self.fd, 1 << 16)
            except OSError:
                break
            count += len(data)
            self.stream.feed(data.replace(b"\x1b[?2026h", b"").replace(b"\x1b[?2026l", b""))
            if b"\x1b[6n" in data:
                os.write(self.fd, b"\x1b[%d;%dR" % (self.screen.cursor.y + 1, self.screen.cursor.x + 1))
            wait = rest if end is None else max(0, end - time.time())
        return count

    def text(self, top, bottom):
        rows = [
            "".join(self.screen.buffer[row][column].data for column in range(self.screen.columns)).rstrip()
            for row in range(top, self.screen.lines - bottom)
        ]
        margin = min([len(row) - len(row.lstrip()) for row in rows if row] or [0])
        return [row[margin:] for row in rows]

    def key(self, key, top=1, bottom=1):
        """Bytes for a key, and those of the rows that it made visible."""
        before = collections.Counter(self.text(top, bottom))
        os.write(self.fd, key.encode())
        count = self.read(1)
        return count, sum(len(row.encode()) for row in (collections.Counter(self.text(top, bottom)) - before).elements())

    def held(self, key, times):
        costs = []
        for _ in range(times):
            os.write(self.fd, key.encode())
            costs.append(self.read(0.04, end=time.time() + 0.04))
        return costs


def report(name, costs):
    costs = [cost for cost in costs if cost[1]]
    sent, new = statistics.median(c[0] for c in costs), statistics.median(c[1] for c in costs)
    ratio = statistics.median(c[0] / c[1] for c in costs)
    print(f"{name}: median {sent:.0f} bytes for {new:.0f} of new text, ratio {ratio:.3f}, {len(costs)} times")


kanbao, seeds = sys.argv[1:3]
listed = subprocess.run([kanbao, "list", "--format", "jsonl", seeds], capture_output=True, text=True).stdout
articles = [article for article in map(json.loads, listed.splitlines()) if article["kind"] != "furniture"]
longest = max(articles, key=lambda article: len(article["text"]))
held = Program([kanbao, seeds]).held("j", 40)
print(f"j held in the list: median {statistics.median(held):.0f} bytes, longest {max(held)}")
for name, key, times in [("a line", "j", 12), ("a page", " ", 6)]:
    reader = Program([kanbao, longest["file"]])
    reader.key("/题:" + json.dumps(longest["headline"][:8], ensure_ascii=False) + "\r")
    reader.key("\r")
    report(name, [reader.key(key) for _ in range(times)])
with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
    for article in articles:
        file.write(subprocess.run([kanbao, "show", article["id"], article["file"], "--width", "80"],
                                  capture_output=True, text=True).stdout)
    file.flush()
    for name, key, times in [("a line of less", "j", 12), ("a page of less", " ", 6)]:
        less = Program(["less", file.name])
        report(name, [less.key(key, 0) for _ in range(times)])
