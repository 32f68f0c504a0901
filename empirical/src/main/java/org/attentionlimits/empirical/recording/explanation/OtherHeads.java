package org.attentionlimits.empirical.recording.explanation;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.attentionlimits.empirical.recording.head.RecordedHead;

/**
 * The other heads of a layer.
 *
 * @param shared how many query heads, which stand together, share a key; 1 if each has its own
 * @param all gives them, each read when it is asked for
 */
public record OtherHeads(int shared, Supplier<Stream<RecordedHead>> all) {}
