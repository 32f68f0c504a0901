/**
 * What an experiment on real attention is: its measurement of a head, its tables, and its findings
 * about statements of the paper. The experiments are in {@code suite}, and {@code run} runs them;
 * neither of the two packages uses the other.
 */
package org.attentionlimits.empirical.experiment;
