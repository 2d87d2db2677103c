#!/usr/bin/env python3
"""Whether every byte sent to a terminal is text or one of the sequences of its terminfo entry.

usage: terminfo_check.py TERM < capture
Text is valid UTF-8 without C0, DEL, C1, bidirectional and line-separating controls. Prints how much of what
there was; exits with 1 at the first byte that is neither, showing its place.
"""

import re
import subprocess
import sys

# What a carriage return and a line feed mean needs no entry; terminals of xterm's kind (XT) know bracketed paste, and
# pass over the question for synchronized output where they do not know it (it is used only where they do).
ALWAYS = ["\r", "\n"]
XTERM_MODES = ["\x1b[?2004h", "\x1b[?2004l", "\x1b[?2026$p", "\x1b[?2026h", "\x1b[?2026l"]
FORBIDDEN = {*range(0x00, 0x20), *range(0x7F, 0xA0), 0x61C, *range(0x200B, 0x2010), *range(0x2028, 0x202F),
             *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE1000)} - {0x200D}
ESCAPES = {"E": "\x1b", "e": "\x1b", "n": "\n", "l": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "s": " ",
           "0": "\x00", "^": "^", "\\": "\\", ",": ",", ":": ":"}


def unescape(text):
    """The characters that infocmp's notation stands for."""
    return re.sub(r"\\([0-7]{3})|\\(.)|\^(.)", character, text)


def character(match):
    octal, escaped, control = match.groups()
    if octal:
        return chr(int(octal, 8))
    if escaped:
        return ESCAPES.get(escaped, escaped)
    return "\x7f" if control == "?" else chr(ord(control) & 0x1F)


def pattern(capability):
    """A regular expression for what a capability may send: parameters are numbers, conditions are alternatives."""
    tokens = re.findall(TOKEN, re.sub(r"\$<[0-9.*/]+>", "", capability), re.S)
    return branches(tokens, 0, False)[0]


TOKEN = r"%(?:'.'|\{\d+\}|p\d|[Pg].|:?[-+# ]?\d*(?:\.\d+)?[doxXsc]|.)|[^%]"


def branches(tokens, at, is_inside):
    """Translates up to the end or, inside `%? condition %t then %e else %;`, up to its end."""
    ways, current, has_else = [], "", False
    while at < len(tokens) and not (is_inside and tokens[at] == "%;"):
        token = tokens[at]
        at += 1
        if token == "%?":
            part, at = branches(tokens, at, True)
            current += part
        elif token == "%t":  # what went before was the condition, which sends nothing
            current, has_else = "", False
        elif token == "%e":
            ways.append(current)
            current, has_else = "", True
        else:
            current += sent(token)
    ways += [current] if has_else else [current, ""]
    return ("(?:" + "|".join(ways) + ")" if is_inside else current), at + 1


def sent(token):
    if not token.startswith("%"):
        return re.escape(token)
    if token == "%%":
        return "%"
    if re.fullmatch(r"%:?[-+# ]?\d*(?:\.\d+)?[do]", token):
        return r"\d+"
    return "." if token == "%c" else ""


def capabilities(terminal):
    listing = subprocess.run(["infocmp", "-1", "-x", terminal], check=True, capture_output=True, text=True).stdout
    found = {name: unescape(value) for name, value in re.findall(r"^\s+(\w+)=(.*),$", listing, re.M)}
    flags = set(re.findall(r"^\s+(\w+),$", listing, re.M))
    # Keys and answers come from the terminal; acsc is a table.
    is_sent = {n: v for n, v in found.items() if not n.startswith("k") and n not in ("acsc", "u6", "u8")}
    return list(is_sent.values()) + (XTERM_MODES if "XT" in flags else [])


def main():
    data = sys.stdin.buffer.read()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end < len(data):
            sys.exit(f"byte {error.start} is no UTF-8: {data[max(0, error.start - 20):error.end + 5]!r}")
        text = data[: error.start].decode("utf-8")
    ways = {pattern(c) for c in capabilities(sys.argv[1])} | {re.escape(c) for c in ALWAYS}
    ways = sorted((w for w in ways if not re.fullmatch(w, "")), key=len, reverse=True)
    if any(re.fullmatch(w, start, re.S) for w in ways for start in ("\x1b", "\x1b[", "\x1b]")):
        sys.exit(f"the entry of {sys.argv[1]} allows anything")
    sequence = re.compile("|".join(ways), re.S)
    at = sequences = letters = 0
    while at < len(text):
        if ord(text[at]) not in FORBIDDEN:
            at += 1
            letters += 1
            continue
        match = sequence.match(text, at)
        if match is None or match.end() == at:
            sys.exit(f"character {at} begins no sequence of {sys.argv[1]}: {text[max(0, at - 20):at + 20]!r}")
        at = match.end()
        sequences += 1
    print(f"{len(data)} bytes: {letters} characters of text, {sequences} sequences")


main()
