package org.attentionlimits.reports.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Provenance;
import org.attentionlimits.theory.claim.Standing;
import org.attentionlimits.theory.claim.Statement;

/**
 * What a claim says.
 *
 * @param provenance where the formula comes from
 * @param standing what it stands for in the count
 * @param of ids of the claims that it stands under; empty for others
 * @param against which words of the paper speak against this reading; present for a variant
 * @param place where in the source
 * @param words the statement in words
 * @param latex the statement as a formula
 * @param instances type of the instances, by which they are read back
 * @param domain the instances it speaks about, in words
 * @param special what it says at the ends of its domain, if that is told
 * @param proof where the documentation proves it, if it does
 * @param refutation where the documentation proves that it is false, if a search alone cannot show
 *     it
 * @param supremum the least upper bound of left/right with its reason, if it is known
 * @param rule how a claim about a limit is read off from finitely many values
 */
public record StatementEntry(
    Provenance provenance,
    Standing standing,
    List<String> of,
    Optional<String> against,
    String place,
    String words,
    String latex,
    String instances,
    String domain,
    Optional<String> special,
    Optional<String> proof,
    Optional<String> refutation,
    Optional<String> supremum,
    Optional<String> rule) {

  /** Copies the list. */
  public StatementEntry {
    of = List.copyOf(of);
  }

  /** Place and provenance in words; of another reading the place alone. */
  public String source() {
    String where = place.isEmpty() ? "" : place + ", ";
    return standing == Standing.VARIANT ? place : where + provenance.description();
  }

  /** The first field in which another differs, with its value here. */
  String difference(StatementEntry other) {
    Map<String, Object> others = other.fields();
    return fields().entrySet().stream()
        .filter(field -> !field.getValue().equals(others.get(field.getKey())))
        .map(field -> field.getKey() + " " + field.getValue())
        .findFirst()
        .orElse("");
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("provenance", provenance);
    fields.put("standing", standing);
    fields.put("of", of);
    fields.put("against", against.orElse(""));
    fields.put("place", place);
    fields.put("words", words);
    fields.put("latex", latex);
    fields.put("instances", instances);
    fields.put("domain", domain);
    fields.put("special", special.orElse(""));
    fields.put("proof", proof.orElse(""));
    fields.put("refutation", refutation.orElse(""));
    fields.put("supremum", supremum.orElse(""));
    fields.put("rule", rule.orElse(""));
    return fields;
  }

  /** What a claim says. */
  public static StatementEntry of(Claim<?> claim) {
    Statement statement = claim.statement();
    return new StatementEntry(
        statement.provenance(),
        statement.standing(),
        statement.of(),
        statement.against(),
        statement.place(),
        statement.words(),
        statement.latex(),
        claim.type().name(),
        statement.domain(),
        Optional.of(statement.special()).filter(special -> !special.isEmpty()),
        statement.proof(),
        statement.refutation(),
        statement.supremum(),
        statement.rule());
  }
}
