/** Runs experiments over the heads of a source, and keeps measurements so that it can go on. */
package org.attentionlimits.empirical.experiment.run;
