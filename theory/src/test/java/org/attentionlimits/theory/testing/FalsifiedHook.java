package org.attentionlimits.theory.testing;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.real.Decimals;

/** Turns the outcome of a {@link Falsified} property around. */
final class FalsifiedHook implements AroundPropertyHook {

  /** Falsifying must be possible within so many tries, however few the others are given. */
  private static final int ENOUGH_TRIES = 1000;

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    int tries = context.attributes().tries().orElse(0);
    context.attributes().setTries(Math.max(tries, ENOUGH_TRIES));
    PropertyExecutionResult result = property.execute();
    if (!isFalsified(result)) {
      return result.status() == Status.FAILED
          ? result
          : result.mapToFailed("not falsified in " + result.countTries() + " tries");
    }
    Falsified expected = context.findAnnotation(Falsified.class).orElseThrow();
    Object shrunk = result.falsifiedParameters().orElseThrow().get(0);
    return complaint(expected, shrunk).map(result::mapToFailed).orElseGet(result::mapToSuccessful);
  }

  /** Falsified by an assertion; an exception is no falsification. */
  private static boolean isFalsified(PropertyExecutionResult result) {
    return result.status() == Status.FAILED
        && result.throwable().filter(AssertionError.class::isInstance).isPresent()
        && result.falsifiedParameters().isPresent();
  }

  private static Optional<String> complaint(Falsified expected, Object shrunk) {
    if (shrunk instanceof Instance<?> instance && instance.tokens() > expected.tokens()) {
      return Optional.of("more than " + expected.tokens() + " tokens after shrinking: " + shrunk);
    }
    String printed = shrunk instanceof double[] row ? Decimals.print(row) : shrunk.toString();
    boolean any = expected.by().length == 0 || PropertyDefaults.isSeedRandom();
    return any || List.of(expected.by()).contains(printed)
        ? Optional.empty()
        : Optional.of(
            "expected to shrink to\n"
                + String.join("\nor\n", expected.by())
                + "\nbut was\n"
                + printed);
  }
}
