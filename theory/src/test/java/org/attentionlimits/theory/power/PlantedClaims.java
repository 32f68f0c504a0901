package org.attentionlimits.theory.power;

import java.util.List;

/**
 * The planted claims, by their names. Tests take a name and make the claim themselves: what makes
 * it is then tested too.
 */
final class PlantedClaims {

  private PlantedClaims() {}

  static List<String> names() {
    return PowerSuite.claims().stream().map(planted -> planted.claim().id()).toList();
  }

  static Planted<?> named(String id) {
    return PowerSuite.claims().stream()
        .filter(planted -> planted.claim().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
