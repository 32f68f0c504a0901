package org.attentionlimits.reports.cli.option;

import org.attentionlimits.empirical.model.Models;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a model, or of a directory that may hold one. */
public final class ModelName implements ITypeConverter<String> {

  @Override
  public String convert(String given) {
    try {
      Models.requireName(given);
      return given;
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
