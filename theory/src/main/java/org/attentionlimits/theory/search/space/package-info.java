/**
 * Where the adversary looks: for every type of instance a {@link
 * org.attentionlimits.theory.search.space.Space} with the landmarks that are tried first and a draw
 * of any shape and scale. Nothing here knows a claim.
 */
package org.attentionlimits.theory.search.space;
