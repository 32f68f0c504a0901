/**
 * What an experiment on real attention is: its measurement of a head, its tables, and its findings
 * about statements of the paper.
 *
 * <pre>
 * head ─▶ measurement (one for each head) ─▶ tables ─▶ findings
 *              └─▶ numbers ─▶ checkpoint
 * </pre>
 *
 * <dl>
 *   <dt>measurement
 *   <dd>what an experiment computes of one head, an object of its own type
 *   <dt>table
 *   <dd>numbers by named columns, as they are written to a file
 *   <dt>finding
 *   <dd>a sentence of the paper, the rule that it is judged by, and what was measured
 *   <dt>verdict
 *   <dd>reproduced or not, for the paper's own model and text; the same or another trend elsewhere
 * </dl>
 *
 * <p>The experiments are in {@code experiment.suite}, and {@code experiment.run} runs them; neither
 * of the two packages uses the other.
 */
package org.attentionlimits.empirical.experiment;
