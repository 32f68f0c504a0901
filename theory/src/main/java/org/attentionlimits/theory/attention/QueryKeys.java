package org.attentionlimits.theory.attention;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.normalize.Softmax;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Real;
import org.attentionlimits.theory.real.Vec;

/** A query and the keys of its n visible tokens: the row of logits {@code ℓ_i = q·k_i}. */
public final class QueryKeys extends Described<QueryKeys> {

  /** What describes a query with its keys. */
  public static final InstanceType<QueryKeys> TYPE =
      InstanceType.of(QueryKeys.class, "a query and its keys")
          .size("n", 1, QueryKeys::tokens)
          .size("d", 1, row -> row.query.length)
          .reals("query", "q = ", row -> row.query, "d")
          .rows("keys", "k = ", row -> row.keys, "n", "d")
          .positive("temperature", "T = ", QueryKeys::temperature)
          .numbering("query", "temperature", "keys")
          .onRows(VisibleRow::queryKeys, VisibleRow.Part.QUERY_AND_KEYS)
          .madeBy(v -> new QueryKeys(v.number("temperature"), v.numbers("query"), v.rows("keys")));

  private final Softmax softmax;
  private final double[] query;
  private final double[][] keys;

  /**
   * A query with its keys.
   *
   * @param temperature T, positive and finite
   * @param query q, [d], finite
   * @param keys k, [n, d], n ≥ 1, finite
   * @throws IllegalArgumentException on any other argument
   */
  public QueryKeys(double temperature, double[] query, double[][] keys) {
    this.softmax = new Softmax(temperature);
    if (query.length == 0 || keys.length == 0) {
      throw new IllegalArgumentException(
          "query and keys must not be empty: " + query.length + " and " + keys.length);
    }
    this.query = Arguments.requireFinite("component of the query", query.clone());
    this.keys = Arguments.requireRows("key", keys.length, keys);
    if (keys[0].length != query.length) {
      throw new IllegalArgumentException(
          "keys must have the query's dimension " + query.length + ": " + keys[0].length);
    }
  }

  /** The temperature T. */
  public double temperature() {
    return softmax.temperature();
  }

  /** The logits {@code ℓ_i = q·k_i}, [n]. */
  public Vec logits(Arithmetic arithmetic) {
    Vec q = arithmetic.inputs(query);
    return arithmetic.vector(
        Arrays.stream(keys).map(key -> q.dot(arithmetic.inputs(key))).toArray(Real[]::new));
  }

  /** The logarithms of the weights, [n]. */
  public Vec logWeights(Arithmetic arithmetic) {
    return softmax.logWeights(logits(arithmetic));
  }

  /** {@code ‖q‖₂}. */
  public Real queryNorm(Arithmetic arithmetic) {
    return arithmetic.inputs(query).norm();
  }

  /** {@code ‖k_i‖₂}, [n]. */
  public Vec keyNorms(Arithmetic arithmetic) {
    return arithmetic.vector(
        Arrays.stream(keys).map(key -> arithmetic.inputs(key).norm()).toArray(Real[]::new));
  }

  @Override
  public InstanceType<QueryKeys> type() {
    return TYPE;
  }

  @Override
  public int tokens() {
    return keys.length;
  }

  @Override
  public Stream<QueryKeys> smaller() {
    Stream<QueryKeys> fewerTokens =
        tokens() == 1
            ? Stream.empty()
            : IntStream.range(0, tokens())
                .mapToObj(i -> new QueryKeys(temperature(), query, Matrices.withoutRow(keys, i)));
    Stream<QueryKeys> fewerDimensions =
        query.length == 1
            ? Stream.empty()
            : IntStream.range(0, query.length)
                .mapToObj(
                    k ->
                        new QueryKeys(
                            temperature(),
                            Matrices.without(query, k),
                            Matrices.withoutColumn(keys, k)));
    return Stream.concat(fewerTokens, fewerDimensions);
  }

  @Override
  public Stream<QueryKeys> withTokens(int... tokens) {
    return Stream.of(new QueryKeys(temperature(), query, Matrices.select(keys, tokens)));
  }

  @Override
  public Stream<QueryKeys> larger() {
    Stream<QueryKeys> moreTokens =
        IntStream.range(0, tokens())
            .mapToObj(i -> new QueryKeys(temperature(), query, Matrices.rowTwice(keys, i)));
    Stream<QueryKeys> moreDimensions =
        Stream.of(
            new QueryKeys(
                temperature(),
                Arrays.copyOf(query, query.length + 1),
                Matrices.withZeroColumn(keys)));
    return Stream.concat(moreTokens, moreDimensions);
  }
}
