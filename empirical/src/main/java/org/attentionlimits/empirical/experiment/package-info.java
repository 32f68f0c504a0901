/** Experiments: the claims of the theory, and the figures of the paper, on real attention. */
package org.attentionlimits.empirical.experiment;
