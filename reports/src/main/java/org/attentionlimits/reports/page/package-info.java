/**
 * The page: a ledger for people, one HTML file that needs nothing else.
 *
 * @see org.attentionlimits.reports.page.Page
 */
package org.attentionlimits.reports.page;
