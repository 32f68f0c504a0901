/**
 * What claims are on the rows of recordings, without a search: as a table for people, as one row
 * for each claim and head for a notebook, as JSON, as a page and as a badge; and what is expected
 * of them.
 */
package org.attentionlimits.reports.rows;
