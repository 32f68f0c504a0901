/**
 * The files of a report, and the commands that write them again from a ledger. Searches and models
 * are not in it.
 */
package org.attentionlimits.reports.cli.report;
