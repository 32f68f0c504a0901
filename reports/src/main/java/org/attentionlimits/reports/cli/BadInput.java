package org.attentionlimits.reports.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.io.Reason;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells bad input in one line; anything else is a bug and keeps its stack trace. */
final class BadInput implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private static final int LONGEST = 1000;

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    return tell(e.getCommandLine(), e);
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result)
      throws Exception {
    if (e instanceof IllegalArgumentException
        || e instanceof IOException
        || e instanceof UncheckedIOException) {
      return tell(command, e instanceof UncheckedIOException ? (Exception) e.getCause() : e);
    }
    throw e;
  }

  /** Tells what a command rejects; a message that is too long loses its middle, not its reason. */
  static int tell(CommandLine command, Exception e) {
    command.getOut().flush();
    String message = e.getMessage() == null ? "failed " + Reason.UNKNOWN : e.getMessage();
    String line = Line.ends(message, LONGEST);
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + line);
    return Main.BAD_INPUT;
  }
}
