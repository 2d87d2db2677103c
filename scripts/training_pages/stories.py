"""Stories as they are written in Training/pages/*.page, and the choice of those that share a page.

A .page file holds stories: `=== id | kind | options`, then K (kicker), H (headline), S (subheadline) lines, and body lines:
P a paragraph, T a section head, L a line that keeps its line. X and ‖ mark places where the story was cut; C goes on with a
paragraph behind a cut. What stands behind `%layout` is the layout of the sample page and is not used here, but for its
lines of page chrome (F).
"""
import copy
import glob
import os


class Story:
    def __init__(self, name, kind):
        self.name, self.kind = name, kind
        self.head = []  # (role K, H or S, text)
        self.body = []  # (tag P, T or L, text)


class Source:
    """One .page file: its stories and its lines of page chrome."""

    def __init__(self, path):
        self.name = os.path.basename(path).removesuffix('.page')
        self.stories, self.chrome = [], []
        for line in open(path, encoding='utf8').read().split('\n'):
            self.read(line)

    def read(self, line):
        if line.startswith('=== '):
            parts = [x.strip() for x in line[4:].split('|')]
            self.stories.append(Story(f'{self.name}{parts[0]}', parts[1]))
        elif line[:2] in ('K ', 'H ', 'S ') and self.stories:
            self.stories[-1].head.append((line[0], line[2:]))
        elif line[:2] in ('P ', 'T ', 'L ') and self.stories:
            self.stories[-1].body.append((line[0], clean(line[2:])))
        elif line[:2] == 'C ' and self.stories and self.stories[-1].body:
            tag, text = self.stories[-1].body[-1]
            self.stories[-1].body[-1] = (tag, text + clean(line[2:]))
        elif line.startswith('F '):
            self.chrome.append(line[2:])


def clean(text):
    return text.replace('‖', '').replace('¦', '')


def sources(folder):
    """The two halves: pages that weights are tuned on, and pages held aside."""
    every = [Source(path) for path in sorted(glob.glob(os.path.join(folder, '*.page')))]
    return {'tune': every[0::2], 'aside': every[1::2]}


def choose(half, rng):
    """The stories of a page: mostly those of one source, some of others; and lines of page chrome."""
    home = rng.choice(half)
    pool = [s for source in half for s in source.stories if source is not home]
    count = rng.randint(4, 9)
    chosen = rng.sample(home.stories, min(len(home.stories), max(2, count - rng.randint(0, 4))))
    chosen += rng.sample(pool, max(0, count - len(chosen)))
    rng.shuffle(chosen)
    return [copy.deepcopy(s) for s in chosen], home.chrome if rng.random() < 0.6 else []
