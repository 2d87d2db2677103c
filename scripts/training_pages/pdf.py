"""Sets stories in columns as a PDF, and reads its text back by pdftotext; each line is traced back to its story."""
import html
import os
import re
import subprocess
import sys
import tempfile

from truth import Row


def squeeze(text):
    return re.sub(r'\s+', '', text)


def font(characters, folder):
    """A font file of a few characters: WeasyPrint takes ten seconds to embed the whole Noto."""
    path = subprocess.run(
        ['fc-match', '-f', '%{file}', 'Noto Serif CJK SC'], capture_output=True, check=True, text=True).stdout
    out = os.path.join(folder, 'font.otf')
    subprocess.run(
        [sys.executable, '-m', 'fontTools.subset', path, '--font-number=0', f'--text={characters}', f'--output-file={out}'],
        check=True)
    return out


def page(stories, chrome, rng, font):
    """A PDF's bytes."""
    from weasyprint import HTML
    return HTML(string=markup(stories, chrome, rng, font)).write_pdf()


def markup(stories, chrome, rng, font):
    width = rng.choice([12, 13, 14, 15, 16, 18, 20, 22])
    count = rng.choice([3, 4, 5, 5, 6])
    size = 9.5
    inner = count * width * size + (count - 1) * 16
    justify = rng.choice(['justify', 'left'])
    css = f'''@font-face {{ font-family: page; src: url(file://{font}) }}
@page {{ size: {inner + 80:.0f}pt 1500pt; margin: 30pt }}
body {{ font-family: page; font-size: {size}pt; line-height: 1.45; text-align: {justify}; margin: 0 }}
p {{ margin: 0; text-indent: 2em }} p.l {{ text-indent: 0 }} p.t {{ text-indent: 0; font-weight: bold; text-align: center }}
h1 {{ font-size: 20pt; margin: 4pt 0; text-align: center; line-height: 1.2 }}
h2 {{ font-size: 12pt; margin: 2pt 0; text-align: center; font-weight: normal }}
.row {{ display: flex; margin-bottom: 12pt }} .s {{ margin-right: 16pt }} .b {{ column-gap: 16pt }}
.flow {{ columns: {count}; column-gap: 16pt }} .flow h1 {{ font-size: 14pt }}'''
    top = f'<div>{"　".join(map(html.escape, chrome))}</div>' if chrome else ''
    flows = rng.random() < 0.3
    content = flow(stories) if flows else grid(stories, rng, count, width * size)
    return f'<html><style>{css}</style><body>{top}{content}</body></html>'


def flow(stories):
    return '<div class="flow">' + ''.join(head(s) + body(s) for s in stories) + '</div>'


def grid(stories, rng, count, column):
    """Rows of stories side by side, each over some of the page's columns."""
    out, rest = [], list(stories)
    while rest:
        free, row = count, []
        while free and rest and (not row or rng.random() < 0.8):
            story = rest.pop(0)
            span = min(free, max(1, round(sum(len(t) for _, t in story.body) / 300) + rng.choice([0, 0, 1])))
            free -= span
            row.append(box(story, span, column))
        out.append(f'<div class="row">{"".join(row)}</div>')
    return ''.join(out)


def box(story, span, column):
    width = span * column + (span - 1) * 16
    return f'<div class="s" style="width:{width:.1f}pt">{head(story)}<div class="b" style="columns:{span}">{body(story)}</div></div>'


def head(story):
    tags = {'K': 'h2', 'H': 'h1', 'S': 'h2'}
    return ''.join(f'<{tags[r]}>{html.escape(t)}</{tags[r]}>' for r, t in story.head)


def body(story):
    tags = {'P': 'p', 'L': 'l', 'T': 't'}
    return ''.join(f'<p class="{tags[tag]}">{html.escape(text)}</p>' for tag, text in story.body)


def text(pdf, raw):
    """The lines of pdftotext."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'page.pdf')
        open(path, 'wb').write(pdf)
        out = subprocess.run(['pdftotext', *(['-raw'] if raw else []), path, '-'], capture_output=True, check=True)
    return out.stdout.decode('utf8').replace('\f', '\n').rstrip('\n').split('\n')


def trace(lines, stories, chrome):
    """Rows with owners: a line belongs to the text it stands in, at the place nearest behind the line before."""
    texts = [(s, 'head', squeeze(''.join(t for _, t in s.head))) for s in stories]
    texts += [(s, 'body', squeeze(''.join(t for _, t in s.body))) for s in stories]
    texts.append((None, 'chrome', squeeze(''.join(chrome))))
    taken = [bytearray(len(t)) for _, _, t in texts]
    rows, last = [], (None, 0)
    for line in lines:
        wanted = squeeze(line)
        if not wanted:
            rows.append(Row(''))
            continue
        found = places(wanted, texts, taken)
        if not found:
            rows.append(mixed(line, wanted, texts))
            continue
        n, at = min(found, key=lambda p: (p != last, p[0] != last[0], p[1]))
        taken[n][at:at + len(wanted)] = b'\1' * len(wanted)
        last = (n, at + len(wanted))
        rows.append(Row(line, texts[n][0], texts[n][1], at))
    return rows


def places(wanted, texts, taken):
    out = []
    for n, (_, _, text) in enumerate(texts):
        at = text.find(wanted)
        while at >= 0:
            if not any(taken[n][at:at + len(wanted)]):
                out.append((n, at))
            at = text.find(wanted, at + 1)
    return out


def mixed(line, wanted, texts):
    """A line that holds words of two columns belongs to either."""
    words = [squeeze(w) for w in re.split(r'\s{2,}|\s', line) if len(squeeze(w)) > 2]
    owners = [next((s for s, _, t in texts if w in t), None) for w in words]
    named = [s for s in dict.fromkeys(owners) if s is not None]
    if len(named) == 1:
        texts_of = [(s, role, t.find(words[owners.index(s)])) for s, role, t in texts if s is named[0]]
        story, role, at = next((x for x in texts_of if x[2] >= 0), (named[0], 'body', 0))
        return Row(line, story, role, at)
    return Row(line, role='either', stories=named)
