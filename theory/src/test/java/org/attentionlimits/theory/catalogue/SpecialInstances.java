package org.attentionlimits.theory.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.attention.HeadGroup;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.NearTie;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.normalize.PositiveFunction;

/**
 * Instances of every type at the ends of its range: a single token, every token selected, ties and
 * near-ties, ±700T, the least and the largest temperatures, the smallest and huge embeddings.
 */
final class SpecialInstances {

  private static final double LEAST = Double.MIN_VALUE;
  private static final double HUGE = 1e300;

  private static final Map<InstanceType<?>, Supplier<Stream<? extends Instance<?>>>> BY_TYPE =
      Map.of(
          GrowingRow.TYPE, SpecialInstances::families,
          SphericalRow.TYPE, SpecialInstances::sphericalRows,
          NearTie.TYPE, SpecialInstances::nearTies,
          HeadGroup.TYPE, SpecialInstances::headGroups,
          LogitRow.TYPE, SpecialInstances::logitRows,
          EmbeddedRow.TYPE, SpecialInstances::embeddedRows,
          QueryKeys.TYPE, SpecialInstances::queryKeys,
          SelectedRow.TYPE, SpecialInstances::selectedRows,
          FunctionRow.TYPE, SpecialInstances::functionRows,
          PerturbedRow.TYPE, SpecialInstances::perturbedRows);

  private SpecialInstances() {}

  /** The special instances of a type, none if it has none yet. */
  static List<? extends Instance<?>> of(InstanceType<?> type) {
    return BY_TYPE.getOrDefault(type, Stream::empty).get().toList();
  }

  private static Stream<LogitRow> logitRows() {
    double up = Math.nextUp(1.0);
    Stream<LogitRow> scaled =
        DoubleStream.of(1e-6, 1, 1e6)
            .boxed()
            .flatMap(
                t ->
                    Stream.of(
                        row(t, 0),
                        row(t, 700),
                        row(t, 0, 0),
                        row(t, 1, up),
                        row(t, 700, -700),
                        row(t, -700, 700, 0),
                        row(t, up, 1, up, -700),
                        row(t, 1, Math.nextUp(up), up),
                        row(t, 700, 700, -700, -700, 350, 0, -350),
                        row(t, IntStream.range(0, 8).mapToDouble(i -> -100 * i).toArray()),
                        row(t, new double[33])));
    Stream<LogitRow> extreme =
        Stream.of(
            new LogitRow(LEAST, 0, LEAST),
            new LogitRow(LEAST, 1, 0, -1),
            new LogitRow(1, 0, LEAST, -LEAST),
            new LogitRow(HUGE, HUGE, -HUGE),
            new LogitRow(Double.MAX_VALUE, 1, 0),
            new LogitRow(1, Double.MAX_VALUE, -Double.MAX_VALUE, 0),
            new LogitRow(1, 1e16, 1e16 + 2, 1e16 - 2));
    return Stream.concat(scaled, extreme);
  }

  private static Stream<GrowingRow> families() {
    return DoubleStream.of(0, LEAST, 700)
        .boxed()
        .flatMap(
            height ->
                Arrays.stream(GrowingRow.Weighting.values())
                    .flatMap(
                        weighting ->
                            Stream.of(
                                GrowingRow.fixed(
                                    GrowingRow.Arrangement.IDENTICAL, weighting, height, 2),
                                GrowingRow.proportional(
                                    GrowingRow.Arrangement.ANTIPODAL, weighting, height, LEAST),
                                GrowingRow.proportional(
                                    GrowingRow.Arrangement.ORTHONORMAL, weighting, height, 0.99))));
  }

  /** In units of the radius: separations 0, 1 and nearly √2, balls from the smallest to huge. */
  private static Stream<SphericalRow> sphericalRows() {
    return Stream.concat(
        Stream.of(new SphericalRow(row(1, new double[32]), 16, 768, 1, 0, 1)), fewSpherical());
  }

  private static Stream<SphericalRow> fewSpherical() {
    return fewTokens()
        .filter(row -> row.temperature() == 1)
        .flatMap(
            row ->
                IntStream.of(1, (row.tokens() + 1) / 2, row.tokens())
                    .distinct()
                    .boxed()
                    .flatMap(selected -> sphericalRows(row, selected)));
  }

  private static Stream<SphericalRow> sphericalRows(LogitRow row, int selected) {
    return IntStream.of(1, 2, 9)
        .boxed()
        .flatMap(
            d ->
                Stream.of(
                    new SphericalRow(row, selected, d, 1, 0, 0.5),
                    new SphericalRow(row, selected, d, 1, 1.4142, 1),
                    new SphericalRow(row, selected, d, LEAST, LEAST, LEAST),
                    new SphericalRow(row, selected, d, HUGE, HUGE, LEAST),
                    new SphericalRow(row, selected, d, 1e-150, 0, HUGE)));
  }

  private static Stream<NearTie> nearTies() {
    return DoubleStream.of(LEAST, 1e-6, 1, 1e6, HUGE)
        .boxed()
        .flatMap(
            t ->
                DoubleStream.of(LEAST, 1e-6, 1, 1e6, HUGE)
                    .boxed()
                    .flatMap(
                        gap ->
                            Stream.of(
                                new NearTie(t, gap),
                                new NearTie(t, gap, 0, 0),
                                new NearTie(t, gap, LEAST, HUGE))));
  }

  private static Stream<HeadGroup> headGroups() {
    return DoubleStream.of(0, LEAST, 1e-20, 0.5, Math.nextDown(0.8), 0.8, Math.nextDown(1.0), 1)
        .boxed()
        .flatMap(p -> IntStream.of(1, 2, 3, 10).mapToObj(heads -> new HeadGroup(p, heads)));
  }

  /** Logits in units of T. */
  private static LogitRow row(double temperature, double... units) {
    return new LogitRow(temperature, Arrays.stream(units).map(x -> x * temperature).toArray());
  }

  private static Stream<LogitRow> fewTokens() {
    return logitRows().filter(row -> row.tokens() <= 7);
  }

  private static Stream<EmbeddedRow> embeddedRows() {
    return Stream.concat(shortRows(), allButOne());
  }

  /** Seventeen tokens, of which sixteen are selected. */
  private static Stream<EmbeddedRow> allButOne() {
    return Stream.of(
            row(1e-6, new double[17]), row(1, IntStream.range(0, 17).asDoubleStream().toArray()))
        .flatMap(row -> embeddings(17).map(x -> new EmbeddedRow(row, x, 16)));
  }

  private static Stream<EmbeddedRow> shortRows() {
    return fewTokens()
        .flatMap(
            row ->
                embeddings(row.tokens())
                    .flatMap(
                        x ->
                            IntStream.of(1, (row.tokens() + 1) / 2, row.tokens())
                                .distinct()
                                .mapToObj(selected -> new EmbeddedRow(row, x, selected))));
  }

  private static Stream<SelectedRow> selectedRows() {
    return fewTokens()
        .flatMap(
            row ->
                embeddings(row.tokens())
                    .flatMap(
                        x ->
                            Stream.of(
                                new SelectedRow(row, x, 0),
                                new SelectedRow(row, x, row.tokens() - 1),
                                new SelectedRow(
                                    row, x, IntStream.range(0, row.tokens()).toArray()))));
  }

  /** Tokens' embeddings: zero, equal, next to equal, opposite, the smallest, huge, of all sizes. */
  private static Stream<double[][]> embeddings(int tokens) {
    return Stream.of(
        matrix(tokens, i -> new double[] {0, 0}),
        matrix(tokens, i -> new double[] {0.6, -0.8, 0.1}),
        matrix(tokens, i -> new double[] {1 + i * 0x1p-52}),
        matrix(tokens, i -> new double[] {i % 2 == 0 ? 1 : -1, 3}),
        matrix(tokens, i -> axis(tokens, i)),
        matrix(tokens, i -> new double[] {LEAST, -i * LEAST}),
        matrix(tokens, i -> new double[] {i % 2 == 0 ? HUGE : -HUGE, HUGE}),
        matrix(tokens, i -> new double[] {Math.scalb(1.0, 300 * (i % 7) - 1000), 1}));
  }

  private static double[] axis(int dimension, int place) {
    return IntStream.range(0, dimension).mapToDouble(k -> k == place ? 0.3 : 0).toArray();
  }

  private static double[][] matrix(int rows, IntFunction<double[]> row) {
    return IntStream.range(0, rows).mapToObj(row).toArray(double[][]::new);
  }

  private static Stream<QueryKeys> queryKeys() {
    return DoubleStream.of(LEAST, 1e-6, 1, 1e6, HUGE)
        .boxed()
        .flatMap(
            t ->
                DoubleStream.of(0, LEAST, 1e-150, 1, 1e150, HUGE)
                    .boxed()
                    .flatMap(
                        size ->
                            Stream.of(
                                new double[][] {{size}},
                                new double[][] {{size}, {-size}},
                                new double[][] {{size}, {0}},
                                new double[][] {{size}, {Math.nextUp(size)}, {size}},
                                new double[][] {{size, 1}, {1, size}, {-size, -1}, {0, 0}}))
                    .map(keys -> new QueryKeys(t, query(keys), keys)));
  }

  /** The first key, so that it is aligned with the query. */
  private static double[] query(double[][] keys) {
    return keys[0].clone();
  }

  private static Stream<FunctionRow> functionRows() {
    return logitRows()
        .flatMap(row -> Arrays.stream(PositiveFunction.values()).map(f -> new FunctionRow(f, row)));
  }

  private static Stream<PerturbedRow> perturbedRows() {
    return fewTokens()
        .flatMap(
            row ->
                Stream.of(
                        direction(row.tokens(), 1, 0),
                        direction(row.tokens(), 1, -1),
                        direction(row.tokens(), LEAST, LEAST),
                        direction(row.tokens(), HUGE, -HUGE))
                    .flatMap(
                        u ->
                            DoubleStream.of(LEAST, 1e-300, row.temperature(), 1e3, HUGE)
                                .mapToObj(step -> new PerturbedRow(row, u, step))));
  }

  private static double[] direction(int tokens, double first, double others) {
    return IntStream.range(0, tokens).mapToDouble(i -> i == 0 ? first : others).toArray();
  }
}
