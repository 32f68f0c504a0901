"""Writes claims.csv: both sides of every claim at some instances.

    python3 claims.py          (Python 3.9 or later, mpmath 1.3.0; under a minute)

The formulas are those of the claims' statements, typed anew from there; numbers, digits and the
file's form are those of generate.py. Of a claim of several inequalities, the sides are those of
the worst: a violated one first, then that of the largest ratio. Every inequality is the worst
somewhere.
"""

import itertools
import math
import random

from mpmath import mp, mpf

import generate
from generate import cumulative, gap, norm, scaled, softmax, total

COLUMNS = ("claim", "function", "temperature", "logits", "query", "keys", "embeddings", "selected",
           "direction", "step", "gap", "depths", "separability", "heads", "dimension", "radius",
           "separation", "ball", "arrangement", "weighting", "height", "share", "left", "right")


def worst(*sides):
    def key(pair):
        left, right = pair
        violated = left > right * (1 + mpf(10) ** -50)
        return violated, (left / right if right != 0 else mpf(0) if left == 0 else mp.inf)
    return max(sides, key=key)


def row(claim, instance, sides):
    left, right = sides
    return {**dict.fromkeys(COLUMNS), "claim": claim, **instance,
            "left": mpf(left), "right": mpf(right)}


def exact(numbers):
    return [mpf(x) for x in numbers]


# ---------------------------------------------------------------- logits

LOGITS = [
    (1.0, [0.0]), (1.0, [0.0, 0.0]), (0.25, [0.0, 0.0]), (2.0, [0.5, -1.0]), (8.0, [3.0, 3.0, -5.0]),
    (0.5, [0.25, -0.75, 1.0]), (3.0, [1.0, 2.0, -4.0, 0.5]), (1.0, [5.0, 0.0, -1.0, 0.25]),
    (0.125, [0.3, 0.1, 0.2, -0.7, 0.0]),
]


def logits_of(t, logits):
    return {"temperature": t, "logits": logits}


def jacobian_norm(matrix):
    return max(mp.svd_r(matrix, compute_uv=False)) if matrix.rows > 1 else abs(matrix[0])


def softmax_rows():
    for t, logits in LOGITS:
        instance = logits_of(t, logits)
        a = softmax(logits, t)
        size, entry = generate.softmax_norm(logits, t), generate.largest_entry(logits, t)
        quarter = 1 / (4 * mpf(t))
        yield row("corollary-3", instance, (size, min(quarter, mp.sqrt(2))))
        yield row("corollary-3-temperature", instance, (size, quarter))
        yield row("corollary-3-sqrt2", instance, (size, mp.sqrt(2)))
        yield row("corollary-3-entry", instance, (entry, quarter))
        gershgorin = 2 * max(x * (1 - x) for x in a) / mpf(t)
        yield row("corollary-3-sharp", instance,
                  worst((size, gershgorin), (gershgorin, 1 / (2 * mpf(t)))))
        yield row("jacobian-exact", instance, (size, size))
        yield row("prose-low-temperature", instance,
                  (1 / (2 * mpf(t)), generate.softmax_norm([0, 0], t)))
        if len(logits) > 1:
            yield row("low-temperature-single-row", instance,
                      (size * mpf(t) / 8, mpf(t) * generate.softmax_norm([8 * x for x in logits], t)))
        yield from controlled(t, logits)
    # A saturated row; and one whose second weight is so small that 1/(2T) is far.
    for t, logits in ((1.0, [40.0, 0.0]), (1.0, [-3.0, 2.0, -2.5]), (0.5, [-30.0, -31.0]),
                      (1.0, [0.125, 0.0625]), (2.0, [-0.5, -1.0, -0.25])):
        # The upper end is passed by a share of 2e-16 in the first row.
        yield from (r for r in controlled(t, logits)
                    if logits[0] != 40 or r["claim"] == "controlled-below")


def controlled(t, logits):
    """Self-adjusted softmax, and the form that is divided by the range of the logits."""
    instance, a, z = logits_of(t, logits), softmax(logits, t), [mpf(x) / mpf(t) for x in logits]
    n = len(z)
    of_weights = [[a[i] * ((i == j) - a[j]) for j in range(n)] for i in range(n)]
    size = jacobian_norm(mp.matrix([[z[i] * of_weights[i][j] + (i == j) * a[i] for j in range(n)]
                                    for i in range(n)]))
    low, high = (max(a) / mp.sqrt(n), size), (size, 1)
    yield row("controlled", instance, worst(low, high))
    yield row("controlled-below", instance, low)
    yield row("controlled-above", instance, high)
    most = max(abs(x) for x in z)
    bound = max(a) + 2 * most * max(x * (1 - x) for x in a)
    yield row("controlled-by-size", instance, worst((size, bound), (bound, 1 + most / 2)))
    ends = [min(z), max(z)]
    if all(e != 0 for e in ends) and (ends[0] > 0 or z.count(ends[0]) == 1) \
            and (ends[1] < 0 or z.count(ends[1]) == 1):
        m, most = min(ends[0], mpf(0)), max(ends[1], mpf(0))

        def slope(i, j):
            numerator, span = z[i] - m, most - m
            of_m, of_most = mpf(z[j] == m), mpf(z[j] == most)
            of_share = ((i == j) - of_m) / span - numerator * (of_most - of_m) / span ** 2
            return numerator / span * of_weights[i][j] + a[i] * of_share

        yield row("controlled-above-normalized", instance,
                  (jacobian_norm(mp.matrix([[slope(i, j) for j in range(n)] for i in range(n)])), 1))


def sparsemax(z):
    """By trying every support."""
    for size in range(1, len(z) + 1):
        for support in itertools.combinations(range(len(z)), size):
            threshold = (mp.fsum(z[i] for i in support) - 1) / size
            if all((z[i] > threshold) == (i in support) for i in range(len(z))):
                return [max(x - threshold, mpf(0)) for x in z]
    raise AssertionError(z)


def entmax(z):
    """1.5-entmax, by trying every support."""
    half = [x / 2 for x in z]
    for size in range(1, len(z) + 1):
        for support in itertools.combinations(range(len(z)), size):
            mean = mp.fsum(half[i] for i in support) / size
            rest = 1 - mp.fsum((half[i] - mean) ** 2 for i in support)
            threshold = mean - mp.sqrt(rest / size) if rest >= 0 else mp.inf
            if all((half[i] > threshold) == (i in support) for i in range(len(z))):
                return [max(x - threshold, mpf(0)) ** 2 for x in half]
    raise AssertionError(z)


def entropy(weights):
    return -mp.fsum(a * mp.log(a) for a in weights if a > 0)


def entropy_rows():
    for t, logits in LOGITS + [(1.0, [3.0, 2.75, -1.0]), (2.0, [1.0, 0.0])]:
        z, softest = [mpf(x) / mpf(t) for x in logits], entropy(softmax(logits, t))
        yield row("sparse-entropy", logits_of(t, logits),
                  worst((entropy(sparsemax(z)), softest), (entropy(entmax(z)), softest)))


def sparse_rows():
    for t, logits in ((1.0, [0.0, -1.0]), (0.5, [2.0, 1.75, -3.0]), (4.0, [0.0, -9.0, 1.0])):
        yield row("sparse", logits_of(t, logits), (0, 0))
        yield row("sparse-entmax", logits_of(t, [3 * x for x in logits]), (0, 0))
    for t, logits in ((1.0, [0.0]), (1.0, [0.0, -2.0]), (0.25, [0.0, 0.125, -4.0]),
                      (8.0, [1.0, 2.0, 3.0]), (3.0, [5.0, 4.0, 5.0, -1.0])):
        weights = sparsemax([mpf(x) / mpf(t) for x in logits])
        size = 1 / mpf(t) if sum(x > 0 for x in weights) > 1 else mpf(0)
        yield row("sparse-norm", logits_of(t, logits), (size, size))


def gap_rows():
    for t, logits in ((1.0, [1.0, 0.0]), (0.5, [0.25, -1.0, 0.5]), (8.0, [-3.0, 2.0, 1.0, -4.0]),
                      (1.0, [0.0, 0.5, 0.0, 0.0, 0.0])):
        n, x = len(logits), exact(logits)
        first, second = sorted(x, reverse=True)[:2]
        powers = [mpf(n) ** (v / (first - second)) for v in x]
        yield row("length-aware-gap", logits_of(t, logits),
                  (mpf(n) / (2 * n - 1), max(powers) / mp.fsum(powers)))


# ---------------------------------------------------------------- functions

def with_token(f, slope, z, depth):
    """The norm of the Jacobian with a token added so far below zero and the others."""
    all_of = z + [min(z + [mpf(0)]) - depth]
    values, slopes = [f(x) for x in all_of], [slope(x) for x in all_of]
    sum_of = mp.fsum(values)
    return jacobian_norm(mp.matrix([[((i == j) - values[i] / sum_of) * slopes[j] / sum_of
                                     for j in range(len(all_of))] for i in range(len(all_of))]))


def function_rows():
    for function in generate.FUNCTIONS:
        f, slope = generate.FUNCTIONS[function]
        for t, logits in LOGITS[1:] + [(1.0, [-2.0, 1.0, 1.0]), (2.0, [1.0, -6.0, -6.0, -6.0]),
                                       (2.0, [6.0, -6.0, -6.0, 6.0]), (1.0, [-1.0, -3.0])]:
            instance = {"function": function, **logits_of(t, logits)}
            z = [mpf(x) / mpf(t) for x in logits]
            n, values, slopes = len(z), [f(x) for x in z], [slope(x) for x in z]
            sum_of = mp.fsum(values)
            a = [v / sum_of for v in values]
            end = max(abs(x) for x in z)
            ends = [f(-end), f(end)] + ([f(mpf(0))] if function == "QUADRATIC" else [])
            low, high = min(ends), max(ends)
            yield row("lemma-1", instance,
                      worst((low / (high * n), min(a)), (max(a), high / (low * n))))
            yield row("lemma-1-sharp", instance,
                      worst((low / (low + (n - 1) * high), min(a)),
                            (max(a), high / (high + (n - 1) * low))))
            size = jacobian_norm(mp.matrix(
                [[((i == j) * slopes[i] - a[i] * slopes[j]) / sum_of for j in range(n)]
                 for i in range(n)]))
            steepest = max(abs(s) for s in slopes)
            yield row("lemma-2", instance,
                      (size, steepest / (n * min(values)) * (1 + max(values) / min(values))))
            yield row("lemma-2-sharp", instance,
                      (size, (steepest + norm(a) * norm(slopes)) / sum_of))
            yield row("jacobian-by-log-slope", instance,
                      (size, max(abs(s) / v for s, v in zip(slopes, values)) / 2))
            if function != "QUADRATIC" and 1 < n <= 3:
                yield row("prose-vanishing-minimum", instance,
                          (2 * size, with_token(f, slope, z, 32)))


# ---------------------------------------------------------------- queries and keys

def key_rows():
    for t, query, keys in ((1.0, [1.0], [[0.0]]), (1.0, [1.0], [[0.0], [1.0]]),
                           (2.0, [3.0], [[1.0], [-1.0]]), (0.5, [1.0, -2.0], [[0.5, 0.25], [1.0, 1.0]]),
                           (8.0, [3.0, 4.0], [[1.0, 0.0], [0.0, -2.0], [6.0, 8.0]]),
                           (1.0, [0.0, 0.0], [[1.0, 2.0], [3.0, 4.0]]),
                           (4.0, [1.0, 2.0, 2.0], [[1.0, 2.0, 2.0], [-1.0, -2.0, -2.0],
                                                   [-1.0, -2.0, -2.0], [2.0, -1.0, 0.0]]),
                           (4.0, [1.0], [[2.0], [2.0], [-2.0]]), (2.0, [2.0], [[1.0]] + [[-1.0]] * 3),
                           (3.0, [1.0, 1.0], [[1.0, -1.0], [-2.0, -2.0], [0.5, 0.0]])):
        instance = {"temperature": t, "query": query, "keys": keys}
        n = len(keys)
        logits = [mp.fsum(mpf(x) * mpf(y) for x, y in zip(query, key)) for key in keys]
        a = softmax(logits, t)
        own = [norm(exact(query)) * norm(exact(key)) / mpf(t) for key in keys]
        most = max(own)
        yield row("corollary-1-max", instance,
                  worst((mp.exp(-2 * most) / n, min(a)), (max(a), mp.exp(2 * most) / n)))
        yield row("corollary-1-own", instance,
                  worst(*[pair for x, delta in zip(a, own)
                          for pair in ((mp.exp(-2 * delta) / n, x), (x, mp.exp(2 * delta) / n))]))
        yield row("corollary-1-sharp", instance,
                  worst((1 / (1 + (n - 1) * mp.exp(2 * most)), min(a)),
                        (max(a), 1 / (1 + (n - 1) * mp.exp(-2 * most)))))


# ---------------------------------------------------------------- distances

def contributions(t, logits, embeddings):
    return [scaled(exact(x), a) for a, x in zip(softmax(logits, t), embeddings)]


def top(logits, selected):
    return sorted(range(len(logits)), key=lambda i: (-logits[i], i))[:selected]


def fixed_set(t, logits, embeddings, chosen):
    """The cumulative distance, and the bounds with the printed and with the other factor."""
    a, x = softmax(logits, t), [exact(v) for v in embeddings]
    n, others = len(a), [i for i in range(len(a)) if i not in chosen]
    mass = mp.fsum(a[i] for i in chosen)
    d1 = max([norm(gap(x[i], x[j])) for i in others for j in chosen], default=mpf(0))
    d2 = max(norm(x[j]) for j in chosen)
    distance = cumulative(contributions(t, logits, embeddings), set(chosen))
    first = (1 - mass) * d1 if others else mpf(0)
    printed = (n - len(chosen)) * mass - (1 - mass) if others else mpf(0)
    return (distance, first + printed * d2,
            first + mp.fsum(abs(mass - a[i]) for i in others) * d2)


def expected_distance(y, selected):
    n = len(y)
    everything = total(y)
    if n - selected < selected:
        # Fewer tokens are left than selected: s is the whole without them.
        sums = (gap(everything, total([y[i] for i in left] or [[mpf(0)] * len(y[0])])) for left in
                itertools.combinations(range(n), n - selected))
        rests = itertools.combinations(range(n), n - selected)
    else:
        sums = (total([y[i] for i in c]) for c in itertools.combinations(range(n), selected))
        rests = ([i for i in range(n) if i not in c]
                 for c in itertools.combinations(range(n), selected))
    return mp.fsum(norm(gap(s, y[i])) for s, rest in zip(sums, rests) for i in rest) \
        / math.comb(n, selected)


def main_sum(y, selected):
    n = len(y)
    return mpf(n - selected) / n * mp.fsum(
        norm(gap(scaled(total(y[:i] + y[i + 1:]), mpf(selected) / (n - 1)), y[i])) for i in range(n))


def embedded_rows(rng):
    for t, n, d, selected in ((1.0, 1, 2, 1), (0.5, 2, 1, 1), (1.0, 3, 2, 1), (8.0, 4, 3, 2),
                              (2.0, 5, 2, 3), (1.0, 4, 2, 4), (4.0, 6, 1, 4)):
        logits = generate.uniform(rng, n, 2 * t)
        embeddings = [[rng.gauss(0, 1) for _ in range(d)] for _ in range(n)]
        instance = {**logits_of(t, logits), "embeddings": embeddings, "selected": selected}
        y = contributions(t, logits, embeddings)
        chosen = top(logits, selected)
        distance, printed, _ = fixed_set(t, logits, embeddings, chosen)
        yield row("theorem-1-fixed", instance, (distance, printed))
        expected, main, upper, _ = generate.random_selection(y, selected)
        yield row("theorem-1-random", instance, (main, expected))
        yield row("theorem-1-random-upper", instance, (expected, upper))
        if n == selected:
            yield row("corollary-2-ii", instance, (0, 0))
        for some in ([0], list(range(n - 1, n)), list(range(0, n, 2))):
            distance, printed, other = fixed_set(t, logits, embeddings, some)
            chosen_instance = {**instance, "selected": some}
            yield row("theorem-1-fixed-set", chosen_instance, (distance, printed))
            yield row("theorem-1-fixed-any", chosen_instance, (distance, other))


def nearer_rows(rng):
    for n, selected, d, far in ((17, 16, 1, 0), (20, 16, 2, 1), (24, 20, 3, 2), (18, 17, 2, 6)):
        logits = generate.uniform(rng, n, 0.5)
        chosen = top(logits, selected)
        embeddings = [[rng.gauss(0, 1) + (1 if i in chosen else -far) for _ in range(d)]
                      for i in range(n)]
        y = contributions(1.0, logits, embeddings)
        s = total([y[i] for i in chosen])
        ball = min(norm(gap(s, y[j])) for j in range(n) if j not in chosen)
        count = sum(norm(gap(s, y[i])) < ball for i in chosen)
        yield row("prose-eighty-percent",
                  {**logits_of(1.0, logits), "embeddings": embeddings, "selected": selected},
                  (mpf(count) / selected, mpf(17) / 20))


def inside(y, chosen):
    s = total([y[i] for i in chosen])
    ball = min(norm(gap(s, y[j])) for j in range(len(y)) if j not in chosen)
    return mpf(sum(norm(gap(s, y[i])) < ball for i in chosen)) / len(chosen)


def share_rows(rng):
    for n, selected, d in ((4, 2, 2), (5, 2, 3), (6, 3, 2), (8, 4, 4), (3, 1, 1), (12, 6, 3)):
        logits = generate.uniform(rng, n, 1)
        embeddings = [[rng.gauss(0, 1) for _ in range(d)] for _ in range(n)]
        y = contributions(1.0, logits, embeddings)
        yield row("prose-declining-with-n",
                  {**logits_of(1.0, logits), "embeddings": embeddings, "selected": selected},
                  (inside(y, top(logits, selected + 1)), inside(y, top(logits, selected))))
        axes = [[2.5 * (-1) ** i * (k == i) for k in range(n)] for i in range(n)]
        assert inside(contributions(1.0, logits, axes), top(logits, selected)) == 1
        yield row("separability-orthogonal",
                  {**logits_of(1.0, logits), "embeddings": axes, "selected": selected}, (1, 1))


# ---------------------------------------------------------------- families

LENGTHS = (4, 8, 16, 32)
MILLION = 10 ** 6


def embedding(arrangement, i, n):
    if arrangement == "IDENTICAL":
        return [1.0]
    if arrangement == "ANTIPODAL":
        return [(-1.0) ** i]
    return [float(i % 2 == k) for k in range(2)] if arrangement == "CLUSTERED" \
        else [float(i == k) for k in range(n)]


def logit(weighting, i, n, height):
    return 0.0 if weighting == "UNIFORM" or (weighting == "SPIKED" and i > 0) \
        else height * (n - i) / n if weighting == "GEOMETRIC" else height


def limit(quantity):
    values = [quantity(n) for n in LENGTHS]
    return (max(values[:2]) or values[2]) / 2, values[-1]


def vanishes(quantity):
    half, last = limit(quantity)
    return last if half else mpf(0), max(half, mpf(1) / MILLION)


def family_rows():
    for arrangement, weighting, height, selected in (
            ("IDENTICAL", "UNIFORM", 0.0, 2), ("ANTIPODAL", "GEOMETRIC", 0.5, 2),
            ("CLUSTERED", "SPIKED", 0.75, 1), ("ORTHONORMAL", "UNIFORM", 0.0, 1),
            ("IDENTICAL", "GEOMETRIC", 0.25, 1)):
        instance = {"arrangement": arrangement, "weighting": weighting, "height": height}

        def y(n):
            logits = [logit(weighting, i, n, height) for i in range(n)]
            return contributions(1.0, logits, [embedding(arrangement, i, n) for i in range(n)])

        expected = {n: expected_distance(y(n), selected) for n in LENGTHS}
        fixed = {**instance, "selected": selected}
        yield row("prose-jensen-gap", fixed,
                  vanishes(lambda n: 1 - main_sum(y(n), selected) / expected[n]))
        yield row("prose-linear-growth", fixed,
                  limit(lambda n: cumulative(y(n), set(top(
                      [logit(weighting, i, n, height) for i in range(n)], selected))) / n))
        norms = {n: mp.fsum(norm(v) for v in y(n)) for n in LENGTHS}
        yield row("corollary-2-i", fixed, vanishes(lambda n: abs(expected[n] - norms[n]) / norms[n]))
        for share in (0.3, 0.75):
            yield row("prose-distance-collapse", {**instance, "share": share},
                      vanishes(lambda n: cumulative(
                          y(n), set(top([logit(weighting, i, n, height) for i in range(n)],
                                        math.ceil(share * n))))))
    for height in (0.25, 1.0, 1.5):
        yield row("length-aware", {"arrangement": "IDENTICAL", "weighting": "SPIKED",
                                   "height": height, "selected": 1},
                  limit(lambda n: mpf(n) ** mpf(height) / (mpf(n) ** mpf(height) + n - 1)))


# ---------------------------------------------------------------- separability

def within(a, r, d):
    """The chance that the sum of vectors of up to two lengths is at most r long; radius one."""
    if not a:
        return mpf(1)
    if len(a) == 1:
        return mpf(a[0] <= r)
    x, y = a
    tau = (r * r - x * x - y * y) / (2 * x * y)
    if abs(tau) >= 1 or d == 1:
        return mpf(0) if tau < -1 else mpf(1) if tau >= 1 else mpf(1) / 2
    return mp.betainc(mpf(d - 1) / 2, mpf(d - 1) / 2, 0, (1 + tau) / 2, regularized=True)


# T, logits, N, d, M, δ and r.
SPHERES = [
    (1.0, [0.0], 1, 3, 2.0, 1.0, 0.5), (1.0, [0.5, 0.0, -0.25], 1, 3, 2.0, 0.5, 1.0),
    (1.0, [0.5, 0.0], 2, 2, 0.5, 0.25, 0.25), (2.0, [1.0, 0.0], 2, 4, 4.0, 5.0, 3.0),
    (1.0, [0.0, 0.25, -0.5], 3, 3, 1.0, 0.5, 0.5), (1.0, [0.0, 0.0, 0.0], 3, 2, 2.0, 1.0, 0.5),
    (4.0, [3.0, -1.0, 2.0], 3, 5, 3.0, 2.0, 1.75), (1.0, [1.0, 0.0, -1.0], 3, 4, 1.0, 1.0, 0.75),
    (1.0, [0.0, 0.0, 0.0], 3, 1, 1.0, 1.0, 0.75), (1.0, [2.0, 0.0, -1.0], 2, 3, 1.0, 0.5, 0.5),
    (1.0, [0.5, 0.25, 0.0], 3, 64, 1.0, 1.0, 0.45), (1.0, [0.5, 0.25, 0.0], 3, 64, 1.0, 1.0, 0.625),
    (1.0, [3.0, 1.5, 1.0, -8.0], 3, 2, 1.0, 1.0, 0.375), (1.0, [0.0, 1.0, 0.5], 2, 3, 2.0, 1.0, 3.0),
]


def mean_length(a, d):
    """Of a sum of up to two vectors; the angle's density is proportional to sin^(d-2)."""
    if len(a) < 2:
        return mp.fsum(a)
    if d == 1:
        return (a[0] + a[1] + abs(a[0] - a[1])) / 2
    length = lambda t: mp.sqrt(a[0] ** 2 + a[1] ** 2 + 2 * a[0] * a[1] * mp.cos(t))
    places = [0, mp.pi / 4, mp.pi / 2, 3 * mp.pi / 4, mp.pi]
    return mp.quad(lambda t: length(t) * mp.sin(t) ** (d - 2), places) \
        / mp.quad(lambda t: mp.sin(t) ** (d - 2), places)


def repaired(instance, share, sums, rho, d):
    # Bounds that the claims enclose too coarsely for a reference are left out.
    if any(len(a) == 2 and 2 * a[0] * a[1] > mpf("0.8") * (a[0] ** 2 + a[1] ** 2) and d < 20
           for a in sums):
        return
    excess = [max(mean_length(a, d) - rho, mpf(0)) for a in sums]
    hoeffding = [mp.exp(-2 * (x / mp.fsum(a)) ** 2) if a else mpf(1) for x, a in zip(excess, sums)]
    mcdiarmid = [mp.exp(-x ** 2 / (2 * mp.fsum(y * y for y in a))) if a else mpf(1)
                 for x, a in zip(excess, sums)]
    yield row("theorem-2-upper-repaired", instance, (share, mp.fsum(hoeffding) / len(sums)))
    yield row("theorem-2-upper-repaired-mcdiarmid", instance,
              (share, mp.fsum(mcdiarmid) / len(sums)))


def spherical_rows(spheres):
    # For δ > 0 the share is only known up to the chance of a closer pair.
    for t, logits, selected, d, m, delta, r in ((*s[:5], 0.0, s[6]) for s in spheres):
        instance = {**logits_of(t, logits), "selected": selected, "dimension": d, "radius": m,
                    "separation": delta, "ball": r}
        ordered = sorted(softmax(logits, t), reverse=True)
        chosen, others = ordered[:selected], ordered[selected:]
        rho, apart = mpf(r) / mpf(m), mpf(delta) / mpf(m)
        sums = [chosen[:i] + chosen[i + 1:] for i in range(selected)]
        chances = [within(a, rho, d) for a in sums]
        share = mp.fsum(chances) / selected
        if selected == 1:
            separated = mpf(1)
            for other in others:
                separated *= 1 - within([chosen[0], other], rho, d)
        else:
            # Without others, or all of them certainly in or out of the ball.
            separated = share
            for other in others:
                length, most = sum(chosen) + other, max(chosen + [other])
                assert length <= rho or 2 * most - length > rho, instance
                separated = mpf(0) if length <= rho else separated
        xi = [mp.sqrt(mp.fsum(x * x for x in a) + (1 - apart ** 2 / 2)
                      * mp.fsum(2 * x * y for x, y in itertools.combinations(a, 2))) for a in sums]
        markov = mp.fsum(xi) / (rho * selected)
        yield row("theorem-2-lower", instance, (1 - share, markov))
        yield row("theorem-2-lower-separated", instance, (1 - separated, markov))
        plain = mp.fsum(mp.exp(-(x - rho) ** 2 / 2) for x in xi) / selected
        positive = mp.fsum(mp.exp(-max(x - rho, 0) ** 2 / 2) for x in xi) / selected
        yield row("theorem-2-upper", instance, (share, plain))
        yield row("theorem-2-upper-separated", instance, (separated, plain))
        yield row("theorem-2-upper-positive", instance, (share, positive))
        yield row("theorem-2-upper-positive-separated", instance, (separated, positive))
        second = [mp.fsum(x * x for x in a) for a in sums]
        variance = [mpf(4) / d * mp.fsum((x * y) ** 2 for x, y in itertools.combinations(a, 2))
                    for a in sums]
        cantelli = [(1 - chances[i], variance[i] / (variance[i] + (rho ** 2 - second[i]) ** 2))
                    for i in range(selected) if rho ** 2 > second[i]]
        below = [(chances[i], variance[i] / (variance[i] + (second[i] - rho ** 2) ** 2))
                 for i in range(selected) if rho ** 2 < second[i]]
        if cantelli:
            yield row("theorem-2-lower-sharp", instance, worst(*cantelli))
        if below:
            yield row("theorem-2-upper-sharp", instance, worst(*below))
        yield from repaired(instance, share, sums, rho, d)


# ---------------------------------------------------------------- steps and heads

def step_rows():
    for t, logits, direction, step in ((1.0, [0.0], [1.0], 0.5), (1.0, [0.0, 0.0], [1.0, -1.0], 0.25),
                                       (0.5, [0.5, -0.25, 1.0], [1.0, 2.0, -2.0], 0.125),
                                       (0.25, [1.0, 0.0, 0.5], [-3.0, 4.0, 0.0], 8.0),
                                       (2.0, [0.0, 1.0], [-1.0, 0.0], 64.0)):
        instance = {**logits_of(t, logits), "direction": direction, "step": step}
        change = generate.difference("", t, logits, direction, step)["change"]
        yield row("finite-difference", instance,
                  (change / mpf(step), min(1 / (2 * mpf(t)), mp.sqrt(2) / mpf(step))))
    for t, logits, direction, step in ((1.0, [0.0], [1.0], 0.5), (0.125, [1.0, 0.0], [-1.0, 1.0], 4.0),
                                       (0.5, [0.5, -0.25, 1.0], [1.0, 2.0, -2.0], 8.0),
                                       (2.0, [0.0, 1.0], [-1.0, 0.0], 64.0)):
        tenth = mpf(step) / 10
        unit = [mpf(u) / norm(exact(direction)) for u in direction]
        before = softmax(exact(logits), t)
        yield row("prose-smaller-step",
                  {**logits_of(t, logits), "direction": direction, "step": step},
                  [norm(gap(softmax([mpf(x) + e * u for x, u in zip(logits, unit)], t), before)) / e
                   for e in (mpf(step), tenth)])


def tie_rows():
    for t, epsilon, depths in ((1.0, 0.5, []), (2.0, 1.75, []), (0.25, 0.03125, []),
                               (1.0, 0.5, [0.25]), (0.5, 3.0, [0.0, 2.0])):
        e = mpf(epsilon)
        rest = [-e - mpf(x) for x in depths]
        change = norm(gap(softmax([e, mpf(0)] + rest, t), softmax([-e, e] + rest, t)))
        instance = {"temperature": t, "gap": epsilon, "depths": depths}
        yield row("example-near-tie", instance, (change, mp.sqrt(5) * e / (2 * mpf(t))))
        if not depths and epsilon <= t:
            yield row("example-near-tie-order", instance, (e / (mp.sqrt(2) * mpf(t)), change))


def head_rows():
    for p, heads in ((0.5, 1), (0.25, 2), (0.8, 2), (0.8, 3), (0.9, 4), (1.0, 3), (0.0, 1), (0.125, 5)):
        instance = {"separability": p, "heads": heads}
        left = (1 - mpf(p)) ** heads
        yield row("head-coverage", instance, (1 - left, 1 - left))
        most = min(mpf(1), heads * mpf(p))
        yield row("head-coverage-dependent", instance, (most, most))
        if heads >= 3 and p >= 0.8:
            yield row("head-coverage-three", instance, (left, mpf(1) / 100))
        if heads < 3 and p <= 0.8:
            yield row("head-coverage-three", instance, (mpf(1) / 100, left))


# ---------------------------------------------------------------- neighbours

NEIGHBOUR_LOGITS = [
    (1.0, [0.0, 0.0]), (2.0, [0.5, -1.0]), (0.5, [0.25, -0.75, 1.0]), (8.0, [3.0, 3.0, -5.0]),
    (3.0, [1.0, 2.0, -4.0, 0.5]), (0.25, [1.0, -0.5, 0.125]), (0.125, [0.3, 0.1, 0.2, -0.7, 0.0]),
    (1.0, [4.0, -1.0]), (2.0, [2.5, 0.0, 0.0, 0.0]), (1.0, [6.0, 6.0, 1.0, 0.0, -2.0]),
]


def neighbour_rows():
    for t, logits in NEIGHBOUR_LOGITS + [(1.0, [0.5])]:
        instance, z, a = logits_of(t, logits), [mpf(x) / mpf(t) for x in logits], softmax(logits, t)
        n, h, rho = len(z), entropy(a), max(z) - min(z)
        low = mp.log(n) - min(rho, rho ** 2 / 8)
        if low >= 0:
            yield row("entropy-by-range", instance, (low, h))
        yield row("sparsemax-entropy", instance, (entropy(sparsemax(z)), h))
        mean = max(z) - mp.fsum(x * y for x, y in zip(a, z))
        yield row("expected-logit", instance, (mean * mp.exp(mean), (n - 1) / mp.e))
        if n == 1:
            continue
        falling = sorted(a, reverse=True)
        yield row("dispersion-top-n", instance, worst(*[
            (mp.fsum(falling[:k]) / k * mp.exp(-rho), mp.fsum(falling[k:]) / (n - k))
            for k in range(1, n)]))
        sigma = norm([x - mp.fsum(z) / n for x in z])
        beta = mp.exp(-sigma * mp.sqrt(mpf(n) / (n - 1)))
        yield row("entropy-by-norm", instance,
                  (mp.log(1 + (n - 1) * beta)
                   + sigma * mp.sqrt(n * (n - 1)) * beta / (1 + (n - 1) * beta), h))
        size = generate.softmax_norm(logits, t) * mpf(t)
        first, second = sorted(z, reverse=True)[:2]
        x = (n - 1) * mp.exp(second - first)
        yield row("jacobian-by-gap", instance, (size, 2 * x / (1 + x)))
        entry = max(w * (1 - w) for w in a)
        yield row("jacobian-two-sided", instance,
                  worst((mpf(n) / (n - 1) * entry, size), (size, min(max(a), 2 * entry))))


def neighbour_step_rows():
    for t, logits, direction, step in (
            (1.0, [0.0], [1.0], 0.5), (1.0, [0.0, 0.0], [1.0, -0.5], 0.25),
            (0.5, [0.5, -0.25, 1.0], [1.0, 2.0, -2.0], 0.125), (1.0, [1.0, -1.0], [-1.0, 0.75], 3.0),
            (0.25, [1.0, 0.0, 0.5], [-3.0, 4.0, 0.0], 8.0), (2.0, [0.0, 1.0], [-1.0, 0.0], 64.0),
            (1.0, [0.5, 0.0, 0.25, 0.0], [1.0, 1.0, -1.0, -1.0], 2.0),
            (1.0, [0.0, 0.0, -1.0], [1.0, -1.0, 0.5], 0.5)):
        instance = {**logits_of(t, logits), "direction": direction, "step": step}
        moved = scaled(exact(direction), mpf(step) / norm(exact(direction)))
        before = softmax(exact(logits), t)
        after = softmax([mpf(x) + e for x, e in zip(logits, moved)], t)
        change, moved = gap(after, before), [e / mpf(t) for e in moved]
        one = [mp.fsum(abs(x) for x in v) for v in (change, moved)]
        two = [norm(v) for v in (change, moved)]
        most = [max(abs(x) for x in v) for v in (change, moved)]
        yield row("softmax-tanh", instance,
                  worst((two[0], mp.sqrt(2) * mp.tanh(two[1] / (2 * mp.sqrt(2)))),
                        (one[0] / 2, mp.tanh((max(moved) - min(moved)) / 4))))
        yield row("softmax-half-lipschitz-p", instance,
                  worst(*[(x, y / 2) for x, y in (one, two, most)]))


def mean_of(a, v, chosen):
    mass = mp.fsum(a[i] for i in chosen)
    return scaled(total([scaled(v[i], a[i]) for i in chosen]), 1 / mass)


def neighbour_value_rows(rng):
    for t, n, d, selected in ((1.0, 2, 1, 1), (0.5, 2, 2, 1), (1.0, 3, 2, 1), (8.0, 4, 3, 2),
                              (2.0, 5, 2, 3), (4.0, 6, 1, 4), (1.0, 4, 2, 3)):
        logits = generate.uniform(rng, n, 2 * t)
        values = [[rng.gauss(0, 1) for _ in range(d)] for _ in range(n)]
        instance = {**logits_of(t, logits), "embeddings": values, "selected": selected}
        a, v, z = softmax(logits, t), [exact(x) for x in values], [mpf(x) / mpf(t) for x in logits]
        yield from outputs(instance, t, a, v, z)
        chosen = top(logits, selected)
        others = [i for i in range(n) if i not in chosen]
        y = [scaled(x, w) for x, w in zip(v, a)]
        s = total([y[i] for i in chosen])
        far = [norm(gap(s, x)) for x in y]
        distance = mp.fsum(far[i] for i in others)
        yield row("distance-below", instance,
                  (norm(total([gap(s, y[i]) for i in others])), distance))
        yield row("distance-bounded", instance,
                  (distance, max(norm(x) for x in v) * (mp.fsum(a[i] for i in others)
                                                        + selected * mp.exp(max(z) - min(z)))))
        inverted = sum(far[j] <= far[i] for i in chosen for j in others)
        inside = sum(far[i] < min(far[j] for j in others) for i in chosen)
        wrong = sum(far[j] <= max(far[i] for i in chosen) for j in others)
        sides = ((mpf(selected) / (selected + inverted), mpf(selected) / (selected + wrong)),
                 (mpf(selected - inverted) / selected, mpf(inside) / selected))
        # Of two that are attained, either may be shown.
        if sides[0] == sides[1] or not all(x == y for x, y in sides):
            yield row("geometric-inversions", instance, worst(*sides))
        for kept in ([0], list(range(n - 1, n)), list(range(0, n - 1, 2))):
            yield from left_out({**instance, "selected": kept}, a, v)


def left_out(instance, a, v):
    kept = instance["selected"]
    others = [i for i in range(len(a)) if i not in kept]
    mass, rest = mp.fsum(a[i] for i in kept), mp.fsum(a[i] for i in others)
    distance = mp.fsum(abs(a[i] / mass - a[i]) for i in kept) / 2 + rest / 2
    yield row("truncation", instance, (distance, distance))
    lengths = mp.fsum(a[i] * norm(v[i]) for i in others)
    yield row("deletion-error", instance,
              worst((norm(total([scaled(v[i], a[i]) for i in others])), lengths),
                    (lengths, max(norm(x) for x in v) * rest)))
    output = total([scaled(x, w) for x, w in zip(v, a)])
    error = norm(gap(output, mean_of(a, v, kept)))
    yield row("renormalisation-error", instance, (error, error))


def outputs(instance, t, a, v, z):
    n = len(a)
    output = total([scaled(x, w) for x, w in zip(v, a)])
    diameter = max(norm(gap(x, y)) for x in v for y in v)
    columns = [scaled(gap(x, output), w / mpf(t)) for x, w in zip(v, a)]
    gram = mp.matrix([[mp.fsum(p * q for p, q in zip(x, y)) for y in columns] for x in columns])
    yield row("output-by-logits", instance,
              (mp.sqrt(max(mp.eigsy(gram, eigvals_only=True))),
               diameter / (2 * mp.sqrt(2) * mpf(t))))
    i = max(range(n), key=lambda k: z[k])
    first, second = sorted(z, reverse=True)[:2]
    yield row("retrieval", instance,
              (norm(gap(output, v[i])), (n - 1) / (n - 1 + mp.exp(first - second))
               * max(norm(gap(x, v[i])) for x in v)))
    arms = []
    for j in (n - 2, n - 1):
        tokens = list(range(n - 2)) + [j]
        powers = [mp.exp(z[k]) for k in tokens]
        weights = [p / mp.fsum(powers) for p in powers]
        arms.append((weights[-1], total([scaled(v[k], w) for k, w in zip(tokens, weights)])))
    by_weight = diameter * max(arms[0][0], arms[1][0])
    yield row("replace-one-token", instance,
              worst((norm(gap(arms[0][1], arms[1][1])), by_weight),
                    (by_weight, diameter / (1 + (n - 2) * mp.exp(-2 * max(abs(x) for x in z))))))


def main():
    mp.dps = 2 * generate.WORKING_DIGITS
    rng = random.Random(generate.SEED)
    rows = [r for part in (softmax_rows(), sparse_rows(), entropy_rows(), gap_rows(), function_rows(), key_rows(),
                           embedded_rows(rng), nearer_rows(rng), family_rows(), spherical_rows(SPHERES),
                           step_rows(), tie_rows(), head_rows(), share_rows(rng),
                           neighbour_rows(), neighbour_step_rows(), neighbour_value_rows(rng)) for r in part]
    generate.write("claims.csv", sorted(rows, key=lambda r: r["claim"]), "claims.py")


if __name__ == "__main__":
    main()
