/**
 * The claims of the catalogue on every row of a source of attention: which rows a claim speaks
 * about, how many violate it, and the largest ratio with its place. What that means for a verdict
 * is not said here.
 */
package org.attentionlimits.empirical.check;
