package org.attentionlimits.reports.cli.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.attentionlimits.reports.ledger.Instances;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.random.Spaces;

/** An instance that a claim speaks about, to show how one is written. */
final class Example {

  private static final long SEED = 1;

  private static final int DRAWS = 1000;

  /** More numbers that are all the same are written as one and their count. */
  private static final int FEW = 8;

  private Example() {}

  /** A short one; empty of a type that is not built in, or if none was found. */
  static <I extends Instance<I>> Optional<I> of(Claim<I> claim) {
    if (!Spaces.types().contains(claim.type())) {
      return Optional.empty();
    }
    Space<I> space = Spaces.of(claim.type());
    return space
        .landmarks()
        .filter(claim::admits)
        .min(Comparator.comparing((I i) -> i.tokens() < 2).thenComparing(Example::length))
        .or(() -> drawn(claim, space));
  }

  private static int length(Instance<?> instance) {
    return Instances.write(instance).toString().length();
  }

  private static <I extends Instance<I>> Optional<I> drawn(Claim<I> claim, Space<I> space) {
    SplittableRandom random = new SplittableRandom(SEED);
    return Stream.generate(() -> space.draw(random)).limit(DRAWS).filter(claim::admits).findFirst();
  }

  /** The options that give an instance, as words of a command line. */
  static List<String> options(JsonNode instance) {
    return instance.properties().stream()
        .flatMap(field -> Stream.of("--" + field.getKey(), value(field.getValue(), ";")))
        .toList();
  }

  private static boolean areSame(JsonNode array) {
    return array.valueStream().allMatch(array.get(0)::equals);
  }

  private static String value(JsonNode node, String separator) {
    if (!node.isArray()) {
      return node.asText();
    }
    boolean isOfRows = !node.isEmpty() && node.get(0).isArray();
    if (!isOfRows && node.size() > FEW && areSame(node)) {
      return node.get(0).asText() + "*" + node.size();
    }
    StringBuilder value = new StringBuilder();
    for (JsonNode part : node) {
      value.append(value.isEmpty() ? "" : isOfRows ? separator : ",").append(value(part, ","));
    }
    return value.toString();
  }
}
