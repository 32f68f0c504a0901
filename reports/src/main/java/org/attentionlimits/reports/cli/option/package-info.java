/**
 * Options that several commands share, what they make of their arguments, and the bar that tells
 * how far a command is. Nothing here is a command.
 */
package org.attentionlimits.reports.cli.option;
