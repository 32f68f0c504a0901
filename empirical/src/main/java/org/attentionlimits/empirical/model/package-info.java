/**
 * GPT-2: its configuration, its weights, its forward computation, and the attention that it
 * computes on a text.
 */
package org.attentionlimits.empirical.model;
