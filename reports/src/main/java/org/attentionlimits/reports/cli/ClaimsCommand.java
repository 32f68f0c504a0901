package org.attentionlimits.reports.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.reports.summary.TypeList;
import org.attentionlimits.theory.catalogue.Catalogue;
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
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeOnExecutionException = Main.BUG)
final class ClaimsCommand implements Runnable {

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
      names = "--instances",
      description = "List the types of instances that claims are about, with their fields.")
  private boolean instances;

  @Override
  public void run() {
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
    for (Claim<?> claim : claims) {
      print(claim.statement(), out);
      if (details || !names.isEmpty()) {
        printDetails(claim.statement(), out);
      }
    }
    out.flush();
  }

  private static Claim<?> named(String id) {
    return Catalogue.named(id)
        .orElseThrow(() -> new IllegalArgumentException("no such claim: " + id));
  }

  private static void print(Statement statement, PrintWriter out) {
    out.println(statement.id());
    out.println("  " + statement.place() + " (" + statement.provenance().description() + ")");
    out.println("  " + statement.words());
  }

  private static void printDetails(Statement statement, PrintWriter out) {
    printDetail("formula", Optional.of(statement.latex()), out);
    printDetail("domain", Optional.of(statement.domain()), out);
    printDetail("special values", Optional.of(statement.special()), out);
    printDetail("proof", statement.proof(), out);
  }

  private static void printDetail(String name, Optional<String> text, PrintWriter out) {
    out.println("  " + name + ": " + text.filter(t -> !t.isEmpty()).orElse("none given"));
  }
}
