/**
 * Commands about single claims, of the catalogue or of a user's class: what they say, what they are
 * at an instance, and what a search finds against them. Nothing here knows a model or a file of
 * results.
 */
package org.attentionlimits.reports.cli.claim;
