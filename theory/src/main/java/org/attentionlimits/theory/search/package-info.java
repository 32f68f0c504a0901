/** The adversary: looks for counterexamples of a claim, makes them small, and certifies them. */
package org.attentionlimits.theory.search;
