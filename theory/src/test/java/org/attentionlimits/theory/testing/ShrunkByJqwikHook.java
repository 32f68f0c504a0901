package org.attentionlimits.theory.testing;

import java.util.List;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.attentionlimits.theory.real.Decimals;

/** Turns the outcome of a {@link ShrunkByJqwik} property around. */
final class ShrunkByJqwikHook implements AroundPropertyHook {

  /** The least share of the draws that falsify such a property. */
  private static final double SHARE = 0.05;

  /** Always the same draws: from others, greedy shrinking may end elsewhere. */
  private static final String SEED = "20260101";

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    context.attributes().setSeed(SEED);
    PropertyExecutionResult result = FalsifiedHook.executed(context, property, SHARE);
    if (!FalsifiedHook.isFalsified(result)) {
      return FalsifiedHook.turnedAround(result);
    }
    Object shrunk = result.falsifiedParameters().orElseThrow().get(0);
    String printed = shrunk instanceof double[] row ? Decimals.print(row) : shrunk.toString();
    List<String> expected = List.of(context.findAnnotation(ShrunkByJqwik.class).orElseThrow().to());
    return FalsifiedHook.unexpected(expected, printed)
        .map(result::mapToFailed)
        .orElseGet(result::mapToSuccessful);
  }
}
