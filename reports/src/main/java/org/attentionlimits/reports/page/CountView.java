package org.attentionlimits.reports.page;

import java.util.List;
import java.util.stream.Stream;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.ledger.PaperEntry.CountsEntry;

/**
 * A number of the paper's statements.
 *
 * @param value how many
 * @param name of what
 */
record CountView(String value, String name) {

  /** Every status that occurs. */
  static List<CountView> of(CountsEntry counts) {
    return Stream.of(
            view(counts.refuted(), "refuted"),
            view(counts.depends(), "refuted in our reading, true in another"),
            view(counts.undecided(), "undecided"),
            view(
                counts.unconfirmed(),
                "unconfirmed readings, " + counts.unconfirmedRefuted() + " of them refuted"),
            view(counts.survived(), "survived"))
        .filter(count -> !count.value().equals("0"))
        .toList();
  }

  private static CountView view(int count, String name) {
    return new CountView(String.valueOf(count), name);
  }

  /** {@code 1 of 20 statements is refuted; 5 more depend on how their words are read}. */
  static String headline(CountsEntry counts) {
    String refuted =
        (counts.refuted() == 0 ? "None" : String.valueOf(counts.refuted()))
            + " of "
            + Line.counted(counts.statements(), "statement", "statements")
            + (counts.refuted() > 1 ? " are" : " is")
            + " refuted";
    return switch (counts.depends()) {
      case 0 -> refuted;
      case 1 -> refuted + "; 1 more depends on how its words are read";
      default -> refuted + "; " + counts.depends() + " more depend on how their words are read";
    };
  }
}
