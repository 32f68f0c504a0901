"""Writes the recordings of cases.tsv beside it: python3 make_cases.py. Needs NumPy, nothing else."""

import io, json, pickle, struct, sys, zipfile
from pathlib import Path

import numpy as np

HERE = Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
HERE = HERE if HERE.is_dir() else HERE.parent
NAMES = {"f8": "F64", "f4": "F32", "f2": "F16", "i8": "I64", "i4": "I32", "i2": "I16", "i1": "I8",
         "u4": "U32", "u2": "U16", "u1": "U8", "b1": "BOOL"}
rng = np.random.default_rng(15)


def bf16(x):
    """Rounded to the upper 16 bits, ties to even, as float32."""
    bits = np.asarray(x, np.float32).view(np.uint32).astype(np.uint64)
    return (((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16) << 16).astype(np.uint32).view(np.float32)


class Raw:
    """An array of a type that NumPy lacks."""

    def __init__(self, dtype, shape, data):
        self.dtype, self.shape, self.data = dtype, shape, data


def brain(x):
    return Raw("BF16", np.shape(x), (bf16(x).view(np.uint32) >> 16).astype("<u2").tobytes())


def save(name, metadata=None, **arrays):
    header, data = {}, b""
    if metadata:
        header["__metadata__"] = metadata
    for key, a in arrays.items():
        if not isinstance(a, Raw):
            a = np.ascontiguousarray(a)
            a = Raw(NAMES[a.dtype.str[1:]], a.shape, a.tobytes())
        header[key.replace("__", ".")] = {
            "dtype": a.dtype, "shape": list(a.shape), "data_offsets": [len(data), len(data) + len(a.data)]}
        data += a.data
    text = json.dumps(header).encode()
    write(name, struct.pack("<Q", len(text)) + text + data)


def write(name, data):
    (HERE / (name + ".safetensors")).write_bytes(data)


def softmax(z, seen, sink=None):
    """Of what is seen, in double precision; rows that see nothing are zero."""
    z = np.where(seen, z.astype(np.float64), -np.inf)
    top = np.where(seen.any(-1, keepdims=True), z.max(-1, keepdims=True), 0)
    e = np.exp(z - top)
    s = 0 if sink is None else np.exp(sink[..., None, None] - top)
    total = e.sum(-1, keepdims=True) + s
    return e / np.where(total == 0, 1, total)


def causal(queries, keys=None, start=0):
    keys = keys or queries
    return np.arange(keys) <= np.arange(queries)[:, None] + start


L, D = 5, 4
SEEN = np.broadcast_to(causal(L), (2, 2, L, L))
Q, K, V = (rng.standard_normal((2, 2, L, D)).astype(np.float32) for _ in range(3))
S = (Q.astype(np.float64) @ K.astype(np.float64).swapaxes(-1, -2)).astype(np.float32)
W = softmax(S / 2, SEEN).astype(np.float32)
VECTORS = {"query": Q, "key": K, "value": V}
T2 = {"temperature": "2"}


def heads(arrays, where):
    """Arrays [n, …] as tensors of heads of their own."""
    return {f"layer__{l}__head__{h}__{kind}": a[i] for i, (l, h) in enumerate(where) for kind, a in arrays.items()}


# accepted: types
save("f64-weights-only", weights=softmax(S / 2, SEEN))
save("f16-weights-only", weights=W.astype(np.float16))
save("bf16-weights-only", weights=brain(W))
save("f16-stored-as-f32", weights=W.astype(np.float16).astype(np.float32))
long = rng.standard_normal((1, 1, 64, 64)) * 2
save("f16-long-rows", weights=softmax(long, causal(64)[None, None]).astype(np.float16))
noise = np.where(SEEN, W * (1 + 0.003 * rng.choice([-1, 1], W.shape)), 0)
noise = (noise / noise.sum(-1, keepdims=True)).astype(np.float32)
save("computed-in-bf16", {"computed_in": "torch.bfloat16", **T2}, weights=noise, logits=S)
save("bf16-everything", T2, weights=brain(softmax(bf16(S) / 2, SEEN)), logits=brain(S))
low = np.float32([[[[0, 0, 0, 0, 0], [12, 0, 0, 0, 0], [12, 12, 0, 0, 0], [0, 12, 12, 0, 0], [0, 0, 0, 12, 0]]]])
save("f16-underflow", {"temperature": "1"}, logits=low, weights=softmax(low, SEEN[:1, :1]).astype(np.float16))
w = softmax(low * 70, SEEN[:1, :1]).astype(np.float32)
save("f32-underflow", {"temperature": "1"}, logits=low * 70, weights=w)
save("one-token", weights=np.ones((1, 1, 1, 1), np.float32), logits=np.float32([[[[3.25]]]]))

# accepted: which heads
flat = {"weights": W.reshape(4, L, L), "logits": S.reshape(4, L, L)}
save("subset-of-layers", T2, **heads(flat, [(1, 0), (1, 2), (3, 0), (3, 5)]))
save("heads-of-each-layer", T2, **heads(flat, [(0, 0), (0, 1), (0, 2), (2, 0)]))
save("attentions-of-each-head", **heads({"attentions": W[0]}, [(0, 0), (0, 1)]))

# accepted: masks
pad = np.array([0, 0, 1, 1, 1])
left = SEEN & (pad == 1)
padded = softmax(S / 2, left).astype(np.float32)
save("batch-of-ids-and-mask", T2, weights=padded, logits=S, attention_mask=pad[None],
     input_ids=np.int32([[7, 7, 1, 2, 3]]))
one = np.array([0, 1, 1, 1, 1])
save("mask-bool-ids-u8", T2, weights=softmax(S / 2, SEEN & (one == 1)).astype(np.float32), logits=S,
     attention_mask=one.astype(bool), input_ids=np.uint8([0, 1, 2, 3, 255]))
right = softmax(S / 2, SEEN & (pad[::-1] == 1)).astype(np.float32)
save("right-padding-with-mask", T2, weights=right, logits=S, attention_mask=pad[::-1].astype(np.uint8))
prefix = causal(L) | (np.arange(L) < 3)
save("mask-of-pairs", {"causal": "false", **T2}, logits=S, attention_mask=prefix.astype(np.int16),
     weights=softmax(S / 2, np.broadcast_to(prefix, S.shape)).astype(np.float32))
nan = padded.copy()
nan[..., :2, :] = np.nan
save("nan-rows-with-mask", T2, weights=nan, logits=S, attention_mask=pad)

# accepted: what queries see
cross = np.ones((2, 2, 3, 5), bool)
save("cross-attention-with-vectors", {"causal": "False"}, query=Q[:, :, :3], key=K, value=V[..., :3],
     logits=S[:, :, :3], weights=softmax(S[:, :, :3] / 2, cross).astype(np.float32))
steps = rng.standard_normal((1, 2, 3, 7))
save("three-decoding-steps", {"query_start": "4"},
     weights=softmax(steps, np.broadcast_to(causal(3, 7, 4), steps.shape)).astype(np.float32))
near = abs(np.arange(L) - np.arange(L)[:, None])
save("window-both-sides", {"causal": "false", "window": "2", **T2}, logits=S,
     weights=softmax(S / 2, np.broadcast_to(near < 2, S.shape)).astype(np.float32))
window = softmax(S / 2, SEEN & (near < 3)).astype(np.float32)
save("window-of-three", {"window": "3", **T2}, logits=S, weights=window)
whole = np.ones((2, 2, L, L), bool)
save("causal-in-capitals", {"causal": "FALSE", **T2}, logits=S, weights=softmax(S / 2, whole).astype(np.float32))

# accepted: how logits enter
t = np.float64([[1, 2], [3, 4]])[..., None, None]
save("temperature-per-head", {"temperature": "[[1, 2], [3.0, 4.0]]"}, **VECTORS, logits=S,
     weights=softmax(S / t, SEEN).astype(np.float32))
t = np.float64([2, 4])[:, None, None, None]
save("temperature-tuple", {"temperature": "(2.0, 4.0)"}, logits=S, weights=softmax(S / t, SEEN).astype(np.float32))
t = np.float64([3, 3, 5, 5])[:, None, None]
save("temperature-by-number", {"temperature": "[9, 3, 9, 5]"}, **heads(
    {"logits": flat["logits"], "weights": softmax(flat["logits"] / t, SEEN[0, :1]).astype(np.float32)},
    [(1, 0), (1, 1), (3, 0), (3, 1)]))
sink = np.float32([[0.5, -1], [2, 0]])
save("scaled-with-sink", {"scaled": "True"}, **VECTORS, logits=S / 2, sink=sink,
     weights=softmax(S / 2, SEEN, sink).astype(np.float32))
t = np.float64([1, 2])[:, None, None, None]
save("softcap-and-temperatures", {"softcap": "1.5", "temperature": "[1, 2]"}, logits=S,
     weights=softmax(1.5 * np.tanh(S / t / 1.5), SEEN).astype(np.float32))
save("sink-weights-only", weights=softmax(S / 2, SEEN, sink).astype(np.float32), sink=sink)
save("metadata-none", {"temperature": "None", "window": "null", "causal": "1", "scaled": " false ", "softcap": "None"},
     **VECTORS, logits=S, weights=W)

# accepted: vectors and other tensors
save("value-of-another-dimension", query=Q, key=K, value=V[..., :3], logits=S, weights=W)
save("value-alone", weights=W, value=V)
save("query-alone", weights=W, query=Q)
Q4 = rng.standard_normal((1, 4, L, D)).astype(np.float32)
S4 = (Q4.astype(np.float64) @ K[:1].repeat(2, 1).astype(np.float64).swapaxes(-1, -2)).astype(np.float32)
save("two-groups", query=Q4, key=K[:1], value=V[:1], logits=S4,
     weights=softmax(S4 / 2, np.broadcast_to(causal(L), S4.shape)).astype(np.float32))
q, k = Q.astype(np.float16), K[:, :1].astype(np.float16)
s = q.astype(np.float64) @ k.astype(np.float64).swapaxes(-1, -2)
save("one-group-f16", query=q, key=k, logits=s.astype(np.float16), weights=softmax(s / 2, SEEN).astype(np.float16))
save("many-other-tensors", weights=W, a=np.int8([1]), b=Raw("F8_E5M2", (3,), b"abc"), c=np.uint32([1]),
     d=np.int16([1]), e=Raw("C64", (1,), bytes(8)))

# refused: metadata and shapes
save("numpy-number", {"temperature": "np.float64(2.0)"}, weights=W, logits=S)
save("temperature-of-three-layers", {"temperature": "[2.0]"}, weights=W, logits=S)
save("batch-of-three", weights=np.stack([W, W, W], 1))
save("batch-of-each-head", **heads({"weights": W[0][:, None]}, [(0, 0), (0, 1)]))
save("no-layers", weights=W[0])
missing = heads(flat, [(0, 0), (0, 1), (1, 0), (1, 1)])
del missing["layer__1__head__0__logits"]
save("missing-logits", **missing)
S3 = rng.standard_normal((2, 3, L, L)).astype(np.float32)
W3 = softmax(S3, np.broadcast_to(causal(L), S3.shape)).astype(np.float32)
save("groups-that-do-not-divide", query=rng.standard_normal((2, 3, L, D)), key=K, weights=W3)
save("mask-of-twos", weights=W, attention_mask=2 * pad)
save("mask-of-floats", weights=W, attention_mask=pad.astype(np.float32))
save("query-start-beyond", {"query_start": "6"}, weights=softmax(steps, np.ones(steps.shape, bool)))
save("query-and-key-differ", weights=W, query=Q, key=K[..., :3])
save("logits-only", logits=S)
save("both-names", weights=W, attentions=W)
save("integer-weights", weights=np.broadcast_to(np.eye(L, dtype=np.int64), (1, 1, L, L)))
save("sink-not-finite", weights=W, sink=np.float32([[0, np.inf], [0, 0]]))
save("none-but-others", embedding=np.zeros((2, 3), np.float32), layer__0__weight=np.zeros(2, np.float32))

# refused: numbers
w = W.copy(); w[1, 1, 3, 1] = -0.25
save("negative-weight", weights=w)
w = W.copy(); w[1, 1, 3, 1] = np.nan
save("nan-weight", weights=w)
w = W.copy(); w[1, 0, 3] *= 1.0001
save("row-off", weights=w)
w = W.copy(); w[0, 1, 4, 0] += 1e-5; w[0, 1, 4, 1] -= 1e-5
save("weight-off", T2, weights=w, logits=S)
w = W.copy(); w[0, 0, 2] = [0.3, 0.3, 0.3, 0.1, 0]
save("leak-weights-only", weights=w)
v = V.copy(); v[1, 0, 2, 3] = np.inf
save("value-not-finite", weights=W, value=v)
big = S.astype(np.float16).astype(np.float32)
big[0, 0, 3, 2] = -np.inf
save("f32-of-f16-overflow", T2, logits=big, weights=softmax(np.maximum(big, -1e9) / 2, SEEN).astype(np.float32))

# refused: explained
kept = rng.random(W.shape) < 0.5
save("dropout", T2, logits=S, weights=np.where(kept, 2 * W, 0))
save("dropout-weights-only", weights=np.where(kept, 2 * W, 0))
bias = S - near.astype(np.float32)
save("position-bias", **VECTORS, logits=bias, weights=softmax(bias / 2, SEEN).astype(np.float32))
save("rotation-without-logits", **VECTORS, weights=softmax(bias / 2, SEEN).astype(np.float32))
save("sink-untold-weights-only", weights=softmax(S / 2, SEEN, sink).astype(np.float32))
save("transposed-weights-only", weights=W.swapaxes(-1, -2))
save("bidirectional-untold-weights-only", weights=softmax(S / 2, whole).astype(np.float32))
save("right-padding-untold", T2, logits=S, weights=right)
save("nan-rows-untold", weights=nan)
save("softcap-30-untold", {"temperature": "1"}, logits=20 * S,
     weights=softmax(30 * np.tanh(20 * S / 30.0), SEEN).astype(np.float32))
save("temperature-untold", **VECTORS, logits=S, weights=softmax(S / 48 ** 0.5, SEEN).astype(np.float32))
t = np.float64([2, 2, 4, 4])[:, None, None]
save("temperature-of-layer-untold", T2, **heads(
    {"logits": flat["logits"], "weights": softmax(flat["logits"] / t, SEEN[0, :1]).astype(np.float32)},
    [(1, 0), (1, 1), (3, 0), (3, 1)]))
save("window-untold", T2, logits=S, weights=window)
save("scaled-untold", **VECTORS, logits=S / 2, weights=W)

# refused: other files
write("pickle", pickle.dumps([1.0, 2.0] * 8, protocol=2))
packed = io.BytesIO()
with zipfile.ZipFile(packed, "w") as archive:
    archive.writestr(zipfile.ZipInfo("a.npy"), b"x")
write("zip", packed.getvalue())
array = io.BytesIO()
np.save(array, W)
write("npy", array.getvalue()[:200])
write("gguf", b"GGUF" + struct.pack("<IQQ", 3, 1, 1))
write("hdf5", b"\x89HDF\r\n\x1a\n" + bytes(40))
write("page", b"\n<html lang=\"en\"><head><title>Sign in</title></head></html>")
write("pointer", b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 12\n")

# judged by a type that is too wide, by a sink, by a list of temperatures
wide = {"computed_in": "F64", **T2}
save("computed-in-too-wide", wide, weights=W.astype(np.float64), logits=S.astype(np.float64))
halves = softmax(S / 2, SEEN).astype(np.float16).astype(np.float64)
save("computed-in-too-wide-f16", {"computed_in": "F32", **T2}, weights=halves, logits=S.astype(np.float64))
save("sink-without-weight", T2, **VECTORS, logits=S, weights=W, sink=sink)
save("sink-without-weight-products", **VECTORS, weights=W, sink=sink)
save("sink-of-another-value", **VECTORS, weights=softmax(S / 2, SEEN, sink + 0.75).astype(np.float32), sink=sink)
save("sink-without-weight-weights-only", weights=W, sink=sink)
save("sink-far-below", T2, weights=W, logits=S, sink=np.full((2, 2), -200, np.float32))
save("temperatures-weights-only", {"temperature": "[2, 5]"}, weights=W)
for name, text in [("five-for-two-layers", "[2, 2, 2, 2, 2]"), ("one-for-two-heads", "[[2], [2]]"),
                   ("three-for-two-heads", "[[2, 2], [2, 2, 2]]")]:
    save("temperatures-" + name, {"temperature": text}, weights=W, logits=S)

# refused: explained by other heads, by what weights are, by the mask
swap = {kind: x[:, ::-1] for kind, x in VECTORS.items()}
save("heads-swapped", **swap, logits=S, weights=W)
save("heads-swapped-without-logits", **swap, weights=W)
save("weights-swapped", **VECTORS, logits=S, weights=W[:, ::-1])
Q6 = Q4[:, [0, 1, 2, 3, 0, 1]] * np.float32([1, 1, 1, 1, -1, -1])[:, None, None]
for name, groups in [("modulo", np.arange(6) % 2), ("repeated", np.arange(6) // 3)]:
    s = (Q6.astype(np.float64) @ K[:1, groups].astype(np.float64).swapaxes(-1, -2)).astype(np.float32)
    w = softmax(s / 2, np.broadcast_to(causal(L), s.shape)).astype(np.float32)
    save("groups-" + name, query=Q6, key=K[:1], logits=s, weights=w)
    save("groups-" + name + "-without-logits", query=Q6, key=K[:1], weights=w)
save("mask-inverted", T2, weights=padded, logits=S, attention_mask=1 - pad)
save("mask-inverted-weights-only", weights=right, attention_mask=1 - pad[::-1])
save("percent", T2, weights=100 * W, logits=S)
save("percent-weights-only", weights=np.round(100 * W))
save("logits-as-weights", weights=S)
save("logits-as-weights-masked", weights=np.where(SEEN, S, -np.inf), logits=S)
save("logits-of-each-head-only", **heads({"logits": flat["logits"]}, [(0, 0), (0, 1), (1, 0), (1, 1)]))
save("products-only", **VECTORS)

# accepted: weights alone that look like something else
save("window-untold-weights-only", weights=window)
save("right-padding-untold-weights-only", {"causal": "false"},
     weights=softmax(S / 2, np.broadcast_to(pad[::-1] == 1, S.shape)).astype(np.float32))
save("left-padding-decoding-step", {"query_start": "4"},
     weights=softmax(S[:, :, 4:] / 2, np.broadcast_to(pad == 1, (2, 2, 1, L))).astype(np.float32))
save("mask-of-zeros", T2, weights=W, logits=S, attention_mask=0 * pad)
save("mask-of-one-row", weights=np.float32([[[[0, 0], [0, 1]]]]), attention_mask=np.uint8([0, 1]))

# refused: temperatures and logits beyond what doubles divide
save("temperature-of-1e308", {"temperature": "1e308"}, weights=W)
save("temperature-of-1e-320", {"temperature": "[1, 1e-320]"}, weights=W, logits=S)
save("logits-beyond-doubles", {"temperature": "1e-100"}, weights=W, logits=np.float64(S) * 1e300)
save("sink-beyond-doubles", {"temperature": "1e10"}, weights=W, sink=np.full((2, 2), -1e300))

# refused: two arrays for a head
save("stacked-and-single", weights=W, layer__3__head__1__weights=W[0, 0])
save("single-and-stacked-logits", T2, layer__0__head__0__weights=W[0, 0], logits=S[:1, :1])

# refused: what one-hot rows do not tell
one = np.broadcast_to(np.eye(L), (1, 2, L, L))
save("one-hot", weights=one.astype(np.float32), logits=110 * one)
save("one-hot-of-another-token", weights=one[..., [0, 1, 2, 1, 4], :].astype(np.float32), logits=2000 * one)
mixed = np.stack([110 * np.eye(L), S[0, 1]])[None]
save("one-hot-beside-scaled", weights=np.stack([np.eye(L), softmax(mixed[0, 1], causal(L))])[None].astype(np.float32),
     logits=mixed)

# refused: a sink and another temperature
sunk = softmax(S / 4.0, SEEN, sink).astype(np.float32)
save("sink-and-temperature-untold", weights=sunk, logits=S)
save("another-sink-and-temperature", weights=sunk, logits=S, sink=sink + 0.75)
save("sink-and-temperature-in-f16", weights=sunk.astype(np.float16), logits=S.astype(np.float16))

# refused: weights changed after the softmax
third = np.sort(W, -1)[..., -2:-1]
top = np.where(W >= third, W, 0)
save("top-k", T2, weights=top, logits=S)
save("top-k-weights-only", weights=top)
save("top-k-rescaled", T2, weights=(top / top.sum(-1, keepdims=True)).astype(np.float32), logits=S)
save("dropped", T2, weights=np.where(kept, W, 0), logits=S)
save("dropped-weights-only", weights=np.where(kept, W, 0))
save("dropped-in-one-row", {"query_start": "4"}, weights=np.where(np.arange(L) == 2, 0, W[:, :, 4:]))
save("times-a-constant", T2, weights=(W / 0.9).astype(np.float32), logits=S)
save("times-a-constant-weights-only", weights=(W * 0.75).astype(np.float32))

# refused: padding
save("padding-with-weight", T2, weights=W, logits=S, attention_mask=pad)
save("padding-with-weight-weights-only", weights=W, attention_mask=pad[::-1])
blank = W.copy(); blank[..., 3:, :] = 0
save("zero-rows", weights=blank)
save("zero-rows-with-logits", T2, weights=blank, logits=S)
blank[..., 3:, :] = np.nan
save("nan-rows", weights=blank)
save("zeros", weights=0 * W)
