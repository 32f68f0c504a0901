package org.attentionlimits.theory.geometry;

import java.util.SplittableRandom;

/**
 * The length of a sum of independent vectors that are uniform on spheres in {@code R^d}, drawn one
 * vector at a time. The direction of a sum is uniform and independent of its length, so that the
 * next length is {@code √((s + at)² + a²(1−t²))}, with t the inner product of two independent unit
 * vectors, whatever d.
 *
 * <p>A rounded t makes the angle wrong by at most 4e-8, where t is near ±1, but for a chance below
 * 1e-15, and the length by no more than that times a. Errors of s are not enlarged.
 */
final class SphericalWalk {

  private final SplittableRandom random;
  private final int dimension;
  private final double exponent;

  /** A walk in dimension d ≥ 1. */
  SphericalWalk(int dimension, SplittableRandom random) {
    this.random = random;
    this.dimension = dimension;
    this.exponent = 2.0 / (dimension - 2);
  }

  SplittableRandom random() {
    return random;
  }

  /** The length after a step of length {@code a} in a random direction from a sum of length s. */
  double step(double s, double a) {
    if (s == 0) {
      return a;
    }
    double t = cosine();
    double along = s + a * t;
    return Math.sqrt(along * along + a * a * Math.max(0, (1 - t) * (1 + t)));
  }

  /**
   * An inner product of two independent uniform unit vectors: ±1 for d = 1, uniform for d = 3, and
   * else by G. Ulrich (Applied Statistics 33 (1984), doi:10.2307/2347441) {@code √(1 − U^(2/(d−2)))
   * cos φ}, the angle φ and the independent uniform U both from a point of the unit disk.
   */
  double cosine() {
    if (dimension == 1) {
      return random.nextBoolean() ? 1 : -1;
    }
    if (dimension == 3) {
      return random.nextDouble(-1, 1);
    }
    double x;
    double square;
    do {
      x = random.nextDouble(-1, 1);
      double y = random.nextDouble(-1, 1);
      square = x * x + y * y;
    } while (!(square > 0 && square <= 1));
    double radial = dimension == 2 ? 1 : 1 - power(square);
    return x * Math.sqrt(radial / square);
  }

  private double power(double u) {
    return dimension == 4
        ? u
        : dimension == 6 ? Math.sqrt(u) : StrictMath.exp(exponent * StrictMath.log(u));
  }
}
