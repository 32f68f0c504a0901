package org.attentionlimits.theory.random;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.profile.Profile;
import org.attentionlimits.theory.profile.Recipe;

/**
 * Rows of {@link LogitRows} with a function: landmarks and recipes with every function, a random
 * row with a random one.
 */
final class FunctionRows implements Space<FunctionRow> {

  private final LogitRows rows = new LogitRows();

  @Override
  public InstanceType<FunctionRow> type() {
    return FunctionRow.TYPE;
  }

  @Override
  public Stream<FunctionRow> landmarks() {
    return rows.landmarks()
        .flatMap(
            row ->
                Arrays.stream(PositiveFunction.values())
                    .map(function -> new FunctionRow(function, row)));
  }

  @Override
  public List<Recipe<FunctionRow>> recipes() {
    return Arrays.stream(PositiveFunction.values()).map(FunctionRows::recipe).toList();
  }

  @Override
  public FunctionRow draw(RandomGenerator random) {
    PositiveFunction[] functions = PositiveFunction.values();
    return new FunctionRow(functions[random.nextInt(functions.length)], rows.draw(random));
  }

  @Override
  public FunctionRow drawPlain(RandomGenerator random) {
    return plain(new PlainDraws(random));
  }

  static FunctionRow plain(PlainDraws draws) {
    return new FunctionRow(
        draws.of(PositiveFunction.values()), LogitRows.plain(draws, draws.temperature()));
  }

  private static Recipe<FunctionRow> recipe(PositiveFunction function) {
    return new Recipe<>(
        Profile.MOST_TOKENS,
        1,
        0,
        1,
        0,
        (columns, r, t, m) ->
            Optional.of(new FunctionRow(function, new LogitRow(t[0], columns[0]))));
  }
}
