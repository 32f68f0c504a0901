/**
 * Statements about attention as executable predicates. A {@link
 * org.attentionlimits.theory.claim.Claim} says left ≤ right for every admissible instance. Its
 * {@link org.attentionlimits.theory.claim.Evaluation} at one instance encloses both sides, so that
 * rounding never decides.
 *
 * <pre>
 * statement, domain, sides ─▶ claim
 * claim, instance, arithmetic ─▶ evaluation ─▶ outcome of the instance
 * many outcomes ─▶ verdict on the claim
 * </pre>
 *
 * <dl>
 *   <dt>statement
 *   <dd>the words and the formula of a claim, where it is from, and its standing
 *   <dt>domain
 *   <dd>the instances that the claim speaks about; an instance in it is admissible
 *   <dt>side
 *   <dd>left or right, an enclosure of a real number
 *   <dt>ratio
 *   <dd>left over right, of the middles of both enclosures; above one at a violation
 *   <dt>outcome
 *   <dd>what an evaluation shows of one instance: it holds, is violated, or is undecided
 *   <dt>verdict
 *   <dd>what a search found of a claim: it survived, is refuted, or is undecided
 *   <dt>doubt
 *   <dd>the chance that the random sample behind a side misled; zero if there is no sample
 * </dl>
 *
 * <p>The statements of the paper are in {@code theory.catalogue}, and the search for instances that
 * violate one in {@code theory.search}. Nothing here knows either.
 */
package org.attentionlimits.theory.claim;
