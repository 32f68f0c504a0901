package org.attentionlimits.empirical.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.empirical.recording.HeadPlaces.Place;
import org.attentionlimits.empirical.recording.explanation.Explanations;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.Precision;
import org.attentionlimits.empirical.recording.head.RecordedHead;
import org.attentionlimits.empirical.recording.head.ZeroWeights;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.attentionlimits.empirical.tensor.TensorType;

/** Reads all heads of a recording once, and refuses the first whose numbers do not agree. */
final class RecordingCheck {

  private final HeadReader heads;
  private final ZeroWeights zeros;
  private boolean sumToOne = true;
  private double largestError = Double.NaN;
  private String withoutFloats = "";
  private boolean vectors = true;

  /**
   * Checks a recording.
   *
   * @throws TensorFileException in one line that tells what does not fit and, if one is found, what
   *     explains it
   */
  RecordingCheck(HeadReader heads) throws IOException {
    this.heads = heads;
    this.zeros = new ZeroWeights(heads.sight());
    for (Place place : heads.arrays().places().all()) {
      check(place, heads.read(place));
    }
  }

  private void check(Place place, RecordedHead head) throws IOException {
    HeadConsistency consistency = new HeadConsistency(head);
    Optional<Inconsistency> found = consistency.first();
    if (found.isPresent()) {
      throw heads.arrays().problem(explained(place, head, found.get()));
    }
    double error = consistency.largestError();
    largestError = Double.isNaN(largestError) ? error : Math.max(largestError, error);
    sumToOne &= consistency.rowsSumToOne();
    withoutFloats = withoutFloats.isEmpty() ? head.withoutFloats().orElse("") : withoutFloats;
    vectors &= head.hasVectors();
    if (!head.hasLogits()) {
      zeros.add(head);
    }
  }

  private String explained(Place place, RecordedHead head, Inconsistency found) throws IOException {
    Optional<String> type = narrowerType(head);
    if (type.isPresent()) {
      return type.get() + " (" + found.text() + ")";
    }
    try {
      return Explanations.explained(head, found, heads.others(place));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Whether numbers agree if they were computed in the narrowest types that hold them. */
  private Optional<String> narrowerType(RecordedHead head) throws IOException {
    if (heads.settings().computedIn().isEmpty()) {
      return Optional.empty();
    }
    Precision narrow = new RecordedPrecision(heads.arrays(), heads.sight()).ofNumbers();
    return new HeadConsistency(head.with(narrow)).first().isEmpty()
        ? Optional.of(
            "computed_in="
                + heads.settings().computedIn().get()
                + " is wider than the numbers, "
                + coarser(head.precision(), narrow)
                + ", which agree as such: leave it out")
        : Optional.empty();
  }

  private static String coarser(Precision wide, Precision narrow) {
    List<String> coarser = new ArrayList<>();
    addCoarser(wide.weights(), narrow.weights(), " weights", coarser);
    addCoarser(wide.logits(), narrow.logits(), " logits", coarser);
    addCoarser(wide.vectors(), narrow.vectors(), " vectors", coarser);
    return String.join(" and ", coarser);
  }

  private static void addCoarser(
      TensorType wide, TensorType narrow, String what, List<String> coarser) {
    if (wide.rounding() < narrow.rounding()) {
      coarser.add(narrow + what);
    }
  }

  /** The largest of {@link HeadConsistency#largestError}; NaN if no row was looked at. */
  double largestError() {
    return largestError;
  }

  /** Why heads cannot be given as float32 arrays; empty if they can. */
  String withoutFloats() {
    return withoutFloats;
  }

  /** Whether all heads have query, key and value. */
  boolean hasVectors() {
    return vectors;
  }

  /** What may not be as it is meant, a sentence each. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>(zeros.remarks());
    boolean logits = heads.arrays().hasLogits();
    if (heads.sides().hasSink() && !logits && sumToOne && heads.sight().pairs() > 0) {
      remarks.add(
          "rows sum to one without the sink, whose weight is zero within rounding: leave sink out"
              + " if it takes no part");
    }
    return remarks;
  }
}
