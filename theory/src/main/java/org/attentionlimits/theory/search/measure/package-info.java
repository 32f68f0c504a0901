/**
 * What the search measures of an instance and of itself: its tokens and what an evaluation costs,
 * how simply it prints and whether on a line, the blocks of its numbers, its ratio, and the time
 * that is left. Nothing here draws, evaluates or changes an instance.
 */
package org.attentionlimits.theory.search.measure;
