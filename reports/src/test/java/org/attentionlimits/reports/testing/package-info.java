/** What tests of several packages need. */
package org.attentionlimits.reports.testing;
