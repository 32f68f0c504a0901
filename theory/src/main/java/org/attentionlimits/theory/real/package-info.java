/**
 * Real arithmetic whose results know how wrong they may be.
 *
 * <p>Both arithmetics keep the inclusion property: the true value of every expression at the given
 * inputs lies in the enclosure that is returned. Nothing is ever decided by a rounded comparison.
 *
 * <pre>
 * inputs, constants ─▶ operations of an arithmetic ─▶ enclosure ─▶ certain comparison
 * </pre>
 *
 * <dl>
 *   <dt>input
 *   <dd>a number of an instance: its binary value, or the decimal that it prints as
 *   <dt>constant
 *   <dd>a number of a formula: an integer, a ratio of integers, or a decimal that is written out
 *   <dt>enclosure
 *   <dd>an interval that holds the true value
 *   <dt>radius
 *   <dd>a bound of the distance between the middle of an enclosure and the true value
 *   <dt>certain
 *   <dd>said of a comparison that holds for every pair of numbers in two enclosures
 * </dl>
 *
 * <p>There are two arithmetics:
 *
 * <dl>
 *   <dt>Binary64
 *   <dd>midpoint and radius, both doubles. The radius collects the operands' radii, the rounding
 *       error of the midpoint (exactly, from TwoSum and fused multiply-add residuals where there
 *       are any, two units in the last place for {@code exp} and {@code log}, which {@link
 *       StrictMath} keeps within one, and to the same bits everywhere), and the rounding of the
 *       radius itself. Error-free results have radius zero. Sums, dot products and norms are
 *       compensated; with the running sum {@code E} of the magnitudes of n error terms, their bound
 *       beyond the last rounding is {@code 2(n + 8)uE}, u = 2⁻⁵³, which is of second order in u.
 *   <dt>Decimal enclosures
 *   <dd>intervals of decimals rounded outwards at ten digits more than asked for; {@code exp} and
 *       {@code log} are evaluated at twenty more and then widened by one unit of the tenth.
 * </dl>
 *
 * <p>Sources:
 *
 * <ul>
 *   <li>T. Ogita, S. M. Rump, S. Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26
 *       (2005), doi:10.1137/030601818;
 *   <li>N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. (2002), chapters 3
 *       and 4, doi:10.1137/1.9780898718027;
 *   <li>S. Boldo, S. Graillat, J.-M. Muller, On the robustness of the 2Sum and Fast2Sum algorithms,
 *       ACM Trans. Math. Softw. 44 (2017), doi:10.1145/3054947;
 *   <li>S. M. Rump, Fast and parallel interval arithmetic, BIT 39 (1999),
 *       doi:10.1023/A:1022374804152.
 * </ul>
 */
package org.attentionlimits.theory.real;
