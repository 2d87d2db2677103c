#!/usr/bin/env python3
"""Writes pages with their truth, to train and to check the reading of pages.

usage: python3 scripts/training_pages OUT [--pages DIR] [--count N] [--seed N] [--whole | --few] [--no-pdf]

Writes OUT/tune and OUT/aside, each with the families dump (raw dumps), raw (PDF, pdftotext -raw) and text (PDF, pdftotext):
N pages and their truth.json. The two halves share no source file, so no story. With --whole a page holds all the stories of
one source and all its page chrome, and the truth has who wrote, city and day; with --few one to three stories, mostly short. The PDF families need
WeasyPrint (PyPI), a Noto CJK font and poppler-utils.
"""
import argparse
import json
import os
import random
import tempfile

import dump
import pdf
import stories
from truth import truth

HERE = os.path.dirname(os.path.abspath(__file__))


class Folder:
    """Pages of one family, and their truth."""

    def __init__(self, path):
        self.path, self.truth = path, {}
        os.makedirs(path, exist_ok=True)

    def add(self, name, rows, chosen):
        with open(os.path.join(self.path, name), 'w', encoding='utf8') as out:
            out.write('\n'.join(row.text for row in rows) + '\n')
        self.truth[name] = truth(rows, chosen)

    def close(self):
        with open(os.path.join(self.path, 'truth.json'), 'w', encoding='utf8') as out:
            json.dump(self.truth, out, ensure_ascii=False, indent=1)
        print(self.path, len(self.truth), 'pages', sum(len(t['articles']) for t in self.truth.values()), 'articles')


def main():
    options = argparse.ArgumentParser()
    options.add_argument('out')
    options.add_argument('--pages', default=os.path.join(HERE, '..', '..', 'Training', 'pages'))
    options.add_argument('--count', type=int, default=40)
    options.add_argument('--seed', type=int, default=0)
    options.add_argument('--whole', action='store_true')
    options.add_argument('--few', action='store_true')
    options.add_argument('--no-pdf', action='store_true')
    options = options.parse_args()
    halves = stories.sources(options.pages)
    with tempfile.TemporaryDirectory() as folder:
        font = None if options.no_pdf else pdf.font(characters(options.pages), folder)
        for name, half in halves.items():
            rng = random.Random(f'{name} {options.seed}')
            write(os.path.join(options.out, name), half, rng, options, font)


def characters(folder):
    """Every character of the pages, and what layout adds."""
    text = ''.join(open(os.path.join(folder, name), encoding='utf8').read() for name in os.listdir(folder))
    return ''.join(sorted(set(text) - {'\n'})) + '　'


def write(path, half, rng, options, font):
    families = {f: Folder(os.path.join(path, f)) for f in (['dump'] if options.no_pdf else ['dump', 'raw', 'text'])}
    for n in range(options.count):
        name = f'p{options.seed:02}{n:03}.txt'
        chosen, chrome = pick(half, n, rng, options)
        families['dump'].add(name, dump.page(chosen, chrome, rng), chosen)
        if options.no_pdf:
            continue
        chosen, chrome = pick(half, n, rng, options)
        document = pdf.page(chosen, chrome, rng, font)
        for family in ('raw', 'text'):
            families[family].add(name, pdf.trace(pdf.text(document, family == 'raw'), chosen, chrome), chosen)
    for folder in families.values():
        folder.close()


def pick(half, n, rng, options):
    """The stories of page n, and its lines of page chrome."""
    if options.whole:
        return stories.whole(half[n % len(half)], rng)
    return stories.few(half, rng) if options.few else stories.choose(half, rng)


if __name__ == '__main__':
    main()
