/** Distances between context vectors and what the tokens contribute. */
package org.attentionlimits.theory.geometry;
