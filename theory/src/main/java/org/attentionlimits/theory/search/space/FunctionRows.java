package org.attentionlimits.theory.search.space;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.profile.Recipe;
import org.attentionlimits.theory.profile.Recipes;

/** The rows of {@link LogitRows} with every function. */
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
    return Recipes.functions();
  }

  @Override
  public FunctionRow draw(SplittableRandom random) {
    PositiveFunction[] functions = PositiveFunction.values();
    return new FunctionRow(functions[random.nextInt(functions.length)], rows.draw(random));
  }
}
