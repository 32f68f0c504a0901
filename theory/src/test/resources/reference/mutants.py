"""Writes mutants.csv: both sides of every mutant at some instances.

    python3 mutants.py         (Python 3.9 or later, mpmath 1.3.0; under a minute)

The slips are typed anew from their words; the claims that they are made in, digits and the file's
form are those of claims.py. Of every claim there are its first instances, which are of no special
shape, and the first at which it is false: every mutant is false somewhere.
"""

import itertools
import math
import random

from mpmath import mp, mpf

import claims
import generate
from claims import exact, fixed_set, jacobian_norm, logits_of, top, worst
from generate import cumulative, gap, norm, scaled, softmax, total

COLUMNS = ("claim", "function", "temperature", "logits", "query", "keys", "embeddings", "selected",
           "direction", "step", "dimension", "radius", "separation", "ball", "separability", "heads",
           "left", "right")

# Instances of every claim that are written whether it is false there or not.
FIRST = 4

ATTAINED = ("lemma-1", "lemma-1-sharp", "corollary-1-max", "corollary-1-sharp",
            "theorem-1-fixed", "theorem-1-fixed-any", "theorem-1-random", "theorem-1-random-upper",
            "theorem-2-lower", "theorem-2-lower-sharp", "theorem-2-upper-sharp",
            "theorem-2-upper-repaired", "theorem-2-upper-repaired-mcdiarmid",
            "corollary-3-entry", "corollary-3-sharp", "jacobian-exact", "finite-difference",
            "prose-low-temperature", "jacobian-by-log-slope", "head-coverage",
            "head-coverage-dependent", "length-aware-gap", "sparse-norm", "sparse-entropy",
            "controlled-below")
# Where in one dimension a ball ends just before the distance of all, or of half, of the tokens.
ON_THE_LINE = [(1.0, [0.0, 0.0], 2, 1, 2.00002, 0.0, 1.0), (1.0, [0.0, 0.0, 0.0], 3, 1, 1.0, 0.0, 0.6666),
               (1.0, [0.0, 0.0, 0.0], 3, 1, 1.0, 0.0, 0.0078125)]
STRICT = ("lemma-1-sharp", "corollary-1-sharp", "theorem-1-fixed", "corollary-3-sharp")


def slips(claim, instance, sides):
    for name, pair in sides.items():
        yield claims.row(claim + "-" + name, instance, pair)


def bounds(claim, instance, left, rights):
    return slips(claim, instance, {name: (left, right) for name, right in rights.items()})


def is_false(row):
    return row["left"] > row["right"] * (1 + mpf(10) ** -40)


# ---------------------------------------------------------------- tightened

def tightened():
    """At the instances of claims.csv where the claim says most."""
    rng = random.Random(generate.SEED)
    rows = [r for part in (claims.softmax_rows(), claims.function_rows(), claims.key_rows(),
                           claims.embedded_rows(rng), step_rows(), claims.sparse_rows(),
                           claims.entropy_rows(),
                           claims.gap_rows(), claims.head_rows(),
                           claims.spherical_rows(claims.SPHERES + ON_THE_LINE)) for r in part]
    for claim in ATTAINED:
        for name, share in (("less-1", 0.01), ("less-0-1", 0.001)) \
                + ((("strict", 1e-12),) if claim in STRICT else ()):
            own = [r for r in rows if r["claim"] == claim and r["right"] > 0]
            for r in sorted(own, key=lambda r: r["right"] / max(r["left"], mpf(10) ** -30)):
                yield {**r, "claim": claim + "-" + name, "right": r["right"] * mpf(1 - share)}


def step_rows():
    for t, logits, direction, step in STEPS:
        instance = {**logits_of(t, logits), "direction": direction, "step": step}
        yield claims.row("finite-difference", instance, difference(instance))


def difference(instance):
    t, step = mpf(instance["temperature"]), mpf(instance["step"])
    moved = generate.difference("", *[instance[c] for c in ("temperature", "logits", "direction",
                                                            "step")])
    return moved["change"] / step, min(1 / (2 * t), mp.sqrt(2) / step)


def lowered(claim, name, constant, instance, sides):
    """A constant that is too small on a part of the domain, by 1 % and by 0.1 %."""
    left, right = sides
    for share in (0.01, 0.001):
        factor = mpf(constant * (1 - share))
        yield claims.row("%s-%s-%s" % (claim, name, "1" if share == 0.01 else "0-1"), instance,
                         (left, right * factor))


def of_weights(t, weights):
    return logits_of(t, [t * math.log(x) for x in weights])


def needles():
    for name, constant, weights in (
            ("sure", 1.92, [0.6001, 0.3999]), ("sure", 1.92, [0.1, 0.7, 0.2]),
            ("even", 1.8, [0.4499, 0.4499, 0.1002]), ("even", 1.8, [0.25, 0.25, 0.35, 0.15]),
            ("four", 1.4, [0.3499, 0.1501, 0.3499, 0.1501])):
        instance = of_weights(2.5, weights)
        size = generate.softmax_norm(instance["logits"], 2.5)
        yield from lowered("corollary-3-temperature", name, constant, instance, (size, mpf(1) / 10))
    instance = of_weights(2.5, [0.2, 0.5, 0.3])
    a = softmax(instance["logits"], 2.5)
    bound = 2 / mpf(2.5) * max(x * (1 - x) for x in a)
    yield from lowered("corollary-3-sharp", "even", 1, instance, worst(
        (generate.softmax_norm(instance["logits"], 2.5), bound), (bound, mpf(1) / 5)))

    root = math.sqrt(2)
    for name, constant, t, logits, direction, step in (
            ("long", 2 * root * math.tanh(root / 4), 2.0, [-root / 2, root / 2], [1.0, -1.0], 2.0),
            ("long", 2 * root * math.tanh(root / 4), 2.0, [0.5, -1.0, 0.0], [1.0, -2.0, 3.0], 3.0),
            ("sure", 1, 2.0, [6.0, 0.0], [-2.0, 1.0], 3.0),
            ("sure", 1, 2.0, [200.0, 0.0], [-1.0, 1.0], 2000.0)):
        instance = {**logits_of(t, logits), "direction": direction, "step": step}
        yield from lowered("finite-difference", name, constant, instance, difference(instance))

    for function, constant, logits in (
            ("EXPONENTIAL", 0.656854, [3.35613848] * 2 + [0.0] * 14),
            ("LOGISTIC", 0.82085, [-50.0] + [150.0] * 15),
            ("SOFTPLUS", 0.8, [1e9] + [100.0] * 15),
            ("QUADRATIC", 0.774596, [0.0025] + [0.0] * 15)):
        for some in ([1.0, -3.0, 0.5], logits):
            instance = {"function": function, **logits_of(2.5, some)}
            f = Function(instance)
            yield from lowered("lemma-2-sharp", function.lower(), constant, instance,
                               (f.norm, f.sharp()))

    for t, query, keys in ((2.0, [3.0], [[1.0], [-0.5], [0.25]]),
                           (2.0, [3.0], [[20.0], [-1.0], [-20.0]])):
        instance = {"temperature": t, "query": query, "keys": keys}
        yield from lowered("corollary-1-sharp", "uneven", 1, instance, Keys(instance).sharp())

    for t, logits, numbers in LEVEL:
        instance = {**logits_of(t, logits), "embeddings": [[x] for x in numbers], "selected": 2}
        rows = Embedded(instance)
        yield from lowered("theorem-1-fixed", "level", 0.968, instance,
                           (rows.distance, rows.bound()))
        yield from lowered("theorem-1-random", "level", 1, instance, (rows.main, rows.expected))
        yield from lowered("theorem-1-random-upper", "level", 1, instance,
                           (rows.expected, rows.upper))


# ---------------------------------------------------------------- queries and keys

KEYS = [
    (1.5, [1.0, -2.0], [[1.0, 0.25], [-0.5, -2.25], [0.75, 0.75]]),
    (0.75, [0.5, 1.0], [[1.0, 2.0], [-0.5, -1.5], [0.0, 0.5], [0.5, 1.5]]),
    (2.0, [3.0], [[1.0]]),
    (0.75, [1.0], [[-1.0], [1.0], [1.0]]), (2.0, [3.0], [[-1.0], [1.0], [1.0]]),
    (2.0, [3.0], [[1.0], [-1.0], [-1.0]]), (2.0, [3.0], [[-1.0], [0.25], [0.25]]),
    (2.0, [3.0], [[0.0], [-1.0], [-1.0]]),
    (1.25, [2.0, 2.0], [[-1.0, -1.0], [1.0, 1.0], [1.0, 1.0]]),
    (2.0, [0.0], [[1.0], [-1.0], [2.0]]),
]


class Keys:
    def __init__(self, instance):
        self.t, self.q = mpf(instance["temperature"]), norm(exact(instance["query"]))
        self.keys = [exact(key) for key in instance["keys"]]
        self.norms = [norm(key) for key in self.keys]
        self.n = len(self.keys)
        query = exact(instance["query"])
        logits = [mp.fsum(x * y for x, y in zip(query, key)) for key in self.keys]
        self.a = softmax(logits, self.t)
        self.x = self.exponent(max(self.norms))

    def exponent(self, length):
        return 2 * self.q * length / self.t

    def factor(self, x, m):
        """No token but one, m = 0: said to weigh at most e^x."""
        return (max(self.a), mp.exp(x)) if m == 0 else worst(
            (mp.exp(-x) / m, min(self.a)), (max(self.a), mp.exp(x) / m))

    def lower(self, x, m):
        return 1 / (1 + m * mp.exp(x)), min(self.a)

    def upper(self, x, m):
        return max(self.a), 1 / (1 + m * mp.exp(-x))

    def between(self, x, m):
        return worst(self.lower(x, m), self.upper(x, m))

    def sharp(self):
        return self.between(self.x, self.n - 1)


def key_slips():
    for t, query, keys in KEYS:
        instance = {"temperature": t, "query": query, "keys": keys}
        k = Keys(instance)
        n, x = k.n, k.x
        largest = k.exponent(max(abs(c) for key in k.keys for c in key))
        yield from slips("corollary-1-max", instance, {
            "no-two": k.factor(x / 2, n), "no-t": k.factor(x * k.t, n),
            "t-squared": k.factor(x / k.t, n), "fewer": k.factor(x, n - 1),
            "more": k.factor(x, n + 1), "no-query": k.factor(2 * max(k.norms) / k.t, n),
            "mean-key": k.factor(k.exponent(mp.fsum(k.norms) / n), n),
            "max-norm": k.factor(largest, n)})
        left, right = k.upper(x, n - 1)
        low, least = k.lower(x, n - 1)
        yield from slips("corollary-1-sharp", instance, {
            "no-two": k.between(x / 2, n - 1), "no-t": k.between(x * k.t, n - 1),
            "t-squared": k.between(x / k.t, n - 1), "n": k.between(x, n),
            "fewer": k.between(x, max(0, n - 2)),
            "smallest-key": k.between(k.exponent(min(k.norms)), n - 1),
            "max-norm": k.between(largest, n - 1),
            "own-key": worst(*[(a, 1 / (1 + (n - 1) * mp.exp(-k.exponent(length))))
                               for a, length in zip(k.a, k.norms)]),
            "upper-less": (left, right * mpf(0.99)), "lower-more": (low * mpf(1.01), least)})


# ---------------------------------------------------------------- functions

FUNCTIONS = [
    ("LOGISTIC", 2.0, [1.0, -3.0, 0.5]), ("QUADRATIC", 0.75, [0.5, -1.5, 0.25, 1.0]),
    ("EXPONENTIAL", 1.5, [2.0, 0.0, -2.5]),
    ("EXPONENTIAL", 0.25, [0.25, -0.25]), ("EXPONENTIAL", 0.25, [0.5, 0.5]),
    ("EXPONENTIAL", 4.0, [2.0, 2.0]), ("EXPONENTIAL", 2.0, [0.0, 0.0, 0.0]),
    ("EXPONENTIAL", 0.5, [0.0, 0.0, -5.0]), ("LOGISTIC", 2.0, [-50.0] + [150.0] * 15),
    ("QUADRATIC", 2.0, [0.5, 0.0, 0.0, 0.0]), ("QUADRATIC", 2.0, [2.0, 0.0, 0.0, 0.0]),
]


class Function:
    def __init__(self, instance):
        self.name, self.t = instance["function"], mpf(instance["temperature"])
        self.f, slope = generate.FUNCTIONS[self.name]
        self.logits = exact(instance["logits"])
        self.z = [x / self.t for x in self.logits]
        self.n, self.values = len(self.z), [self.f(x) for x in self.z]
        self.slopes = [abs(slope(x)) for x in self.z]
        self.sum = mp.fsum(self.values)
        self.a = [v / self.sum for v in self.values]
        self.norm = jacobian_norm(mp.matrix(
            [[((i == j) * slope(self.z[i]) - self.a[i] * slope(self.z[j])) / self.sum
              for j in range(self.n)] for i in range(self.n)]))

    def range(self, low, high):
        """Least and greatest value of F from low to high times the largest scaled logit."""
        return self.between(*[mpf(x) * max(abs(z) for z in self.z) for x in (low, high)])

    def between(self, low, high):
        ends = [self.f(low), self.f(high)]
        if self.name == "QUADRATIC" and low < 0 < high:
            ends.append(self.f(mpf(0)))
        return min(ends), max(ends)

    def unscaled(self):
        a = max(abs(x) for x in self.logits)
        return self.between(-a, a)

    def ratio(self, ratio, m):
        return worst((1 / (ratio * m), min(self.a)), (max(self.a), ratio / m))

    def upper(self, least_and_greatest, m):
        least, greatest = least_and_greatest
        return max(self.a), greatest / (greatest + m * least)

    def printed(self, slope, first, last):
        """With the values that stand for F_min and F_max."""
        return slope / (self.n * first) * (1 + last / first)

    def sharp(self):
        return (max(self.slopes) + norm(self.a) * norm(self.slopes)) / self.sum


def function_slips():
    for function, t, logits in FUNCTIONS:
        instance = {"function": function, **logits_of(t, logits)}
        f = Function(instance)
        n = f.n
        low, high = f.range(-1, 1)
        half = f.range(0, 1)
        unscaled = f.unscaled()
        end = max(abs(z) for z in f.z)
        yield from slips("lemma-1", instance, {
            "half": f.ratio(half[1] / half[0], n), "root": f.ratio(mp.sqrt(high / low), n),
            "ends": f.ratio(f.f(end) / f.f(-end), n), "more": f.ratio(high / low, n + 1),
            "no-t": f.ratio(unscaled[1] / unscaled[0], n)})
        yield from slips("lemma-1-sharp", instance, {
            "n": f.upper((low, high), n), "closer": f.upper(f.range(-0.99, 0.99), n - 1),
            "half": f.upper(half, n - 1), "no-t": f.upper(unscaled, n - 1),
            "lower": (mpf(1.01) * low / (low + (n - 1) * high), min(f.a))})
        least, most, steepest = min(f.values), max(f.values), max(f.slopes)
        printed = f.printed(steepest, least, most)
        yield from bounds("lemma-2", instance, f.norm, {
            "0-495": printed * mpf(0.495), "0-4995": printed * mpf(0.4995),
            "n-squared": printed / n, "least-slope": f.printed(min(f.slopes), least, most),
            "greatest": f.printed(steepest, most, least), "no-t": printed * f.t})
        rank_one = norm(f.a) * norm(f.slopes)
        yield from bounds("lemma-2-sharp", instance, f.norm, {
            "no-rank-one": steepest / f.sum, "no-diagonal": rank_one / f.sum,
            "mean-slope": (mp.fsum(f.slopes) / n + rank_one) / f.sum, "0-8": mpf(0.8) * f.sharp(),
            "t-squared": f.sharp() / f.t})


# ---------------------------------------------------------------- distances

PLANE = [[1.0, 0.5], [-0.5, 2.0], [0.25, -1.0], [1.5, 1.0], [0.0, 0.75]]

# T, logits, embeddings, N.
EMBEDDED = [
    (2.0, [1.0, -0.5, 1.75, 0.25, -2.0], PLANE, 2),
    (0.75, [0.25, -0.5], [[2.0, 1.0], [-1.0, 3.0]], 1),
    (1.5, [1.0, 0.5, 0.5], [[1.0, 2.0], [0.5, -1.0], [2.0, 0.0]], 3), (1.5, [1.0], [[1.0, 2.0]], 1),
    (0.75, [0.25, 0.0, -0.25, 0.5], [[2.0, 1.0], [1.0, 3.0], [0.5, -1.5], [0.25, 0.5]], 3),
    (2.0, [1.0, -0.5, 1.75, 1.0, 1.0], PLANE, 2),
    (2.0, [1.0, 0.5, -1.0, 0.0], [[1.0, 2.0]] * 4, 1),
    (1.5, [1.0, 0.5, 0.0], [[0.0], [0.5], [0.5]], 1),
    (1.5, [1.0, 0.5, 0.0], [[0.0], [0.5], [2.0]], 1),
    (1.5, [1.0, 0.5, 0.0], [[0.0, 0.0], [1.0, 1.0], [1.0, 1.0]], 1),
    (1.5, [3.0, 1.5, 0.0], [[2.0], [0.0], [2.0]], 2),
    (1.5, [1.0, 0.5, 0.0], [[5.0], [0.0], [0.0]], 1),
    (1.5, [1.0, 1.0], [[2.0], [2.0]], 1), (1.5, [1.0, 1.0, 1.0], [[3.0], [2.0], [4.0]], 2),
    (1.5, [1.0, 1.0, 1.0], [[0.0], [1.0], [-1.0]], 1),
    (1.5, [1.0, 1.0, 1.0], [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]], 1),
]

# T, logits and embeddings of rows that select two tokens, of logits less than T apart.
LEVEL = [
    (2.5, [2.4999, 0.0, 0.0, 0.0], [1.0, 0.8999, -1.0, -0.8999]),
    (2.5, [0.5, 0.25, 0.0, -0.5, 1.0], [1.0, 0.5, -0.25, 0.75, -1.0]),
    (2.5, [-2.5 * math.log(x) for x in (1.0, 0.8, 0.6, 0.4)], [1.0, 0.8, 0.6, 0.4]),
]

# T, logits, embeddings, I.
SELECTED = [
    (2.0, [1.0, -0.5, 1.75, 0.25, -2.0], PLANE, [1, 3]),
    (0.75, [0.25, 0.0, -0.25, 0.5], [[2.0, 1.0], [1.0, 3.0], [0.5, -1.5], [0.25, 0.5]], [2]),
    (1.5, [1.0, 0.5, 0.25], [[1.0, 2.0], [0.5, -1.0], [2.0, 0.0]], [0, 1, 2]),
    (0.5, [0.0, 1.0, -1.0], [[1.0, 2.0]] * 3, [0]), (0.5, [1.0, 0.0, 0.0], [[1.0, 2.0]] * 3, [0]),
]


class Embedded:
    def __init__(self, instance):
        self.logits, self.selected = instance["logits"], instance["selected"]
        self.x = [exact(v) for v in instance["embeddings"]]
        self.n = len(self.x)
        self.a = softmax(self.logits, instance["temperature"])
        self.y = [scaled(x, a) for x, a in zip(self.x, self.a)]
        self.top = top(self.logits, self.selected)
        self.others = [i for i in range(self.n) if i not in self.top]
        self.mass = mp.fsum(self.a[i] for i in self.top)
        self.rest = mp.fsum(self.a[i] for i in self.others)
        self.distance = cumulative(self.y, set(self.top))
        self.factor = len(self.others) * self.mass - self.rest
        self.d1 = max(self.gaps(norm, self.others))
        self.d2 = max(self.norms(self.top))
        self.expected, self.main, self.upper, self.variances = \
            generate.random_selection(self.y, self.selected)

    def gaps(self, size, others):
        return [size(gap(self.x[i], self.x[j])) for i in self.top for j in others] or [mpf(0)]

    def norms(self, tokens):
        return [norm(self.x[i]) for i in tokens] or [mpf(0)]

    def bound(self, d1=None, d2=None, factor=None):
        return self.rest * (self.d1 if d1 is None else d1) \
            + (self.factor if factor is None else factor) * (self.d2 if d2 is None else d2)

    def total_without(self, i):
        return total(self.y[:i] + self.y[i + 1:] + [[mpf(0)] * len(self.y[i])])

    def sums(self, outer, mean, spread):
        """With the share in front, that of the others in the mean, and a share of the variance."""
        return mpf(outer) * mp.fsum(
            mp.sqrt(norm(gap(scaled(self.total_without(i), mpf(mean)), self.y[i])) ** 2
                    + mpf(spread) * (self.variances[i] if self.variances else 0))
            for i in range(self.n))


def distance_slips():
    for t, logits, embeddings, selected in EMBEDDED:
        instance = {**logits_of(t, logits), "embeddings": embeddings, "selected": selected}
        e = Embedded(instance)
        n, others = e.n, len(e.others)
        yield from bounds("theorem-1-fixed", instance, e.distance, {
            "no-diameter": e.factor * e.d2, "no-norm": e.rest * e.d1,
            "diameter-1": e.bound(d1=e.d1 * mpf(0.99)),
            "diameter-0-1": e.bound(d1=e.d1 * mpf(0.999)), "norm-1": e.bound(d2=e.d2 * mpf(0.99)),
            "norm-0-1": e.bound(d2=e.d2 * mpf(0.999)),
            "selected-for-others": e.bound(factor=selected * e.mass - e.rest),
            "one-fewer": e.bound(factor=(others - 1) * e.mass - e.rest),
            "twice-rest": e.bound(factor=others * e.mass - 2 * e.rest),
            "nearest": e.bound(d1=min(e.gaps(norm, e.others))),
            "shortest": e.bound(d2=min(e.norms(e.top))),
            "other-norms": e.bound(d2=max(e.norms(e.others))),
            "among-selected": e.bound(d1=max(e.gaps(norm, e.top))),
            "squared": e.bound(d1=e.d1 ** 2),
            "max-norm": e.bound(d1=max(e.gaps(lambda v: max(abs(c) for c in v), e.others)))})
        high = sorted(range(n), key=lambda i: (-logits[i], -i))[:selected]
        yield from slips("theorem-1-fixed", instance, {
            "ties": (sum(high), sum(e.top)),
            "rank": (sum(x >= sorted(logits)[-selected] for x in logits), selected)})
        yield from slips("corollary-2-ii", instance, {
            "any-n": (e.distance, 0), "one-fewer": (e.distance if selected == n - 1 else 0, 0)})
        outer, mean = mpf(others) / n, mpf(selected) / max(1, n - 1)
        yield from slips("theorem-1-random", instance, {
            "no-share": (e.sums(1, mean, 0) if others else 0, e.expected),
            "selected-share": (e.sums(mpf(selected) / n, mean, 0), e.expected),
            "mean-by-n": (e.sums(outer, mpf(selected) / n, 0), e.expected),
            "one-fewer": (e.sums(outer, mpf(selected - 1) / max(1, n - 1), 0), e.expected)})
        yield from bounds("theorem-1-random-upper", instance, e.expected, {
            "no-variance": e.main, "half-variance": e.sums(outer, mean, mpf(1) / 2),
            "variance-by-n": e.sums(outer, mean, mpf(n - 2) / max(1, n - 1)),
            "variance-1": e.sums(outer, mean, 0.98), "no-share": e.upper * outer})
    for t, logits, embeddings, chosen in SELECTED:
        instance = {**logits_of(t, logits), "embeddings": embeddings, "selected": chosen}
        a = softmax(logits, t)
        mass, rest = [mp.fsum(x for i, x in enumerate(a) if (i in chosen) == inside)
                      for inside in (True, False)]
        others = len(a) - len(chosen)
        deviations = mp.fsum(abs(mass - x) for i, x in enumerate(a) if i not in chosen)
        distance, _, first = fixed_set(t, logits, embeddings, chosen)
        d2 = max(norm(exact(embeddings[j])) for j in chosen)
        yield from slips("theorem-1-fixed-any", instance, {
            name: (distance, first + (factor - deviations) * d2) for name, factor in (
                ("abs-outside", abs(others * mass - rest)), ("mass-only", others * mass),
                ("rest-only", rest), ("deviation-1", deviations * mpf(0.99)),
                ("deviation-0-1", deviations * mpf(0.999)))})


# ---------------------------------------------------------------- gradients

LOGITS = [
    (2.0, [0.5, -1.0, 0.25]), (0.5, [0.25, -0.75, 1.0, 0.375]), (1.5, [0.25]),
    (0.25, [0.0, 0.0]), (4.0, [1.0, 1.0]), (2.0, [1.0, -1.0]), (2.0, [2.25, 0.0, 0.0, 0.0]),
    (2.0, [1.0, 1.0, 1.0]), (2.0, [1.0, 1.0, -20.0]),
]

STEPS = [
    (2.0, [0.5, -1.0, 0.25], [1.0, 2.0, -3.0], 1.5),
    (0.5, [0.25, -0.75, 1.0, 0.375], [-1.0, 0.5, 0.25, 2.0], 4.0),
    (0.75, [0.5, 0.25], [-2.0, 1.0], 0.25),
    (1.5, [0.0, 0.0], [1.0, -1.0], 0.0078125), (0.25, [0.0, 0.0], [1.0, -1.0], 0.0078125),
    (1.5, [90.0, 0.0], [-1.0, 1.0], 400.0),
]


def logit_slips():
    for t, logits in LOGITS:
        instance = logits_of(t, logits)
        a, t = softmax(logits, t), mpf(t)
        n, size, entry = len(a), generate.softmax_norm(logits, t), generate.largest_entry(logits, t)
        products = [x * (1 - x) for x in a]
        first, second = (sorted(a) * 2 if n == 1 else sorted(a))[:-3:-1]
        yield from bounds("corollary-3-sharp", instance, size, {
            "half-1": mpf(0.495) / t, "half-0-1": mpf(0.4995) / t, "no-t": mpf(1) / 2,
            "t-squared": 1 / (2 * t ** 2), "no-two": max(products) / t,
            "second": 2 / t * second * (1 - second), "smallest": 2 / t * min(products),
            "wrong-arm": min(1 / (2 * t), mpf(1) / 2), "squares": 2 / t * mp.fsum(products) ** 2})
        yield from slips("corollary-3-sharp", instance, {
            "trace": (mp.fsum(products) / t, 1 / (2 * t))})
        yield from bounds("corollary-3-entry", instance, entry, {
            "eighth": 1 / (8 * t), "no-t": mpf(1) / 4, "t-squared": 1 / (4 * t ** 2),
            "by-n": (1 - mpf(1) / n) / (n * t)})
        yield from slips("jacobian-exact", instance, {
            name: (max(size, value), min(size, value)) for name, value in (
                ("largest", first / t), ("gershgorin", 2 * max(products) / t),
                ("second", second / t), ("millionth", size * mpf(1 + 1e-6)))})


def step_slips():
    for t, logits, direction, step in STEPS:
        instance = {**logits_of(t, logits), "direction": direction, "step": step}
        moved = generate.difference("", t, logits, direction, step)
        change = moved["change"]
        slope, root = mpf(step) / (2 * mpf(t)), mp.sqrt(2)
        unit = max(abs(mpf(u)) for u in direction) / norm(exact(direction))
        yield from bounds("finite-difference", instance, change, {
            "slope-1": min(slope * mpf(0.99), root), "slope-0-1": min(slope * mpf(0.999), root),
            "diameter-1": min(slope, root * mpf(0.99)),
            "diameter-0-1": min(slope, root * mpf(0.999)), "no-root": min(slope, mpf(1)),
            "quarter": min(slope / 2, root), "no-t": min(mpf(step) / 2, root),
            "t-squared": min(slope / mpf(t), root), "max-norm": min(slope * unit, root)})
        yield from slips("finite-difference", instance, {"sum-norm": (
            mp.fsum(abs(x) for x in gap(moved["after"], softmax(logits, t))), min(slope, root))})


def some(rows):
    """Of every claim its first instances, and the first one at which it is false."""
    for claim, group in itertools.groupby(sorted(rows, key=lambda r: r["claim"]),
                                          lambda r: r["claim"]):
        group = list(group)
        false = next(i for i, r in enumerate(group) if is_false(r))
        for i, r in enumerate(group):
            if i < FIRST or i == false:
                yield {column: r[column] for column in COLUMNS}


def main():
    mp.dps = 2 * generate.WORKING_DIGITS
    rows = itertools.chain(tightened(), needles(), key_slips(), function_slips(), distance_slips(),
                           logit_slips(), step_slips())
    generate.write("mutants.csv", list(some(rows)), "mutants.py")


if __name__ == "__main__":
    main()
