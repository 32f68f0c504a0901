/**
 * The adversary: looks for counterexamples of a claim, makes them small, and certifies them.
 *
 * <pre>
 * landmarks, random instances, climbs ─▶ attack ─▶ violations ─▶ reduction ─▶ certificate ─▶ finding
 *     (theory.random)                                (shrink)
 * </pre>
 *
 * <dl>
 *   <dt>attack
 *   <dd>all evaluations of one claim, their count, and the best that they saw
 *   <dt>portfolio
 *   <dd>the methods of a search and the tries that each one gets
 *   <dt>elites
 *   <dd>the instances of largest ratio of each shape, from which climbs start
 *   <dt>suspect
 *   <dd>what looks like a violation in double precision and could not be certified
 *   <dt>strongest
 *   <dd>the certified counterexample of the largest ratio that fits on a line
 * </dl>
 *
 * <p>What instances there are is said in {@code theory.random}, how one is made simpler in {@code
 * search.shrink}, and what is measured of one in {@code search.measure}. Nothing here reads rows of
 * a model or writes a report.
 */
package org.attentionlimits.theory.search;
