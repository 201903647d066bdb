"""Writes two LightGBM models as src/core/reading/forest.ts reads them."""
import base64
import json

import numpy as np


def pack(model):
    roots, feature, threshold, left, right, missing, leaf = [], [], [], [], [], [], []

    def add(node):
        if "leaf_value" in node:
            leaf.append(node["leaf_value"])
            return -len(leaf)
        at = len(feature)
        feature.append(node["split_feature"])
        threshold.append(node["threshold"])
        missing.append(2 if node["missing_type"] == "None" else int(node["default_left"]))
        left.append(0)
        right.append(0)
        left[at] = add(node["left_child"])
        right[at] = add(node["right_child"])
        return at

    for tree in model.dump_model()["tree_info"]:
        roots.append(add(tree["tree_structure"]))
    b = lambda a, t: base64.b64encode(np.array(a, dtype=t).tobytes()).decode()
    return {
        "roots": b(roots, "<i4"), "feature": b(feature, "<i2"), "threshold": b(threshold, "<f4"), "left": b(left, "<i2"),
        "right": b(right, "<i2"), "missing": b(missing, "u1"), "leaf": b(leaf, "<f4"),
    }


def export(one, two, blend, threshold, path):
    json.dump({"one": pack(one), "two": pack(two), "blend": blend, "threshold": threshold}, open(path, "w"))
