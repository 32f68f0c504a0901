/**
 * How much the search for counterexamples sees: mutants, which are false claims made from true ones
 * by a slip, and what it takes to refute them.
 */
package org.attentionlimits.theory.power;
