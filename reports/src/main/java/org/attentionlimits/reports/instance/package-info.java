/**
 * Instances as people write them, and the commands that evaluate claims at them. Neither options
 * nor results are in it.
 */
package org.attentionlimits.reports.instance;
