package org.attentionlimits.theory.testing;

import java.security.SecureRandom;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Tries and seed of every property of the module.
 *
 * <ul>
 *   <li>Tries: the system property {@code attention.tries}, {@value #USUAL_TRIES} by default. A
 *       property that states its own number means it at that default; it is scaled alike.
 *   <li>Seed: the system property {@code attention.seed}, unless the property states one; that of
 *       {@code random} is drawn once a run. A failure says how to replay it.
 * </ul>
 */
public final class PropertyDefaults implements AroundPropertyHook {

  private static final int USUAL_TRIES = 1000;
  private static final int TRIES = Integer.getInteger("attention.tries", USUAL_TRIES);
  private static final String GIVEN = System.getProperty("attention.seed", "random");
  private static final String SEED = seed(GIVEN);

  /** Whether the seed is another in every run. */
  static boolean isSeedRandom() {
    return GIVEN.equals("random");
  }

  private static String seed(String given) {
    return given.equals("random") ? Long.toString(new SecureRandom().nextLong()) : given;
  }

  /** For the service loader. */
  public PropertyDefaults() {}

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public int aroundPropertyProximity() {
    return -100;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyAttributes attributes = context.attributes();
    attributes.setTries(scaled(attributes.tries().orElse(USUAL_TRIES)));
    if (attributes.seed().isEmpty()) {
      attributes.setSeed(SEED);
    }
    PropertyExecutionResult result = property.execute();
    if (result.status() == Status.FAILED) {
      context.reporter().publishValue("replay with", replay(context, attributes));
    }
    return result;
  }

  private static int scaled(int tries) {
    return (int) Math.max(1, (long) tries * TRIES / USUAL_TRIES);
  }

  private static String replay(PropertyLifecycleContext context, PropertyAttributes attributes) {
    return "-Dattention.tries=%d -Dattention.seed=%s -Dtest=%s#%s"
        .formatted(
            TRIES,
            attributes.seed().orElse(SEED),
            context.containerClass().getSimpleName(),
            context.targetMethod().getName());
  }
}
