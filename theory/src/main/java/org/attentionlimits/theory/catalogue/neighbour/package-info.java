/**
 * What other papers prove of softmax attention, and what is derived here beside it: claims that are
 * not about the paper whose statements are counted. A class holds one subject. {@link
 * org.attentionlimits.theory.catalogue.neighbour.Neighbours} lists them; statements of the paper
 * and their forms are in {@code catalogue}.
 */
package org.attentionlimits.theory.catalogue.neighbour;
