package org.attentionlimits.empirical.recording.explanation;

import java.util.List;
import java.util.Optional;
import org.attentionlimits.empirical.recording.explanation.Explanations.OtherHeads;
import org.attentionlimits.empirical.recording.head.Inconsistency;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/** What may be behind a head that is not consistent, and how to tell whether it is. */
interface Explanation {

  /**
   * All, in the order in which they are tried: arrays that are something else come first, then what
   * hides tokens, then what changes weights.
   */
  static List<Explanation> all(OtherHeads others) {
    return List.of(
        new LogitsAsWeights(),
        new Percent(),
        new WrongMask(),
        new Padding(),
        new EmptyRows(),
        new SlidingWindow(),
        new NoCausalMask(),
        new Transposed(),
        new OneHot(others),
        new ScaledAlready(),
        new OtherTemperature(),
        new SoftCap(),
        new Dropout(),
        new Rescaled(),
        new MissingSink(),
        new WrongSink(),
        new SinkAndTemperature(),
        new Overflow(),
        new OtherHead(others),
        new BiasOrRotation());
  }

  /** In words, with what to do about it; empty if it does not explain the head. */
  Optional<String> of(RecordedHead head, Inconsistency found);
}
