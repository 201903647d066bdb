"""The plain way, for comparison: BIO tags, then each content and mention linked to a cue. The same encoder and inputs.

  python bio.py --data FOLDER --out PREDICTED.jsonl [--epochs 1.2]

Learns from the documents of train that are not held out and writes what it finds in those that are, in offsets, for
score/attribution.mjs.
"""
import argparse, json, os, random
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from data import CONTENT, CUE, MENTION, Pieces, find_encoder, load, spans
from model import Config, Encoder, Linear
from train import ENCODERS, Batcher, encode

FAR = 40  # Distances between a span and a cue, in tokens, are told apart up to here.


class Tags(nn.Module):
    """Seven tags by token (none; begin and inside of content, mention, cue), and how well a span goes with a cue."""

    def __init__(self, c):
        super().__init__()
        self.encoder = Encoder(c)
        self.tag = Linear(c.width, 7)
        self.span, self.cue = Linear(c.width, 128), Linear(c.width, 128)
        self.near = nn.Embedding(2 * FAR + 1, 2)
        nn.init.zeros_(self.near.weight)

    def states(self, ids, inputs, mask, take):
        e = self.encoder
        x = e.norm(e.embed(ids, inputs).to(torch.bfloat16))
        for layer in e.layers:
            x = layer(x, mask)
        return x.reshape(-1, x.shape[-1])[take]

    def link(self, x, cues, starts, kind):
        """Logits [spans, cues] of spans by their first token and cues by theirs; kind 0 content, 1 mention."""
        a, b = torch.tanh(self.span(x[starts])), torch.tanh(self.cue(x[cues]))
        far = (starts[:, None] - cues[None]).clamp(-FAR, FAR) + FAR
        return (a @ b.T).float() * 128 ** -0.5 + self.near(far)[..., kind]


def gold_runs(indices):
    """Runs of consecutive indices."""
    out = []
    for i in sorted(indices):
        if out and out[-1][1] == i:
            out[-1][1] = i + 1
        else:
            out.append([i, i + 1])
    return out


def labels(batch):
    """Tags of the batch's tokens, and (row's span starts, cue starts, goals) of every window by kind."""
    tags, links, base = [], [], 0
    for d, s, e in batch:
        y = np.zeros(e - s, dtype=np.int64)
        cues, starts, goals = [], ([], []), ([], [])
        for at, kind, role in d.statements:
            cue = None
            by_role = {r: [i for i, v in role.items() if v == r and s <= i < e] for r in (CUE, CONTENT, MENTION)}
            if by_role[CUE]:
                cue = len(cues)
                cues.append(base + by_role[CUE][0] - s)
            for r, tag in ((CONTENT, 1), (MENTION, 3), (CUE, 5)):
                for first, end in gold_runs(by_role[r]):
                    y[first - s:end - s] = tag + 1
                    y[first - s] = tag
                    if r != CUE and cue is not None:
                        starts[r - 1].append(base + first - s)
                        goals[r - 1].append(cue)
        tags.append(y)
        links.append((cues, starts, goals))
        base += e - s
    return np.concatenate(tags), links


def loss_of(model, batch, pieces):
    ids, inputs, mask, take = encode(batch, pieces)
    x = model.states(ids, inputs, None if mask is None else mask.to(torch.bfloat16), take)
    y, links = labels(batch)
    loss = F.cross_entropy(model.tag(x).float(), torch.from_numpy(y), reduction='sum') / len(batch) / 8
    for cues, starts, goals in links:
        for kind in (0, 1):
            if len(cues) > 1 and starts[kind]:
                logit = model.link(x, torch.tensor(cues), torch.tensor(starts[kind]), kind)
                loss = loss + F.cross_entropy(logit, torch.tensor(goals[kind]), reduction='sum') / len(batch)
    return loss


def decode(tags):
    """Spans by role from tags: an inside tag without its beginning begins one."""
    out, i = {1: [], 3: [], 5: []}, 0
    while i < len(tags):
        if tags[i] == 0:
            i += 1
            continue
        begin = (tags[i] - 1) // 2 * 2 + 1
        j = i + 1
        while j < len(tags) and tags[j] == begin + 1:
            j += 1
        out[begin].append((i, j))
        i = j
    return out


@torch.no_grad()
def find(model, d, pieces, window):
    """Statements of a document by windows without overlap at sentence ends nearby; spans in tokens."""
    out = []
    for s, e in spans(d, window - 2):
        ids, inputs, mask, take = encode([(d, s, e)], pieces)
        x = model.states(ids, inputs, None, take)
        got = decode(model.tag(x).float().argmax(-1).numpy())
        cues = [a for a, _ in got[5]]
        made = [{'content': [], 'mention': [], 'cue': [(s + a, s + b)]} for a, b in got[5]]
        alone = []
        for tag, name, kind in ((1, 'content', 0), (3, 'mention', 1)):
            if not got[tag]:
                continue
            starts = torch.tensor([a for a, _ in got[tag]])
            logit = model.link(x, torch.tensor(cues), starts, kind) if cues else None
            for k, (a, b) in enumerate(got[tag]):
                if logit is None:
                    if kind == 0:
                        alone.append({'content': [(s + a, s + b)], 'mention': [], 'cue': []})
                    continue
                best = int(logit[k].argmax())
                m = made[best]
                if kind == 0:
                    m['content'].append((s + a, s + b))
                elif not m['mention'] or logit[k, best] > m['score']:
                    m['mention'], m['score'] = [(s + a, s + b)], logit[k, best]
        out += [{k: v for k, v in m.items() if k != 'score'} for m in made + alone if m['content']]
    return out


def main():
    p = argparse.ArgumentParser()
    a = p.add_argument
    a('--data', required=True), a('--out', required=True)
    a('--epochs', type=float, default=1.2), a('--window', type=int, default=256)
    a('--batch', type=int, default=6), a('--rate', type=float, default=1.2e-4), a('--head-rate', type=float, default=7e-4)
    a('--seed', type=int, default=1), a('--threads', type=int, default=2)
    o = p.parse_args()
    torch.set_num_threads(o.threads), torch.set_flush_denormal(True)
    random.seed(o.seed), np.random.seed(o.seed), torch.manual_seed(o.seed)
    folder = find_encoder(ENCODERS['l6'][0])
    pieces = Pieces(os.path.join(folder, 'vocab.txt'))
    docs = load(os.path.join(o.data, 'train.jsonl'), pieces)
    model = Tags(Config())
    model.encoder.start_from(folder)
    model.encoder.word.weight.requires_grad_(False)
    model.train()
    named = [(n, q) for n, q in model.named_parameters() if q.requires_grad]
    new = lambda n: 'kinds' in n or not n.startswith('encoder')
    opt = torch.optim.AdamW([{'params': [q for n, q in named if new(n)], 'lr': o.head_rate},
                             {'params': [q for n, q in named if not new(n)], 'lr': o.rate}], betas=(0.9, 0.98), fused=True)
    learn = [d for d in docs if d.slot != 0]
    batcher, rng = Batcher(learn, o, pieces), random.Random(o.seed)
    total = int(sum(len(d.ids) for d in learn) / (o.window - 2) * 1.1 / o.batch * o.epochs)
    warm = max(10, total // 12)
    sched = torch.optim.lr_scheduler.LambdaLR(
        opt, lambda k: min(1, k / warm) * max(0.02, 0.5 * (1 + np.cos(np.pi * min(1, k / total)))))
    k = 0
    while k < total:
        for batch in batcher.batches(rng):
            loss = loss_of(model, batch, pieces)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([q for _, q in named], 5.0)
            opt.step(), opt.zero_grad(), sched.step()
            k += 1
            if k % 50 == 0:
                print(f'{k}/{total} {loss.item():.3f}', flush=True)
            if k >= total:
                break
    model.eval()
    starts = {}
    with open(os.path.join(o.data, 'train.jsonl'), encoding='utf8') as f:
        for line in f:
            row = json.loads(line)
            if row['slot'] == 0:
                starts[row['id']] = row['start']
    with open(o.out, 'w') as f:
        for d in docs:
            if d.slot != 0:
                continue
            at = starts[d.id]
            span = lambda r: [at[r[0]], at[r[1] - 1] + len(d.words[r[1] - 1])]
            f.write(json.dumps({'id': d.id, 'statements': [
                {'content': [span(r) for r in s['content']], 'cue': [span(r) for r in s['cue']],
                 'mention': [span(r) for r in s['mention']]} for s in find(model, d, pieces, o.window)]}) + '\n')


if __name__ == '__main__':
    main()
