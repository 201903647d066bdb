"""Writes scores, as scores.py does, from the exported graphs: what quantising costs is seen by evaluate.mjs.

  python check.py --data FOLDER --folder EXPORTED --slice held-out|dev --out NAME [--encoder encoder.onnx]
"""
import argparse, json, os
import numpy as np
import onnxruntime as ort
import torch
from data import Pieces
from scores import slice_of, write


class Graphs:
    """The exported graphs with the calls of model.Model that scores.py makes. Windows go one by one."""

    def __init__(self, folder, encoder, threads):
        o = ort.SessionOptions()
        o.intra_op_num_threads = threads
        self.e = ort.InferenceSession(os.path.join(folder, encoder), o, providers=['CPUExecutionProvider'])
        self.l = ort.InferenceSession(os.path.join(folder, 'look.onnx'), o, providers=['CPUExecutionProvider'])
        with open(os.path.join(folder, 'config.json')) as f:
            self.c = argparse.Namespace(**json.load(f))

    def encoder(self, ids, inputs, mask, dtype, take):
        real = np.ones(ids.shape, np.float32) if mask is None else (mask[:, 0, 0] == 0).float().numpy()
        logits, reps = [], []
        for r in range(ids.shape[0]):
            n = int(real[r].sum())
            a, t, h = self.e.run(None, {'ids': ids[r:r + 1, :n].numpy().astype(np.int32),
                                        'inputs': inputs[:, r:r + 1, :n].numpy().astype(np.int32)})
            pad = ids.shape[1] - n
            logits.append(np.pad(a[0], (0, pad)))
            reps.append(np.pad(np.concatenate([t[0], h[0]], -1), ((0, pad), (0, 0))))
        return (torch.from_numpy(np.concatenate(logits))[take], torch.from_numpy(np.concatenate(reps))[take])

    def look_at(self, rep, rows, at, lengths, starts, rules):
        c, n = self.c, int(lengths[0])
        idx = at.numpy()[:, None] + np.arange(-c.before, c.after + 1)
        ok = (idx >= 0) & (idx < n)
        tokens = rep.numpy()[np.clip(idx, 0, n - 1), : c.look]
        role, valid = self.l.run(None, {'tokens': tokens, 'anchor': rep.numpy()[at.numpy(), c.look:],
                                        'rules': rules.numpy().astype(np.int32), 'mask': ok.astype(np.float32)})
        return torch.from_numpy(role), torch.from_numpy(valid), None, None


@torch.no_grad()
def main():
    p = argparse.ArgumentParser()
    p.add_argument('--data', required=True)
    p.add_argument('--folder', required=True)
    p.add_argument('--slice', default='held-out')
    p.add_argument('--out', required=True)
    p.add_argument('--encoder', default='encoder.onnx')
    p.add_argument('--threads', type=int, default=1)
    a = p.parse_args()
    pieces = Pieces(os.path.join(a.folder, 'vocab.txt'))
    docs = slice_of(a.data, a.slice, pieces)
    write([Graphs(a.folder, a.encoder, a.threads)], docs, pieces, a.out, dtype=torch.float32)


if __name__ == '__main__':
    main()
