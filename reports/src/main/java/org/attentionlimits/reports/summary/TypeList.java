package org.attentionlimits.reports.summary;

import java.util.List;
import java.util.stream.Collectors;
import org.attentionlimits.theory.attention.Field;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.random.Spaces;

/** The types of instances that claims can be about, in words. */
public final class TypeList {

  private TypeList() {}

  /** The built-in types with their fields, each type on a line, and its fields on the next. */
  public static String builtIn() {
    return of(Spaces.types());
  }

  private static String of(List<InstanceType<?>> types) {
    return types.stream().map(TypeList::lines).collect(Collectors.joining("\n"));
  }

  private static String lines(InstanceType<?> type) {
    return type.fields().stream()
        .map(Field::toString)
        .collect(Collectors.joining(", ", type.name() + ": " + type.description() + "\n  ", ""));
  }
}
