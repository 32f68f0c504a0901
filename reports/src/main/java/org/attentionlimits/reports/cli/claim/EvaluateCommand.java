package org.attentionlimits.reports.cli.claim;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.attentionlimits.reports.cli.option.Checked;
import org.attentionlimits.reports.ledger.ClaimEntry.CertificateEntry;
import org.attentionlimits.reports.ledger.Sides;
import org.attentionlimits.reports.ledger.StatementEntry;
import org.attentionlimits.reports.summary.Lines;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.real.Decimals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Evaluates one claim at instances that are given. */
@Command(
    name = "evaluate",
    description = {
      "Evaluate a claim at an instance: both sides, their ratio, and whether the claim holds there."
          + " Decimals are exact: 0.1 is one tenth. Double precision with a bound of its error"
          + " first; 60 digits where that cannot tell.",
      "",
      "An INSTANCE is given by options named after the fields of the claim's instances (-T is"
          + " --temperature; claims --instances lists the fields), or as a ledger prints it, or as"
          + " its JSON, or is read from a file, @FILE, or from standard input, -."
    },
    footer = {
      "",
      "Arrays: 1,2,3; 0*32 are 32 zeros. Rows: 1,0;0,1 or [[1,0],[0,1]]. Sets: 0,2 or 0-5.",
      "",
      "Example: attention-limits evaluate corollary-3-temperature --logits 0,0 -T 1"
    },
    customSynopsis =
        "attention-limits evaluate [--json|--latex] [--class-path=PATH CLASS] CLAIM INSTANCE...",
    mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer>, Checked {

  private static final int SHORT = 12;

  private CommandSpec spec;

  @Mixin private ClaimSource source;

  @Mixin private Form form;

  @Parameters(arity = "1..*", paramLabel = "CLAIM", description = "The claim, and the instances.")
  private List<String> words = new ArrayList<>();

  /** A claim at one of the instances. */
  private record Answer(String claim, Evaluated at) {}

  /** Takes the options of fields, which no command line knows, as words. */
  @Spec
  public void specify(CommandSpec command) {
    this.spec = command;
    command.parser().unmatchedOptionsArePositionalParams(true);
  }

  @Override
  public void check() {
    form.check(spec);
    source.check(words);
  }

  @Override
  public Integer call() throws IOException {
    form.check(spec);
    ClaimSource.Chosen chosen = source.choose(words);
    evaluate(chosen.one(), chosen.rest());
    return 0;
  }

  private <I extends Instance<I>> void evaluate(Claim<I> claim, List<String> rest)
      throws IOException {
    List<Answer> answers = new ArrayList<>();
    for (I instance : new InstanceWords<>(claim.type(), System.in).read(rest)) {
      answers.add(new Answer(claim.id(), Evaluated.of(claim, instance)));
    }
    form.print(
        spec, answers, answer -> text(claim, answer.at()), answer -> latex(claim, answer.at()));
  }

  private static String text(Claim<?> claim, Evaluated at) {
    Lines lines =
        new Lines()
            .add(Heading.of(claim.id(), StatementEntry.of(claim)))
            .add("  instance: " + at.text());
    at.left().ifPresent(left -> lines.add("  left: " + left.text()));
    at.right().ifPresent(right -> lines.add("  right: " + right.text()));
    if (at.left().isPresent()) {
      lines.add("  left/right: " + ratio(at) + ", allowed: at most 1");
    }
    if (!at.points().isEmpty()) {
      lines.add("  judged by a rule " + Sides.points(at.points()));
    } else if (at.left().isPresent()) {
      claim.statement().rule().ifPresent(rule -> lines.add("  judged by a rule, " + rule));
    }
    lines.add("  " + at.words());
    at.certificate()
        .ifPresent(bounds -> bounds(bounds).forEach(bound -> lines.add("    " + bound)));
    return lines.text();
  }

  private static String ratio(Evaluated at) {
    return at.ratio().map(EvaluateCommand::number).orElse("unknown");
  }

  private static String number(double ratio) {
    if (ratio == Double.MAX_VALUE) {
      return "above 1e308";
    }
    return Double.isInfinite(ratio) ? "∞" : Decimals.print(ratio);
  }

  /** The bounds of a certificate, a line each. */
  static List<String> bounds(CertificateEntry bounds) {
    String form = bounds.logarithmic() ? "exp(%s)" : "%s";
    return List.of(
        "left at least " + String.format(Locale.ROOT, form, plain(bounds.leftAtLeast())),
        "right at most " + String.format(Locale.ROOT, form, plain(bounds.rightAtMost())));
  }

  /** A decimal without an exponent where it is a short integer. */
  private static String plain(String decimal) {
    BigDecimal bound = new BigDecimal(decimal);
    boolean isShort = bound.scale() < 0 && bound.precision() - bound.scale() <= SHORT;
    return isShort ? bound.toPlainString() : decimal;
  }

  private static Latex latex(Claim<?> claim, Evaluated at) {
    Latex latex =
        new Latex(claim.id())
            .add("claim", Heading.of(claim.id(), StatementEntry.of(claim)))
            .addFormula("formula", claim.statement().latex())
            .add("instance", at.text());
    at.left().ifPresent(left -> latex.add("left", left.text()));
    at.right().ifPresent(right -> latex.add("right", right.text()));
    if (at.left().isPresent()) {
      latex.add("left/right", ratio(at));
    }
    latex.add("verdict", at.words());
    at.certificate().ifPresent(b -> latex.add("bounds", String.join(", ", bounds(b))));
    return latex;
  }
}
