#!/usr/bin/env python3
"""A slow line: carries TCP connections from one port to another, late and little by little.

usage: relay.py TO --delay SECONDS --rate BYTES --when FILE
Listens on a free port of loopback and prints its number. Every byte arrives `delay` seconds late, each way. Once FILE
exists, `rate` bytes a second pass each way, and no more; it is there from the start for a line that is always slow.
"""

import argparse
import asyncio
import os


async def carry(reader, writer, line):
    """One way of a connection: a queue of what came with the time when it may go on, and who sends it then."""
    clock = asyncio.get_running_loop().time
    queue = asyncio.Queue(maxsize=64)

    async def take():
        while data := await reader.read(1024):
            await queue.put((clock() + line.delay, data))
        await queue.put((0, b""))

    taking = asyncio.create_task(take())
    try:
        while True:
            due, data = await queue.get()
            if not data:
                break
            await asyncio.sleep(max(0, due - clock()))
            while data:
                slow = line.rate and os.path.exists(line.when)
                part, data = (data[:48], data[48:]) if slow else (data, b"")
                if slow:
                    await asyncio.sleep(len(part) / line.rate)
                writer.write(part)
                await writer.drain()
    except OSError:
        pass
    finally:
        taking.cancel()
        writer.close()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("to", type=int)
    parser.add_argument("--delay", type=float, default=0)
    parser.add_argument("--rate", type=float, default=0)
    parser.add_argument("--when", default="/")
    line = parser.parse_args()

    async def connect(reader, writer):
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", line.to)
        await asyncio.gather(carry(reader, far_writer, line), carry(far_reader, writer, line))

    server = await asyncio.start_server(connect, "127.0.0.1", 0, limit=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
