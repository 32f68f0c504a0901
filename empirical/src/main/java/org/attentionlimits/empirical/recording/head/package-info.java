/**
 * One head of a recording: its arrays, which keys its queries see, how its logits enter the
 * softmax, its rows; and whether its numbers belong together, within what the rounding of their
 * types can do. Nothing here reads a file.
 */
package org.attentionlimits.empirical.recording.head;
