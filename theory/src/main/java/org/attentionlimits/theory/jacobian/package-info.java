/**
 * The Jacobian of softmax, kept as its n weights: products, the exact spectral norm, the worst
 * direction; and the dense matrix, as an independent check.
 */
package org.attentionlimits.theory.jacobian;
