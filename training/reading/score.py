"""The figures of score/reading.mjs over units with scores, for choosing while training; final figures use the scorer."""
import json
import os
import re
from collections import Counter

CACHE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.cache/reading")
CORPORA = os.environ.get("ONRECORD_CORPORA", os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../shared/corpora"))
TOKEN = re.compile(r"\w+", re.U)


def shingles(t, n=4):
    return Counter(tuple(t[i:i + n]) for i in range(max(1, len(t) - n + 1)) if t[i:i + n])


class Scorer:
    def __init__(self, kinds):
        self.gold = {}
        for s in ("pages", "web"):
            for line in open(os.path.join(CORPORA, s, "gold.jsonl")):
                d = json.loads(line)
                t = TOKEN.findall(d.get("text") or "")
                self.gold[(s, d["id"])] = (t, shingles(t))
        self.units = {}
        html = None
        for line in open(os.path.join(CACHE, "units.jsonl")):
            d = json.loads(line)
            if d["kind"] == "html":
                html = d
            if d["kind"] not in kinds:
                continue
            if d["kind"] == "html":
                toks = [TOKEN.findall(u["text"]) for u in d["units"]]
            else:
                # A dump's unit is made of the page's blocks that lie in it.
                toks = []
                k = 0
                pl = d["places"]
                for u in d["units"]:
                    t = []
                    while k < len(pl) and pl[k][1] <= u["at"][1]:
                        t += TOKEN.findall(html["units"][k]["text"])
                        k += 1
                    toks.append(t)
            self.units[(d["kind"], d["set"], d["id"])] = toks

    def report(self, pages, scores, threshold=0.5):
        at = 0
        rows = {}
        for p in pages:
            s = scores[at:at + p["n"]]
            at += p["n"]
            toks = self.units[(p["kind"], p["set"], p["id"])]
            gt, gs = self.gold[(p["set"], p["id"])]
            pt = [w for v, t in zip(s, toks) if v >= threshold for w in t]
            ps = shingles(pt)
            hit = sum((gs & ps).values())
            ng, np_ = sum(gs.values()), sum(ps.values())
            rows.setdefault((p["kind"], p["set"]), []).append((hit, np_, ng, gt == pt))
        out = {}
        for k, r in rows.items():
            pr = [h / n for h, n, g, e in r if n]
            rc = [h / g for h, n, g, e in r if g]
            P, R = sum(pr) / max(1, len(pr)), sum(rc) / max(1, len(rc))
            out["/".join(k)] = f"F1 {2 * P * R / max(1e-9, P + R):.4f} P {P:.4f} R {R:.4f} exact {sum(e for *_, e in r) / len(r):.3f}"
        return out
