package org.attentionlimits.empirical.recording.head;

import java.util.List;
import java.util.Optional;

/** What may be behind a head that is not consistent, and how to tell whether it is. */
interface Explanation {

  /** In the order in which they are tried: what hides tokens comes before what changes weights. */
  List<Explanation> ALL =
      List.of(
          new Padding(),
          new SlidingWindow(),
          new NoCausalMask(),
          new Transposed(),
          new ScaledAlready(),
          new OtherTemperature(),
          new SoftCap(),
          new MissingSink(),
          new Dropout(),
          new Overflow(),
          new BiasOrRotation());

  /** In words, with what to do about it; empty if it does not explain the head. */
  Optional<String> of(RecordedHead head, Inconsistency found);
}
