package org.attentionlimits.theory.search.space;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.profile.Recipe;
import org.attentionlimits.theory.profile.Recipes;

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

  @Override
  public List<Recipe<QueryKeys>> recipes() {
    return Recipes.queryKeys();
  }

  @Override
  public QueryKeys draw(SplittableRandom random) {
    Draws draws = new Draws(random);
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

  private static double[] multiple(double[] query, SplittableRandom random, double scale) {
    double factor = (random.nextBoolean() ? 1 : -1) * scale;
    double[] key = query.clone();
    for (int k = 0; k < key.length; k++) {
      key[k] *= factor;
    }
    return key;
  }
}
