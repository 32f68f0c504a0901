package org.attentionlimits.theory.testing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.jqwik.AttentionDomain;

@Domain(AttentionDomain.class)
@AddLifecycleHook(PropertyDefaultsProperties.Check.class)
class PropertyDefaultsProperties {

  private static final int TRIES = Integer.getInteger("attention.tries", 1000);

  @Property
  void aPropertyIsGivenItsTries(@ForAll LogitRow row) {
    assertThat(row).isNotNull();
  }

  @Property(tries = 500)
  void triesThatAreStatedAreScaled(@ForAll LogitRow row) {
    assertThat(row).isNotNull();
  }

  @Property(seed = "42")
  void aSeedThatIsStatedStands(@ForAll LogitRow row) {
    assertThat(row).isNotNull();
  }

  /** Looks at what a property was run with. */
  static final class Check implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      PropertyExecutionResult result = property.execute();
      String name = context.targetMethod().getName();
      String given = System.getProperty("attention.seed", "random");
      String seed = result.seed().orElseThrow();
      assertThat(result.countTries())
          .isEqualTo(name.contains("Scaled") ? Math.max(1, TRIES / 2) : TRIES);
      if (name.contains("Seed")) {
        assertThat(seed).isEqualTo("42");
      } else if (!given.equals("random")) {
        assertThat(seed).isEqualTo(given);
      }
      return result;
    }
  }
}
