/**
 * Statistics of measured numbers: bootstrap intervals, the distance of Kolmogorov and Smirnov,
 * running means and their Bernstein margins. Nothing here knows what was measured.
 */
package org.attentionlimits.empirical.statistics;
