package org.attentionlimits.theory.random;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.TopN;
import org.attentionlimits.theory.profile.Columns;
import org.attentionlimits.theory.profile.Recipe;
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

  /** For embeddings of one and two dimensions, the set being all from one mark to another. */
  @Override
  public List<Recipe<SelectedRow>> recipes() {
    return Columns.withEmbeddings(
        2,
        (logits, embeddings, m) ->
            Optional.of(IntStream.range(Math.min(m[0], m[1]), Math.max(m[0], m[1])).toArray())
                .filter(set -> set.length > 0)
                .map(set -> new SelectedRow(logits, embeddings, set)));
  }

  @Override
  public SelectedRow draw(RandomGenerator random) {
    EmbeddedRow row = rows.draw(random);
    int[] set = IntStream.range(0, row.tokens()).filter(i -> random.nextBoolean()).toArray();
    return select(row, set.length == 0 ? new int[] {random.nextInt(row.tokens())} : set);
  }

  private static SelectedRow select(EmbeddedRow row, int... set) {
    double[][] embeddings =
        Stream.of(row.embeddings(Arithmetic.BINARY64)).map(Vec::values).toArray(double[][]::new);
    return new SelectedRow(row.row(), embeddings, set);
  }

  @Override
  public SelectedRow drawPlain(RandomGenerator random) {
    return plain(new PlainDraws(random));
  }

  /** One of three sets is that of the smallest weights, the others are random. */
  static SelectedRow plain(PlainDraws draws) {
    LogitRow row = LogitRows.plain(draws, draws.temperature());
    int n = row.tokens();
    int count = PlainVectors.count(draws, n);
    double[] order =
        draws.oneIn(3)
            ? PlainPattern.times(row.logits(), -1)
            : IntStream.range(0, n).mapToDouble(i -> draws.normal()).toArray();
    return new SelectedRow(row, PlainVectors.embeddings(draws, row), TopN.of(order, count));
  }
}
