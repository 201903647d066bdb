"""Exports a model to two ONNX graphs, the encoder in int8, and checks them against PyTorch.

  python export.py --model FILE --out FOLDER
"""
import argparse, json, os, shutil
import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from data import find_encoder
from scores import load_model
from train import ENCODERS


class EncoderGraph(torch.nn.Module):
    def __init__(self, m):
        super().__init__()
        self.e, self.look = m.encoder, m.c.look

    def forward(self, ids, inputs, mask):
        m = ((1 - mask) * -1e4)[:, None, None]
        e = self.e
        x = e.word(ids) + e.place(torch.arange(ids.shape[1])[None])
        for k, t in enumerate(e.kinds):
            if e.c.use[k]:
                x = x + t(inputs[k])
        x = e.norm(x)
        for layer in e.layers:
            x = layer(x, m)
        rep = e.project(x)
        return e.anchor(x)[..., 0], rep[..., : self.look], rep[..., self.look:]


class LookGraph(torch.nn.Module):
    def __init__(self, m):
        super().__init__()
        self.l = m.look

    def forward(self, tokens, anchor, rules, mask):
        role, valid = self.l(tokens, anchor, rules, ((1 - mask) * -1e4)[:, None, None])
        return torch.log_softmax(role, -1), valid


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
        EncoderGraph(model).eval(), (ids, inputs, torch.ones(2, 16)), at('encoder.fp32.onnx'), opset_version=17, dynamo=False,
        input_names=['ids', 'inputs', 'mask'], output_names=['anchor', 'tokens', 'anchors'],
        dynamic_axes={'ids': axes, 'inputs': {1: 'windows', 2: 'pieces'}, 'mask': axes, 'anchor': axes, 'tokens': axes, 'anchors': axes})
    C = c.before + c.after + 1
    torch.onnx.export(
        LookGraph(model).eval(), (torch.randn(3, C, c.look), torch.randn(3, c.look), torch.zeros(3, C, dtype=torch.int32), torch.ones(3, C)), at('look.onnx'),
        opset_version=17, dynamo=False, input_names=['tokens', 'anchor', 'rules', 'mask'], output_names=['roles', 'valid'],
        dynamic_axes={k: {0: 'anchors'} for k in ('tokens', 'anchor', 'rules', 'mask', 'roles', 'valid')})
    # The head stays in floats: 385 weights, and every candidate hangs on it.
    keep = [n.name for n in onnx.load(at('encoder.fp32.onnx')).graph.node if n.op_type == 'MatMul' and '/anchor/' in n.name]
    quantize_dynamic(at('encoder.fp32.onnx'), at('encoder.onnx'), weight_type=QuantType.QInt8, per_channel=True,
                     nodes_to_exclude=keep)
    shutil.copy(os.path.join(find_encoder(ENCODERS[saved['encoder']][0]), 'vocab.txt'), at('vocab.txt'))
    with open(at('config.json'), 'w') as f:
        json.dump({'before': c.before, 'after': c.after, 'look': c.look, 'window': 256, 'overlap': 32, 'least': 0.05, 'rules': c.rules}, f, indent=2)
    for n in sorted(os.listdir(a.out)):
        print(n, os.path.getsize(at(n)))


if __name__ == '__main__':
    main()
