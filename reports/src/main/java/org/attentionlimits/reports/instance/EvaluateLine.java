package org.attentionlimits.reports.instance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;

/** The line of a command that evaluates a claim at an instance. */
public final class EvaluateLine {

  private static final List<String> EVALUATE = List.of("attention-limits", "evaluate");

  private EvaluateLine() {}

  /**
   * The line for an instance.
   *
   * @param before the words before the claim's name
   */
  public static String of(List<String> before, Claim<?> claim, JsonNode instance) {
    return line(before, claim.id(), InstanceText.of(claim.type(), instance));
  }

  /**
   * The line for a counterexample of a ledger, with its JSON if the catalogue has no such claim.
   */
  public static String of(String claim, CounterexampleEntry entry) {
    String instance =
        Catalogue.named(claim)
            .map(known -> InstanceText.of(known.type(), entry.instance()))
            .orElseGet(() -> entry.instance().toString());
    return line(EVALUATE, claim, instance);
  }

  private static String line(List<String> before, String claim, String instance) {
    return Shell.line(Stream.concat(before.stream(), Stream.of(claim, instance)).toList());
  }
}
