"""Writes the reference values that the tests named *ReferenceTests compare the kernels with.

    python3 generate.py        (Python 3.9 or later, mpmath 1.3.0; under a minute)

Every input is a double, printed so that it reads back as the same one. Every result is computed
from the exact value of the inputs with at least 60 digits, more where a row cancels, and printed
with 45. Routes differ from those of the kernels on purpose: spectral norms come from the dense
eigenproblem or singular values, expectations and variances from all subsets, distances from
differences of coordinates. The same seed gives the same files.

Files: a comment, a line of column names, then a row a line. Columns are separated by ";", numbers
by blanks, rows of a matrix by "|". An empty column is a result that is not defined there.
"""

import itertools
import math
import os
import random

import mpmath
from mpmath import mp, mpf

WORKING_DIGITS = 60
PRINTED_DIGITS = 45
SEED = 20260101
HERE = os.path.dirname(os.path.abspath(__file__))


def text(value):
    """A result as decimal text; doubles by their shortest."""
    if isinstance(value, (int, str)):
        return str(value)
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, (list, tuple)):
        separator = "|" if value and isinstance(value[0], (list, tuple)) else " "
        return separator.join(text(v) for v in value)
    if value is None:
        return ""
    with mp.workdps(WORKING_DIGITS):
        return mpmath.nstr(+value, PRINTED_DIGITS, strip_zeros=True)


def write(name, rows, program="generate.py"):
    columns = list(rows[0])
    with open(os.path.join(HERE, name), "w", encoding="ascii", newline="\n") as out:
        out.write("# %s, mpmath %s, %d digits computed, %d printed, seed %d\n"
                  % (program, mpmath.__version__, WORKING_DIGITS, PRINTED_DIGITS, SEED))
        out.write(";".join(columns) + "\n")
        for row in rows:
            out.write(";".join(text(row[c]) for c in columns) + "\n")
    print(name, len(rows), "rows", os.path.getsize(os.path.join(HERE, name)), "bytes")


def next_up(x):
    return math.nextafter(x, math.inf)


# ---------------------------------------------------------------- logits

def logit_rows(rng):
    """(case, T, logits): what rounding, underflow and the order of weights depend on."""
    for t in (1e-6, 1.0, 1e6):
        yield "one", t, [0.25 * t]
        yield "two tied", t, [0.0, 0.0]
        yield "two a step apart", t, [t, next_up(t)]
        yield "two at the ends", t, [700 * t, -700 * t]
        yield "three, one at each end", t, [700 * t, 0.0, -700 * t]
        yield "three tied", t, [-t, -t, -t]
        yield "three, top two tied", t, [t, -2 * t, t]
        yield "three, top two a step apart", t, [t, next_up(t), 0.0]
        yield "three, lower two a step apart", t, [t, 0.3 * t, next_up(0.3 * t)]
        yield "eight, a spike", t, [0.0] * 5 + [50 * t] + [0.0] * 2
        yield "eight, saturated", t, [690 * t] + [0.0] * 7
        yield "eight, saturated, others spread", t, [690 * t] + [k * t for k in range(7)]
        yield "eight, a ladder", t, [-k * t for k in range(8)]
        yield "eight, mixture of the ends", t, [s * 700 * t for s in (1, -1, 1, 1, -1, -1, 1, -1)]
        yield "eight, ends and middle", t, [s * 700 * t for s in (1, -1, 0, 0.5, 0, -0.5, 0, 0)]
        yield "eight, steps apart", t, steps(t, 8)
        yield "eight, an offset", t, [1e6 * t + rng.uniform(-1, 1) * t for _ in range(8)]
    for t in (1e-6, 1e-3, 0.5, 1.0, 8.0, 1e3, 1e6):
        for spread in (1e-8, 0.1, 1.0, 10.0, 100.0, 700.0):
            n = rng.choice((2, 3, 8))
            yield "%d, spread %g" % (n, spread), t, uniform(rng, n, spread * t)
    yield "two, subnormal", 1.0, [5e-324, -5e-324]
    yield "two, subnormal at a subnormal temperature", 5e-324, [5e-324, 1.5e-323]
    yield "two, huge", 1e300, [1e300, -1e300]
    yield "two, one weight underflows", 1.0, [1e4, 0.0]
    yield "three, two weights underflow", 8.0, [16000.0, 800.0, 0.0]
    yield "three, underflow unequally", 1e-6, [1e-3, 0.0, -1e-3]
    for t, spread in ((8.0, 3.0), (1.0, 30.0)):
        yield "64, spread %g" % spread, t, uniform(rng, 64, spread * t)
    yield "64, tied", 8.0, [2.0] * 64
    yield "64, tied but one", 8.0, [2.0] * 63 + [next_up(2.0)]
    yield "64, saturated", 1.0, uniform(rng, 63, 1.0) + [600.0]
    yield "512, spread 4", 8.0, uniform(rng, 512, 32.0)


def steps(x, n):
    row = [x]
    while len(row) < n:
        row.append(next_up(row[-1]))
    return row


def uniform(rng, n, spread):
    return [rng.uniform(-spread, spread) for _ in range(n)]


def softmax(logits, t):
    t = mpf(t)
    powers = [mp.exp(mpf(x) / t) for x in logits]
    total = mp.fsum(powers)
    return [p / total for p in powers]


def largest_eigenvalue(matrix_of, vanishing):
    """Of a symmetric matrix whose largest eigenvalue is about ``vanishing`` or more; twice."""
    needed = WORKING_DIGITS + max(0, -int(mp.floor(mp.log10(vanishing))))
    found = []
    for extra in (10, 30):
        with mp.workdps(needed + extra):
            found.append(max(mp.eigsy(matrix_of(), eigvals_only=True)))
    assert abs(found[0] - found[1]) <= abs(found[1]) * mpf(10) ** -(PRINTED_DIGITS + 5), found
    return found[1]


def softmax_norm(logits, t):
    """The spectral norm of (diag a - a a^T)/T, from the full matrix."""
    if len(logits) == 1:
        return mpf(0)

    def matrix():
        a = softmax(logits, t)
        return mp.matrix([[(a[i] if i == j else 0) - a[i] * a[j] for j in range(len(a))]
                          for i in range(len(a))])

    second = sorted(softmax(logits, t))[-2]
    return largest_eigenvalue(matrix, second) / mpf(t)


def largest_entry(logits, t):
    a = softmax(logits, t)
    return max(abs((i == j) * a[i] - a[i] * a[j])
               for i in range(len(a)) for j in range(len(a))) / mpf(t)


def digits(logits, t):
    """Enough for one minus the largest weight."""
    return 2 * WORKING_DIGITS + int((max(logits) - min(logits)) / t)


def softmax_rows():
    for case, t, logits in logit_rows(random.Random(SEED)):
        short = len(logits) <= 64
        with mp.workdps(digits(logits, t)):
            a = softmax(logits, t)
            yield {"case": case, "temperature": t, "logits": logits, "weights": a,
                   "logWeights": [mp.log(x) for x in a] if short else None,
                   "norm": softmax_norm(logits, t) if short else None,
                   "largestEntry": largest_entry(logits, t) if short else None}


# ---------------------------------------------------------------- distances

def embedded_rows(rng):
    """(case, T, logits, embeddings, N)."""
    def normal(n, d, scale=1.0):
        return [[rng.gauss(0, 1) * scale for _ in range(d)] for _ in range(n)]

    for n, d, selected in ((1, 1, 1), (2, 1, 1), (2, 3, 2), (3, 1, 1), (3, 2, 2), (3, 2, 3),
                           (8, 1, 4), (8, 2, 1), (8, 3, 7), (8, 4, 8), (8, 8, 3)):
        t = rng.choice((1e-6, 0.5, 1.0, 8.0, 1e6))
        yield "normal", t, uniform(rng, n, 2 * t), normal(n, d), selected
    for case, scale in (("tiny", 1e-200), ("large", 1e100), ("huge", 1e300)):
        yield case, 1.0, uniform(rng, 3, 2.0), normal(3, 2, scale), 1
        yield case, 8.0, uniform(rng, 8, 16.0), normal(8, 2, scale), 3
    yield "subnormal", 1.0, [0.0, 0.0, 0.0], [[5e-324], [1e-323], [-5e-324]], 1
    yield "subnormal", 1.0, [0.5, 0.0, -0.5, 1.0], [[5e-324, 0.0], [0.0, 1e-310],
                                                    [2e-310, -1e-320], [0.0, 0.0]], 2
    yield "mixed scales", 1.0, uniform(rng, 8, 2.0), \
        [[rng.gauss(0, 1) * 10.0 ** e for e in (-150, 0)] for _ in range(8)], 3
    yield "mixed scales", 1.0, uniform(rng, 8, 2.0), \
        [[rng.gauss(0, 1) * 10.0 ** k] for k in range(-12, 12, 3)], 4
    yield "zeros", 1.0, uniform(rng, 3, 1.0), [[0.0, 0.0]] * 3, 1
    yield "duplicates", 1.0, uniform(rng, 8, 1.0), [[0.6, -0.8]] * 8, 4
    yield "duplicates, tied", 1.0, [0.0] * 4, [[0.1, 0.7]] * 4, 2
    yield "pairs of duplicates", 1.0, uniform(rng, 8, 1.0), [x for x in normal(4, 2) for _ in "ab"], 3
    yield "a step apart", 1.0, [1.0, next_up(1.0), 1.0], \
        [[1.0], [next_up(1.0)], [next_up(next_up(1.0))]], 1
    yield "an offset", 1.0, uniform(rng, 8, 1.0), \
        [[1e8 + rng.gauss(0, 1), -1e8 + rng.gauss(0, 1)] for _ in range(8)], 2
    yield "tied", 1.0, [3.0] * 8, normal(8, 3), 5
    yield "saturated", 1.0, [690.0] + [0.0] * 7, normal(8, 2), 2
    yield "saturated outside", 1e-6, [7e-4, -7e-4, 0.0], normal(3, 2), 1
    yield "ends", 1.0, [700.0, -700.0, 700.0, -700.0], normal(4, 2), 2
    yield "many", 8.0, uniform(rng, 64, 24.0), normal(64, 4), 16
    yield "many", 1.0, uniform(rng, 64, 4.0), normal(64, 1), 48


def norm(vector):
    return mp.sqrt(mp.fsum(x * x for x in vector))


def gap(x, y):
    return [a - b for a, b in zip(x, y)]


def total(vectors):
    return [mp.fsum(column) for column in zip(*vectors)]


def scaled(vector, factor):
    return [x * factor for x in vector]


def cumulative(y, chosen):
    s = total([y[i] for i in chosen])
    return mp.fsum(norm(gap(s, y[i])) for i in range(len(y)) if i not in chosen)


def moments(y, selected, i):
    """Mean and total variance of the sum of N of the other contributions, over all subsets."""
    others = [y[j] for j in range(len(y)) if j != i]
    if selected > len(others):
        return None, None
    sums = [total(subset) for subset in itertools.combinations(others, selected)]
    squares = mp.fsum(norm(gap(s, t)) ** 2 for s, t in itertools.combinations(sums, 2))
    return scaled(total(sums), mpf(1) / len(sums)), squares / len(sums) ** 2


def random_selection(y, selected):
    n = len(y)
    distances = [cumulative(y, set(c)) for c in itertools.combinations(range(n), selected)]
    pairs = [moments(y, selected, i) for i in range(n)]
    if n == selected:
        return mp.fsum(distances) / len(distances), mpf(0), mpf(0), None
    share = mpf(n - selected) / n
    main = share * mp.fsum(norm(gap(m, y[i])) for i, (m, _) in enumerate(pairs))
    upper = share * mp.fsum(mp.sqrt(norm(gap(m, y[i])) ** 2 + v) for i, (m, v) in enumerate(pairs))
    return mp.fsum(distances) / len(distances), main, upper, [v for _, v in pairs]


def distance_rows():
    for case, t, logits, embeddings, selected in embedded_rows(random.Random(SEED + 1)):
        n = len(logits)
        with mp.workdps(10 * WORKING_DIGITS):
            a = softmax(logits, t)
            x = [[mpf(c) for c in row] for row in embeddings]
            y = [scaled(x[i], a[i]) for i in range(n)]
            order = sorted(range(n), key=lambda i: (-logits[i], i))
            inside, outside = order[:selected], sorted(order[selected:])
            mass = mp.fsum(a[i] for i in inside)
            few = math.comb(n, selected) <= 252
            random_part = random_selection(y, selected) if few else (None,) * 4
            yield {"case": case, "temperature": t, "logits": logits, "embeddings": embeddings,
                   "selected": selected, "top": inside, "mass": mass,
                   "massOfOthers": mp.fsum(a[i] for i in outside),
                   "deviations": mp.fsum(abs(mass - a[i]) for i in outside),
                   "distance": cumulative(y, set(inside)),
                   "largestDistance": max([norm(gap(x[i], x[j])) for i in outside for j in inside],
                                          default=mpf(0)),
                   "largestNorm": max(norm(x[j]) for j in inside),
                   "expected": random_part[0], "mainSum": random_part[1],
                   "upperSum": random_part[2], "variances": random_part[3]}


# ---------------------------------------------------------------- separability

def separability_rows():
    """For the tokens of the top-N set, of embeddings on the sphere of radius M in R^d."""
    rng = random.Random(SEED + 2)
    cases = [(t, uniform(rng, n, spread * t), selected, d, m, delta, r)
             for t, n, spread, selected, d, m, delta, r in (
                 (1.0, 2, 1.0, 2, 2, 1.0, 0.0, 0.5), (1.0, 3, 1.0, 3, 2, 1.0, 0.5, 0.6),
                 (8.0, 8, 2.0, 2, 3, 2.0, 1.0, 0.25), (8.0, 8, 2.0, 5, 64, 1e3, 1.4e3, 300.0),
                 (1e-6, 8, 10.0, 4, 8, 1e-3, 1e-3, 1e-4), (1e6, 16, 1.0, 16, 768, 1.0, 1.25, 0.3),
                 (1.0, 64, 3.0, 16, 16, 1.0, 0.1, 0.2))]
    cases.append((1.0, [0.0] * 4, 3, 2, 1.0, 1.0, 0.4))
    cases.append((1.0, [690.0] + [0.0] * 7, 4, 3, 1.0, 0.5, 0.9))
    for t, logits, selected, d, m, delta, r in cases:
        with mp.workdps(10 * WORKING_DIGITS):
            chosen = sorted(softmax(logits, t), reverse=True)[:selected]
            columns = [[] for _ in range(3)]
            for i in range(selected):
                a = chosen[:i] + chosen[i + 1:]
                pairs = list(itertools.combinations(a, 2))
                squares = mp.fsum(x * x for x in a)
                cross = 2 * mp.fsum(x * y for x, y in pairs)
                radius = mpf(m)
                columns[0].append(mp.sqrt(radius ** 2 * squares
                                          + (radius ** 2 - mpf(delta) ** 2 / 2) * cross))
                columns[1].append(radius ** 2 * squares)
                columns[2].append(4 * radius ** 4 / d * mp.fsum((x * y) ** 2 for x, y in pairs))
            yield {"temperature": t, "logits": logits, "selected": selected, "dimension": d,
                   "radius": m, "separation": delta, "ball": r, "xi": columns[0],
                   "secondMoment": columns[1], "variance": columns[2]}


# ---------------------------------------------------------------- gradients

def difference_rows():
    rng = random.Random(SEED + 3)
    for t in (1e-6, 1.0, 8.0, 1e6):
        for relative in (1e-12, 1e-3, 1.0, 50.0):
            for n in (1, 2, 3, 8):
                step = relative * t
                direction = [rng.gauss(0, 1) for _ in range(n)]
                yield difference("normal", t, uniform(rng, n, 2 * t), direction, step)
    yield difference("tied", 1.0, [0.0, 0.0], [1.0, -1.0], 1e-300)
    yield difference("tied", 1.0, [0.0, 0.0], [1.0, 1.0], 0.5)
    yield difference("tied, huge direction", 1.0, [0.0, 0.0], [1e300, -1e300], 0.5)
    yield difference("tied, subnormal direction", 1.0, [0.0, 0.0], [5e-324, -5e-324], 0.5)
    yield difference("a step apart", 1e-6, [1.0, next_up(1.0), 1.0], [1.0, 0.0, -1.0], 1e-9)
    yield difference("ends swap", 1.0, [700.0, -700.0], [-1.0, 1.0], 2000.0)


def difference(case, t, logits, direction, step):
    with mp.workdps(10 * WORKING_DIGITS):
        u = [mpf(x) for x in direction]
        moved = [mpf(x) + mpf(step) * v / norm(u) for x, v in zip(logits, u)]
        before, after = softmax(logits, t), softmax(moved, t)
        change = norm(gap(after, before))
        return {"case": case, "temperature": t, "logits": logits, "direction": direction,
                "step": step, "after": after, "change": change}


FUNCTIONS = {
    "EXPONENTIAL": (mp.exp, mp.exp),
    "LOGISTIC": (lambda x: 1 / (1 + mp.exp(-x)), lambda x: mp.sech(x / 2) ** 2 / 4),
    "SOFTPLUS": (lambda x: mp.log(1 + mp.exp(x)), lambda x: 1 / (1 + mp.exp(-x))),
    "QUADRATIC": (lambda x: 1 + x * x, lambda x: 2 * x),
}


def normalizer_rows():
    rng = random.Random(SEED + 4)
    cases = []
    for function in FUNCTIONS:
        for t, n, spread in ((1.0, 2, 1.0), (1e-6, 3, 5.0), (8.0, 8, 1.0), (1e6, 8, 20.0)):
            cases.append((function, t, uniform(rng, n, spread * t)))
        cases.append((function, 1.0, [0.5]))
        cases.append((function, 1.0, [1.0, 1.0, 1.0]))
        cases.append((function, 0.5, [1.0, next_up(1.0), -1.0]))
        cases.append((function, 1.0, [300.0, -300.0]))
        cases.append((function, 1.0, [30.0, 0.0, -30.0]))
    for function, t, logits in cases:
        with mp.workdps(10 * WORKING_DIGITS):
            f, slope = FUNCTIONS[function]
            x = [mpf(v) / mpf(t) for v in logits]
            values, slopes = [f(v) for v in x], [slope(v) for v in x]
            whole = mp.fsum(values)
            a = [v / whole for v in values]
            n = len(a)
            jacobian = mp.matrix([[((slopes[i] if i == j else 0) - a[i] * slopes[j]) / whole
                                   for j in range(n)] for i in range(n)])
            largest = max(mp.svd_r(jacobian, compute_uv=False)) if n > 1 else mpf(0)
            bound = (max(abs(s) for s in slopes) + norm(a) * norm(slopes)) / whole
            yield {"function": function, "temperature": t, "logits": logits, "values": values,
                   "slopes": slopes, "weights": a, "norm": largest, "triangleBound": bound}


def main():
    mp.dps = WORKING_DIGITS
    write("softmax.csv", list(softmax_rows()))
    write("distance.csv", list(distance_rows()))
    write("separability.csv", list(separability_rows()))
    write("difference.csv", list(difference_rows()))
    write("normalizer.csv", list(normalizer_rows()))


if __name__ == "__main__":
    main()
