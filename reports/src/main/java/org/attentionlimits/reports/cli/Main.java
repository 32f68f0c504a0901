package org.attentionlimits.reports.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.attentionlimits.empirical.io.Output;
import org.attentionlimits.empirical.io.SafeWriter;
import org.attentionlimits.reports.cli.claim.AttackCommand;
import org.attentionlimits.reports.cli.claim.ClaimsCommand;
import org.attentionlimits.reports.cli.claim.EvaluateCommand;
import org.attentionlimits.reports.cli.claim.ShowCommand;
import org.attentionlimits.reports.cli.option.Checked;
import org.attentionlimits.reports.cli.option.OptionValues;
import org.attentionlimits.reports.cli.report.BadgesCommand;
import org.attentionlimits.reports.cli.report.ReportCommand;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The command line. Exit codes: {@value #SUCCESS} success, {@value #DEPARTED} a result departs from
 * the baseline, a counterexample does not reproduce, an excerpt is out of date, or the search sees
 * too little of what is false, {@value #BAD_INPUT} bad input (one line says which), {@value #BUG} a
 * bug (with its stack trace).
 */
@Command(
    name = Main.NAME,
    description = "An executable referee for the theory of softmax attention.",
    footer = {
      "",
      "Several commands run in one process where "
          + Main.THEN
          + " stands between them; the later ones find their code compiled."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      VerifyCommand.class,
      CheckCommand.class,
      ReadmeCommand.class,
      ClaimsCommand.class,
      ShowCommand.class,
      EvaluateCommand.class,
      AttackCommand.class,
      PowerCommand.class,
      ReportCommand.class,
      BadgesCommand.class,
      FetchCommand.class,
      RecordCommand.class,
      CompareCommand.class,
      RowsCommand.class,
      InspectCommand.class,
      TokensCommand.class,
      TrainCommand.class,
      ExperimentsCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:success",
      "1:a result departs from the baseline, a counterexample does not reproduce, an excerpt is out"
          + " of date, or power sees too little",
      "2:bad input, told in one line",
      "70:a bug, told with its stack trace"
    },
    exitCodeOnExecutionException = Main.BUG)
public final class Main implements Runnable {

  static final String NAME = "attention-limits";

  /** Stands between two commands of one process. */
  static final String THEN = "--then";

  static final int SUCCESS = 0;
  static final int DEPARTED = 1;
  static final int BAD_INPUT = 2;
  static final int BUG = 70;

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  private final List<Claim<?>> claims;

  private Main(Map<String, String> environment, List<Claim<?>> claims) {
    this.environment = environment;
    this.claims = claims;
  }

  /** The claims that are verified. */
  List<Claim<?>> claims() {
    return claims;
  }

  /** The environment variables. */
  Map<String, String> environment() {
    return environment;
  }

  /** Rejects an option that changes what runs are held against, in continuous integration. */
  void requireNoCi(String option) {
    String ci = environment.getOrDefault("CI", "");
    if (!Set.of("", "false", "0").contains(ci.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          option
              + " is refused where CI="
              + ci
              + " is set: accept on a machine of your own, and commit what changed");
    }
  }

  /** Runs a command and exits with its code. */
  public static void main(String... args) {
    setUnlessSet("ai.djl.offline", "true");
    setUnlessSet("OPT_OUT_TRACKING", "true");
    setUnlessSet("jdk.console", "java.base");
    setUnlessSet("java.awt.headless", "true");
    Output output = new Output(new FileOutputStream(FileDescriptor.out), Path.of("/dev/fd/1"));
    PrintWriter out = new PrintWriter(output, true, StandardCharsets.UTF_8);
    PrintWriter err = SafeWriter.to(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    if (!Characters.areRead()) {
      err.println(NAME + ": " + Characters.PROBLEM);
      System.exit(BAD_INPUT);
    }
    int code = run(() -> commandLine(out, err, System.getenv(), Catalogue.claims()), err, args);
    out.flush();
    System.exit(told(code, output, err));
  }

  /** The exit code of a command, or that of bad input if what it printed did not arrive. */
  private static int told(int code, Output output, PrintWriter err) {
    if (output.loss().isEmpty()) {
      return code;
    }
    err.println(NAME + ": the output cannot be written: " + output.loss().orElseThrow());
    return code == BUG ? BUG : BAD_INPUT;
  }

  /** An error, as of memory, must not pass for a verdict. */
  private static int run(Supplier<CommandLine> commands, PrintWriter err, String... args) {
    try {
      return execute(commands, args);
    } catch (OutOfMemoryError e) {
      err.println(NAME + ": out of memory; give the Java virtual machine more (-Xmx)");
      return BUG;
    } catch (Error e) {
      e.printStackTrace(err);
      return BUG;
    }
  }

  /**
   * Runs one command or several, between which {@value #THEN} stands. The arguments of all are
   * checked before the first is run; bad input or a bug ends those after it.
   *
   * @param commands makes a command line for each, since one remembers what it read
   * @return the largest exit code
   */
  static int execute(Supplier<CommandLine> commands, String... args) {
    List<String[]> parts = parts(List.of(args));
    int code = parts.size() > 1 ? checkAll(commands, parts) : SUCCESS;
    for (int i = 0; i < parts.size() && code < BAD_INPUT; i++) {
      code = Math.max(code, commands.get().execute(parts.get(i)));
    }
    return code;
  }

  private static List<String[]> parts(List<String> words) {
    List<String[]> parts = new ArrayList<>();
    int from = 0;
    while (from <= words.size()) {
      int then = words.subList(from, words.size()).indexOf(THEN);
      int to = then < 0 ? words.size() : from + then;
      parts.add(words.subList(from, to).toArray(String[]::new));
      from = to + 1;
    }
    return parts;
  }

  private static int checkAll(Supplier<CommandLine> commands, List<String[]> parts) {
    if (parts.stream().anyMatch(part -> part.length == 0)) {
      return BadInput.tell(
          commands.get(),
          new IllegalArgumentException("a command must stand before and after each " + THEN));
    }
    int code = SUCCESS;
    for (int i = 0; i < parts.size() && code == SUCCESS; i++) {
      code = check(commands.get(), parts.get(i));
    }
    return code;
  }

  /** Checks the arguments of a command that is one of several, without running it. */
  private static int check(CommandLine commands, String... args) {
    CommandLine command = commands;
    try {
      ParseResult result = commands.parseArgs(args);
      while (result.hasSubcommand()) {
        result = result.subcommand();
      }
      command = result.commandSpec().commandLine();
      if (command.getCommand() instanceof Checked checked && !isHelp(result)) {
        checked.check();
      }
      return SUCCESS;
    } catch (ParameterException e) {
      return BadInput.tell(e.getCommandLine(), e);
    } catch (IllegalArgumentException e) {
      return BadInput.tell(command, e);
    }
  }

  private static boolean isHelp(ParseResult result) {
    return result.isUsageHelpRequested() || result.isVersionHelpRequested();
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** Files, servers and arguments may hold what would steer a terminal; none of it is printed. */
  static CommandLine commandLine(
      PrintWriter out, PrintWriter err, Map<String, String> environment, List<Claim<?>> claims) {
    BadInput badInput = new BadInput();
    CommandLine commandLine = new CommandLine(new Main(environment, claims));
    for (CommandLine command : Set.copyOf(commandLine.getSubcommands().values())) {
      command.getCommandSpec().exitCodeOnExecutionException(BUG).versionProvider(new Version());
    }
    return commandLine
        .registerConverter(Path.class, OptionValues::path)
        .registerConverter(double.class, OptionValues::number)
        .registerConverter(boolean.class, OptionValues::truth)
        .setExpandAtFiles(false)
        .setOut(SafeWriter.to(out))
        .setErr(SafeWriter.to(err))
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        .setParameterExceptionHandler(badInput)
        .setExecutionExceptionHandler(badInput);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "missing command, one of " + String.join(", ", spec.subcommands().keySet()));
  }
}
