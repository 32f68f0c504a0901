/**
 * What claims are on the rows of recordings, without a search: as a table for people, as one row
 * for each claim and head for a notebook, and as JSON.
 */
package org.attentionlimits.reports.rows;
