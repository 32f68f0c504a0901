package org.attentionlimits.theory.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * A property that is false: it passes if it is falsified within its tries and the falsified
 * instance is shrunk to a small one. This is how the tests show that they would notice.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@AddLifecycleHook(FalsifiedHook.class)
public @interface Falsified {
  /** Most tokens that the shrunk instance may have. */
  int tokens() default 2;

  /**
   * What the shrunk instance may print as; not checked if empty, nor with random seeds, since
   * greedy shrinking may end elsewhere from another start.
   */
  String[] by() default {};
}
