package org.attentionlimits.empirical.statistics;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How far softmax moves on the queries of a head, by temperature and step: means over queries. */
public final class SensitivityMeans {

  private final List<List<Mean>> random;
  private final List<List<Mean>> worst;
  private final List<Mean> norm;
  private final List<Mean> rootMeanSquare;

  private SensitivityMeans(
      List<List<Mean>> random, List<List<Mean>> worst, List<Mean> norm, List<Mean> rootMeanSquare) {
    this.random = random;
    this.worst = worst;
    this.norm = norm;
    this.rootMeanSquare = rootMeanSquare;
  }

  /** No queries yet, for so many temperatures and steps. */
  public SensitivityMeans(int temperatures, int steps) {
    this(
        Mean.none(temperatures, steps),
        Mean.none(temperatures, steps),
        Mean.none(temperatures),
        Mean.none(temperatures));
  }

  /** The means whose {@link #numbers()} come next in a buffer. */
  public static SensitivityMeans read(int temperatures, int steps, DoubleBuffer numbers) {
    SensitivityMeans means = new SensitivityMeans(temperatures, steps);
    means.all().forEach(mean -> mean.read(numbers));
    return means;
  }

  /** Of each mean: how many numbers, their sum and the sum of their squares. */
  public double[] numbers() {
    return all().flatMapToDouble(Mean::numbers).toArray();
  }

  private Stream<Mean> all() {
    return Stream.of(random, worst, List.of(norm, rootMeanSquare))
        .flatMap(List::stream)
        .flatMap(List::stream);
  }

  /** In a random direction. */
  public Mean random(int temperature, int step) {
    return random.get(temperature).get(step);
  }

  /** In the worst direction. */
  public Mean worst(int temperature, int step) {
    return worst.get(temperature).get(step);
  }

  /** The spectral norm of the Jacobian. */
  public Mean norm(int temperature) {
    return norm.get(temperature);
  }

  /** The root mean square over all directions, for steps towards zero. */
  public Mean rootMeanSquare(int temperature) {
    return rootMeanSquare.get(temperature);
  }

  /** A mean of numbers that are added one by one. */
  public static final class Mean {
    private int count;
    private double sum;
    private double squares;

    private Mean() {}

    private static List<Mean> none(int size) {
      return Stream.generate(Mean::new).limit(size).toList();
    }

    private static List<List<Mean>> none(int rows, int columns) {
      return IntStream.range(0, rows).mapToObj(row -> none(columns)).toList();
    }

    private void read(DoubleBuffer numbers) {
      count = (int) numbers.get();
      sum = numbers.get();
      squares = numbers.get();
    }

    private DoubleStream numbers() {
      return DoubleStream.of(count, sum, squares);
    }

    /** Adds a number. */
    public void add(double value) {
      count++;
      sum += value;
      squares += value * value;
    }

    /** The mean; NaN of no numbers. */
    public double value() {
      return sum / count;
    }

    /** How many numbers there are. */
    double count() {
      return count;
    }

    /** Variance with the divisor of one less; NaN for fewer than two numbers. */
    public double variance() {
      double mean = value();
      return count >= 2 ? Math.max(0, squares - count * mean * mean) / (count - 1) : Double.NaN;
    }
  }
}
