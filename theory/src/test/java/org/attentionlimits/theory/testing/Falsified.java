package org.attentionlimits.theory.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * A property that is false: it passes if it is falsified and the shrinker of the adversary makes
 * the falsifying instance a small one. Where shrinking is off, its size is not checked. This is how
 * the tests show that they would notice.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@AddLifecycleHook(FalsifiedHook.class)
public @interface Falsified {
  /** The least share of the draws that falsify the property, from which its tries follow. */
  double share() default 0.02;

  /**
   * Most tokens that the shrunk instance may have. With a random seed this is not checked, since
   * single steps from another draw may end at a larger instance.
   */
  int tokens() default 2;

  /**
   * What the shrunk instance may print as, whatever the draw: the simplest instances that falsify
   * the property, if these are among those of small integers that the shrinker goes through. Not
   * checked if empty.
   */
  String[] by() default {};
}
