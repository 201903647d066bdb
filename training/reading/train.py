"""Step 4: trains the two passes of the block classifier by 5-fold cross-validation over hosts, and on everything.

  python3 train.py html|text [--export]

Pass one scores each unit by its row; pass two sees pass one's out-of-fold scores of the unit, its neighbours and its
page as well. Writes scores-KIND.jsonl (out-of-fold, for crossvalidate.mjs) and, with --export, the trees.
"""
import json
import os
import sys

import lightgbm as lgb
import numpy as np

from second import second_rows, second_text_rows
from score import Scorer

CACHE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.cache/reading")
FOLDS = 5
STYLES = ["copy", "lines", "blank", "wrapped"]
PARAMS = dict(objective="binary", num_leaves=24, learning_rate=0.08, min_data_in_leaf=60, feature_fraction=0.5,
              bagging_fraction=0.7, bagging_freq=1, lambda_l2=5.0, max_bin=127, verbosity=-1, seed=7, num_threads=1,
              deterministic=True, force_row_wise=True)
ROUNDS = {"html": (140, 100), "text": (220, 140)}
# Plain text has fewer sure signs: slower steps, more trees.
STEP = {"html": {}, "text": dict(learning_rate=0.06, feature_fraction=0.4)}
SECOND = dict(feature_fraction=0.4, min_data_in_leaf=100)
# The final score: this share of pass one, the rest pass two; body at the threshold. Chosen out of fold, see README.md.
BLEND = {"html": 0.5, "text": 0.25}
THRESHOLD = {"html": 0.42, "text": 0.5}


def load(kind):
    head = json.load(open(os.path.join(CACHE, f"rows-{kind}.json")))
    rows = np.fromfile(os.path.join(CACHE, f"rows-{kind}.f32"), dtype=np.float32).reshape(-1, head["width"])
    return head, rows


def weights_of(rows, pages, features):
    words = rows[:, features.index("words")]
    w = np.minimum(words, 400) ** 0.6 + 0.5
    at = 0
    out = np.empty(len(w))
    for p in pages:
        n = p["n"]
        part = w[at:at + n]
        # Pages count alike whatever their length, as the score does, softened so that long pages still teach more.
        out[at:at + n] = part * (1000.0 / max(1.0, part.sum())) ** 0.8
        at += n
    return out


def fit(x, y, w, rounds, **params):
    return lgb.train({**PARAMS, **params}, lgb.Dataset(x, label=y, weight=w, free_raw_data=True), num_boost_round=rounds)


def main():
    what = sys.argv[1]
    blend = BLEND[what]
    rounds = ROUNDS[what]
    first = STEP[what]
    second = {**first, **SECOND}
    kinds = ["html"] if what == "html" else STYLES
    labels = {}
    for line in open(os.path.join(CACHE, "labels.jsonl")):
        d = json.loads(line)
        labels[(d["kind"], d["set"], d["id"])] = d
    pages, xs, ys, known = [], [], [], []
    for kind in kinds:
        head, rows = load(kind)
        features = head["features"]
        shared = head["shared"]
        for j, p in enumerate(head["pages"]):
            p["kind"] = kind
            # Of a page's four dumps two are trained on, in turn: they say much the same; all are scored.
            trained = len(kinds) == 1 or (j + kinds.index(kind)) % 2 == 0
            d = labels[(kind, p["set"], p["id"])]
            p["known"] = trained and d["known"] and sum(l >= 0.5 for l in d["labels"]) > 0
            ys.append(np.array(d["labels"], dtype=np.float32))
            known.append(np.full(p["n"], p["known"]))
        pages += head["pages"]
        xs.append(rows)
    x = np.concatenate(xs)
    y = (np.concatenate(ys) >= 0.5).astype(np.float32)
    ok = np.concatenate(known)
    fold = np.repeat([p["fold"] for p in pages], [p["n"] for p in pages])
    w = weights_of(x, pages, features)
    scorer = Scorer(kinds)
    one = np.zeros(len(y))
    models1 = []
    for f in range(FOLDS):
        tr = ok & (fold != f)
        m = fit(x[tr], y[tr], w[tr], rounds[0], **first)
        models1.append(m)
        one[fold == f] = m.predict(x[fold == f])
    print("pass one", scorer.report(pages, one))
    x2 = [x[:, :shared], second_rows(x, one, pages, features)]
    if what == "text":
        x2.append(second_text_rows(one, pages))
    x2 = np.concatenate(x2, axis=1, dtype=np.float32)
    names2 = features[:shared] + [f"s{i}" for i in range(x2.shape[1] - shared)]
    two = np.zeros(len(y))
    models2 = []
    for f in range(FOLDS):
        tr = ok & (fold != f)
        m = fit(x2[tr], y[tr], w[tr], rounds[1], **second)
        models2.append(m)
        two[fold == f] = m.predict(x2[fold == f])
    print("pass two", scorer.report(pages, two))
    final = blend * one + (1 - blend) * two
    for share in (0.0, 0.25, 0.5):
        for t in (0.4, 0.45, 0.5, 0.55):
            print("blend", share, t, scorer.report(pages, share * one + (1 - share) * two, t), flush=True)
    out = open(os.path.join(CACHE, f"scores-{what}.jsonl"), "w")
    at = 0
    for p in pages:
        out.write(json.dumps({"id": p["id"], "set": p["set"], "kind": p["kind"], "scores": [round(float(v), 4) for v in final[at:at + p["n"]]]}) + "\n")
        at += p["n"]
    if "--importance" in sys.argv:
        imp = sum(m.feature_importance("gain") for m in models1)
        for i in np.argsort(-imp)[:45]:
            print("1", features[i], int(imp[i]))
        imp = sum(m.feature_importance("gain") for m in models2)
        for i in np.argsort(-imp)[:25]:
            print("2", names2[i], int(imp[i]))
    if "--export" in sys.argv:
        from export import export
        all1 = fit(x[ok], y[ok], w[ok], rounds[0], **first)
        all2 = fit(x2[ok], y[ok], w[ok], rounds[1], **second)
        for f in range(FOLDS):
            export(models1[f], models2[f], blend, THRESHOLD[what], os.path.join(CACHE, f"trees-{what}-{f}.json"))
        export(all1, all2, blend, THRESHOLD[what], os.path.join(CACHE, f"trees-{what}-all.json"))


main()
