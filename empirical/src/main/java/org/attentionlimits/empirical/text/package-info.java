/** Texts and the tokenizers that turn them into ids. */
package org.attentionlimits.empirical.text;
