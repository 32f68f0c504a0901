package org.attentionlimits.theory.kernel;

/**
 * {@code e^x} for {@code x ≤ 0} by fused multiply-adds alone, which vector instructions repeat bit
 * for bit: {@code e^x = 2^n e^r} with {@code n} the integer nearest {@code x/ln 2}, {@code |r| ≤
 * 0.3466}, and Taylor's polynomial of {@code e^r}.
 *
 * <p>Relative error: below 1.1 ulp. The polynomial's remainder is {@code 0.3466¹⁴/14! < 5e-18} in
 * double precision, and {@code 0.3466⁸/8! < 6e-9} in single precision. Special values:
 *
 * <ul>
 *   <li>x = 0 gives 1;
 *   <li>x below {@value #LEAST}, and −∞: 0;
 *   <li>subnormal results are rounded once more, to half of their last bit;
 *   <li>NaN gives NaN.
 * </ul>
 */
public final class Exponential {

  /** From here down the exponential is zero. */
  public static final double LEAST = -746;

  /** From here up {@code 2^n} is one factor. */
  public static final double LOW = -707;

  /** The least exponent of the first factor of {@code 2^n}; the second takes the rest. */
  private static final double LEAST_EXPONENT = -1021;

  /** {@code 1/ln 2}. */
  public static final double LOG2_E = 0x1.71547652b82fep0;

  /** The leading bits of {@code ln 2}. */
  public static final double LN_2_HIGH = 0x1.62e42fefa39efp-1;

  /** {@code ln 2} less its leading bits. */
  public static final double LN_2_LOW = 0x1.abc9e3b39803fp-56;

  /** Adding it rounds to an integer, which stands in the last bits of the sum. */
  public static final double MAGIC = 0x1.8p52;

  /** The bias of an exponent. */
  public static final int BIAS = 1023;

  /** Where an exponent begins in the bits of a number. */
  public static final int MANTISSA = 52;

  /** From here down the exponential is zero in single precision. */
  public static final float LEAST_SINGLE = -105;

  /** {@link #LOW} in single precision. */
  public static final float LOW_SINGLE = -86;

  /** {@link #LEAST_EXPONENT} in single precision. */
  private static final float LEAST_EXPONENT_SINGLE = -125;

  /** {@code 1/ln 2} in single precision. */
  public static final float LOG2_E_SINGLE = 0x1.715476p0f;

  /** The leading bits of {@code ln 2} in single precision. */
  public static final float LN_2_HIGH_SINGLE = 0x1.62e43p-1f;

  /** {@code ln 2} less {@link #LN_2_HIGH_SINGLE}. */
  public static final float LN_2_LOW_SINGLE = -0x1.05c61p-29f;

  /** {@link #MAGIC} in single precision. */
  public static final float MAGIC_SINGLE = 0x1.8p23f;

  /** The bias of an exponent in single precision. */
  public static final int BIAS_SINGLE = 127;

  /** Where an exponent begins in the bits of a number in single precision. */
  public static final int MANTISSA_SINGLE = 23;

  /** {@code 1/2!}, {@code 1/3!} and so on: the coefficients of Taylor's polynomial. */
  public static final double C2 = 1.0 / 2;

  /** {@code 1/3!}. */
  public static final double C3 = 1.0 / 6;

  /** {@code 1/4!}. */
  public static final double C4 = 1.0 / 24;

  /** {@code 1/5!}. */
  public static final double C5 = 1.0 / 120;

  /** {@code 1/6!}. */
  public static final double C6 = 1.0 / 720;

  /** {@code 1/7!}. */
  public static final double C7 = 1.0 / 5040;

  /** {@code 1/8!}. */
  public static final double C8 = 1.0 / 40320;

  /** {@code 1/9!}. */
  public static final double C9 = 1.0 / 362880;

  /** {@code 1/10!}. */
  public static final double C10 = 1.0 / 3628800;

  /** {@code 1/11!}. */
  public static final double C11 = 1.0 / 39916800;

  /** {@code 1/12!}. */
  public static final double C12 = 1.0 / 479001600;

  /** {@code 1/13!}. */
  public static final double C13 = 1.0 / 6227020800.0;

  private Exponential() {}

  /** {@code a/t}, correctly rounded unless it is subnormal; see {@link Exponents}. */
  static double quotient(double a, double t, double inverse) {
    double q = a * inverse;
    return Math.fma(Math.fma(-q, t, a), inverse, q);
  }

  /** {@code a/t} in single precision. */
  static float quotient(float a, float t, float inverse) {
    float q = a * inverse;
    return Math.fma(Math.fma(-q, t, a), inverse, q);
  }

  /** {@code e^x} for {@code x ≤ 0}. */
  static double exp(double x) {
    double bounded = Math.max(x, LEAST);
    double n = Math.fma(bounded, LOG2_E, MAGIC) - MAGIC;
    double r = Math.fma(n, -LN_2_LOW, Math.fma(n, -LN_2_HIGH, bounded));
    double q = Math.fma(C13, r, C12);
    q = Math.fma(q, r, C11);
    q = Math.fma(q, r, C10);
    q = Math.fma(q, r, C9);
    q = Math.fma(q, r, C8);
    q = Math.fma(q, r, C7);
    q = Math.fma(q, r, C6);
    q = Math.fma(q, r, C5);
    q = Math.fma(q, r, C4);
    q = Math.fma(q, r, C3);
    q = Math.fma(q, r, C2);
    double polynomial = Math.fma(r * r, q, r) + 1;
    double high = Math.max(n, LEAST_EXPONENT);
    return polynomial * power(high) * power(n - high);
  }

  /** {@code 2^n}. */
  private static double power(double n) {
    return Double.longBitsToDouble((Double.doubleToRawLongBits(n + MAGIC) + BIAS) << MANTISSA);
  }

  /** {@code e^x} for {@code x ≤ 0} in single precision. */
  static float exp(float x) {
    float bounded = Math.max(x, LEAST_SINGLE);
    float n = Math.fma(bounded, LOG2_E_SINGLE, MAGIC_SINGLE) - MAGIC_SINGLE;
    float r = Math.fma(n, -LN_2_LOW_SINGLE, Math.fma(n, -LN_2_HIGH_SINGLE, bounded));
    float q = Math.fma((float) C7, r, (float) C6);
    q = Math.fma(q, r, (float) C5);
    q = Math.fma(q, r, (float) C4);
    q = Math.fma(q, r, (float) C3);
    q = Math.fma(q, r, (float) C2);
    float polynomial = Math.fma(r * r, q, r) + 1;
    float high = Math.max(n, LEAST_EXPONENT_SINGLE);
    return polynomial * power(high) * power(n - high);
  }

  /** {@code 2^n}. */
  private static float power(float n) {
    return Float.intBitsToFloat(
        (Float.floatToRawIntBits(n + MAGIC_SINGLE) + BIAS_SINGLE) << MANTISSA_SINGLE);
  }
}
