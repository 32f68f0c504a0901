/**
 * Kernels of one attention row on plain arrays: softmax, log-sum-exp, products with the Jacobian of
 * softmax and its spectral norm, fast and without an error bound that is computed.
 *
 * <pre>
 * RowKernel ─▶ Lanes ◁── ScalarLanes
 *                   ◁── vector.VectorLanes, where the module jdk.incubator.vector is
 * </pre>
 *
 * <p>Every result is the same bit for bit with and without vector instructions, at every width of
 * their registers: elements are computed by the same operations, and sums have one order.
 *
 * <ul>
 *   <li><b>lanes</b>: passes over arrays, the only code that exists twice.
 *   <li><b>partial sums</b>: element i of a sum is added to the partial sum {@code i mod 32}; pairs
 *       of partial sums are added last.
 * </ul>
 *
 * <p>Not in this package: verdicts, which rest on {@link org.attentionlimits.theory.real}, and
 * whole heads.
 */
package org.attentionlimits.theory.kernel;
