package org.attentionlimits.theory.testing;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.Kind;

/**
 * Bare numbers, a letter telling what each may be: any ({@code .}), positive ({@code +}), or
 * anything but an integer ({@code /}). It is made smaller by dropping the last of more than {@link
 * #LEAST}. It and all that are made from it count together how often other numbers were tried.
 */
public final class Plain implements Instance<Plain> {

  public static final InstanceType<Plain> TYPE =
      InstanceType.of(Plain.class, "bare numbers")
          .size("n", 0, Plain::tokens)
          .reals("numbers", "", plain -> plain.numbers, "n")
          .madeBy(v -> of(".".repeat(v.integer("n")), v.numbers("numbers")));

  /** Numbers that are left when it cannot be made smaller. */
  static final int LEAST = 6;

  private final String kinds;
  private final double[] numbers;
  private final AtomicInteger asked;

  private Plain(String kinds, AtomicInteger asked, double... numbers) {
    this.kinds = kinds;
    this.asked = asked;
    this.numbers = numbers;
    if (!areAdmissible(kinds, numbers)) {
      throw new IllegalArgumentException(
          "numbers must be " + kinds + ": " + Arrays.toString(numbers));
    }
  }

  private static boolean areAdmissible(String kinds, double... numbers) {
    return numbers.length == kinds.length()
        && IntStream.range(0, numbers.length).allMatch(i -> admits(kinds.charAt(i), numbers[i]));
  }

  private static boolean admits(char kind, double x) {
    return Double.isFinite(x) && isOf(kind, x);
  }

  private static boolean isOf(char kind, double x) {
    return switch (kind) {
      case '+' -> x > 0;
      case '/' -> x != Math.rint(x);
      default -> true;
    };
  }

  public static Plain of(String kinds, double... numbers) {
    return new Plain(kinds, new AtomicInteger(), numbers.clone());
  }

  /** So many times one half, of one kind. */
  public static Plain halves(int count, String kind) {
    return of(kind.repeat(count), DoubleStream.generate(() -> 0.5).limit(count).toArray());
  }

  /** How often an instance with other numbers was asked for. */
  public int asked() {
    return asked.get();
  }

  @Override
  public InstanceType<Plain> type() {
    return TYPE;
  }

  @Override
  public int tokens() {
    return numbers.length;
  }

  @Override
  public Kind[] kinds() {
    return kinds.chars().mapToObj(c -> c == '+' ? Kind.POSITIVE : Kind.REAL).toArray(Kind[]::new);
  }

  @Override
  public Optional<Plain> moved(double... others) {
    asked.incrementAndGet();
    return areAdmissible(kinds, others)
        ? Optional.of(new Plain(kinds, asked, others.clone()))
        : Optional.empty();
  }

  @Override
  public Stream<Plain> smaller() {
    int rest = numbers.length - 1;
    return rest < LEAST
        ? Stream.empty()
        : Stream.of(new Plain(kinds.substring(0, rest), asked, Arrays.copyOf(numbers, rest)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Plain that
        && kinds.equals(that.kinds)
        && Arrays.equals(numbers, that.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
  }
}
