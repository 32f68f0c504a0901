package org.attentionlimits.reports.cli.claim;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.attentionlimits.reports.cli.option.Checked;
import org.attentionlimits.reports.summary.TypeList;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.catalogue.Paper;
import org.attentionlimits.theory.catalogue.PaperStatement;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the catalogue, or tells all about some of it. */
@Command(
    name = "claims",
    description = "List the claims: name, provenance, place, and what they say.",
    mixinStandardHelpOptions = true)
public final class ClaimsCommand implements Runnable, Checked {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "CLAIM",
      description = "Tell of these claims alone, with all details.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--details",
      description = "Tell also the formula, the domain, the special values, and the proof.")
  private boolean details;

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description =
          "Tell of the claims of one source alone: an arXiv id, as 2410.01104, or "
              + Catalogue.OURS
              + " for the forms that are derived here.")
  private String source;

  @Option(
      names = "--instances",
      description = "List the types of instances that claims are about, with their fields.")
  private boolean instances;

  @Override
  public void check() {
    names.forEach(ClaimsCommand::named);
    requireSource();
  }

  private void requireSource() {
    List<String> sources =
        Catalogue.claims().stream().map(Catalogue::sourceOf).distinct().sorted().toList();
    if (source != null && !sources.contains(source)) {
      throw new IllegalArgumentException(
          "--source must be one of " + String.join(", ", sources) + ": " + source);
    }
  }

  private boolean isFromTheSource(Claim<?> claim) {
    return source == null || Catalogue.sourceOf(claim).equals(source);
  }

  @Override
  public void run() {
    check();
    if (instances) {
      spec.commandLine().getOut().println(TypeList.builtIn());
      spec.commandLine().getOut().flush();
      return;
    }
    List<Claim<?>> claims =
        names.isEmpty()
            ? Catalogue.claims()
            : names.stream().<Claim<?>>map(ClaimsCommand::named).toList();
    PrintWriter out = spec.commandLine().getOut();
    for (Claim<?> claim : claims.stream().filter(this::isFromTheSource).toList()) {
      print(claim.statement(), out);
      if (details || !names.isEmpty()) {
        printDetails(claim.statement(), out);
      }
    }
    out.flush();
  }

  private static Claim<?> named(String id) {
    return ClaimNames.find(id, Catalogue.claims());
  }

  private static void print(Statement statement, PrintWriter out) {
    out.println(statement.id());
    out.println("  " + statement.place() + " (" + statement.provenance().description() + ")");
    out.println("  " + Standings.of(statement));
    out.println("  " + statement.words());
  }

  private static void printDetails(Statement statement, PrintWriter out) {
    printDetail("formula", statement.latex(), out);
    printDetail("domain", statement.domain(), out);
    printDetail("special values", statement.special(), out);
    statement.against().ifPresent(words -> printDetail("against this reading", words, out));
    Paper.theOne()
        .statement(statement.id())
        .flatMap(PaperStatement::ours)
        .ifPresent(words -> printDetail("our choice", words, out));
    statement.rule().ifPresent(words -> printDetail("rule", words, out));
    statement.refutation().ifPresent(place -> printDetail("proof that it is false", place, out));
    if (statement.refutation().isEmpty()) {
      printDetail("proof", statement.proof().orElse(""), out);
    }
  }

  private static void printDetail(String name, String text, PrintWriter out) {
    out.println("  " + name + ": " + (text.isEmpty() ? "none given" : text));
  }
}
