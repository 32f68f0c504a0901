/**
 * A ledger as text for a terminal, and the excerpts of it that the README shows.
 *
 * <p>The count by statement comes first; claims of another standing stand apart and are never added
 * to it.
 */
package org.attentionlimits.reports.summary;
