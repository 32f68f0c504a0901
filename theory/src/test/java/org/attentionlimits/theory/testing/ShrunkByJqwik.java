package org.attentionlimits.theory.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * A property that is false: it passes if jqwik shrinks what falsifies it to what is expected. Its
 * seed is always the same, since greedy shrinking may end elsewhere from other draws.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@AddLifecycleHook(ShrunkByJqwikHook.class)
public @interface ShrunkByJqwik {
  /** What jqwik may shrink the falsifying draw to, as it prints. */
  String[] to();
}
