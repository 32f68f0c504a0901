"""Runs a GPT-2 in plain PyTorch and writes its attention for `verify --recorded`.

    python3 dump_attention.py MODEL IDS OUTPUT [DEVICE]

MODEL   a directory with config.json and model.safetensors, or random:NAME[:SEED]
IDS     a file of token ids separated by white space, as the command `tokens` prints them
OUTPUT  the safetensors file to write
DEVICE  cuda (default where there is one) or cpu

Nothing but PyTorch is needed. Arithmetic is float32, without TF32.
"""

import ctypes, json, math, os, struct, subprocess, sys
import torch
import torch.nn.functional as F

SHAPES = {  # width, layers, heads
    "gpt2": (768, 12, 12), "gpt2-medium": (1024, 24, 16), "gpt2-large": (1280, 36, 20),
    "gpt2-xl": (1600, 48, 25), "distilgpt2": (768, 6, 12),
}
TYPES = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}


def read_safetensors(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = bytearray(file.read())
    return {
        name.removeprefix("transformer."): torch.frombuffer(
            data, dtype=TYPES[t["dtype"]], count=math.prod(t["shape"]), offset=t["data_offsets"][0]
        ).reshape(t["shape"])
        for name, t in header.items()
        if name != "__metadata__" and t["dtype"] in TYPES
    }


def write_safetensors(path, tensors, metadata):
    types = {torch.float32: "F32", torch.int64: "I64"}
    header, position = {"__metadata__": metadata}, 0
    for name, t in tensors.items():
        end = position + t.numel() * t.element_size()
        header[name] = {"dtype": types[t.dtype], "shape": list(t.shape), "data_offsets": [position, end]}
        position = end
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path + ".part", "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for t in tensors.values():
            t = t.contiguous().cpu()
            file.write(ctypes.string_at(t.data_ptr(), t.numel() * t.element_size()))
    os.replace(path + ".part", path)


def random_values(name, shape, seed):
    """The weights of `random:NAME`, bit for bit: SplitMix64, four 16-bit draws summed per weight."""
    if len(shape) == 1:
        return torch.ones(shape) if name.endswith(".weight") else torch.zeros(shape)

    def signed(x):
        return (x + 2**63) % 2**64 - 2**63

    def shifted(z, bits):
        return (z >> bits) & (2 ** (64 - bits) - 1)

    code = 0
    for c in name:
        code = 31 * code + ord(c)
    start = signed(31 * seed + (code + 2**31) % 2**32 - 2**31)
    z = torch.arange(1, math.prod(shape) + 1) * signed(0x9E3779B97F4A7C15) + start
    z = (z ^ shifted(z, 30)) * signed(0xBF58476D1CE4E5B9)
    z = (z ^ shifted(z, 27)) * signed(0x94D049BB133111EB)
    z = z ^ shifted(z, 31)
    total = sum(shifted(z, bits) & 0xFFFF for bits in (0, 16, 32, 48))
    scale = 0.02 / math.sqrt((65536.0 * 65536.0 - 1) / 3)
    return ((total - 131070).double() * scale).float().reshape(shape)


def load(model):
    """Width, layers, heads, epsilon, and a function that gives a parameter by its name."""
    if model.startswith("random:"):
        _, name, *seed = model.split(":")
        width, layers, heads = SHAPES[name]
        rows = {"wte": (50257, width), "wpe": (1024, width), "c_attn": (width, 3 * width),
                "attn.c_proj": (width, width), "c_fc": (width, 4 * width), "mlp.c_proj": (4 * width, width)}

        def draw(parameter):
            shape = next((s for part, s in rows.items() if parameter.endswith(part + ".weight")), None)
            if shape is None:
                shape = (next((s[1] for part, s in rows.items() if part + "." in parameter), width),)
            return random_values(parameter, shape, int(seed[0]) if seed else 1)

        return width, layers, heads, 1e-5, draw
    with open(os.path.join(model, "config.json"), encoding="utf-8") as file:
        config = json.load(file)
    tensors = read_safetensors(os.path.join(model, "model.safetensors"))
    return (config["n_embd"], config["n_layer"], config["n_head"],
            config.get("layer_norm_epsilon", 1e-5), lambda name: tensors[name].float())


@torch.no_grad()
def attention(model, ids, device):
    """query, key, value [layers, heads, L, d]; logits, weights [layers, heads, L, L]."""
    width, layers, heads, epsilon, stored = load(model)
    ids, length = ids.to(device), len(ids)

    def parameters(name):
        return stored(name + ".weight").to(device), stored(name + ".bias").to(device)

    def norm(x, name):
        return F.layer_norm(x, (width,), *parameters(name), epsilon)

    def linear(x, name):
        weight, bias = parameters(name)
        return x @ weight + bias

    x = stored("wte.weight").to(device)[ids] + stored("wpe.weight").to(device)[:length]
    hidden = torch.ones(length, length, dtype=torch.bool, device=device).triu(1)
    rows = {name: [] for name in ("logits", "weights", "query", "key", "value")}
    for block in (f"h.{layer}." for layer in range(layers)):
        qkv = linear(norm(x, block + "ln_1"), block + "attn.c_attn").split(width, -1)
        query, key, value = (p.view(length, heads, -1).transpose(0, 1) for p in qkv)
        logits = query @ key.transpose(1, 2)
        weights = (logits / math.sqrt(width // heads)).masked_fill(hidden, -math.inf).softmax(-1)
        for name, array in zip(rows, (logits, weights, query, key, value)):
            rows[name].append(array)
        merged = (weights @ value).transpose(0, 1).reshape(length, width)
        x = x + linear(merged, block + "attn.c_proj")
        inner = F.gelu(linear(norm(x, block + "ln_2"), block + "mlp.c_fc"), approximate="tanh")
        x = x + linear(inner, block + "mlp.c_proj")
    return {name: torch.stack(arrays) for name, arrays in rows.items()}


def environment(device):
    if device != "cuda":
        return f"PyTorch {torch.__version__}, CPU, float32"
    query = ["nvidia-smi", "--query-gpu=driver_version", "--format=csv,noheader"]
    try:
        driver = subprocess.run(query, capture_output=True, text=True).stdout.split()[0]
    except (OSError, IndexError):
        driver = "unknown"
    name = torch.cuda.get_device_name()
    return f"PyTorch {torch.__version__}, {name}, CUDA {torch.version.cuda}, driver {driver}, float32"


def main(model, ids, output, device="cuda" if torch.cuda.is_available() else "cpu"):
    torch.set_float32_matmul_precision("highest")
    with open(ids, encoding="ascii") as file:
        tokens = torch.tensor([int(token) for token in file.read().split()])
    arrays = attention(model, tokens, device)
    metadata = {
        "model": os.path.basename(os.path.normpath(model)), "causal": "true",
        "temperature": repr(math.sqrt(arrays["query"].shape[-1])),
        "source": "dump_attention.py, " + environment(device),
    }
    write_safetensors(output, {"input_ids": tokens} | arrays, metadata)
    print(f"{output}: {list(arrays['logits'].shape)} logits, {metadata['source']}")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    main(*sys.argv[1:])
