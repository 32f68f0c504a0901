package org.attentionlimits.theory.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.providers.TypeUsage;
import org.attentionlimits.theory.attention.GrowingRow;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.random.Spaces;
import org.junit.jupiter.api.Test;

/** What a property of the domain can be given. */
@Domain(AttentionDomain.class)
class AttentionDomainProperties {

  @Property
  void integersInARangeStayPossibleBesideRows(
      @ForAll LogitRow row, @ForAll @IntRange(min = 1, max = 8) int count, @ForAll boolean any) {
    assertThat(row.tokens()).isPositive();
    assertThat(count).isBetween(1, 8);
    assertThat(any).isIn(true, false);
  }

  @Property
  void listsOfRowsArePossible(@ForAll List<LogitRow> rows) {
    assertThat(rows).doesNotContainNull();
  }

  @Property
  @Domain(AttentionDomain.class)
  @Domain(DomainContext.Global.class)
  void theGlobalDomainMayBeNamedToo(
      @ForAll GrowingRow family, @ForAll @IntRange(max = 3) int count) {
    assertThat(family.height()).isBetween(0.0, 4.0);
    assertThat(count).isBetween(0, 3);
  }

  @Test
  void everyBuiltInTypeIsProvided() {
    AttentionDomain domain = new AttentionDomain();

    assertThat(Spaces.types())
        .allSatisfy(
            type ->
                assertThat(domain.getArbitraryProviders())
                    .filteredOn(p -> p.canProvideFor(TypeUsage.of(type.javaClass())))
                    .hasSize(1));
  }
}
