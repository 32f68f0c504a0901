package org.attentionlimits.reports.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.attentionlimits.empirical.experiment.RowTally;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.ClaimEntry.CounterexampleEntry;
import org.attentionlimits.reports.ledger.ModelEntry.PlaceEntry;
import org.attentionlimits.reports.ledger.ModelEntry.RowsEntry;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Statement;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.real.Arithmetic;
import org.attentionlimits.theory.real.Decimals;
import org.attentionlimits.theory.search.Certificate;
import org.attentionlimits.theory.search.Finding;
import org.attentionlimits.theory.search.Finding.Counterexample;

/** Makes entries of the ledger from what the search and the row check found. */
public final class Entries {

  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private Entries() {}

  /** The entry of a claim, by the search alone. */
  public static <I extends Instance<I>> ClaimEntry of(Finding<I> finding) {
    Claim<I> claim = finding.claim();
    Statement statement = claim.statement();
    return new ClaimEntry(
        statement.id(),
        statement.provenance(),
        statement.place(),
        statement.words(),
        statement.latex(),
        statement.proof(),
        finding.verdict(),
        Optional.empty(),
        finding.tries(),
        finding.seed(),
        finding.largestRatio(),
        numbers(finding.tightest()),
        finding.counterexample().map(counterexample -> of(claim, counterexample)));
  }

  private static <I extends Instance<I>> CounterexampleEntry of(
      Claim<I> claim, Counterexample<I> counterexample) {
    I instance = counterexample.instance();
    Certificate certificate = counterexample.certificate();
    Evaluation sides = claim.evaluate(instance, Arithmetic.printed(certificate.digits()));
    return new CounterexampleEntry(
        numbers(instance),
        instance.toString(),
        sides.left().value(),
        sides.right().value(),
        new CertificateEntry(
            certificate.digits(),
            certificate.logarithmic(),
            certificate.leftAtLeast().toString(),
            certificate.rightAtMost().toString()));
  }

  /** Names and numbers of an instance; the numbers are its printed decimals. */
  public static JsonNode numbers(Instance<?> instance) {
    ObjectNode node = NODES.objectNode();
    instance.fields().forEach((name, value) -> node.set(name, node(value)));
    return node;
  }

  private static JsonNode node(Object value) {
    if (value instanceof double[] numbers) {
      ArrayNode array = NODES.arrayNode();
      for (double number : numbers) {
        array.add(node(number));
      }
      return array;
    }
    if (value instanceof double[][] rows) {
      ArrayNode array = NODES.arrayNode();
      for (double[] row : rows) {
        array.add(node(row));
      }
      return array;
    }
    if (value instanceof int[] numbers) {
      ArrayNode array = NODES.arrayNode();
      Arrays.stream(numbers).forEach(array::add);
      return array;
    }
    if (value instanceof Double number) {
      return NODES.numberNode(new BigDecimal(Decimals.print(number)));
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number);
    }
    if (value instanceof String text) {
      return NODES.textNode(text);
    }
    throw new IllegalArgumentException("no JSON for a field of " + value.getClass().getName());
  }

  /** The entry of a model or recording. */
  public static ModelEntry of(AttentionSource source, int layers, List<RowTally> tallies) {
    long length = source.length();
    return new ModelEntry(
        source.name(),
        source.description(),
        source.length(),
        layers,
        source.heads(),
        source.heads() * length,
        source.heads() * (length * (length + 1) / 2),
        tallies.stream().map(Entries::of).toList());
  }

  private static RowsEntry of(RowTally tally) {
    return new RowsEntry(
        tally.claim().id(),
        tally.rows(),
        tally.weights(),
        tally.violated(),
        tally.rows() == 0 ? 0 : tally.violatedShare(),
        tally.undecided(),
        tally.leftOut(),
        tally.largestRatio(),
        tally.place().map(p -> new PlaceEntry(p.layer(), p.head(), p.query(), boxed(p.selected()))),
        tally.notGiven().map(what -> "needs " + what + ", which this source does not give"));
  }

  private static Optional<Integer> boxed(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  /**
   * The claims with verdicts that no model contradicts: one that the search left standing and that
   * rows of a model violate is {@code UNDECIDED}, with a remark.
   */
  public static List<ClaimEntry> reconciled(List<ClaimEntry> claims, List<ModelEntry> models) {
    List<ClaimEntry> entries = new ArrayList<>();
    for (ClaimEntry claim : claims) {
      entries.add(
          claim.verdict() == Verdict.SURVIVED
              ? violations(claim.id(), models)
                  .map(where -> claim.with(Verdict.UNDECIDED, where))
                  .orElse(claim)
              : claim);
    }
    return entries;
  }

  private static Optional<String> violations(String id, List<ModelEntry> models) {
    for (ModelEntry model : models) {
      for (RowsEntry rows : model.claims()) {
        if (rows.id().equals(id) && rows.violating() > 0) {
          return Optional.of(
              "the search found no counterexample, but "
                  + rows.violating()
                  + " rows of "
                  + model.name()
                  + " violate the claim");
        }
      }
    }
    return Optional.empty();
  }
}
