/**
 * A ledger in forms that other tools read: comma-separated values, JUnit's XML, Markdown for the
 * summary of a step, LaTeX; and how a run stands to its baseline, which these forms tell.
 */
package org.attentionlimits.reports.export;
