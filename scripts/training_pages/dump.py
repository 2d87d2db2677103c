"""Lays stories out as a raw dump: hard-wrapped columns, lost indents, stray spaces, displaced headlines, stories cut by
others; or one line a paragraph; or Markdown."""
import re

from truth import Row

CLOSE = set('，。、；：？！”’）》】〕」』…,;:?!)')
OPEN = set('“‘（《【〔「『(')
HALF = str.maketrans('，；：？！（）', ',;:?!()')

# Shares of lines spaced out whole, of spaces behind and before punctuation to fill a line, of spaces behind 。 and ，, of
# spaces before punctuation anywhere, of blank lines inside paragraphs, and of blank lines between paragraphs.
STYLES = {
    'tight': dict(full=0, post=.5, pre=.5, stop=.7, comma=.03, before=.03, gap=.13, par=.75),
    'plain': dict(full=0, post=0, pre=0, stop=0, comma=0, before=0, gap=.05, par=.85),
    'pre': dict(full=.02, post=.2, pre=.9, stop=.3, comma=.05, before=.3, gap=.1, par=.6),
    'wide': dict(full=0, post=.3, pre=.1, stop=.95, comma=.9, before=.05, gap=.06, par=.9),
    'loose': dict(full=.16, post=.3, pre=.6, stop=.5, comma=.1, before=.3, gap=.2, par=.5),
    'solid': dict(full=0, post=0, pre=0, stop=0, comma=0, before=0, gap=0, par=0),
}


def tokens(text):
    return re.findall(r'[0-9A-Za-z.%+/:-]+|——|……|.', text)


def size(token):
    return sum(1 if c.isascii() else 2 for c in token)


def spaced_numbers(text):
    text = re.sub(r'(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])', ' ', text)
    return re.sub(r'(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])', ' ', text)


def fill(text, width, indent, rng, style):
    """Greedy lines of `width` full-width characters, kept as a typesetter keeps them."""
    out, line, room = [], [], 2 * (width - indent)
    for token in tokens(text):
        if token == ' ' and not line:
            continue
        if line and sum(map(size, line)) + size(token) > room:
            if token in CLOSE and squeezed(line + [token]) <= room + 1:
                line.append(token)
                continue
            carry = carried(line, token)
            out.append((line, room))
            line, room = carry, 2 * width
            if token == ' ':
                continue
        line.append(token)
    if line:
        out.append((line, room))
    last = len(out) - 1
    lines = [justify(l, 0 if n == last else r - sum(map(size, l)), rng, style) for n, (l, r) in enumerate(out)]
    return [l for l in lines if l.strip()]


def carried(line, token):
    """What goes down with a token that may not open a line, and openers that may not close one."""
    carry = []
    if token in CLOSE or token in ('——', '……'):
        carry = [line.pop()]
        while line and carry[0] in CLOSE:
            carry.insert(0, line.pop())
    while line and line[-1] in OPEN:
        carry.insert(0, line.pop())
    return carry


def squeezed(line):
    end = len(line)
    while end and line[end - 1] in CLOSE:
        end -= 1
    return sum(map(size, line[:end])) + len(line) - end


def justify(line, slack, rng, style):
    if slack >= 1 and rng.random() < style['full']:
        return ' '.join(line)
    before, after = set(), set()
    for i, token in enumerate(line):
        if i == 0 or token not in '，。、；：':
            continue
        inner = i < len(line) - 1
        if slack > 0 and inner and rng.random() < style['post']:
            after.add(i)
            slack -= 1
        elif slack > 0 and rng.random() < style['pre']:
            before.add(i)
            slack -= 1
        if inner and rng.random() < (style['stop'] if token == '。' else style['comma']):
            after.add(i)
        if rng.random() < style['before']:
            before.add(i)
    return ''.join((' ' if i in before else '') + t + (' ' if i in after else '') for i, t in enumerate(line)).rstrip()


class Setting:
    """How a page, or one story of it, is set."""

    def __init__(self, rng, mode):
        self.mode = mode  # columns, paragraphs, markdown
        self.style = STYLES[rng.choice(list(STYLES))]
        self.half = rng.random() < 0.12
        self.spaced = rng.random() < 0.25
        self.gapless = rng.random() < 0.2
        self.indent = rng.choice(['', '', '　　', '    ', '  '])
        self.heading = rng.choice(['# ', '## ', '### '])
        self.section = rng.choice(['### ', '### ', '## ', ''])
        self.width = rng.choice([12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 24, 26])


def cut(story, rng):
    """The body in one or two parts: a list of lists of (tag, text, goes on from a cut)."""
    body = [(tag, text, False) for tag, text in story.body]
    long = [i for i, (tag, text, _) in enumerate(body) if tag == 'P' and len(text) > 60]
    if not long or len(story.body) < 3 or rng.random() < 0.75:
        return [body]
    at = rng.choice(long)
    tag, text, _ = body[at]
    place = rng.randint(20, len(text) - 20)
    while place < len(text) - 12 and (text[place] in CLOSE or text[place - 1].isascii()):
        place += 1
    return [body[:at] + [(tag, text[:place], False)], [('P', text[place:], True)] + body[at + 1:]]


def page(stories, chrome, rng):
    """The rows of a page."""
    mode = rng.choices(['columns', 'paragraphs', 'markdown'], [6, 2, 2])[0]
    settings = {s: Setting(rng, mode) for s in stories}
    order = arranged([(s, cut(s, rng)) for s in stories], rng)
    rows = []
    if chrome and rng.random() < 0.7:
        rows += [Row(t, role='chrome') for t in chrome]
        chrome = []
    for what, story, parts in order:
        blank = [Row('')] if rng.random() < (0.25 if settings[story].gapless else 0.85) else []
        rows += blank
        rows += head(story, settings[story], rng) if what == 'head' else body(story, parts, settings[story], rng)
    rows += [Row('')] + [Row(t, role='chrome') for t in chrome]
    return tidy(rows)


def arranged(items, rng):
    """Heads and parts of bodies in the order of the page: (head, story, None) and (body, story, parts)."""
    blocks = []
    pending = []
    for story, parts in items:
        blocks.append([story, [(0, parts[0])]])
        blocks += pending
        pending = [[story, [(len(parts[0]), part)]] for part in parts[1:]]
    blocks += pending
    where = rng.choices(['before', 'after', 'heap', 'mixed'], [5, 2, 2, 4])[0]
    places = {s: where if where != 'mixed' else rng.choice(['before', 'before', 'after', 'heap', 'far']) for s, _ in items}
    last = {s: n for n, (s, _) in enumerate(blocks)}
    out, heap, seen = [], [], set()
    for n, (story, parts) in enumerate(blocks):
        if story not in seen and places[story] == 'before':
            out.append(('head', story, None))
        if story not in seen and places[story] in ('heap', 'far'):
            heap.append(story)
        seen.add(story)
        out.append(('body', story, parts[0]))
        if n == last[story] and places[story] == 'after':
            out.append(('head', story, None))
    rng.shuffle(heap)
    for story in heap:
        at = len(out) if places[story] == 'heap' else rng.randint(0, len(out))
        out.insert(at, ('head', story, None))
    return out


def head(story, setting, rng):
    if setting.half:
        story.head = [(role, text.translate(HALF)) for role, text in story.head]
    apart = rng.random() < 0.3
    rows = []
    for n, (role, text) in enumerate(story.head):
        if n and apart:
            rows.append(Row(''))
        mark = setting.heading if setting.mode == 'markdown' and (role == 'H' or rng.random() < 0.4) else ''
        if role == 'H' and not mark and len(text) < 16 and ' ' not in text and rng.random() < 0.08:
            text = ' '.join(text)
        rows.append(Row(mark + text, story, 'head', n))
    return rows


def body(story, part, setting, rng):
    start, paragraphs = part
    rows = []
    for n, (tag, text, goes_on) in enumerate(paragraphs):
        at = (start + n) * 1000
        if setting.half:
            text = text.translate(HALF)
        if setting.spaced:
            text = spaced_numbers(text)
        if tag == 'L':
            if n and (paragraphs[n - 1][0] != 'L' or rng.random() < 0.1):
                rows.append(Row(''))
            rows.append(Row(text, story, 'body', at))
        elif setting.mode == 'columns':
            if n and (tag == 'T' or rng.random() < setting.style['par']):
                rows.append(Row(''))
            lines = fill(text, setting.width, 2 if tag == 'P' and not goes_on else 0, rng, setting.style)
            for i, line in enumerate(lines):
                rows.append(Row(line, story, 'body', at + i))
                if i < len(lines) - 1 and tag != 'T' and rng.random() < setting.style['gap']:
                    rows.append(Row(''))
        else:
            if n and not setting.gapless:
                rows.append(Row(''))
            mark = setting.section if tag == 'T' and setting.mode == 'markdown' else setting.indent if tag == 'P' else ''
            rows.append(Row(mark + text, story, 'body', at))
    return rows


def tidy(rows):
    """No row of nothing but spaces, and no blank rows at the end."""
    while rows and not rows[-1].text.strip():
        rows.pop()
    return rows
