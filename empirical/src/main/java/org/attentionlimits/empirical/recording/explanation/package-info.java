/**
 * What explains a head whose numbers do not belong together: each explanation is tried on the head
 * itself, and told only where it fits.
 */
package org.attentionlimits.empirical.recording.explanation;
