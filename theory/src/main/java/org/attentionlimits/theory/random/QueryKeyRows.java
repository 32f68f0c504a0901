package org.attentionlimits.theory.random;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.profile.Columns;
import org.attentionlimits.theory.profile.Profile;
import org.attentionlimits.theory.profile.Recipe;

/** Queries with keys along them, against them, and anywhere. */
public final class QueryKeyRows implements Space<QueryKeys> {

  private static final int MOST_DIMENSIONS = 4;

  @Override
  public InstanceType<QueryKeys> type() {
    return QueryKeys.TYPE;
  }

  @Override
  public Stream<QueryKeys> landmarks() {
    return IntStream.of(1, 2, 3, 8)
        .boxed()
        .flatMap(n -> IntStream.rangeClosed(0, n).mapToObj(up -> signs(n, up)));
  }

  private static QueryKeys signs(int tokens, int up) {
    double[][] keys = new double[tokens][];
    for (int i = 0; i < tokens; i++) {
      keys[i] = new double[] {i < up ? 1 : -1};
    }
    return new QueryKeys(1, new double[] {1}, keys);
  }

  /** For queries and keys of one and two dimensions. */
  @Override
  public List<Recipe<QueryKeys>> recipes() {
    return Columns.inFewDimensions(
        d ->
            new Recipe<>(
                Profile.MOST_TOKENS,
                d,
                d,
                1,
                0,
                (columns, q, t, m) ->
                    Optional.of(new QueryKeys(t[0], q, Columns.rows(columns, 0)))));
  }

  @Override
  public QueryKeys draw(RandomGenerator random) {
    AdversarialDraws draws = new AdversarialDraws(random);
    int dimension = 1 + random.nextInt(MOST_DIMENSIONS);
    double[] query = draws.normal(dimension, draws.logUniform(1e-2, 1e2));
    double scale = draws.logUniform(1e-2, 1e2);
    boolean along = random.nextBoolean();
    double[][] keys = new double[draws.tokens()][];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = along ? multiple(query, random, scale) : draws.normal(dimension, scale);
    }
    return new QueryKeys(draws.temperature(), query, keys);
  }

  private static double[] multiple(double[] query, RandomGenerator random, double scale) {
    double factor = (random.nextBoolean() ? 1 : -1) * scale;
    double[] key = query.clone();
    for (int k = 0; k < key.length; k++) {
      key[k] *= factor;
    }
    return key;
  }

  @Override
  public QueryKeys drawPlain(RandomGenerator random) {
    return plain(new PlainDraws(random));
  }

  /** The sizes are such that {@code ‖q‖‖k‖/T} is mostly near one, sometimes far from it. */
  static QueryKeys plain(PlainDraws draws) {
    double temperature = draws.temperature();
    double[] query = PlainPattern.row(draws, draws.upTo(MOST_DIMENSIONS), 1);
    double[][] keys = PlainVectors.arrange(draws, draws.tokens(), query);
    double size = draws.oneIn(3) ? 1 : draws.scale();
    for (int i = 0; i < keys.length; i++) {
      keys[i] = PlainPattern.times(keys[i], draws.oneIn(16) ? 1 : temperature * size);
    }
    return new QueryKeys(temperature, query, keys);
  }
}
