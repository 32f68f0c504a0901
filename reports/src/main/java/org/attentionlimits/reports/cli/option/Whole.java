package org.attentionlimits.reports.cli.option;

import org.attentionlimits.empirical.io.PlainNumber;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Integers of options, read in one way, each with its range. */
public final class Whole {

  private Whole() {}

  /** How many, zero included. */
  public static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String given) {
      return Math.toIntExact(integer(given, 0, Integer.MAX_VALUE));
    }
  }

  /** How many, at least one. */
  public static final class Positive implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String given) {
      return Math.toIntExact(integer(given, 1, Integer.MAX_VALUE));
    }
  }

  /** How many, at least one, beyond what an array can hold. */
  public static final class Budget implements ITypeConverter<Long> {
    @Override
    public Long convert(String given) {
      return integer(given, 1, Long.MAX_VALUE);
    }
  }

  private static long integer(String given, long least, long most) {
    try {
      return PlainNumber.integer(given, least, most);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
