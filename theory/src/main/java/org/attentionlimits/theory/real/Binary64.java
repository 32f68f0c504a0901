package org.attentionlimits.theory.real;

/** Double precision with a running error bound: {@link DoubleReal} and {@link DoubleVec}. */
final class Binary64 implements Arithmetic {

  @Override
  public Real of(double value) {
    return DoubleReal.of(Inputs.requireFinite(value), 0);
  }

  @Override
  public Vec vector(double... values) {
    return DoubleVec.exact(Inputs.requireFinite(values.clone()));
  }

  @Override
  public Vec vector(Real... elements) {
    double[] mid = new double[elements.length];
    double[] rad = new double[elements.length];
    for (int i = 0; i < elements.length; i++) {
      DoubleReal element = DoubleReal.cast(elements[i]);
      mid[i] = element.mid;
      rad[i] = element.rad;
    }
    return DoubleVec.of(mid, rad);
  }

  @Override
  public int digits() {
    return 16;
  }

  @Override
  public String toString() {
    return "binary64";
  }
}
