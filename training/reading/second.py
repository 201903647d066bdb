"""The further columns of pass two; src/core/reading/second.ts has the same, and a test holds them equal."""
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
