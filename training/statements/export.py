"""Exports a model to two ONNX graphs, the encoder's weights stored as int8.

  python export.py --model FILE --out FOLDER
"""
import argparse, json, os, shutil
import numpy as np
import onnx
import torch
from data import find_encoder
from scores import load_model
from train import ENCODERS


class EncoderGraph(torch.nn.Module):
    def __init__(self, m):
        super().__init__()
        self.e, self.look = m.encoder, m.c.look

    def forward(self, ids, inputs):
        e = self.e
        x = e.word(ids) + e.place(torch.arange(ids.shape[1])[None])
        for k, t in enumerate(e.kinds):
            if e.c.use[k]:
                x = x + t(inputs[k])
        x = e.norm(x)
        for layer in e.layers:
            x = layer(x, None)
        rep = e.project(x)
        return e.anchor(x)[..., 0], rep[..., : self.look], rep[..., self.look:]


class LookGraph(torch.nn.Module):
    def __init__(self, m):
        super().__init__()
        self.l = m.look

    def forward(self, tokens, anchor, rules, mask):
        role, valid = self.l(tokens, anchor, rules, ((1 - mask) * -1e4)[:, None, None])
        return torch.log_softmax(role, -1), valid


# Smaller tables stay as they are: they weigh nothing.
LEAST_BYTES = 50_000


def in_bytes(model):
    """Keeps the large weights as int8 with a scale for each column; they are floats again once the graph is loaded.

    Only what is stored is rounded, not what is computed: with activations in int8 as well, the last places in which two
    runtimes differ grow to one statement in fifteen that only one of them finds.
    """
    g = model.graph
    nodes = list(g.node)
    for w in [w for w in g.initializer if w.data_type == onnx.TensorProto.FLOAT]:
        value = onnx.numpy_helper.to_array(w)
        users = [n for n in nodes if w.name in n.input]
        if value.ndim != 2 or value.nbytes < LEAST_BYTES or not all(n.op_type in ('MatMul', 'Gather') for n in users):
            continue
        scale = np.maximum(np.abs(value).max(0, keepdims=True) / 127, 1e-12).astype(np.float32)
        g.initializer.remove(w)
        g.initializer.extend([
            onnx.numpy_helper.from_array(np.clip(np.rint(value / scale), -127, 127).astype(np.int8), w.name + '_int8'),
            onnx.numpy_helper.from_array(scale[0], w.name + '_scale')])
        for n in users:
            at = nodes.index(n)
            if n.op_type == 'Gather':
                # Rows are picked as bytes, so that the table is never held as floats.
                out = n.output[0]
                n.input[0], n.output[0] = w.name + '_int8', out + '_int8'
                made = [onnx.helper.make_node('Cast', [out + '_int8'], [out + '_cast'], to=onnx.TensorProto.FLOAT),
                        onnx.helper.make_node('Mul', [out + '_cast', w.name + '_scale'], [out])]
                nodes[at + 1:at + 1] = made
            else:
                # All of it constant: worked out when the graph is loaded.
                made = [onnx.helper.make_node('Cast', [w.name + '_int8'], [w.name + '_cast'], to=onnx.TensorProto.FLOAT),
                        onnx.helper.make_node('Mul', [w.name + '_cast', w.name + '_scale'], [w.name])]
                if not any(w.name in m.output for m in nodes):
                    nodes[at:at] = made
    del g.node[:]
    g.node.extend(nodes)
    onnx.checker.check_model(model)
    return model


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--model', required=True)
    p.add_argument('--out', required=True)
    a = p.parse_args()
    os.makedirs(a.out, exist_ok=True)
    model, saved = load_model(a.model)
    for l in [*model.encoder.layers, *model.look.layers]:
        l.plain = True
    c = model.c
    at = lambda name: os.path.join(a.out, name)
    ids = torch.ones(2, 16, dtype=torch.int32)
    inputs = torch.zeros(5, 2, 16, dtype=torch.int32)
    axes = {0: 'windows', 1: 'pieces'}
    torch.onnx.export(
        EncoderGraph(model).eval(), (ids, inputs), at('encoder.fp32.onnx'), opset_version=17, dynamo=False,
        input_names=['ids', 'inputs'], output_names=['anchor', 'tokens', 'anchors'],
        dynamic_axes={'ids': axes, 'inputs': {1: 'windows', 2: 'pieces'}, 'anchor': axes, 'tokens': axes, 'anchors': axes})
    C = c.before + c.after + 1
    torch.onnx.export(
        LookGraph(model).eval(), (torch.randn(3, C, c.look), torch.randn(3, c.look), torch.zeros(3, C, dtype=torch.int32), torch.ones(3, C)), at('look.onnx'),
        opset_version=17, dynamo=False, input_names=['tokens', 'anchor', 'rules', 'mask'], output_names=['roles', 'valid'],
        dynamic_axes={k: {0: 'anchors'} for k in ('tokens', 'anchor', 'rules', 'mask', 'roles', 'valid')})
    onnx.save(in_bytes(onnx.load(at('encoder.fp32.onnx'))), at('encoder.onnx'))
    shutil.copy(os.path.join(find_encoder(ENCODERS[saved['encoder']][0]), 'vocab.txt'), at('vocab.txt'))
    with open(at('config.json'), 'w') as f:
        json.dump({'before': c.before, 'after': c.after, 'look': c.look, 'window': 256, 'overlap': 32, 'least': 0.12, 'rules': c.rules}, f, indent=2)
    for n in sorted(os.listdir(a.out)):
        print(n, os.path.getsize(at(n)))


if __name__ == '__main__':
    main()
