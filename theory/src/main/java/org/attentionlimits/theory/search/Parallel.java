package org.attentionlimits.theory.search;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;

/**
 * Runs tasks of unequal length on all processors, one at a time on each; a parallel stream would
 * hand out a quarter of a processor's share at once, and end with one processor at work.
 */
public final class Parallel {

  private Parallel() {}

  /** The results in the order of the arguments. */
  public static <A, B> List<B> map(List<A> arguments, Function<? super A, ? extends B> task) {
    Collection<ForkJoinTask<B>> tasks =
        arguments.stream()
            .map(argument -> ForkJoinTask.<B>adapt(() -> task.apply(argument)))
            .toList();
    return ForkJoinTask.invokeAll(tasks).stream().map(ForkJoinTask::join).toList();
  }
}
