package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.LedgerCheck;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.reports.ledger.Recheck;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.search.Certificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Evaluates the counterexamples of a ledger anew. */
@Command(
    name = "check",
    description =
        "Read the counterexamples of a ledger as they stand there, evaluate their claims at exactly"
            + " these decimals to "
            + Claim.CERTIFYING_DIGITS
            + " digits, and tell whether they are violated.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "LEDGER", description = "The file ledger.json of a run.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    Ledger ledger = LedgerFile.read(file);
    List<Recheck> checks = told(() -> Recheck.all(ledger));
    LedgerCheck rest = told(() -> LedgerCheck.of(ledger, Version.text()));
    PrintWriter out = spec.commandLine().getOut();
    if (isOther(ledger)) {
      out.println(
          "Written by version "
              + ledger.version()
              + ", and checked by version "
              + Version.text()
              + ": words that are not the catalogue's here are told, not judged; they may be"
              + " edited.");
    }
    rest.differences().forEach(difference -> out.println("  " + difference));
    rest.problems().forEach(problem -> out.println("Edited: " + problem));
    for (Recheck check : checks) {
      out.println(check.id() + " at " + check.text());
      out.println("  " + result(check));
    }
    long failed = checks.stream().filter(check -> !check.reproduces()).count();
    out.printf(
        Locale.ROOT,
        "%s, %d reproduced%s%n",
        Line.counted(checks.size(), "counterexample"),
        checks.size() - failed,
        differences(ledger, rest));
    out.printf(
        Locale.ROOT,
        "Not searched again: %s that survived, %d undecided%n",
        Line.counted(count(ledger, Verdict.SURVIVED), "claim"),
        count(ledger, Verdict.UNDECIDED));
    out.flush();
    return failed == 0 && rest.problems().isEmpty() ? Main.SUCCESS : Main.DEPARTED;
  }

  private static long count(Ledger ledger, Verdict verdict) {
    return ledger.claims().stream().filter(claim -> claim.verdict() == verdict).count();
  }

  private static boolean isOther(Ledger ledger) throws IOException {
    return !ledger.version().equals(Version.text());
  }

  private static String differences(Ledger ledger, LedgerCheck check) throws IOException {
    return isOther(ledger)
        ? ", " + Line.counted(check.differences().size(), "difference") + " in words, not judged"
        : "";
  }

  /** Checks something of a ledger. */
  private interface Check<T> {
    T run() throws IOException;
  }

  private <T> T told(Check<T> check) throws IOException {
    try {
      return check.run();
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static String result(Recheck check) {
    String sides = check.certificate().map(CheckCommand::bounds).orElseGet(() -> sides(check));
    String objection = check.objection().map(why -> ", but " + why).orElse("");
    return sides + objection;
  }

  private static String bounds(Certificate certificate) {
    String format =
        certificate.logarithmic()
            ? "left at least exp(%s), right at most exp(%s): violated, %s"
            : "left at least %s, right at most %s: violated, %s";
    return String.format(
        Locale.ROOT,
        format,
        certificate.leftAtLeast(),
        certificate.rightAtMost(),
        Ratios.assurance(certificate.doubt()));
  }

  private static String sides(Recheck check) {
    return "left " + check.left() + ", right " + check.right() + ": not violated";
  }
}
