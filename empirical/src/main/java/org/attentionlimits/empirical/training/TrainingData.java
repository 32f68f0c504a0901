package org.attentionlimits.empirical.training;

import org.attentionlimits.empirical.text.Text;

/**
 * What a model is trained on, as its card names it.
 *
 * @param title work and edition, as {@code War and Peace, Project Gutenberg plain text}
 * @param licence under which terms, as {@code public domain}
 * @param text the text
 */
public record TrainingData(String title, String licence, Text text) {}
