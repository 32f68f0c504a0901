package org.attentionlimits.empirical.recording.explanation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attentionlimits.empirical.recording.explanation.Explanations.OtherHeads;
import org.attentionlimits.empirical.recording.head.HeadArrays;
import org.attentionlimits.empirical.recording.head.HeadArrays.Part;
import org.attentionlimits.empirical.recording.head.HeadConsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.Inconsistency.Kind;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/**
 * Arrays of another head of the layer, as where heads are in another order, or query heads share
 * keys in another one: the arrays of that head fit.
 */
final class OtherHead implements Explanation {

  /** What may be another head's: the format of what is told, and the arrays. */
  private record Choice(String words, List<Part> parts) {

    private static Choice of(String words, Part... parts) {
      return new Choice(words, List.of(parts));
    }

    private boolean isKnown(HeadArrays arrays) {
      return parts.stream().allMatch(part -> arrays.of(part).length > 0);
    }

    private HeadArrays taken(HeadArrays arrays, HeadArrays others) {
      HeadArrays taken = arrays;
      for (Part part : parts) {
        taken = taken.with(part, others.of(part));
      }
      return taken;
    }
  }

  private static final Choice KEY = Choice.of("key of head %d fits", Part.KEY);

  /** What is least comes first. */
  private static final List<Choice> CHOICES =
      List.of(
          KEY,
          Choice.of("query and key of head %d fit", Part.QUERY, Part.KEY),
          Choice.of("query of head %d fits", Part.QUERY),
          Choice.of("logits of head %d fit", Part.LOGITS),
          Choice.of("logits, query and key of head %d fit", Part.LOGITS, Part.QUERY, Part.KEY));

  private final OtherHeads others;

  OtherHead(OtherHeads others) {
    this.others = others;
  }

  @Override
  public Optional<String> of(RecordedHead head, Inconsistency found) {
    boolean isOfLogits = found.kind() == Kind.PRODUCT || found.kind() == Kind.SOFTMAX;
    return isOfLogits
        ? others.all().get().flatMap(other -> fitting(head, other).stream()).findFirst()
        : Optional.empty();
  }

  private Optional<String> fitting(RecordedHead head, RecordedHead other) {
    HeadArrays arrays = head.arrays();
    return CHOICES.stream()
        .filter(choice -> choice.isKnown(arrays))
        .filter(choice -> HeadConsistency.fits(head.with(choice.taken(arrays, other.arrays()))))
        .findFirst()
        .map(choice -> text(head, other, choice));
  }

  private String text(RecordedHead head, RecordedHead other, Choice choice) {
    int key = other.head() / others.shared();
    return others.shared() > 1 && choice.equals(KEY)
        ? String.format(
            Locale.ROOT,
            "another order of groups: %s fits key %d, not %d. Query heads that share a key must"
                + " stand together",
            head,
            key,
            head.head() / others.shared())
        : String.format(
            Locale.ROOT, "heads in another order? " + choice.words + " %s", other.head(), head);
  }
}
