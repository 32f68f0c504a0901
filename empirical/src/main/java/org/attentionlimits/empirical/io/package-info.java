/**
 * Files that are written whole or not at all, small files that are read within bounds, and text
 * that is safe to print.
 */
package org.attentionlimits.empirical.io;
