"""Stories as they are written in Training/pages/*.page, and the choice of those that share a page.

A .page file holds stories: `=== id | kind | options`, then K (kicker), H (headline), S (subheadline) lines, and body lines:
P a paragraph, T a section head, L a line that keeps its line. X and ‖ mark places where the story was cut; C goes on with a
paragraph behind a cut. What stands behind `%layout` is the layout of the sample page and is not used here, but for its
lines of page chrome (F).

Where a file begins with `%page city=忻州 issue=2022-04-12` (`-`: the page tells none), and each story's options are who wrote
(by=何田田,向小川), the city (city=, `-` none, `?` any) and the day (date=) that its own words tell, the truth has these.
"""
import copy
import glob
import os
import re


class Story:
    def __init__(self, name, kind):
        self.name, self.kind = name, kind
        self.head = []  # (role K, H or S, text)
        self.body = []  # (tag P, T or L, text)
        # As score.py wants them; None: any city is right, no day is.
        self.byline, self.city, self.date, self.other_dates = [], None, None, []


class Source:
    """One .page file: its stories and its lines of page chrome."""

    def __init__(self, path):
        self.name = os.path.basename(path).removesuffix('.page')
        self.stories, self.chrome, self.page = [], [], None
        for line in open(path, encoding='utf8').read().split('\n'):
            self.read(line)
        if self.page and all('date' in story.options for story in self.stories):
            self.place()

    def read(self, line):
        if line.startswith('=== '):
            parts = [x.strip() for x in line[4:].split('|')]
            self.stories.append(Story(f'{self.name}{parts[0]}', parts[1]))
            self.stories[-1].options = options(parts[2:])
        elif line.startswith('%page '):
            self.page = options(line.split()[1:])
        elif line[:2] in ('K ', 'H ', 'S ') and self.stories:
            self.stories[-1].head.append((line[0], line[2:]))
        elif line[:2] in ('P ', 'T ', 'L ') and self.stories:
            self.stories[-1].body.append((line[0], clean(line[2:])))
        elif line[:2] == 'C ' and self.stories and self.stories[-1].body:
            tag, text = self.stories[-1].body[-1]
            self.stories[-1].body[-1] = (tag, text + clean(line[2:]))
        elif line.startswith('F '):
            self.chrome.append(line[2:])

    def place(self):
        """Gives each story who wrote, city and day, as the page tells them."""
        known = {x: None if self.page[x] == '-' else self.page[x] for x in ('city', 'issue')}
        home = known['city'] if known['city'] and known['city'] in ''.join(self.chrome) else None
        days = [s.options['date'] for s in self.stories if s.options['date'] != '-']
        # A day with which a story opens may be the page's, though not its own.
        if not known['issue']:
            days += [day for s in self.stories for day in opening_days(s) if day not in days]
        for story in self.stories:
            own = {x: story.options[x] for x in ('city', 'date')}
            story.byline = [name for name in story.options['by'].split(',') if name]
            story.city = {'-': None if is_wired(story) else home, '?': None}.get(own['city'], own['city'])
            named = [] if own['date'] == '-' else [own['date']]
            # Without a day of its own a story has the page's.
            story.date, *story.other_dates = [x for x in [known['issue']] if x] + named or days or [None]
            if not known['issue']:
                story.other_dates += years(story.other_dates + [story.date], days)


def opening_days(story):
    """The days, without a year, of a story's first hundred characters."""
    text = re.sub(r'\s', '', ''.join(text for _, text in story.body))[:100]
    return [f'{int(month):02}-{int(day):02}' for month, day in re.findall(r'(?<!\d)(\d{1,2})月(\d{1,2})日', text)]


def is_wired(story):
    """An agency sent the story: the paper's city is not its own."""
    text = ''.join(text for _, text in story.body)
    return bool(re.search('新华社|中新社|新华网|中新网|人民网|央视', text[:30] + text[-30:]))


def options(words):
    return dict((word + '=').split('=')[:2] for word in words)


def years(dates, days):
    """Days without a year, with each year that another story of the page names."""
    return [f'{day[:4]}-{date}' for date in dates if date and len(date) == 5 for day in days if len(day) > 5]


def clean(text):
    return text.replace('‖', '').replace('¦', '')


def sources(folder):
    """The two halves: pages that weights are tuned on, and pages held aside. 99.page comes before 100.page."""
    paths = sorted(glob.glob(os.path.join(folder, '*.page')), key=lambda path: (len(path), path))
    every = [Source(path) for path in paths]
    return {'tune': every[0::2], 'aside': every[1::2]}


def whole(source, rng):
    """All the stories of a source, in any order, and all its lines of page chrome."""
    chosen = [copy.deepcopy(s) for s in source.stories]
    rng.shuffle(chosen)
    return chosen, source.chrome


def few(half, rng):
    """One to three stories of a source, some of them cut short behind a paragraph; no page chrome."""
    home = rng.choice(half)
    chosen = [copy.deepcopy(s) for s in rng.sample(home.stories, min(len(home.stories), rng.randint(1, 3)))]
    for story in chosen:
        if rng.random() < 0.7:
            story.body = story.body[:rng.randint(1, 4)]
    return chosen, []


def choose(half, rng):
    """The stories of a page: mostly those of one source, some of others; and lines of page chrome."""
    home = rng.choice(half)
    pool = [s for source in half for s in source.stories if source is not home]
    count = rng.randint(4, 9)
    chosen = rng.sample(home.stories, min(len(home.stories), max(2, count - rng.randint(0, 4))))
    chosen += rng.sample(pool, max(0, count - len(chosen)))
    rng.shuffle(chosen)
    return [copy.deepcopy(s) for s in chosen], home.chrome if rng.random() < 0.6 else []
