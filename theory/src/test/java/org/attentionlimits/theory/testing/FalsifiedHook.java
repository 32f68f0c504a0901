package org.attentionlimits.theory.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.attentionlimits.theory.attention.Instance;
import org.opentest4j.TestAbortedException;

/** Turns the outcome of a {@link Falsified} property around. */
final class FalsifiedHook implements AroundPropertyHook {

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    Falsified expected = context.findAnnotation(Falsified.class).orElseThrow();
    boolean isShrunk =
        context.attributes().shrinking().orElse(ShrinkingMode.BOUNDED) != ShrinkingMode.OFF;
    context.attributes().setShrinking(ShrinkingMode.OFF);
    PropertyExecutionResult result = executed(context, property, expected.share());
    return isFalsified(result) && isShrunk
        ? complaint(expected, shrunk(context, result))
            .map(result::mapToFailed)
            .orElseGet(result::mapToSuccessful)
        : turnedAround(result);
  }

  /** The outcome of as many tries as show what a share of the draws shows, or more. */
  static PropertyExecutionResult executed(
      PropertyLifecycleContext context, PropertyExecutor property, double share) {
    int tries = context.attributes().tries().orElse(0);
    context.attributes().setTries(Math.max(tries, Chance.triesToSee(share)));
    return property.execute();
  }

  /** A falsified property is successful, one that holds has failed. */
  static PropertyExecutionResult turnedAround(PropertyExecutionResult result) {
    if (isFalsified(result)) {
      return result.mapToSuccessful();
    }
    return result.status() == Status.FAILED
        ? result
        : result.mapToFailed("not falsified in " + result.countTries() + " tries");
  }

  /** Falsified by an assertion; an exception is no falsification. */
  static boolean isFalsified(PropertyExecutionResult result) {
    return result.status() == Status.FAILED
        && result.throwable().filter(AssertionError.class::isInstance).isPresent()
        && result.falsifiedParameters().isPresent();
  }

  private static Instance<?> shrunk(
      PropertyLifecycleContext context, PropertyExecutionResult result) {
    Instance<?> drawn = (Instance<?>) result.falsifiedParameters().orElseThrow().get(0);
    return Shrinkers.smallest(
        drawn, instance -> fails(context.targetMethod(), context.testInstance(), instance));
  }

  private static boolean fails(Method property, Object test, Instance<?> instance) {
    try {
      property.setAccessible(true);
      property.invoke(test, instance);
      return false;
    } catch (InvocationTargetException e) {
      return rethrownUnlessOfATest(e.getCause()) instanceof AssertionError;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(property.toString(), e);
    }
  }

  private static Throwable rethrownUnlessOfATest(Throwable thrown) {
    if (thrown instanceof AssertionError || thrown instanceof TestAbortedException) {
      return thrown;
    }
    throw new IllegalStateException("a property has thrown", thrown);
  }

  private static Optional<String> complaint(Falsified expected, Instance<?> shrunk) {
    if (expected.by().length > 0) {
      return unexpected(List.of(expected.by()), shrunk.toString());
    }
    return PropertyDefaults.isSeedRandom() || shrunk.tokens() <= expected.tokens()
        ? Optional.empty()
        : Optional.of("more than " + expected.tokens() + " tokens after shrinking: " + shrunk);
  }

  /** What to say if something shrank to none of what was expected. */
  static Optional<String> unexpected(List<String> expected, String shrunk) {
    return expected.contains(shrunk)
        ? Optional.empty()
        : Optional.of(
            "expected to shrink to\n" + String.join("\nor\n", expected) + "\nbut was\n" + shrunk);
  }
}
