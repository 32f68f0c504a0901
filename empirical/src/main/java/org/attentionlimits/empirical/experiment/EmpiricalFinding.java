package org.attentionlimits.empirical.experiment;

/**
 * A statement of the paper on one model and text, the rule by which it is judged, and the number
 * that decided.
 *
 * @param id file-safe name
 * @param claim the statement
 * @param rule what the number must satisfy
 * @param paper the paper's number, in words
 * @param measured ours, in words, with intervals where it rests on samples
 * @param value the number that the rule is about; NaN if not run
 * @param verdict what the rule says of it
 */
public record EmpiricalFinding(
    String id,
    String claim,
    String rule,
    String paper,
    String measured,
    double value,
    EmpiricalVerdict verdict) {

  /** A finding by its rule; not run if there is no number. */
  public static EmpiricalFinding of(
      String id,
      String claim,
      String rule,
      String paper,
      String measured,
      double value,
      boolean satisfied) {
    return Double.isNaN(value)
        ? notRun(id, claim, rule, paper, "there is no such number: " + measured)
        : judged(id, claim, rule, paper, measured, value, EmpiricalVerdict.trend(satisfied));
  }

  /** A finding with its verdict. */
  public static EmpiricalFinding judged(
      String id,
      String claim,
      String rule,
      String paper,
      String measured,
      double value,
      EmpiricalVerdict verdict) {
    return new EmpiricalFinding(id, claim, rule, paper, measured, value, verdict);
  }

  /** The same, made on the paper's own model, text and sizes. */
  EmpiricalFinding ofPaper() {
    return judged(id, claim, rule, paper, measured, value, verdict.ofPaper());
  }

  /** A finding that could not be made. */
  public static EmpiricalFinding notRun(
      String id, String claim, String rule, String paper, String reason) {
    return new EmpiricalFinding(
        id, claim, rule, paper, reason, Double.NaN, EmpiricalVerdict.NOT_RUN);
  }
}
