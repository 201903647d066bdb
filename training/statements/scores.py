"""Writes what a model makes of documents, for evaluate.mjs: NAME.jsonl with each document's candidates (token, anchor
logit, logit that there is a statement), and NAME.bin with their role log-probabilities, [before + 1 + after, 4] float32.

  python scores.py --data FOLDER --model FILE [FILE ...] --slice held-out|dev|train --out NAME
"""
import argparse, json, os
import numpy as np
import torch
import torch.nn.functional as F
from data import Pieces, find_encoder, load, spans
from model import Config, Model
from train import ENCODERS, encode


def load_model(path):
    s = torch.load(path, map_location='cpu', weights_only=False)
    m = Model(Config(**s['config']))
    m.load_state_dict({k: v.float() for k, v in s['weights'].items()})
    return m.eval(), s


def states(model, docs, pieces, window=256, overlap=32, batch=16, dtype=torch.bfloat16):
    """By document: anchor logits [n] and representations [n, 2 * look], each token from the window it is deepest in."""
    jobs = [(d, s, e) for d in docs for s, e in spans(d, window - 2, 0, overlap)]
    jobs.sort(key=lambda x: x[0].first[x[2]] - x[0].first[x[1]])
    out = {d.id: (np.zeros(d.n, np.float32), torch.zeros(d.n, 2 * model.c.look, dtype=dtype), np.full(d.n, -1)) for d in docs}
    for k in range(0, len(jobs), batch):
        part = jobs[k:k + batch]
        ids, inputs, mask, take = encode(part, pieces)
        logit, rep = model.encoder(ids, inputs, None if mask is None else mask.to(dtype), dtype=dtype, take=take)
        at = 0
        for d, s, e in part:
            i = np.arange(s, e)
            deep = np.minimum(i - s if s > 0 else 10**6, e - 1 - i if e < d.n else 10**6) + np.zeros(e - s, int)
            l, r, depth = out[d.id]
            better = deep > depth[s:e]
            l[s:e][better] = logit[at:at + e - s].numpy()[better]
            r[s:e][torch.from_numpy(better)] = rep[at:at + e - s][torch.from_numpy(better)]
            depth[s:e][better] = deep[better]
            at += e - s
    return out


def looks(model, rep, at, d, batch=256):
    roles, valids = [], []
    for k in range(0, len(at), batch):
        a = torch.tensor(at[k:k + batch])
        z = torch.zeros(len(a), dtype=torch.long)
        c = model.c
        rules = np.stack([d.rule_roles(i, c.before, c.after) for i in at[k:k + batch]])
        if not c.rules:
            rules[:] = 0
        role, valid, _, _ = model.look_at(rep, z, a, torch.tensor([d.n]), torch.tensor([0]), torch.from_numpy(rules))
        roles.append(F.log_softmax(role, -1))
        valids.append(valid)
    return torch.cat(roles), torch.cat(valids)


def slice_of(data, name, pieces):
    docs = load(os.path.join(data, 'dev.jsonl' if name == 'dev' else 'train.jsonl'), pieces)
    return [d for d in docs if d.slot == 0] if name == 'held-out' else docs


def write(models, docs, pieces, out, least=0.05, window=256, overlap=32, dtype=torch.bfloat16):
    every = [states(m, docs, pieces, window, overlap, dtype=dtype) for m in models]
    limit = np.log(least / (1 - least))
    c = models[0].c
    with open(out + '.jsonl', 'w') as f, open(out + '.bin', 'wb') as g:
        f.write(json.dumps({'before': c.before, 'after': c.after}) + '\n')
        for d in docs:
            logit = np.mean([e[d.id][0] for e in every], 0)
            at = [int(i) for i in np.where(logit > limit)[0]]
            rows = []
            if at:
                got = [looks(m, e[d.id][1], at, d) for m, e in zip(models, every)]
                role = torch.log(torch.stack([r.exp() for r, _ in got]).mean(0).clamp_min(1e-6))
                valid = torch.stack([v for _, v in got]).mean(0)
                g.write(role.float().numpy().astype('<f4').tobytes())
                rows = [[i, round(float(logit[i]), 4), round(float(v), 4)] for i, v in zip(at, valid)]
            f.write(json.dumps({'id': d.id, 'candidates': rows}) + '\n')


@torch.no_grad()
def main():
    p = argparse.ArgumentParser()
    p.add_argument('--data', required=True)
    p.add_argument('--model', nargs='+', required=True)
    p.add_argument('--slice', default='held-out')
    p.add_argument('--out', required=True)
    p.add_argument('--least', type=float, default=0.05)
    p.add_argument('--window', type=int, default=256)
    p.add_argument('--overlap', type=int, default=32)
    p.add_argument('--float', action='store_true')
    a = p.parse_args()
    torch.set_num_threads(1)
    loaded = [load_model(x) for x in a.model]
    pieces = Pieces(os.path.join(find_encoder(ENCODERS[loaded[0][1]['encoder']][0]), 'vocab.txt'))
    write([m for m, _ in loaded], slice_of(a.data, a.slice, pieces), pieces, a.out, a.least, a.window, a.overlap,
          torch.float32 if a.float else torch.bfloat16)


if __name__ == '__main__':
    main()
