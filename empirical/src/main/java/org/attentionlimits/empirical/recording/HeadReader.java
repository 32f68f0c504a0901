package org.attentionlimits.empirical.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.attentionlimits.empirical.recording.HeadPlaces.Place;
import org.attentionlimits.empirical.recording.explanation.Explanations.OtherHeads;
import org.attentionlimits.empirical.recording.head.HeadArrays.Part;
import org.attentionlimits.empirical.recording.head.Precision;
import org.attentionlimits.empirical.recording.head.RecordedHead;
import org.attentionlimits.empirical.recording.head.Sight;

/**
 * Reads the heads of a recording, each anew when it is asked for.
 *
 * @param arrays where they are
 * @param settings how their logits enter the softmax
 * @param sides their sinks
 * @param sight what their queries see
 * @param precision the types that numbers were rounded to
 */
record HeadReader(
    RecordedArrays arrays,
    RecordedSettings settings,
    SideTensors sides,
    Sight sight,
    Precision precision) {

  RecordedHead read(Place place) throws IOException {
    return new RecordedHead(
        place.layer(),
        place.head(),
        arrays.head(place),
        sight,
        settings.scale(arrays, place, sides.sink(place)),
        precision);
  }

  /**
   * The other heads of a layer, which throw {@link UncheckedIOException} if they cannot be read.
   */
  OtherHeads others(Place place) {
    return new OtherHeads(arrays.shared(Part.KEY), () -> readOthers(place));
  }

  private Stream<RecordedHead> readOthers(Place place) {
    return arrays.places().all().stream()
        .filter(other -> other.layer() == place.layer() && other.head() != place.head())
        .map(this::readUnchecked);
  }

  private RecordedHead readUnchecked(Place place) {
    try {
      return read(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
