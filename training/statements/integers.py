"""Writes the encoder's second graph, whose large products are of integers, over the weights of the first.

  python integers.py FOLDER

Reads FOLDER/encoder.onnx as export.py wrote it, writes FOLDER/encoder-integers.onnx. The weights are bytes in both and stay
where they are: the second graph names their places in the first one's file.

What goes into a product is given as two bytes, the second for what the first leaves over: 16 bits where activations in one
byte have 8. Integer sums are the same on every machine, so that runtimes differ by no more than the last places of what
goes in, and a processor that multiplies bytes (VNNI) takes two thirds of the time. Only for one that does: without it
sums of unsigned by signed bytes overflow on x64.
"""
import os, sys
import numpy as np
import onnx
from onnx import helper, numpy_helper

MICROSOFT = 'com.microsoft'
# Smaller tensors lie in the graph itself.
LEAST_BYTES = 4096
# A step of the second byte in steps of the first, and what stands for 0 in it.
STEP, MIDDLE = 'rest_step', 'rest_middle'


def product(x, weight, scale, bias, y):
    """Nodes that give y = x · (weight · scale) + bias."""
    a, b = (lambda part: f'{y}_first_{part}'), (lambda part: f'{y}_rest_{part}')
    quantized = [a('int'), a('scale'), a('zero')]
    return [
        helper.make_node('DynamicQuantizeLinear', [x], quantized),
        helper.make_node('DequantizeLinear', quantized, [a('float')]),
        helper.make_node('Sub', [x, a('float')], [b('float')]),
        # What is left over is at most half of a step of the first byte, so that nobody needs to look for its range.
        helper.make_node('Mul', [a('scale'), STEP], [b('scale')]),
        helper.make_node('QuantizeLinear', [b('float'), b('scale'), MIDDLE], [b('int')]),
        helper.make_node(
            'MatMulIntegerToFloat', [a('int'), weight, a('scale'), scale, a('zero')], [a('product')], domain=MICROSOFT),
        helper.make_node(
            'MatMulIntegerToFloat',
            [b('int'), weight, b('scale'), scale, MIDDLE, *(['', bias] if bias else [])], [b('product')],
            domain=MICROSOFT),
        helper.make_node('Add', [a('product'), b('product')], [y]),
    ]


def in_integers(model):
    """Makes the products of integers, and leaves out what only the floats needed."""
    g = model.graph
    makers = {o: n for n in g.node for o in n.output}
    users = {}
    for n in g.node:
        for i in n.input:
            users.setdefault(i, []).append(n)
    vectors = {t.name for t in g.initializer if len(t.dims) == 1}
    nodes, folded = [], set()
    for n in g.node:
        if n.output[0] in folded:
            continue
        scaled = makers.get(n.input[1]) if n.op_type == 'MatMul' else None
        cast = makers.get(scaled.input[0]) if scaled is not None and scaled.op_type == 'Mul' else None
        if cast is None or cast.op_type != 'Cast':
            nodes.append(n)
            continue
        y, bias = n.output[0], None
        (user, *others) = users[y]
        if not others and user.op_type == 'Add':
            other = next(i for i in user.input if i != y)
            if other in vectors:
                bias, y = other, user.output[0]
                folded.add(y)
        nodes += product(n.input[0], cast.input[0], scaled.input[1], bias, y)
    live, kept = {o.name for o in g.output}, []
    for n in reversed(nodes):
        if any(o in live for o in n.output):
            live.update(n.input)
            kept.append(n)
    del g.node[:]
    g.node.extend(kept[::-1])
    for t in [t for t in g.initializer if t.name not in live]:
        g.initializer.remove(t)
    g.initializer.extend([numpy_helper.from_array(np.float32(1 / 254), STEP), numpy_helper.from_array(np.uint8(128), MIDDLE)])
    model.opset_import.append(helper.make_opsetid(MICROSOFT, 1))
    return model


def lying_in(model, file, name):
    """Names the places of large tensors in a file that has their bytes, instead of having them."""
    for t in model.graph.initializer:
        if len(t.raw_data) < LEAST_BYTES:
            continue
        at = file.find(t.raw_data)
        assert at >= 0, f'{t.name} is not in {name}'
        t.data_location = onnx.TensorProto.EXTERNAL
        for key, value in (('location', name), ('offset', at), ('length', len(t.raw_data))):
            t.external_data.add(key=key, value=str(value))
        t.ClearField('raw_data')
    return model


def main():
    folder, name = sys.argv[1], 'encoder.onnx'
    path = os.path.join(folder, name)
    with open(path, 'rb') as f:
        file = f.read()
    out = os.path.join(folder, 'encoder-integers.onnx')
    with open(out, 'wb') as f:
        f.write(lying_in(in_integers(onnx.load(path)), file, name).SerializeToString())
    onnx.checker.check_model(out)
    print(out, os.path.getsize(out))


if __name__ == '__main__':
    main()
