/**
 * The ledger: what every claim ended with and what it was on every model, as records, as a JSON
 * file with a schema, and compared with a committed baseline.
 *
 * @see org.attentionlimits.reports.ledger.Ledger
 * @see org.attentionlimits.reports.ledger.BaselineCheck
 */
package org.attentionlimits.reports.ledger;
