/**
 * The command line.
 *
 * @see org.attentionlimits.reports.cli.Main
 */
package org.attentionlimits.reports.cli;
