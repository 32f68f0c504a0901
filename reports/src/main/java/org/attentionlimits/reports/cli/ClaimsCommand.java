package org.attentionlimits.reports.cli;

import java.io.PrintWriter;
import org.attentionlimits.theory.claim.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the catalogue. */
@Command(
    name = "claims",
    description = "List the claims: name, provenance, place, and what they say.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeOnExecutionException = Main.BUG)
final class ClaimsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (Claim<?> claim : Catalogue.claims()) {
      Statement statement = claim.statement();
      out.println(statement.id());
      out.println("  " + statement.place() + " (" + statement.provenance().description() + ")");
      out.println("  " + statement.words());
    }
    out.flush();
  }
}
