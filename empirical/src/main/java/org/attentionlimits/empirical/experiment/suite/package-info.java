/**
 * The experiments themselves: what each measures on a head, its tables and its findings. The five
 * of the paper, and one beyond it.
 */
package org.attentionlimits.empirical.experiment.suite;
