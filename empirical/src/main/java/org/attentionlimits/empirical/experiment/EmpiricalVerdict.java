package org.attentionlimits.empirical.experiment;

/** What an experiment says about a statement of the paper, on one model and text. */
public enum EmpiricalVerdict {
  /** The measured number satisfies the rule. */
  REPRODUCED,
  /** It does not. */
  NOT_REPRODUCED,
  /** The number is sampled, and its interval allows both. */
  UNDECIDED,
  /** There is no number: the source does not give what the rule needs. */
  NOT_RUN
}
