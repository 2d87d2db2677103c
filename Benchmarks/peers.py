"""Times rg and SQLite FTS5 (trigram) on the text and the queries that `bench` wrote: peers.py WORK"""

import os
import sqlite3
import statistics
import subprocess
import sys
import time

work = sys.argv[1]
text = os.path.join(work, "text.txt")
base = os.path.join(work, "fts5.db")
queries = [line.rstrip("\n") for line in open(os.path.join(work, "queries.txt"), encoding="utf-8")]
words = [q for q in queries if all("\u4e00" <= c <= "\u9fff" for c in q)]
steps = [word[:n] for word in words for n in range(1, len(word) + 1)]


def timed(run):
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


def report(name, times):
    if times:
        print(f"{name}: median {statistics.median(times):.2f} ms, longest {max(times):.1f} ms, {len(times)} runs")


some = steps[:: max(1, len(steps) // 60)]
rg = [timed(lambda: subprocess.run(["rg", "-c", "-F", s, text], stdout=subprocess.DEVNULL)) for s in some]
report("rg -c", rg)

if os.path.exists(base):
    os.remove(base)
db = sqlite3.connect(base)
db.execute("PRAGMA journal_mode=OFF")
db.execute("PRAGMA synchronous=OFF")
db.execute("CREATE VIRTUAL TABLE t USING fts5(body, tokenize='trigram')")
start = time.perf_counter()
with open(text, encoding="utf-8") as lines:
    db.executemany("INSERT INTO t(body) VALUES (?)", ((line,) for line in lines))
db.commit()
took = time.perf_counter() - start
size = os.path.getsize(text)
print(f"FTS5 build: {size / 1e6 / took:.1f} MB/s, {os.path.getsize(base) / size:.2f} x the text on disk")
match = [s for s in some if len(s) >= 3]
like = [s for s in some if len(s) <= 2]
count = "SELECT count(*) FROM t WHERE body "
# The plus keeps LIKE from the trigram index, which finds nothing for two characters (SQLite 3.40).
scan = "SELECT count(*) FROM t WHERE +body "
report("FTS5 MATCH", [timed(lambda: db.execute(count + "MATCH ?", ['"' + s + '"']).fetchall()) for s in match])
report("FTS5 LIKE (1, 2 characters)",
       [timed(lambda: db.execute(scan + "LIKE ?", ["%" + s + "%"]).fetchall()) for s in like[:12]])
os.remove(base)
