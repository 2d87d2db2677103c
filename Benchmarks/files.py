"""Times the loading of many small files from a warm cache: files.py KANBAO COUNT

Makes a folder of COUNT story files of about 770 bytes, a thousand in each folder, and gives for kanbao (the list, and the
browser in a pseudo-terminal until it has read and indexed everything), and for cat and wc, files and megabytes a second
by the clock, and the processor time that all of them took.
"""

import os
import pty
import random
import resource
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from fcntl import ioctl
from termios import TIOCSWINSZ

PARTS = ["两岸居民过河不再绕行十里", "桥头的菜市场也在同一天开门", "摊位比从前多了一半", "村里的老人说", "孩子们放学后到渠边写生",
         "今年的麦子长势比去年好", "镇上新添了三个图书角", "读者可以坐到夜里十点", "合作社买来两台新收割机", "雨后的路面没有积水"]
HEADS = ["城北新桥通车", "三个图书角开放", "春灌提前开闸", "老街装上新路灯", "收割机开进麦田", "夜校教木匠手艺"]


def make(root, count):
    numbers = random.Random(5)
    size = 0
    for i in range(count):
        folder = os.path.join(root, f"{i // 1000:03d}")
        os.makedirs(folder, exist_ok=True)
        body = "".join(numbers.choice(PARTS) + numbers.choice("，，。") for _ in range(numbers.randint(12, 30)))
        text = f"{numbers.choice(HEADS)}之{i}\n\n本报讯（记者 林晓舟）{body}。\n".encode()
        size += len(text)
        with open(os.path.join(folder, f"{i:06d}.txt"), "wb") as file:
            file.write(text)
    return size


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(name, run, count, size):
    before, start = processor_time(), time.perf_counter()
    run()
    wall, work = time.perf_counter() - start, processor_time() - before
    print(f"{name}: {wall:.2f} s by the clock, {work:.2f} s of processor time, "
          f"{count / wall:,.0f} files/s, {size / wall / 1e6:.1f} MB/s")


def shell(line):
    return lambda: subprocess.run(line, shell=True, check=True, stdout=subprocess.DEVNULL)


def browse(program, root, count):
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
        os.execv(program, [program, root])
    ioctl(terminal, TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    os.kill(child, signal.SIGWINCH)
    start, first, repainted, text = time.perf_counter(), None, 0, b""
    # Only what changes is sent, so the whole screen is asked for now and then.
    while b"/%d " % count not in text or b"reading" in text:
        if time.perf_counter() - repainted > 0.2:
            repainted, text = time.perf_counter(), b""
            os.write(terminal, b"\x0c")
        ready, _, _ = select.select([terminal], [], [], 1)
        part = os.read(terminal, 65536) if ready else b""
        os.write(terminal, b"\x1b[1;1R" * part.count(b"\x1b[6n"))
        text += part
        if first is None and "本报讯".encode() in text:
            first = time.perf_counter() - start
    print(f"browser: first article on the screen after {first * 1000:.0f} ms")
    os.write(terminal, b"q")
    os.waitpid(child, 0)


def main():
    program, count = sys.argv[1], int(sys.argv[2])
    root = tempfile.mkdtemp(prefix="kanbao-files-")
    try:
        size = make(root, count)
        print(f"{count} files, {size / 1e6:.1f} MB")
        for _ in range(2):
            measure("cat", shell(f"find {root} -type f -print0 | xargs -0 cat"), count, size)
            measure("wc -m", shell(f"find {root} -type f -print0 | LC_ALL=C.UTF-8 xargs -0 wc -m"), count, size)
            measure("kanbao list", shell(f"{program} list {root} --format csv"), count, size)
            measure("kanbao", lambda: browse(program, root, count), count, size)
    finally:
        shutil.rmtree(root)


main()
