package org.attentionlimits.empirical.check;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.HeadPool;
import org.attentionlimits.empirical.tensor.HeadRows;
import org.attentionlimits.empirical.tensor.RowPart;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.VisibleRow.Part;
import org.attentionlimits.theory.claim.Claim;

/**
 * Evaluates claims on every row of every head of real attention: a row is a query with the tokens
 * that it sees. The outcome of each row is rigorous, as that of {@link Claim#evaluate} is. Heads
 * are shared among threads; the result does not depend on them.
 *
 * @see RowTally
 */
public final class RowCheck {

  /** Told of progress, by one thread at a time. */
  @FunctionalInterface
  public interface Listener {
    /** Called when another head is done. */
    void headChecked(int done, int heads);
  }

  private final List<Claim<?>> claims;
  private final List<Integer> selections;

  /**
   * A check.
   *
   * @param claims what to evaluate
   * @param selections the N of the top-N set for claims about embedded rows, each at least 1
   */
  public RowCheck(List<Claim<?>> claims, List<Integer> selections) {
    for (int selected : selections) {
      if (selected < 1) {
        throw new IllegalArgumentException("N must be at least 1: " + selected);
      }
    }
    this.claims = List.copyOf(claims);
    this.selections = List.copyOf(selections);
  }

  /**
   * Checks all rows. Where a claim cannot be evaluated, the source is not asked for more than a few
   * heads beyond.
   *
   * @return a tally for every claim, in the claims' order
   * @throws IOException if the source cannot be read
   * @throws IllegalStateException if a claim cannot be evaluated, naming it and the row
   */
  public List<RowTally> run(AttentionSource source, Listener listener) throws IOException {
    return run(source, listener, notGiven(source), rows -> RowShape.UNKNOWN, checked -> {});
  }

  /**
   * The same, showing what came out of each head, in the order of the source.
   *
   * @param sink is given the heads, by the thread that calls
   */
  public List<RowTally> run(AttentionSource source, Listener listener, Consumer<HeadTallies> sink)
      throws IOException {
    List<Optional<String>> notGiven = notGiven(source);
    return run(
        source,
        listener,
        notGiven,
        RowShape::of,
        checked ->
            sink.accept(
                new HeadTallies(
                    checked.rows().layer(),
                    checked.rows().head(),
                    checked.shape(),
                    tallies(notGiven, checked.counters()))));
  }

  /** What came out of a head. */
  private record Checked(HeadRows rows, List<RowCounter> counters, RowShape shape) {}

  private List<RowTally> run(
      AttentionSource source,
      Listener listener,
      List<Optional<String>> notGiven,
      Function<HeadRows, RowShape> shape,
      Consumer<Checked> sink)
      throws IOException {
    Progress progress = new Progress(source.heads(), listener);
    List<RowCounter> sums = claims.stream().map(claim -> new RowCounter()).toList();
    HeadPool pool = new HeadPool("row-check");
    try (pool) {
      HeadPool.InOrder<Checked> heads =
          pool.inOrder(
              checked -> {
                add(sums, checked);
                sink.accept(checked);
              });
      source.forEachRows(rows -> heads.add(() -> check(rows, shape, progress)));
      heads.finish();
    }
    return tallies(notGiven, sums);
  }

  private Checked check(HeadRows rows, Function<HeadRows, RowShape> shape, Progress progress) {
    List<RowCounter> counters = new HeadCheck(claims, selections).check(rows);
    Checked checked = new Checked(rows, counters, shape.apply(rows));
    progress.advance();
    return checked;
  }

  private static void add(List<RowCounter> sums, Checked head) {
    for (int i = 0; i < sums.size(); i++) {
      sums.get(i).add(head.rows().layer(), head.rows().head(), head.counters().get(i));
    }
  }

  private List<RowTally> tallies(List<Optional<String>> notGiven, List<RowCounter> counters) {
    return IntStream.range(0, claims.size())
        .mapToObj(i -> counters.get(i).tally(claims.get(i), notGiven.get(i)))
        .toList();
  }

  private List<Optional<String>> notGiven(AttentionSource source) {
    return claims.stream().map(claim -> notGiven(claim, source)).toList();
  }

  private Optional<String> notGiven(Claim<?> claim, AttentionSource source) {
    if (claim.statement().needs().isPresent()) {
      return claim.statement().needs();
    }
    InstanceType<?> type = claim.type();
    if (type.needs().isEmpty()) {
      return Optional.of(type.beyondRows());
    }
    Optional<String> logits =
        claim.changesWithShift() ? source.lacks(RowPart.LOGITS) : Optional.empty();
    return logits.or(() -> lacks(type.needs().get(), source));
  }

  private Optional<String> lacks(List<Part> needs, AttentionSource source) {
    return needs.contains(Part.SELECTION) && selections.isEmpty()
        ? Optional.of(Part.SELECTION.description())
        : source.lacks(RowOfHead.part(needs));
  }

  /** Counts heads done. */
  private static final class Progress {
    private final int heads;
    private final Listener listener;
    private int done;

    private Progress(int heads, Listener listener) {
      this.heads = heads;
      this.listener = listener;
    }

    private synchronized void advance() {
      done++;
      listener.headChecked(done, heads);
    }
  }
}
