/**
 * The file of the best instances of earlier searches: how it is read within bounds, and how it is
 * saved. What a search makes of them is said in {@code theory.search}.
 */
package org.attentionlimits.reports.memory;
