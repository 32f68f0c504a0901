package org.attentionlimits.theory.search.space;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.profile.Recipe;
import org.attentionlimits.theory.profile.Recipes;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Vec;

/** The rows of {@link EmbeddedRows} with a random set instead of the top-N set. */
final class SelectedRows implements Space<SelectedRow> {

  private final EmbeddedRows rows = new EmbeddedRows();

  @Override
  public InstanceType<SelectedRow> type() {
    return SelectedRow.TYPE;
  }

  @Override
  public Stream<SelectedRow> landmarks() {
    return rows.landmarks().map(row -> select(row, IntStream.range(0, row.selected()).toArray()));
  }

  @Override
  public List<Recipe<SelectedRow>> recipes() {
    return Recipes.selected();
  }

  @Override
  public SelectedRow draw(SplittableRandom random) {
    EmbeddedRow row = rows.draw(random);
    int[] set = IntStream.range(0, row.tokens()).filter(i -> random.nextBoolean()).toArray();
    return select(row, set.length == 0 ? new int[] {random.nextInt(row.tokens())} : set);
  }

  private static SelectedRow select(EmbeddedRow row, int... set) {
    double[][] embeddings =
        Stream.of(row.embeddings(Arithmetic.BINARY64)).map(Vec::values).toArray(double[][]::new);
    return new SelectedRow(row.row(), embeddings, set);
  }
}
