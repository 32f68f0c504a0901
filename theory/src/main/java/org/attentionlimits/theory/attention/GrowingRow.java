package org.attentionlimits.theory.attention;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.real.Decimals;

/**
 * One attention row for every number n of tokens, for claims about growing n: embeddings of norm
 * one, logits in [0, h] at temperature one, so that no weight exceeds {@code e^h/n}, and either a
 * fixed number N of selected tokens or a fixed share c of them, {@code N = ⌈cn⌉}.
 */
public final class GrowingRow extends Described<GrowingRow> {

  /** Embeddings x_i, i from 0 to n − 1. */
  public enum Arrangement {
    /** {@code x_i = (1)}. */
    IDENTICAL("(1)"),
    /** {@code x_i = ((−1)^i)}. */
    ANTIPODAL("((-1)^i)"),
    /** Two clusters at right angles, each of identical embeddings: the axis of i modulo 2. */
    CLUSTERED("e_(i mod 2)"),
    /** {@code x_i = e_i} in n dimensions. */
    ORTHONORMAL("e_i");

    private final String formula;

    Arrangement(String formula) {
      this.formula = formula;
    }

    private double[] embedding(int i, int tokens) {
      return switch (this) {
        case IDENTICAL -> new double[] {1};
        case ANTIPODAL -> new double[] {i % 2 == 0 ? 1 : -1};
        case CLUSTERED -> axis(i % 2, 2);
        case ORTHONORMAL -> axis(i, tokens);
      };
    }

    private static double[] axis(int axis, int dimension) {
      double[] unit = new double[dimension];
      unit[axis] = 1;
      return unit;
    }
  }

  /** Logits ℓ_i, i from 0 to n − 1. */
  public enum Weighting {
    /** All zero: weights 1/n. */
    UNIFORM,
    /** The first is h, the others zero. */
    SPIKED,
    /** {@code h(1 − i/n)}: weights in geometric progression. */
    GEOMETRIC;

    private double logit(int i, int tokens, double height) {
      return switch (this) {
        case UNIFORM -> 0;
        case SPIKED -> i == 0 ? height : 0;
        case GEOMETRIC -> height * (tokens - i) / tokens;
      };
    }
  }

  private static final String NUMBER = "(?:[0-9]+(?:\\.[0-9]+)?(?:E[+-]?[0-9]+)?)";

  /** The text of a family: its embeddings, its logits by weighting, and N or the share. */
  private static final Pattern TEXT =
      Pattern.compile(
          "x_i = (?<x>[^ ]+|e_\\(i mod 2\\)), (?:ℓ_i = (?<zero>0)|ℓ_0 = (?<spike>"
              + NUMBER
              + "), other ℓ_i = 0|ℓ_i = (?<slope>"
              + NUMBER
              + "?)\\(1 - i/n\\)), i = 0 … n-1, T = 1, N = (?:(?<count>[1-9][0-9]{0,8})|⌈(?<share>"
              + NUMBER
              + ") n⌉)");

  private static final int[] LENGTHS = {4, 8, 16, 32};

  /** What describes a family. */
  public static final InstanceType<GrowingRow> TYPE =
      InstanceType.of(GrowingRow.class, "a row for every number of tokens")
          .choice("arrangement", "x_i = ", Arrangement.class, f -> f.arrangement, a -> a.formula)
          .choice("weighting", "ℓ_i ", Weighting.class, GrowingRow::weighting, Weighting::name)
          .number("height", "h = ", Kind.NON_NEGATIVE, GrowingRow::height, Double.MAX_VALUE)
          .optionalCount("selected", "N = ", family -> family.selected, LENGTHS[0])
          .numberInstead("selected", "share", "c = ", family -> family.share, Math.nextDown(1.0))
          .beyondRows("a row for every number of tokens")
          .printedBy(GrowingRow::text, GrowingRow::ofText)
          .madeBy(GrowingRow::of);

  private final Arrangement arrangement;
  private final Weighting weighting;
  private final double height;
  private final int selected;
  private final double share;

  private GrowingRow(
      Arrangement arrangement, Weighting weighting, double height, int selected, double share) {
    if (!(height >= 0 && height < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("height must be finite, at least zero: " + height);
    }
    this.arrangement = arrangement;
    this.weighting = weighting;
    this.height = height + 0.0;
    this.selected = selected;
    this.share = share;
  }

  /**
   * A family in which N does not grow.
   *
   * @param height h, finite, at least zero
   * @param selected N, from 1 to the smallest of the lengths
   * @throws IllegalArgumentException on any other argument
   */
  public static GrowingRow fixed(
      Arrangement arrangement, Weighting weighting, double height, int selected) {
    Arguments.requireSelected(selected, LENGTHS[0]);
    return new GrowingRow(arrangement, weighting, height, selected, 0);
  }

  /**
   * A family in which N grows with n.
   *
   * @param height h, finite, at least zero
   * @param share c, above 0 and below 1
   * @throws IllegalArgumentException on any other argument
   */
  public static GrowingRow proportional(
      Arrangement arrangement, Weighting weighting, double height, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must be above 0 and below 1: " + share);
    }
    return new GrowingRow(arrangement, weighting, height, 0, share);
  }

  private static GrowingRow of(Values values) {
    Arrangement arrangement = values.choice("arrangement", Arrangement.class);
    Weighting weighting = values.choice("weighting", Weighting.class);
    double height = values.number("height");
    return values.has("share")
        ? proportional(arrangement, weighting, height, values.number("share"))
        : fixed(arrangement, weighting, height, values.integer("selected"));
  }

  /** The lengths n at which a family is looked at, ascending. */
  public static int[] lengths() {
    return LENGTHS.clone();
  }

  /** How the logits are made. */
  public Weighting weighting() {
    return weighting;
  }

  /** The largest logit h, unless the weighting is uniform. */
  public double height() {
    return height;
  }

  /** Whether N = ⌈cn⌉ grows with n. */
  public boolean isProportional() {
    return share > 0;
  }

  /** The member of the family with n tokens. */
  public EmbeddedRow row(int tokens) {
    double[] logits =
        IntStream.range(0, tokens).mapToDouble(i -> weighting.logit(i, tokens, height)).toArray();
    double[][] embeddings =
        IntStream.range(0, tokens)
            .mapToObj(i -> arrangement.embedding(i, tokens))
            .toArray(double[][]::new);
    int count = isProportional() ? (int) Math.ceil(share * tokens) : selected;
    return new EmbeddedRow(new LogitRow(1, logits), embeddings, count);
  }

  @Override
  public InstanceType<GrowingRow> type() {
    return TYPE;
  }

  /** The largest length. */
  @Override
  public int tokens() {
    return LENGTHS[LENGTHS.length - 1];
  }

  /** Those of an earlier arrangement, an earlier weighting, or one token fewer selected. */
  @Override
  public Stream<GrowingRow> smaller() {
    Stream<GrowingRow> arrangements =
        earlier(arrangement).stream()
            .map(a -> new GrowingRow(a, weighting, height, selected, share));
    Stream<GrowingRow> weightings =
        earlier(weighting).stream()
            .map(w -> new GrowingRow(arrangement, w, height, selected, share));
    Stream<GrowingRow> fewer =
        selected > 1
            ? Stream.of(fixed(arrangement, weighting, height, selected - 1))
            : Stream.empty();
    return Stream.of(arrangements, weightings, fewer).flatMap(s -> s);
  }

  /** The constants declared before one, the simpler ones. */
  private static <E extends Enum<E>> Set<E> earlier(E constant) {
    Set<E> earlier = EnumSet.allOf(constant.getDeclaringClass());
    earlier.removeIf(other -> other.compareTo(constant) >= 0);
    return earlier;
  }

  private String logits() {
    String h = Decimals.print(height);
    return switch (weighting) {
      case UNIFORM -> "ℓ_i = 0";
      case SPIKED -> "ℓ_0 = " + h + ", other ℓ_i = 0";
      case GEOMETRIC -> "ℓ_i = " + (height == 1 ? "" : h) + "(1 - i/n)";
    };
  }

  private static Optional<GrowingRow> ofText(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Weighting weighting =
        parts.group("zero") != null
            ? Weighting.UNIFORM
            : parts.group("spike") != null ? Weighting.SPIKED : Weighting.GEOMETRIC;
    double height =
        switch (weighting) {
          case UNIFORM -> 0;
          case SPIKED -> Double.parseDouble(parts.group("spike"));
          case GEOMETRIC ->
              parts.group("slope").isEmpty() ? 1 : Double.parseDouble(parts.group("slope"));
        };
    return Arrays.stream(Arrangement.values())
        .filter(arrangement -> arrangement.formula.equals(parts.group("x")))
        .findFirst()
        .map(
            arrangement ->
                parts.group("share") == null
                    ? fixed(arrangement, weighting, height, Integer.parseInt(parts.group("count")))
                    : proportional(
                        arrangement, weighting, height, Double.parseDouble(parts.group("share"))))
        .filter(family -> family.text().equals(text));
  }

  private String text() {
    String count = isProportional() ? "⌈" + Decimals.print(share) + " n⌉" : "" + selected;
    String x = arrangement.formula;
    return "x_i = " + x + ", " + logits() + ", i = 0 … n-1, T = 1, N = " + count;
  }
}
