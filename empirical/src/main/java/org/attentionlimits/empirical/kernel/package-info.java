/**
 * What the experiments compute of a row and of a head, on plain arrays: distances and their bounds,
 * separability, sensitivity of the weights, and the sweeps over the number of selected tokens. Each
 * formula is that of a claim, and is tested row by row against it. Nothing here reads a file, takes
 * a mean over heads or names an experiment.
 */
package org.attentionlimits.empirical.kernel;
