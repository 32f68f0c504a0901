package org.attentionlimits.reports.cli.option;

import java.util.concurrent.ThreadLocalRandom;
import org.attentionlimits.empirical.io.PlainNumber;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A seed: an integer, or {@code random} for another one every time, which the ledger tells. */
public final class Seed implements ITypeConverter<Long> {

  @Override
  public Long convert(String value) {
    if (value.equals("random")) {
      return ThreadLocalRandom.current().nextLong();
    }
    try {
      return PlainNumber.integer(value, Long.MIN_VALUE, Long.MAX_VALUE);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(e.getMessage().replace("must be ", "must be random or "));
    }
  }
}
