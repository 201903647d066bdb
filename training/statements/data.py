"""Documents as convert.mjs writes them, as arrays: pieces, inputs, and gold roles by token."""
import json, os
import numpy as np
from tokenizers import BertWordPieceTokenizer

NONE, CONTENT, MENTION, CUE = range(4)
MOST_PIECES = 12


def find_encoder(name):
    """Folder with vocab.txt, config.json and the weights, in an installed package."""
    import site
    for base in site.getsitepackages():
        path = os.path.join(base, name)
        for root, _, files in os.walk(path):
            if 'config.json' in files and any(f in files for f in ('model.safetensors', 'pytorch_model.bin')):
                return root
    raise SystemExit(f'{name} is not installed')


class Pieces:
    """WordPiece of single tokens; every token has at least one piece and at most MOST_PIECES."""

    def __init__(self, vocab):
        self.tok = BertWordPieceTokenizer(vocab, lowercase=True)
        self.known = {}
        self.cls, self.sep, self.unk, self.mask = (self.tok.token_to_id(t) for t in ('[CLS]', '[SEP]', '[UNK]', '[MASK]'))

    def of(self, word):
        ids = self.known.get(word)
        if ids is None:
            ids = self.tok.encode(word, add_special_tokens=False).ids[:MOST_PIECES] or [self.unk]
            self.known[word] = ids
        return ids


class Doc:
    def __init__(self, row, pieces):
        self.id, self.slot, self.publisher = row['id'], row['slot'], row['publisher']
        self.words = row['tokens']
        n = len(self.words)
        lists = [pieces.of(w) for w in self.words]
        self.count = np.array([len(x) for x in lists])
        self.first = np.concatenate([[0], np.cumsum(self.count)])
        self.ids = np.array([i for x in lists for i in x], dtype=np.int64)
        self.inputs = np.stack([np.array(row[k], dtype=np.int64) for k in ('shape', 'quote', 'edge', 'pos', 'rule')])
        self.is_word = np.array(row['word'], dtype=bool)
        self.n = n
        prior = np.array(row['prior'])
        self.statements = [self.gold(s, prior) for s in row['statements']]
        self.alternatives = [[self.gold(s, prior) for s in one] for one in row.get('alternatives', [])]
        self.findings = row['anchors']
        # By token: which of the rules tagger's findings has it in its cue, the surest one; -1: none.
        self.finding = np.full(n, -1)
        for k in sorted(range(len(self.findings)), key=lambda k: self.findings[k][1]):
            cue = self.findings[k][0]
            if cue:
                self.finding[cue[0]:cue[1]] = k

    def rule_roles(self, at, before, after):
        """By token at - before ... at + after: its role by the rules tagger's finding at this anchor, as row 4 of the inputs."""
        out = np.zeros(before + 1 + after, dtype=np.int64)
        if self.finding[at] < 0:
            return out
        cue, score, content, mention = self.findings[self.finding[at]]
        for value, runs in ((1, content), (2, mention), (3, [cue])):
            for first, end in runs:
                low, high = max(0, first - at + before), min(len(out), end - at + before)
                if low < high:
                    out[low:high] = value + (3 if score >= 0.5 else 0)
        return out

    def gold(self, s, prior):
        role = {}
        for k, v in (('cue', CUE), ('mention', MENTION), ('content', CONTENT)):
            for i in s[k]:
                role[i] = v
        cue = [i for i in s['cue'] if role[i] == CUE]
        words = [i for i in cue if self.is_word[i]]
        if words:
            at, kind = max(words, key=lambda i: (prior[i], i)), 1
        elif cue:
            at, kind = cue[-1], 1
        else:
            at, kind = next(i for i in s['content'] if self.is_word[i]), 2
        return at, kind, role


def load(path, pieces):
    with open(path, encoding='utf8') as f:
        return [Doc(json.loads(line), pieces) for line in f]


def spans(doc, size, start=0, overlap=0):
    """Cuts a document into windows of at most `size` pieces: [first token, end). The first may be cut short."""
    out, i, limit = [], 0, (start or size)
    while i < doc.n:
        end = int(np.searchsorted(doc.first, doc.first[i] + limit, side='right')) - 1
        end = max(i + 1, min(doc.n, end))
        out.append((i, end))
        if end >= doc.n:
            break
        nxt = int(np.searchsorted(doc.first, doc.first[end] - overlap, side='left')) if overlap else end
        i = max(i + 1, nxt)
        limit = size
    return out
