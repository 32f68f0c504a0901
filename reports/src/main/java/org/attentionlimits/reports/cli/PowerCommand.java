package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.attentionlimits.empirical.io.DirectoryLock;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.reports.cli.option.Bar;
import org.attentionlimits.reports.cli.option.OutputOption;
import org.attentionlimits.reports.cli.option.SearchOptions;
import org.attentionlimits.reports.cli.option.Whole;
import org.attentionlimits.reports.ledger.Ledger.Environment;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.reports.ledger.PowerTable;
import org.attentionlimits.reports.ledger.PowerTable.Entry;
import org.attentionlimits.reports.ledger.PowerTable.FalseAlarmsEntry;
import org.attentionlimits.reports.ledger.Ratios;
import org.attentionlimits.reports.summary.Table;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.power.FalseAlarms;
import org.attentionlimits.theory.power.Mutant;
import org.attentionlimits.theory.power.PowerSuite;
import org.attentionlimits.theory.search.Finding;
import org.attentionlimits.theory.search.Parallel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures how much the search sees. */
@Command(
    name = "power",
    description =
        "Measure the search on claims that are known to be false, by plain generation and by the"
            + " adversary with the same number of evaluations, and on claims that are proven; write "
            + PowerTable.FILE
            + ".",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the search sees enough",
      "1:fewer than "
          + PowerCommand.LEAST_REFUTED
          + " %% of the false claims are refuted, one that is wrong by "
          + PowerCommand.WRONG_PERCENT
          + " %% or more is missed, or a proven claim is refuted",
      "2:bad input, told in one line",
      "70:a bug, told with its stack trace"
    })
final class PowerCommand implements Callable<Integer> {

  /** Least share of the false claims that must be refuted, in percent. */
  static final int LEAST_REFUTED = 97;

  /** All claims that are wrong by so much, in percent, must be refuted. */
  static final int WRONG_PERCENT = 1;

  private static final double PERCENT = 100;

  /** Most missed claims that are named. */
  private static final int NAMED = 3;

  @Spec private CommandSpec spec;

  @ParentCommand private Main main;

  @Mixin private OutputOption output = new OutputOption("attention-limits-report");

  @Mixin private SearchOptions search;

  @Option(
      names = "--false-alarms",
      paramLabel = "SEEDS",
      defaultValue = "0",
      converter = Whole.Count.class,
      description = "Attack every proven claim with so many seeds, too.")
  private int falseAlarms;

  @Override
  public Integer call() throws IOException {
    SearchSettings settings = search.settings();
    output.requireUsable(List.of(PowerTable.FILE));
    PowerTable table;
    DirectoryLock lock = DirectoryLock.of(output.directory());
    try (lock) {
      table = measured(settings);
      table.write(output.directory());
    }
    PrintWriter out = spec.commandLine().getOut();
    print(table, out);
    Replay.ofDrawn(spec, settings.seed()).ifPresent(out::println);
    out.println("Table: " + Line.of(output.directory().resolve(PowerTable.FILE).toString()));
    out.flush();
    List<String> shortfalls = shortfalls(table);
    if (shortfalls.isEmpty()) {
      return Main.SUCCESS;
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println(spec.qualifiedName() + ": " + String.join("; ", shortfalls));
    err.flush();
    return Main.DEPARTED;
  }

  private PowerTable measured(SearchSettings settings) throws IOException {
    List<Mutant<?>> mutant = mutant();
    List<Entry> claims;
    try (Bar bar = new Bar("Power", mutant.size())) {
      claims =
          Parallel.map(
              mutant,
              mistaken -> {
                Entry entry =
                    Entry.of(PowerSuite.measure(mistaken, settings.seed(), settings.budget()));
                bar.step();
                return entry;
              });
    }
    return new PowerTable(
        PowerTable.SCHEMA_VERSION,
        Version.text(),
        settings.seed(),
        settings.budget(),
        claims,
        falseAlarms == 0 ? Optional.empty() : Optional.of(alarms(settings.budget())),
        Environment.current(Optional.empty()));
  }

  /** The false claims made from those that are verified. */
  private List<Mutant<?>> mutant() {
    Set<String> verified = main.claims().stream().map(Claim::id).collect(Collectors.toSet());
    return PowerSuite.claims().stream().filter(mutant -> verified.contains(mutant.from())).toList();
  }

  private FalseAlarmsEntry alarms(long budget) {
    FalseAlarms alarms = FalseAlarms.over(falseAlarms, budget);
    return new FalseAlarmsEntry(
        alarms.claims(),
        alarms.seeds(),
        alarms.budget(),
        alarms.tries(),
        alarms.alarms().stream().map(Finding::text).toList());
  }

  /** What the search must see and does not, and what it sees though it is not there. */
  private static List<String> shortfalls(PowerTable table) {
    List<String> shortfalls = new ArrayList<>();
    int all = table.claims().size();
    if (PERCENT * table.refuted() < LEAST_REFUTED * all) {
      shortfalls.add(
          String.format(
              Locale.ROOT,
              "the adversary refutes %d of %d false claims, less than %d %%",
              table.refuted(),
              all,
              LEAST_REFUTED));
    }
    List<String> missed =
        table.claims().stream()
            .filter(entry -> PERCENT * entry.wrongBy().orElse(0) >= WRONG_PERCENT)
            .filter(entry -> !entry.refuted())
            .map(Entry::id)
            .toList();
    if (!missed.isEmpty()) {
      shortfalls.add(missed(missed));
    }
    table
        .falseAlarms()
        .map(alarms -> alarms.alarms().size())
        .filter(alarms -> alarms > 0)
        .ifPresent(alarms -> shortfalls.add(Line.counted(alarms, "false alarm")));
    return shortfalls;
  }

  private static String missed(List<String> ids) {
    return String.format(
        Locale.ROOT,
        "%d %s wrong by %d %% or more, and missed: %s%s",
        ids.size(),
        ids.size() == 1 ? "is" : "are",
        WRONG_PERCENT,
        String.join(", ", ids.subList(0, Math.min(NAMED, ids.size()))),
        ids.size() > NAMED ? ", …" : "");
  }

  private static void print(PowerTable table, PrintWriter out) {
    Table text = new Table(2, "false claim", "mistake", "plain", "adversary", "seconds");
    for (Entry entry : table.claims()) {
      text.row(
          entry.id(),
          entry.mistake(),
          count(entry.plainEvaluations()),
          entry.refuted() ? count(entry.evaluations()) : "missed",
          String.format(Locale.ROOT, "%.2f", entry.seconds()));
    }
    text.print(out);
    int all = table.claims().size();
    out.printf(
        Locale.ROOT,
        "%s, at most %s each: the adversary refutes %d (%s), plain" + " generation %d (%s)%n",
        Line.counted(all, "false claim"),
        Line.counted(table.budget(), "evaluation"),
        table.refuted(),
        Ratios.percent(table.refuted(), all),
        table.plainlyRefuted(),
        Ratios.percent(table.plainlyRefuted(), all));
    table.falseAlarms().ifPresent(alarms -> print(alarms, out));
  }

  private static String count(OptionalLong evaluations) {
    return evaluations.isPresent() ? String.valueOf(evaluations.getAsLong()) : "none";
  }

  private static void print(FalseAlarmsEntry alarms, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s, %s, %s in all: %s%n",
        Line.counted(alarms.claims().size(), "proven claim"),
        Line.counted(alarms.seeds(), "seed"),
        Line.counted(alarms.tries(), "evaluation"),
        Line.counted(alarms.alarms().size(), "false alarm"));
    alarms.alarms().forEach(out::println);
  }
}
