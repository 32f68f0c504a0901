/** Training of byte-level GPT-2 models, and the directories they are stored in. */
package org.attentionlimits.empirical.training;
