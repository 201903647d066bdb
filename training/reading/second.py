"""The further columns of pass two; src/core/reading/second.ts and second-text.ts have the same, and tests hold them equal."""
import math
from collections import Counter, defaultdict

import numpy as np

WINDOW = 8


def second_rows(x, one, pages, features):
    words_all = x[:, features.index("words")].astype(np.float64)
    out = np.full((len(one), 20), np.nan)
    at = 0
    for p in pages:
        n = p["n"]
        s = one[at:at + n]
        w = words_all[at:at + n]
        o = out[at:at + n]
        o[:, 0] = s
        for k, d in enumerate((-3, -2, -1, 1, 2, 3)):
            j = np.arange(n) + d
            good = (j >= 0) & (j < n)
            o[good, 1 + k] = s[j[good]]
        mass = s * w
        total = mass.sum()
        before = np.cumsum(mass) - mass
        o[:, 7] = before / max(1.0, total)
        o[:, 8] = (total - before - mass) / max(1.0, total)
        o[:, 9] = total / max(1.0, w.sum())
        cs = np.concatenate([[0], np.cumsum(s)])
        cm = np.concatenate([[0], np.cumsum(mass)])
        cw = np.concatenate([[0], np.cumsum(w)])
        i = np.arange(n)
        lo = np.maximum(0, i - WINDOW)
        hi = np.minimum(n, i + WINDOW + 1)
        o[:, 10] = (cs[i] - cs[lo]) / np.maximum(1, i - lo)
        o[:, 11] = (cs[hi] - cs[i + 1]) / np.maximum(1, hi - i - 1)
        o[:, 12] = (cm[hi] - cm[lo]) / np.maximum(1.0, cw[hi] - cw[lo])
        strong = (s >= 0.6) & (w >= 8)
        last = np.full(n, 300.0)
        c = 300.0
        for k in range(n):
            last[k] = min(c, 300.0)
            c = 1.0 if strong[k] else c + 1
        nxt = np.full(n, 300.0)
        c = 300.0
        for k in range(n - 1, -1, -1):
            nxt[k] = min(c, 300.0)
            c = 1.0 if strong[k] else c + 1
        o[:, 13] = last
        o[:, 14] = nxt
        idx = np.nonzero(strong)[0]
        o[:, 15] = i - idx[0] if len(idx) else 0
        o[:, 16] = idx[-1] - i if len(idx) else 0
        if "parents" in p:
            for k, key in ((17, "parents"), (18, "grands"), (19, "likes")):
                u, inv = np.unique(np.array(p[key]), return_inverse=True)
                sm = np.bincount(inv, mass + s)
                sw = np.bincount(inv, w + 1)
                o[:, k] = (sm / sw)[inv]
        at += n
    return out


TEXT_COLUMNS = 17


def second_text_rows(one, pages):
    """The further columns of plain text. A page's `lengths` are its units' words, `prose`, `looks`, `terms` their shapes."""
    out = np.full((len(one), TEXT_COLUMNS), np.nan)
    at = 0
    for p in pages:
        n = p["n"]
        text_columns(one[at:at + n], p, out[at:at + n])
        at += n
    return out


def text_columns(s, p, o):
    n = len(s)
    w = np.array(p["lengths"], dtype=np.float64)
    i = np.arange(n)
    for column, order in ((0, range(n)), (2, range(n - 1, -1, -1))):
        near = after = -1
        for k in order:
            if near >= 0:
                o[k, column] = s[near]
            if after >= 0:
                o[k, column + 1] = s[after]
            if p["prose"][k]:
                after = near
                near = k
    cm = np.concatenate([[0], np.cumsum(s * w)])
    cw = np.concatenate([[0], np.cumsum(w)])
    for column, reach in ((4, 3), (5, 20)):
        lo = np.maximum(0, i - reach)
        hi = np.minimum(n, i + reach + 1)
        o[:, column] = (cm[hi] - cm[lo]) / np.maximum(1.0, cw[hi] - cw[lo])
    _, inv = np.unique(np.array(p["looks"]), return_inverse=True)
    o[:, 6] = (np.bincount(inv, s)[inv] - s + 0.1) / (np.bincount(inv)[inv] - 0.5)
    heaviest_run(s, w, cm, cw, o)
    agreement(s, p["terms"], o)
    for k in range(n):
        near = s[max(0, k - 2):k + 3]
        o[k, 14] = near.min()
        o[k, 15] = near.max()
    o[np.argsort(-s, kind="stable"), 16] = i


def heaviest_run(s, w, cm, cw, o):
    n = len(s)
    v = (s - 0.5) * np.sqrt(w + 1)
    most = total = 0.0
    first = last = -1
    start = 0
    for k in range(n):
        if total <= 0:
            total = 0.0
            start = k
        total += v[k]
        if total > most:
            most, first, last = total, start, k
    if first < 0:
        return
    i = np.arange(n)
    o[:, 7] = np.where(i < first, first - i, np.where(i > last, last - i, 0))
    o[:, 8] = i - first
    o[:, 9] = last - i
    o[:, 10] = most / v[v > 0].sum()
    o[:, 11] = (cm[last + 1] - cm[first]) / max(1.0, cw[last + 1] - cw[first])


def agreement(s, terms, o):
    n = len(s)
    holders = Counter(t for unit in terms for t in unit)
    rarity = {t: math.log(1 + n / c) for t, c in holders.items()}
    mass = defaultdict(float)
    for k in range(n):
        for t in terms[k]:
            mass[t] += s[k]
    for k in range(n):
        if not terms[k]:
            continue
        everything = here = amount = 0.0
        for t in terms[k]:
            others = max(0.0, mass[t] - s[k])
            everything += rarity[t]
            here += rarity[t] * min(1.0, others)
            amount += math.log1p(others)
        o[k, 12] = here / everything
        o[k, 13] = amount / len(terms[k])
