package org.attentionlimits.theory.power;

import java.util.List;

/**
 * The mutants, by their names. Tests take a name and make the claim themselves: what makes it is
 * then tested too.
 */
final class Mutants {

  private Mutants() {}

  static List<String> names() {
    return PowerSuite.claims().stream().map(mutant -> mutant.claim().id()).toList();
  }

  static Mutant<?> named(String id) {
    return PowerSuite.claims().stream()
        .filter(mutant -> mutant.claim().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
