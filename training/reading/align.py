"""Finds which units of a page stand in the gold article.

The page's tokens and the gold's are matched by runs of equal tokens of at least four (across the units' borders, so that
table cells and headings match with what follows them), and short lines that are a gold line of their own; the heaviest
chain of runs that keeps the order in both is the alignment.
"""
import re
from collections import defaultdict

TOKEN = re.compile(r"\w+", re.U)
LEAST = 4
MOST_PLACES = 40


def tokens(text):
    return TOKEN.findall(text)


def align(units, gold):
    """Share of each unit's tokens that stand in the gold, in order. units: texts. Returns (shares, unit tokens, gold)."""
    lines = [tokens(line) for line in gold.split("\n")]
    lines = [t for t in lines if t]
    g = [w for t in lines for w in t]
    starts = {}
    at = 0
    for t in lines:
        starts.setdefault(tuple(t), []).append(at)
        at += len(t)
    units_tokens = [tokens(u) for u in units]
    p = [w for t in units_tokens for w in t]
    index = defaultdict(list)
    for i in range(len(g) - LEAST + 1):
        index[tuple(g[i:i + LEAST])].append(i)
    runs = []
    open_runs = {}
    for i in range(len(p) - LEAST + 1):
        places = index.get(tuple(p[i:i + LEAST]), ())
        now = {}
        for j in places[:MOST_PLACES]:
            run = open_runs.get(j - i)
            if run is None:
                run = [i, i + LEAST, j, j + LEAST]
                runs.append(run)
            else:
                run[1] = i + LEAST
                run[3] = j + LEAST
            now[j - i] = run
        open_runs = now
    at = 0
    for t in units_tokens:
        if 0 < len(t) < LEAST:
            for j in starts.get(tuple(t), ())[:MOST_PLACES]:
                runs.append([at, at + len(t), j, j + len(t)])
        at += len(t)
    runs.sort(key=lambda r: (r[0], r[1]))
    keep = chain(runs, len(g))
    hit = bytearray(len(p))
    for k in keep:
        a, b, _, _ = runs[k]
        for i in range(a, b):
            hit[i] = 1
    shares = []
    at = 0
    for t in units_tokens:
        n = len(t)
        shares.append(sum(hit[at:at + n]) / n if n else 0.0)
        at += n
    return shares, units_tokens, g


SLACK = 3


def chain(runs, size):
    """Indices of the heaviest chain; a run may overlap the one before by SLACK tokens on either side."""
    tree = [(0.0, -1)] * (size + 2)

    def best(i):
        r = (0.0, -1)
        i = min(i, size) + 1
        while i > 0:
            if tree[i][0] > r[0]:
                r = tree[i]
            i -= i & -i
        return r

    def put(i, v):
        i += 1
        while i <= size + 1:
            if v[0] > tree[i][0]:
                tree[i] = v
            i += i & -i

    back = [-1] * len(runs)
    score = [0.0] * len(runs)
    ends = sorted(range(len(runs)), key=lambda k: runs[k][1])
    e = 0
    for k, (a, b, c, d) in enumerate(runs):
        while e < len(ends) and runs[ends[e]][1] <= a + SLACK and ends[e] < k:
            j = ends[e]
            put(runs[j][3], (score[j], j))
            e += 1
        s, j = best(c + SLACK)
        back[k] = j
        # Longer runs are surer: a little more than their length.
        score[k] = s + (b - a) - 1.5 if b - a >= LEAST else s + (b - a) * 0.5
    k = max(range(len(runs)), key=lambda k: score[k], default=-1)
    out = []
    while k != -1:
        out.append(k)
        k = back[k]
    return out
