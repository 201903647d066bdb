"""Step 2: labels for every unit (share of its words that stand in the gold article) and word tables per fold.

Reads .cache/reading/units.jsonl, writes labels.jsonl and tables.json (fold -> {words, classes}, and "all").
"""
import json
import math
import os
from collections import defaultdict

from align import align

CACHE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.cache/reading")
FOLDS = 5


def main():
    labels = {}
    pages = []
    out = open(os.path.join(CACHE, "labels.jsonl"), "w")
    for line in open(os.path.join(CACHE, "units.jsonl")):
        d = json.loads(line)
        if d["kind"] == "html":
            texts = [u["text"] for u in d["units"]]
            lab, _, _ = align(texts, d["gold"] or "")
            html = (lab, [len(t) for t in texts])
            known = len(d["gold"]) > 0
        else:
            lab = carry(d, html[0])
        out.write(json.dumps({"id": d["id"], "set": d["set"], "kind": d["kind"], "fold": d["fold"], "known": known, "labels": [round(x, 3) for x in lab]}) + "\n")
        if d["kind"] in ("html",) and known:
            pages.append((d["fold"], d["host"], d["units"], lab))
    out.close()
    tables = {}
    for fold in [*range(FOLDS), "all"]:
        part = [p for p in pages if p[0] != fold]
        phrases = {**table(part, "phrases", 6), **table(part, "prose", 8), **promises(part, 6)}
        tables[str(fold)] = {"words": table(part, "words", 8), "classes": table(part, "classes", 6), "phrases": phrases}
        print(fold, *(len(t) for t in tables[str(fold)].values()))
    json.dump(tables, open(os.path.join(CACHE, "tables.json"), "w"))


def carry(d, html):
    """Labels of a dump's units from those of the page's blocks, by shared characters."""
    lab = []
    places = d["places"]
    k = 0
    for u in d["units"]:
        a, b = u["at"]
        total = 0
        score = 0.0
        while k > 0 and places[k - 1][1] > a:
            k -= 1
        while k < len(places) and places[k][1] <= a:
            k += 1
        j = k
        while j < len(places) and places[j][0] < b:
            n = min(b, places[j][1]) - max(a, places[j][0])
            if n > 0:
                total += n
                score += n * html[j]
            j += 1
        lab.append(score / total if total else 0.0)
    return lab


def table(pages, key, least):
    """Log odds of body against furniture, by units, each page counting a word at most 3 times a side."""
    pos = defaultdict(int)
    neg = defaultdict(int)
    hosts = defaultdict(set)
    p_all = n_all = 0
    for _, host, units, lab in pages:
        p = defaultdict(int)
        n = defaultdict(int)
        for u, l in zip(units, lab):
            side = p if l >= 0.5 else n
            for w in set(u[key]):
                side[w] += 1
        for w, c in p.items():
            pos[w] += min(c, 3)
            p_all += min(c, 3)
            hosts[w].add(host)
        for w, c in n.items():
            neg[w] += min(c, 3)
            n_all += min(c, 3)
            hosts[w].add(host)
    return odds(pos, neg, p_all, n_all, hosts, least)


def promises(pages, least):
    """Log odds that the prose in the next five units under a line is body, by what the line says."""
    pos = defaultdict(float)
    neg = defaultdict(float)
    hosts = defaultdict(set)
    p_all = n_all = 0
    for _, host, units, lab in pages:
        seen = defaultdict(int)
        for i, u in enumerate(units):
            under = [lab[j] >= 0.5 for j in range(i + 1, min(len(units), i + 6)) if units[j]["count"] >= 8]
            if not under:
                continue
            share = sum(under) / len(under)
            p_all += share
            n_all += 1 - share
            for w in u["promises"]:
                if seen[w] == 3:
                    continue
                seen[w] += 1
                pos[w] += share
                neg[w] += 1 - share
                hosts[w].add(host)
    return odds(pos, neg, p_all, n_all, hosts, least)


def odds(pos, neg, p_all, n_all, hosts, least):
    out = {}
    for w in sorted(hosts):
        if len(hosts[w]) < least:
            continue
        x = math.log((pos[w] + 1) / (neg[w] + 1)) - math.log(p_all / n_all)
        x = round(max(-4.0, min(4.0, x)), 2)
        if abs(x) >= 0.3:
            out[w] = x
    return out


main()
