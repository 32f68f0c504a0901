"""Saves attention in a file for `attention-limits rows`. Needs NumPy, nothing else.

Hugging Face, with the model loaded with attn_implementation="eager":

    save("attention.safetensors", weights=model(**inputs, output_attentions=True).attentions)

TransformerLens:

    logits, cache = model.run_with_cache(text)
    save("attention.safetensors", weights=cache, logits=cache, query=cache, key=cache, value=cache)

BertViz: the list of arrays that is given to head_view or model_view.
"""

import itertools
import json
import math
import os
import re
import struct

import numpy as np

__all__ = ["save"]

REALS = {"float64": "F64", "float32": "F32", "float16": "F16", "bfloat16": "BF16"}
INTEGERS = {"int64": "I64", "int32": "I32", "int16": "I16", "int8": "I8",
            "uint64": "U64", "uint32": "U32", "uint16": "U16", "uint8": "U8"}
TYPES = {**REALS, **INTEGERS}
SIZES = {code: int(code.strip("BFIU")) // 8 for code in TYPES.values()}
AXES = {"weights": "Lq, Lk", "logits": "Lq, Lk", "query": "Lq, d", "key": "Lk, d", "value": "Lk, d"}
HOOKS = {"weights": ["hook_pattern"], "logits": ["hook_attn_scores"], "query": ["hook_rot_q", "hook_q"],
         "key": ["hook_rot_k", "hook_k"], "value": ["hook_v"]}
EAGER = 'fused attention gives no weights: load the model with attn_implementation="eager"' \
        " and call it with output_attentions=True"

SOFTMAX = "give their softmax beside the logits: e = np.exp(z - z.max(-1, keepdims=True)) of" \
          " z = np.where(seen, logits / T, -np.inf), and then weights=e / e.sum(-1, keepdims=True)"
LOWEST, HIGHEST = 1e-100, 1e100


def save(path, *, weights=None, logits=None, query=None, key=None, value=None, sink=None, attention_mask=None,
         input_ids=None, temperature=None, causal=None, query_start=None, window=None, softcap=None, scaled=None,
         computed_in=None, layers=None, model=None, prompt=None, source=None):
    """Writes one text's attention to a safetensors file, which appears when it is whole.

    weights         attention weights after the softmax: a list with an array [batch, heads, Lq, Lk] or
                    [heads, Lq, Lk] for each layer, one array [layers, heads, Lq, Lk] or
                    [layers, batch, heads, Lq, Lk], a Hugging Face output, or a TransformerLens cache.
                    The batch must be of one text. Layers may have different numbers of heads
    logits          the same, unscaled q·k. From a cache they are q·k/T: scaled is then True
    query, key, value  the same with [..., L, d]; keys and values may have fewer heads, which the others share
    sink            [layers, heads]: scaled logit of a token without key and value
    attention_mask  [Lk] or [Lq, Lk]: 1 for tokens that are there, 0 for padding
    input_ids       [Lk]
    temperature     T, a number from 1e-100 to 1e100, a list with one for each layer that is saved, in their order,
                    or a list of lists with one for each head of each layer
    causal          False where a query sees all keys, as in BERT and in cross-attention
    query_start     position of the first query, as Lk - 1 in a decoding step
    window          w: a query sees keys less than w positions away
    softcap         c: weights are the softmax of c tanh(z / c)
    scaled          True if logits are q·k/T. Give T then as temperature, or query and key, which tell T = √d
    computed_in     float16, bfloat16, float32 or float64, if it is not the type of the arrays
    layers          numbers of the layers, ascending, if they are not 0, 1, ...
    model, prompt, source  text that is shown

    Arrays are of NumPy, PyTorch, JAX or TensorFlow, or nested lists. They keep their types: float64, float32,
    float16 and bfloat16. One layer at a time is copied.

    Raises ValueError with one line, and writes nothing, if something does not fit.
    """
    path = _path(path)
    given = {"weights": weights, "logits": logits, "query": query, "key": key, "value": value}
    if weights is None:
        raise ValueError("weights: None; " + (SOFTMAX if logits is not None else EAGER))
    if scaled is None and _is_mapping(logits):
        scaled = True
    parts = {kind: _Part(kind, x, layers) for kind, x in given.items() if x is not None or kind == "weights"}
    if scaled and temperature is None and logits is not None and query is None and key is None:
        raise ValueError("temperature: None; scaled logits, as those of a cache, do not tell T: give the number that"
                         " q·k was divided by, as 8 = √64 for GPT-2, or query and key")
    queries, keys = _check_shapes(parts)
    _check_sight(queries, keys, causal, query_start)
    stacked = _are_equal(parts)
    heads = [shape[0] for shape in parts["weights"].shapes]
    sides = {}
    if sink is not None:
        sides["sink"] = _sink(sink, heads)
    if attention_mask is not None:
        sides["attention_mask"] = _mask(attention_mask, queries, keys)
    if input_ids is not None:
        sides["input_ids"] = _ids(input_ids, keys)
    metadata = {
        "temperature": _temperature(temperature, heads), "softcap": _number("softcap", softcap),
        "causal": _truth("causal", causal), "scaled": _truth("scaled", scaled),
        "query_start": _integer("query_start", query_start, 0), "window": _integer("window", window, 1),
        "computed_in": _type("computed_in", computed_in), "model": _text("model", model),
        "prompt": _text("prompt", prompt), "source": _text("source", source),
    }
    header = list(_header(parts, stacked)) + [(name, TYPES[x.dtype.name], x.shape) for name, x in sides.items()]
    arrays = itertools.chain(_arrays(parts, stacked), sides.values())
    _write(path, {k: text for k, text in metadata.items() if text is not None}, header, arrays)


def _path(path):
    path = os.fspath(path)
    directory = os.path.dirname(path) or os.curdir
    if not os.path.isdir(directory):
        raise ValueError("path: its directory does not exist: %s" % path)
    if os.path.isdir(path):
        raise ValueError("path: is a directory: %s" % path)
    return path


class _Part:
    """The arrays of one kind, a layer each, without a batch: numbers of layers, shapes, type."""

    def __init__(self, kind, given, layers):
        numbers, items, self.swapped = _items(kind, given)
        if layers is not None and isinstance(numbers, range):  # a cache names its layers
            numbers = _layer_numbers(layers, len(items))
        self.numbers = list(numbers)
        for number, x in zip(self.numbers, items):
            _refuse_masked("%s of layer %d" % (kind, number), x)
        self.items = [_without_batch(kind, "%s of layer %d" % (kind, n), x) for n, x in zip(self.numbers, items)]
        self.shapes = [_shape(x) for x in self.items]
        if self.swapped:
            self.shapes = [(heads, rows, d) for rows, heads, d in self.shapes]
        types = {_real("%s of layer %d" % (kind, n), x) for n, x in zip(self.numbers, self.items)}
        if len(types) > 1:
            raise ValueError("%s: layers must be of one type: %s" % (kind, ", ".join(sorted(types))))
        self.type = types.pop()

    def array(self, layer):
        """[heads, ...] as NumPy holds it, bfloat16 as 16 bits, in the order of bytes of the file."""
        array = _bits(self.items[layer]) if self.type == "BF16" else _numpy(self.items[layer])
        return array.swapaxes(0, 1) if self.swapped else array


def _refuse_masked(where, x):
    """Refuses a masked array, whose masked numbers NumPy would give as they are, and a list with one."""
    if isinstance(x, np.ma.MaskedArray):
        raise ValueError(where + ": a masked array: fill it, as with .filled(0)")
    if isinstance(x, (list, tuple)):
        for item in x:
            if not isinstance(item, (bool, int, float)):
                _refuse_masked(where, item)


def _is_mapping(x):
    return hasattr(x, "keys") and hasattr(x, "__getitem__")


def _shape(x):
    return tuple(int(n) for n in x.shape)


def _items(kind, given):
    """Numbers of layers, an array of each, and whether these are [L, heads, d]."""
    if given is None:
        raise ValueError(kind + ": None; " + EAGER)
    if _is_mapping(given):
        return _of_mapping(kind, given)
    if hasattr(given, "shape"):
        if len(given.shape) not in (4, 5):
            raise ValueError("%s: shape must be [layers, heads, %s] or a list of [batch, heads, %s]: %s"
                             % (kind, AXES[kind], AXES[kind], list(_shape(given))))
        items = [given[i] for i in range(len(given))]
    else:
        try:
            items = list(given)
        except TypeError:
            raise ValueError("%s: must be a list of arrays: %s" % (kind, type(given).__name__)) from None
    if not items:
        raise ValueError(kind + ": no layers")
    if any(_is_step(x) for x in items):
        raise ValueError(
            "%s: a list of %d steps, as model.generate gives; save one step at a time: attentions[0] is the prompt,"
            " attentions[i] needs query_start, the number of its keys less one" % (kind, len(items)))
    return range(len(items)), items, False


def _is_step(x):
    """Whether an item is a step of generation: a list with an array of each layer."""
    return isinstance(x, (list, tuple)) and len(x) > 0 and hasattr(x[0], "shape") and len(x[0].shape) > 2


def _of_mapping(kind, cache):
    names = [str(name) for name in cache.keys()]
    for hook in HOOKS[kind]:
        pattern = re.compile(r"blocks\.(\d+)\.attn\." + hook)
        found = sorted((int(m.group(1)), m.group(0)) for m in map(pattern.fullmatch, names) if m)
        if found:
            return [n for n, _ in found], [cache[name] for _, name in found], kind in ("query", "key", "value")
    if kind == "weights" and "attentions" in names:
        return _items(kind, cache["attentions"])
    several = [name for name in names if name.endswith("_attentions")]
    if kind == "weights" and several:
        raise ValueError("weights: give one of " + ", ".join(several)
                         + "; all but decoder_attentions need causal=False")
    told = ", ".join(names[:4]) + (", ..." if len(names) > 4 else "")
    wanted = " or ".join("blocks.*.attn." + hook for hook in HOOKS[kind])
    raise ValueError("%s: neither %s nor attentions are among: %s; %s" % (kind, wanted, told, EAGER)
                     if kind == "weights" else "%s: no %s among: %s" % (kind, wanted, told))


def _layer_numbers(layers, count):
    numbers = [int(_integer("layers", n, 0)) for n in np.atleast_1d(layers)]
    if len(numbers) != count or any(a >= b for a, b in zip(numbers, numbers[1:])):
        raise ValueError("layers: must be %s, ascending: %s" % (_counted(count, "number"), numbers))
    return numbers


def _counted(count, thing):
    return "%d %s%s" % (count, thing, "" if count == 1 else "s")


def _without_batch(kind, where, x):
    if x is None:
        raise ValueError(where + ": None; " + EAGER)
    if not hasattr(x, "shape"):
        x = _of_lists(where, x)
    shape = list(_shape(x))
    if len(shape) == 4 and 0 not in shape:
        if shape[0] != 1:
            raise ValueError("%s: a batch of %d: save one text at a time, as [x[:1] for x in %s]"
                             % (where, shape[0], kind))
        x = x[0]
    if len(x.shape) != 3 or 0 in shape:
        raise ValueError("%s: shape must be [batch, heads, %s] or [heads, %s]: %s"
                         % (where, AXES[kind], AXES[kind], shape))
    return x


def _of_lists(where, x):
    try:
        array = np.asarray(x)
    except Exception:  # rows of different lengths, or no numbers
        array = np.asarray(None)
    if array.dtype.kind in "OSU":
        raise ValueError(where + ": must be an array of numbers")
    return array


def _type_name(dtype):
    """float32 of NumPy's and TensorFlow's dtype, of a type, of torch.float32 and of text."""
    return getattr(dtype, "name", None) or getattr(dtype, "__name__", None) or str(dtype).split(".")[-1]


def _real(where, x):
    name = _type_name(x.dtype)
    if name not in REALS:
        raise ValueError("%s: type must be float64, float32, float16 or bfloat16: %s" % (where, name))
    return REALS[name]


def _numpy(x):
    array = np.asarray(x.detach().cpu().numpy() if hasattr(x, "detach") else x)
    return array.astype(array.dtype.newbyteorder("<"), copy=False)


def _bits(x):
    """bfloat16 as 16 bits: they are the upper half of the float32 of the same value."""
    if hasattr(x, "detach"):
        return (_numpy(x.detach().float()).view("<u4") >> 16).astype("<u2")
    return np.asarray(x).view("<u2")


def _check_shapes(parts):
    """Lq and Lk."""
    weights = parts["weights"]
    queries, keys = weights.shapes[0][1:]
    dimensions = {}
    for kind, part in parts.items():
        if part.numbers != weights.numbers:
            raise ValueError("%s: must be of the layers of weights, %s: %s" % (kind, weights.numbers, part.numbers))
        for number, shape, (heads, _, _) in zip(part.numbers, part.shapes, weights.shapes):
            rows = keys if kind in ("key", "value") else queries
            last = keys if AXES[kind].endswith("Lk") else dimensions.setdefault(
                "value" if kind == "value" else "query", shape[2])
            shared = kind in ("key", "value") and heads % shape[0] == 0
            expected = (shape[0] if shared else heads, rows, last)
            if shape != expected:
                raise ValueError("%s of layer %d: shape must be %s: %s" % (kind, number, list(expected), list(shape)))
    return queries, keys


def _check_sight(queries, keys, causal, query_start):
    if queries == keys or query_start is not None or causal is False:
        return
    raise ValueError(
        "%d %s of %d keys: give causal=False for cross-attention, or query_start, the position of the first query%s"
        % (queries, "query" if queries == 1 else "queries", keys,
           ", %d in a decoding step" % (keys - queries) if queries < keys else ""))


def _are_equal(parts):
    """Whether layers are 0, 1, ... of equally many heads, so that one tensor holds a kind."""
    return all(part.numbers == list(range(len(part.numbers))) and len(set(part.shapes)) == 1
               for part in parts.values())


def _header(parts, stacked):
    """Name, type and shape of each tensor, in the order of _arrays. A tensor is a kind, or a head's."""
    for kind, part in parts.items():
        if stacked:
            yield kind, part.type, (len(part.numbers),) + part.shapes[0]
            continue
        for number, shape, (heads, _, _) in zip(part.numbers, part.shapes, parts["weights"].shapes):
            for head in range(heads):
                yield "layer.%d.head.%d.%s" % (number, head, kind), part.type, shape[1:]


def _arrays(parts, stacked):
    """The arrays, a layer at a time. Of heads in tensors of their own, each gets the key and value that it shares."""
    for part in parts.values():
        for layer, (heads, _, _) in enumerate(parts["weights"].shapes):
            array = part.array(layer)
            group = heads // len(array)
            yield from [array] if stacked else (array[head // group] for head in range(heads))


def _sink(given, heads):
    """[layers, most heads]; layers of fewer heads end with zeros, which are not read."""
    _refuse_masked("sink", given)
    rows = list(given) if hasattr(given, "__len__") else []
    rows = [_numpy(x.float() if hasattr(x, "detach") else _of_lists("sink", x)).astype("<f8") for x in rows]
    if [row.shape for row in rows] != [(n,) for n in heads]:
        raise ValueError("sink: must have a number for each head of each layer, %s: %s"
                         % (heads, [list(row.shape) for row in rows]))
    return np.stack([np.pad(row, (0, max(heads) - len(row)), "constant") for row in rows])


def _side(name, given):
    """An array without leading axes of one."""
    _refuse_masked(name, given)
    array = _numpy(given if hasattr(given, "shape") else _of_lists(name, given))
    while array.ndim > 1 and array.shape[0] == 1:
        array = array[0]
    return array


def _mask(given, queries, keys):
    mask = _side("attention_mask", given)
    if mask.shape not in ((keys,), (queries, keys)):
        raise ValueError("attention_mask: must be [%d] or [%d, %d], of one text: %s"
                         % (keys, queries, keys, list(mask.shape)))
    if not np.isin(mask, (0, 1)).all():
        raise ValueError("attention_mask: must hold 1 for tokens that are there and 0 for others")
    return mask.astype(np.uint8)


def _ids(given, keys):
    ids = _side("input_ids", given)
    if ids.shape != (keys,):
        raise ValueError("input_ids: must be [%d], of one text: %s" % (keys, list(ids.shape)))
    if ids.dtype.name not in INTEGERS:
        raise ValueError("input_ids: must be integers: " + ids.dtype.name)
    return ids


def _number(name, given, lists=False):
    if given is None:
        return None
    try:
        value = _plain(given, lists)
    except (TypeError, ValueError):
        raise ValueError("%s: must be positive and finite%s: %s"
                         % (name, ", a number or a list of them" if lists else "", given)) from None
    return json.dumps(value)


def _temperature(given, heads):
    text = _number("temperature", given, lists=True)
    value = None if text is None else json.loads(text)
    for t in [] if value is None else _flat(value):
        if not LOWEST <= t <= HIGHEST:
            raise ValueError("temperature: must be from %g to %g: %g" % (LOWEST, HIGHEST, t))
    if isinstance(value, list):
        if len(value) != len(heads):
            raise ValueError("temperature: must have an entry for each layer, %d: %d" % (len(heads), len(value)))
        for layer, count in zip(value, heads):
            if isinstance(layer, list) and len(layer) != count:
                raise ValueError("temperature: must have an entry for each head of a layer, %d: %d"
                                 % (count, len(layer)))
    return text


def _flat(value):
    """The numbers of a number, of a list or of a list of lists."""
    return [t for x in value for t in _flat(x)] if isinstance(value, list) else [value]


def _plain(given, lists):
    given = given.tolist() if hasattr(given, "tolist") else given
    if lists and isinstance(given, (list, tuple)) and given:
        return [_plain(x, lists) for x in given]
    if isinstance(given, bool):
        raise ValueError(given)
    number = float(given)
    if not 0 < number < math.inf:
        raise ValueError(number)
    return number


def _truth(name, given):
    if given is None:
        return None
    if not isinstance(given, (bool, np.bool_)):
        raise ValueError("%s: must be True or False: %s" % (name, given))
    return "true" if given else "false"


def _integer(name, given, least):
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, (int, np.integer)) or given < least:
        raise ValueError("%s: must be an integer of at least %d: %s" % (name, least, given))
    return str(int(given))


def _type(name, given):
    if given is None:
        return None
    code = REALS.get(_type_name(given), given)
    if code not in REALS.values():
        raise ValueError("%s: must be float16, bfloat16, float32 or float64: %s" % (name, given))
    return code


def _text(name, given):
    if given is not None and not isinstance(given, str):
        raise ValueError("%s: must be text: %s" % (name, type(given).__name__))
    return given


def _write(path, metadata, header, arrays):
    tensors, end = {"__metadata__": metadata}, 0
    for name, code, shape in header:
        begin, end = end, end + math.prod(shape) * SIZES[code]
        tensors[name] = {"dtype": code, "shape": shape, "data_offsets": [begin, end]}
    text = json.dumps(tensors).encode()
    text += b" " * (-len(text) % 8)
    part = "%s.%d.part" % (path, os.getpid())
    try:
        with open(part, "wb") as file:
            file.write(struct.pack("<Q", len(text)) + text)
            for array in arrays:
                file.write(np.ascontiguousarray(array).reshape(-1).view(np.uint8))
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.remove(part)
