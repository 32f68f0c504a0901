package org.attentionlimits.reports.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.io.PlainNumber;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** Checks of options. */
public final class OptionValues {

  private OptionValues() {}

  /** The constant whose name in lower case was given. */
  public static <E extends Enum<E>> E choice(String option, String given, List<E> choices) {
    List<String> names =
        choices.stream().map(choice -> choice.name().toLowerCase(Locale.ROOT)).toList();
    int place = names.indexOf(given);
    if (place < 0) {
      throw new IllegalArgumentException(
          option + " must be " + Line.alternatives(names) + ": " + given);
    }
    return choices.get(place);
  }

  /**
   * The same as {@link #path}, of a part of an argument.
   *
   * @throws IllegalArgumentException if it is no path, in one line
   */
  public static Path pathIn(String given) {
    try {
      return path(given);
    } catch (TypeConversionException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** A path, which must not be empty: that would be the directory the process was started in. */
  public static Path path(String given) {
    if (given.isEmpty()) {
      throw new TypeConversionException("must name a file or a directory: \"\"");
    }
    try {
      return Path.of(given);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("cannot be a path: " + e.getReason() + ": " + given);
    }
  }

  /** A decimal. */
  public static double number(String given) {
    try {
      return PlainNumber.of(given);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** Whether a switch is on. */
  public static boolean truth(String given) {
    if (!given.equals("true") && !given.equals("false")) {
      throw new TypeConversionException("must be true or false: " + given);
    }
    return given.equals("true");
  }

  /** Rejects one file for two purposes, by whatever paths. */
  public static void requireDifferent(String option, Path file, String other, Path otherFile)
      throws IOException {
    boolean both = Files.exists(file) && Files.exists(otherFile);
    if (both ? Files.isSameFile(file, otherFile) : absolute(file).equals(absolute(otherFile))) {
      throw new IOException(option + " and " + other + " must be different files: " + file);
    }
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** Rejects options that were given to a command though another leaves them nothing to say. */
  public static void exclude(CommandSpec command, String chosen, Collection<String> others) {
    for (String other : others) {
      if (command.commandLine().getParseResult().hasMatchedOption(other)) {
        throw new IllegalArgumentException(chosen + " and " + other + " exclude each other");
      }
    }
  }
}
