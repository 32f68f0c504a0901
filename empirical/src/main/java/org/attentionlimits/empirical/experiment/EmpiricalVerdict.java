package org.attentionlimits.empirical.experiment;

/**
 * What an experiment says about a statement of the paper, on one model and text. Only the paper's
 * own model, text and sizes can reproduce its measurements; elsewhere a number that meets the rule
 * shows the same trend.
 *
 * @see org.attentionlimits.empirical.tensor.AttentionSource#isOfPaper()
 */
public enum EmpiricalVerdict {
  /** The number satisfies the rule, on the paper's own model, text and sizes. */
  REPRODUCED,
  /** It does not, on the paper's own model, text and sizes. */
  NOT_REPRODUCED,
  /** The number satisfies the rule, on another model, another text or in another size. */
  SAME_TREND,
  /** It does not there, which says nothing against the paper. */
  OTHER_TREND,
  /** The number is sampled, and its interval allows both. */
  UNDECIDED,
  /** There is no number: the source does not give what the rule needs. */
  NOT_RUN;

  /** Whether a number shows the paper's trend. */
  static EmpiricalVerdict trend(boolean satisfied) {
    return satisfied ? SAME_TREND : OTHER_TREND;
  }

  /** The same, said of the paper's own model, text and sizes. */
  EmpiricalVerdict ofPaper() {
    return switch (this) {
      case SAME_TREND -> REPRODUCED;
      case OTHER_TREND -> NOT_REPRODUCED;
      default -> this;
    };
  }
}
