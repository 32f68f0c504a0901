package org.attentionlimits.theory.normalize;

/** Tells that a row's logits are asked for, of which only weights are known, one maybe zero. */
public final class UnknownLogitsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** One whose message names what is missing. */
  public UnknownLogitsException() {
    super("a weight may be zero, so that its logit is not known");
  }
}
