"""What models give, made up: arrays in the shapes of Transformers, TransformerLens and BertViz."""

import weakref

import numpy as np

rng = np.random.RandomState(15)


def softmax(logits, causal=True, start=0, window=None, there=None):
    """Weights in double precision; rows that see nothing are NaN."""
    before = np.arange(logits.shape[-2])[:, None] + start - np.arange(logits.shape[-1])
    seen = (before >= 0) | (not causal)
    if window is not None:
        seen = seen & (before < window)
    if there is not None:
        seen = seen & (np.asarray(there) == 1)
    e = np.where(seen, np.exp(logits), 0)
    with np.errstate(invalid="ignore"):
        return e / e.sum(-1, keepdims=True)


def attention(heads=3, queries=5, keys=5, **sight):
    """[1, heads, Lq, Lk], as of one layer and a batch of one."""
    return softmax(rng.standard_normal((1, heads, queries, keys)), **sight)


def expect(tensor, array):
    """Tells which numbers the file must hold."""
    np.asarray(array, "<f8").tofile(tensor + ".f8")


def brain(values):
    """Rounded towards zero to bfloat16, as float32."""
    return (np.asarray(values, np.float32).view(np.uint32) >> 16 << 16).view(np.float32)


class Tensor:
    """A tensor as PyTorch's on a GPU: NumPy sees it when it is detached and moved, and sees no bfloat16."""

    alive, most = 0, 0

    def __init__(self, values, dtype=None, attached=True, on_gpu=True):
        self.values = np.asarray(values)
        self.dtype = dtype or "torch." + self.values.dtype.name
        self.shape, self.attached, self.on_gpu = self.values.shape, attached, on_gpu

    def __len__(self):
        return len(self.values)

    def __getitem__(self, i):
        return Tensor(self.values[i], self.dtype, self.attached, self.on_gpu)

    def __array__(self, *arguments, **names):
        raise TypeError("can't convert a tensor that requires grad, or lies on a GPU, to NumPy")

    def detach(self):
        return Tensor(self.values, self.dtype, False, self.on_gpu)

    def cpu(self):
        return Tensor(self.values, self.dtype, self.attached, False)

    def float(self):
        return Tensor(self.values.astype(np.float32), None, self.attached, self.on_gpu)

    def numpy(self):
        if self.attached or self.on_gpu:
            raise TypeError("can't convert a tensor that requires grad, or lies on a GPU, to NumPy")
        if self.dtype == "torch.bfloat16":
            raise TypeError("Got unsupported ScalarType BFloat16")
        copy = self.values.copy()
        Tensor.alive += 1
        Tensor.most = max(Tensor.most, Tensor.alive)
        weakref.finalize(copy, Tensor.died)
        return copy

    @staticmethod
    def died():
        Tensor.alive -= 1


class Cache:
    """As TransformerLens's ActivationCache: names and tensors, but no dict."""

    def __init__(self, arrays):
        self.arrays = arrays

    def keys(self):
        return self.arrays.keys()

    def __getitem__(self, name):
        return self.arrays[name]


def cache(layers=(0, 1), heads=2, shared=1, tokens=5, d=4, rotary=False):
    """Of causal attention; keys and values are shared by so many heads."""
    arrays = {"hook_embed": Tensor(np.zeros((1, tokens, 3), np.float32))}
    for layer in layers:
        q = rng.standard_normal((1, tokens, heads, d)).astype(np.float32)
        k, v = rng.standard_normal((2, 1, tokens, heads // shared, d)).astype(np.float32)
        products = np.einsum("bqhd,bkhd->bhqk", q.astype(np.float64), k.astype(np.float64).repeat(shared, 2))
        scores = np.where(np.tri(tokens) == 1, products / np.sqrt(d), -np.inf)
        prefix = "blocks.%d.attn.hook_" % layer
        arrays.update({
            prefix + "q": q, prefix + "k": k, prefix + "v": v, prefix + "attn_scores": scores.astype(np.float32),
            prefix + "pattern": softmax(scores).astype(np.float32)})
        if rotary:
            arrays.update({prefix + "rot_q": q, prefix + "rot_k": k, prefix + "q": q + 1, prefix + "k": k + 1})
    return Cache({name: x if isinstance(x, Tensor) else Tensor(x) for name, x in arrays.items()})
