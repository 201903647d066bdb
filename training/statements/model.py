"""The network: a MiniLM encoder with added inputs and a head for anchors, then a second look at each anchor."""
import json, math, os
import torch
import torch.nn as nn
import torch.nn.functional as F

KINDS = (5 * 2 + 2, 8, 6, 25, 7)  # shape x first piece or not; quote; edge; pos; rule


class Config:
    def __init__(self, **kw):
        self.layers, self.width, self.heads, self.inner, self.vocab = 6, 384, 12, 1536, 30522
        self.look, self.look_heads, self.look_inner, self.look_layers, self.before, self.after = 128, 4, 256, 2, 48, 64
        self.use = [1, 1, 1, 1, 1]
        self.rules = 1
        self.biaffine = 0
        self.__dict__.update(kw)


class Noise:
    """Dropout from a pool of random numbers: drawing new ones for each layer costs more than the layer on a CPU."""
    pool = None

    @classmethod
    def drop(cls, x, p):
        if p <= 0:
            return x
        if cls.pool is None or cls.p != p:
            cls.p = p
            cls.pool = (torch.rand(1 << 24) >= p).to(torch.bfloat16) / (1 - p)
        n = x.numel()
        k = (1 << 24) - n
        if k <= 0:
            return F.dropout(x, p)
        at = int(torch.randint(0, k, (1,)))
        return x * cls.pool[at:at + n].view(x.shape).to(x.dtype)


class Linear(nn.Linear):
    def forward(self, x):
        return F.linear(x, self.weight.to(x.dtype), self.bias.to(x.dtype))


class Norm(nn.LayerNorm):
    def forward(self, x):
        return F.layer_norm(x, self.normalized_shape, self.weight.to(x.dtype), self.bias.to(x.dtype), self.eps)


class Attention(torch.autograd.Function):
    """Attention whose backward pass is plain matrix products, two rows at a time: on a CPU nearly twice as fast."""

    @staticmethod
    def forward(ctx, q, k, v, mask):
        o = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        ctx.save_for_backward(q, k, v, o)
        ctx.mask = mask
        return o

    @staticmethod
    def backward(ctx, do):
        q, k, v, o = ctx.saved_tensors
        scale = q.shape[-1] ** -0.5
        dq, dk, dv = torch.empty_like(q), torch.empty_like(k), torch.empty_like(v)
        for b in range(0, q.shape[0], 2):
            e = min(b + 2, q.shape[0])
            shape = q[b:e].shape
            Q, K, V, O, D = (t[b:e].reshape(-1, *t.shape[-2:]) for t in (q, k, v, o, do))
            S = torch.bmm(Q * scale, K.transpose(1, 2))
            if ctx.mask is not None:
                S = (S.view(*shape[:2], *S.shape[1:]) + ctx.mask[b:e]).view(S.shape)
            P = torch.softmax(S, -1)
            dv[b:e] = torch.bmm(P.transpose(1, 2), D).view(shape)
            dP = torch.bmm(D, V.transpose(1, 2))
            dP -= (D * O).sum(-1, keepdim=True)
            dP *= P
            dq[b:e] = torch.bmm(dP, K).mul_(scale).view(shape)
            dk[b:e] = torch.bmm(dP.transpose(1, 2), Q).mul_(scale).view(shape)
        return dq, dk, dv, None


class Layer(nn.Module):
    def __init__(self, width, heads, inner, drop=0.1):
        super().__init__()
        self.heads, self.drop = heads, drop
        self.qkv, self.out = Linear(width, 3 * width), Linear(width, width)
        self.up, self.down = Linear(width, inner), Linear(inner, width)
        self.n1, self.n2 = Norm(width, eps=1e-12), Norm(width, eps=1e-12)
        self.plain = False

    def forward(self, x, mask):
        B, T, D = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, self.heads, D // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        if self.plain or (self.training and T < 160):
            s = (q * (D // self.heads) ** -0.5) @ k.transpose(-1, -2)
            y = torch.softmax(s if mask is None else s + mask, -1) @ v
        elif self.training:
            y = Attention.apply(q, k, v, mask)
        else:
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        y = self.out(y.transpose(1, 2).reshape(B, T, D))
        p = self.drop if self.training else 0
        x = self.n1(x + Noise.drop(y, p))
        return self.n2(x + Noise.drop(self.down(F.gelu(self.up(x))), p))


class Encoder(nn.Module):
    """ids, inputs -> anchor logits [B, T, 1] and what the second look needs [B, T, 2 * look]."""

    def __init__(self, c):
        super().__init__()
        self.c = c
        self.word = nn.Embedding(c.vocab, c.width)
        self.place = nn.Embedding(512, c.width)
        self.kinds = nn.ModuleList(nn.Embedding(k, c.width) for k in KINDS)
        for e in self.kinds:
            nn.init.normal_(e.weight, std=0.01)
        self.norm = Norm(c.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(c.width, c.heads, c.inner) for _ in range(c.layers))
        self.anchor = Linear(c.width, 1)
        self.project = Linear(c.width, 2 * c.look)
        nn.init.zeros_(self.anchor.weight)
        with torch.no_grad():
            self.anchor.bias.copy_(torch.tensor([-3.5]))

    def embed(self, ids, inputs):
        x = self.word(ids) + self.place.weight[: ids.shape[1]]
        for k, e in enumerate(self.kinds):
            if self.c.use[k]:
                x = x + e(inputs[k])
        return x

    def forward(self, ids, inputs, mask, dtype=torch.bfloat16, take=None):
        x = self.norm(self.embed(ids, inputs).to(dtype))
        if self.training:
            x = Noise.drop(x, 0.1)
        for layer in self.layers:
            x = layer(x, mask)
        if take is not None:
            x = x.reshape(-1, x.shape[-1])[take]
        return self.anchor(x).float()[..., 0], self.project(x)

    def start_from(self, folder):
        path = os.path.join(folder, 'model.safetensors')
        if os.path.exists(path):
            from safetensors.torch import load_file
            w = load_file(path)
        else:
            w = torch.load(os.path.join(folder, 'pytorch_model.bin'), map_location='cpu', weights_only=True)
        w = {k.removeprefix('bert.'): v.float() for k, v in w.items()}
        e = 'embeddings.'
        with torch.no_grad():
            self.word.weight.copy_(w[e + 'word_embeddings.weight'])
            self.place.weight.copy_(w[e + 'position_embeddings.weight'][:512] + w[e + 'token_type_embeddings.weight'][0])
            self.norm.weight.copy_(w[e + 'LayerNorm.weight'])
            self.norm.bias.copy_(w[e + 'LayerNorm.bias'])
            for i, l in enumerate(self.layers):
                p = f'encoder.layer.{i}.'
                for s in ('weight', 'bias'):
                    getattr(l.qkv, s).copy_(torch.cat([w[f'{p}attention.self.{n}.{s}'] for n in ('query', 'key', 'value')]))
                    getattr(l.out, s).copy_(w[f'{p}attention.output.dense.{s}'])
                    getattr(l.n1, s).copy_(w[f'{p}attention.output.LayerNorm.{s}'])
                    getattr(l.up, s).copy_(w[f'{p}intermediate.dense.{s}'])
                    getattr(l.down, s).copy_(w[f'{p}output.dense.{s}'])
                    getattr(l.n2, s).copy_(w[f'{p}output.LayerNorm.{s}'])


class Look(nn.Module):
    """tokens [A, C, look], anchor [A, look], rules [A, C], mask -> role logits [A, C, 4], logit that there is a statement [A]."""

    def __init__(self, c):
        super().__init__()
        self.c = c
        self.offset = nn.Embedding(c.before + c.after + 1, c.look)
        nn.init.normal_(self.offset.weight, std=0.1)
        self.rule = nn.Embedding(7, c.look)
        nn.init.normal_(self.rule.weight, std=0.02)
        self.norm = Norm(c.look, eps=1e-12)
        self.layers = nn.ModuleList(Layer(c.look, c.look_heads, c.look_inner) for _ in range(c.look_layers))
        self.role = Linear(c.look, 4)
        self.valid = Linear(c.look, 1)
        if c.biaffine:
            # In place of a second look: each role's score of a token is biaffine in the token and the anchor, with a
            # term for the distance and one for what the rules say.
            self.layers = nn.ModuleList()
            self.pair = Linear(c.look, 4 * c.look)
            self.near = nn.Embedding(c.before + c.after + 1, 4)
            self.said = nn.Embedding(7, 4)
            nn.init.zeros_(self.near.weight), nn.init.zeros_(self.said.weight)

    def forward(self, tokens, anchor, rules, mask):
        if self.c.biaffine:
            u = self.pair(torch.tanh(anchor)).view(-1, self.c.look, 4)
            t = torch.tanh(tokens)
            role = (t @ u) * self.c.look ** -0.5 + self.role(t)
            return role.float() + self.near.weight + self.said(rules), self.valid(anchor).float()[:, 0]
        x = self.norm(tokens + anchor[:, None] + (self.offset.weight + self.rule(rules)).to(tokens.dtype))
        for layer in self.layers:
            x = layer(x, mask)
        return self.role(x).float(), self.valid(x[:, self.c.before]).float()[:, 0]


class Model(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c, self.encoder, self.look = c, Encoder(c), Look(c)

    def look_at(self, rep, rows, at, lengths, starts, rules):
        """Second look: rep [N, 2*look] of all tokens in a row; anchors `at` (index in rep) of sequences [start, start+length)."""
        c = self.c
        offs = torch.arange(-c.before, c.after + 1)
        idx = at[:, None] + offs
        low, high = starts[rows][:, None], (starts + lengths)[rows][:, None]
        ok = (idx >= low) & (idx < high)
        idx = torch.where(ok, idx, at[:, None])
        tokens = rep[idx, : c.look]
        mask = torch.zeros(ok.shape, dtype=rep.dtype).masked_fill(~ok, -1e4)[:, None, None]
        role, valid = self.look(tokens, rep[at, c.look:], rules, mask)
        return role, valid, idx, ok
