"""Truth as score.py reads it, from rows that say whose they are."""
import re


class Row:
    """A raw line: its text, the story it belongs to (None: page chrome or blank), its role (head, body, chrome, blank,
    either) and its place in the story's text."""

    def __init__(self, text, story=None, role='blank', at=0, stories=()):
        self.text, self.story, self.role, self.at, self.stories = text, story, role, at, stories


def squeeze_spaced(text):
    text = re.sub(r'^#+\s*', '', text).strip()
    if re.fullmatch(r'(\S\s+)+\S', text):
        return re.sub(r'\s', '', text)
    return re.sub(r'\s+', ' ', text)


def ranges(rows, wanted):
    """Ranges of raw lines among `wanted` (numbers in reading order); blank lines between two belong inside."""
    out = []
    for number in wanted:
        if out and out[-1][1] < number and all(rows[i - 1].role == 'blank' for i in range(out[-1][1] + 1, number)):
            out[-1][1] = number
        else:
            out.append([number, number])
    return out


def truth(rows, stories):
    numbers = list(enumerate(rows, 1))
    articles = []
    for story in stories:
        heads = [n for n, r in numbers if r.role == 'head' and r.story is story]
        body = sorted((r.at, n) for n, r in numbers if r.role == 'body' and r.story is story)
        if not body and not heads:
            continue
        part = lambda role: ' '.join(squeeze_spaced(t) for r, t in story.head if r == role) or None
        articles.append(dict(
            id=story.name, kind=story.kind, headlineLines=ranges(rows, heads), bodyLines=ranges(rows, [n for _, n in body]),
            headline=part('H'), kicker=part('K'), subheadline=part('S'), headlineAccept=accepted(rows, heads),
            city=story.city, date=story.date, acceptDates=story.other_dates, byline=story.byline))
    page = dict(
        furniture=ranges(rows, [n for n, r in numbers if r.role == 'chrome']),
        sections=[n for n, r in numbers if r.role == 'body' and is_section(r)], articles=articles)
    either = {str(n): [s.name for s in r.stories] for n, r in numbers if r.role == 'either'}
    if either:
        page['either'] = either
    return page


def letters(text):
    return re.sub(r'\W', '', text)


def is_section(row):
    """The line is one of a section head of its story, or a part of one."""
    text = letters(row.text)
    return text != '' and any(
        head.startswith(text) or head.endswith(text) for head in (letters(t) for tag, t in row.story.body if tag == 'T'))


def accepted(rows, heads):
    """Headline blocks whose lines the dump has in another order are right in page order."""
    return [re.sub(r'\s+', '', ''.join(re.sub(r'^\s*#+', '', rows[n - 1].text) for n in heads))] if heads else []
