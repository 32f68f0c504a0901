/**
 * Figures: lines with intervals on linear or logarithmic axes, as SVG that follows the colours of
 * the page around it. JFreeChart lays them out; it measures text with the platform's fonts, so
 * that, of these, one must be installed.
 *
 * @see org.attentionlimits.reports.figure.Figure
 */
package org.attentionlimits.reports.figure;
