package org.attentionlimits.reports.cli.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.instance.InstanceText;
import org.attentionlimits.reports.instance.Shell;
import org.attentionlimits.reports.ledger.Instances;
import org.attentionlimits.reports.ledger.PaperEntry;
import org.attentionlimits.reports.ledger.StatementEntry;
import org.attentionlimits.reports.ledger.Words;
import org.attentionlimits.reports.summary.Lines;
import org.attentionlimits.theory.attention.Field;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.catalogue.Paper;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Standing;

/**
 * All that is known of a claim.
 *
 * @param id its name
 * @param statement what it says
 * @param standing what it stands for, in words
 * @param choices what of it is our choice, and what it rests on
 * @param needs what it takes beyond its instance, so that no row of a model decides it
 * @param instances the type of its instances in words
 * @param fields of an instance
 * @param example an instance that it speaks about; absent if none is known
 * @param written commands that evaluate the claim there
 * @param beside names of the claims that stand under it, by their standing
 */
record ClaimSheet(
    String id,
    StatementEntry statement,
    String standing,
    List<String> choices,
    Optional<String> needs,
    String instances,
    List<FieldEntry> fields,
    Optional<JsonNode> example,
    List<String> written,
    Map<Standing, List<String>> beside) {

  /**
   * A field of an instance.
   *
   * @param name its name, and that of its option
   * @param kind what it holds
   * @param extents of its arrays in brackets; empty of a single value
   * @param choices of which it is one; empty of another kind
   */
  record FieldEntry(String name, String kind, String extents, List<String> choices) {

    private static FieldEntry of(Field<?> field) {
      return new FieldEntry(
          field.name(), field.kind().description(), field.extents(), field.choices());
    }
  }

  /**
   * What is known of a claim.
   *
   * @param among claims, of which some may be beside it
   * @param evaluate the words before the claim's name of a command that evaluates it
   */
  static <I extends Instance<I>> ClaimSheet of(
      Claim<I> claim, List<Claim<?>> among, List<String> evaluate) {
    Optional<JsonNode> example = Example.of(claim).map(Instances::write);
    return new ClaimSheet(
        claim.id(),
        StatementEntry.of(claim),
        Standings.of(claim.statement()),
        PaperEntry.of(Paper.theOne(), List.of()).statements().stream()
            .filter(statement -> statement.claim().equals(claim.id()))
            .flatMap(statement -> Words.choices(statement).stream())
            .toList(),
        claim.statement().needs(),
        claim.type().name() + ", " + claim.type().description(),
        claim.type().fields().stream().map(FieldEntry::of).toList(),
        example,
        example.stream().flatMap(node -> written(claim, node, evaluate)).toList(),
        beside(claim, among));
  }

  private static <I extends Instance<I>> Stream<String> written(
      Claim<I> claim, JsonNode example, List<String> evaluate) {
    return Stream.of(Example.options(example), List.of(InstanceText.of(claim.type(), example)))
        .map(
            words ->
                Shell.line(
                    Stream.of(evaluate, List.of(claim.id()), words)
                        .flatMap(List::stream)
                        .toList()));
  }

  private static Map<Standing, List<String>> beside(Claim<?> claim, List<Claim<?>> among) {
    Map<Standing, List<String>> beside = new EnumMap<>(Standing.class);
    for (Standing standing : Standing.values()) {
      List<String> names =
          among.stream()
              .filter(other -> other.statement().of().contains(claim.id()))
              .filter(other -> other.statement().standing() == standing)
              .<String>map(Claim::id)
              .toList();
      if (!names.isEmpty()) {
        beside.put(standing, names);
      }
    }
    return beside;
  }

  /** All of it in lines. */
  String text() {
    Lines lines = new Lines().add(Heading.of(id, statement));
    named().forEach((name, words) -> lines.add("  " + name + ": " + words));
    choices.forEach(choice -> lines.add("  " + choice));
    lines.add("  instances: " + instances);
    for (FieldEntry field : fields) {
      lines.add("    --" + field.name() + ": " + kind(field));
    }
    if (!written.isEmpty()) {
      lines.add("  written, as options and as a ledger prints it:");
      written.forEach(command -> lines.addAsIs("    " + command));
    }
    beside.forEach((name, ids) -> lines.add("  " + name.heading() + ": " + String.join(", ", ids)));
    return lines.text();
  }

  /** What is known in words, by its name. */
  private Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("standing", standing);
    named.put("formula", statement.latex());
    named.put("speaks about", statement.domain());
    needs.ifPresent(beyond -> named.put("needs beyond a row", beyond));
    statement.against().ifPresent(words -> named.put("against this reading", words));
    statement.supremum().ifPresent(ratio -> named.put("largest ratio possible", ratio));
    statement.special().ifPresent(words -> named.put("special values", words));
    statement.rule().ifPresent(rule -> named.put("judged by a rule", rule));
    statement.proof().ifPresent(place -> named.put("proof", place));
    statement.refutation().ifPresent(place -> named.put("proof that it is false", place));
    named.values().removeIf(String::isEmpty);
    return named;
  }

  private static String kind(FieldEntry field) {
    return field.choices().isEmpty()
        ? field.kind() + (field.extents().isEmpty() ? "" : " " + field.extents())
        : Line.alternatives(field.choices());
  }

  /** The same in LaTeX. */
  Latex latex() {
    Latex latex = new Latex(id).add("claim", Heading.of(id, statement));
    named()
        .forEach(
            (name, words) -> {
              if (name.equals("formula")) {
                latex.addFormula(name, words);
              } else {
                latex.add(name, words);
              }
            });
    choices.forEach(choice -> latex.add("reading", choice));
    latex.add("instances", instances);
    beside.forEach((name, ids) -> latex.add(name.heading(), String.join(", ", ids)));
    return latex;
  }
}
