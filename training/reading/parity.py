"""Writes test/core/reading/parity.json: a small made-up forest and made-up units, with what LightGBM and second.py give
for them, so that the tests can hold the TypeScript to the same numbers."""
import json
import os

import lightgbm as lgb
import numpy as np

from export import pack
from second import second_rows, second_text_rows

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../test/core/reading/parity.json")


def main():
    rng = np.random.default_rng(11)
    x = rng.normal(size=(600, 6)).astype(np.float32)
    x[:, 2] = np.where(rng.random(600) < 0.3, np.nan, x[:, 2])
    x[:, 4] = rng.integers(0, 5, 600)
    y = ((x[:, 0] + np.nan_to_num(x[:, 2], nan=1.5) * x[:, 1] > 0.3) ^ (x[:, 4] == 2)).astype(float)
    model = lgb.train(dict(objective="binary", num_leaves=8, min_data_in_leaf=10, verbosity=-1, seed=3, num_threads=1),
                      lgb.Dataset(x, label=y), num_boost_round=12)
    rows = x[:40]
    rows[5, 0] = np.nan
    n = 14
    words = rng.integers(1, 60, n).astype(np.float64)
    one = np.round(rng.random(n), 4)
    page = {"n": n, "parents": rng.integers(-1, 3, n).tolist(), "grands": rng.integers(-1, 2, n).tolist(),
            "likes": rng.integers(0, 4, n).tolist()}
    further = second_rows(words.reshape(-1, 1), one, [page], ["words"])
    rng = np.random.default_rng(5)
    # The shapes of made-up text units; a unit in five has no longer words.
    page["lengths"] = words.astype(int).tolist()
    page["prose"] = (words >= 10).astype(int).tolist()
    page["looks"] = rng.integers(0, 4, n).tolist()
    page["terms"] = [sorted(set(rng.integers(0, 9, int(k)).tolist())) for k in rng.integers(0, 5, n)]
    further_text = second_text_rows(one, [page])
    null = lambda a: [None if np.isnan(v) else round(float(v), 9) for v in np.ravel(a)]
    json.dump({
        "forest": pack(model), "width": 6, "rows": null(rows), "probabilities": [round(float(v), 7) for v in model.predict(rows)],
        "page": {**page, "words": words.tolist(), "one": one.tolist()}, "further": null(further), "furtherText": null(further_text),
    }, open(OUT, "w"))


main()
