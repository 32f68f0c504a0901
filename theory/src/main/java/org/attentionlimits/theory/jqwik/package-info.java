/**
 * Attention rows for property-based tests with <a href="https://jqwik.net">jqwik</a>.
 *
 * <pre>{@code
 * @Property
 * @Domain(AttentionDomain.class)
 * void myClaimHolds(@ForAll LogitRow row) {
 *   assertThat(MY_CLAIM.evaluate(row).outcome()).isNotEqualTo(Outcome.VIOLATED);
 * }
 * }</pre>
 *
 * <p>The draws lean towards what bounds are sensitive to: exact ties and ties up to a few ulps,
 * spikes, ladders, single tokens, magnitudes over many decades, weights that underflow. Every
 * counterexample shrinks towards fewer tokens and then towards zeros, ones and small integers.
 */
package org.attentionlimits.theory.jqwik;
