package org.attentionlimits.theory.power;

import static org.assertj.core.api.Assertions.assertThat;

import org.attentionlimits.theory.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class AttackedProofsTests {

  @Test
  void provenClaimsAreAllAttackedAndNoneIsRefuted() {
    FalseAlarms alarms = FalseAlarms.over(2, 200);

    long proven =
        Catalogue.claims().stream().filter(c -> c.statement().proof().isPresent()).count();
    assertThat(alarms.claims()).hasSize((int) proven);
    assertThat(alarms.tries()).isBetween(proven, 2 * proven * 200);
    assertThat(alarms.alarms()).isEmpty();
  }
}
