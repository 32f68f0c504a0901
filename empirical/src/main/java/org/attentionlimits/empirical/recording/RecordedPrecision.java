package org.attentionlimits.empirical.recording;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.attentionlimits.empirical.recording.HeadPlaces.Place;
import org.attentionlimits.empirical.recording.head.HeadArrays;
import org.attentionlimits.empirical.recording.head.HeadArrays.Part;
import org.attentionlimits.empirical.recording.head.Precision;
import org.attentionlimits.empirical.recording.head.Sight;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.attentionlimits.empirical.tensor.TensorType;

/** The types that the numbers of a recording were rounded to. */
final class RecordedPrecision {

  private final RecordedArrays arrays;
  private final Sight sight;

  RecordedPrecision(RecordedArrays arrays, Sight sight) {
    this.arrays = arrays;
    this.sight = sight;
  }

  /** The type that the metadata tells, or those in which numbers are stored if they are coarser. */
  Precision of(TensorType computedIn) throws TensorFileException {
    return new Precision(
        coarser(computedIn, Part.WEIGHTS),
        coarser(computedIn, Part.LOGITS),
        Precision.coarser(coarser(computedIn, Part.QUERY), coarser(computedIn, Part.KEY)));
  }

  private TensorType coarser(TensorType computedIn, Part part) throws TensorFileException {
    return arrays.has(part) ? Precision.coarser(computedIn, arrays.type(part)) : computedIn;
  }

  /** The narrowest types that hold all numbers, of weights and logits those of visible pairs. */
  Precision ofNumbers() throws IOException {
    Map<Part, NarrowestType> types = new EnumMap<>(Part.class);
    for (Part part : List.of(Part.WEIGHTS, Part.LOGITS, Part.QUERY, Part.KEY)) {
      if (arrays.has(part)) {
        types.put(part, new NarrowestType(arrays.type(part)));
      }
    }
    for (Place place : arrays.places().all()) {
      if (types.values().stream().allMatch(NarrowestType::isDecided)) {
        break;
      }
      HeadArrays head = arrays.head(place);
      types.forEach((part, type) -> head.show(part, sight, type::add));
    }
    return new Precision(
        narrowest(types, Part.WEIGHTS),
        narrowest(types, Part.LOGITS),
        Precision.coarser(narrowest(types, Part.QUERY), narrowest(types, Part.KEY)));
  }

  private static TensorType narrowest(Map<Part, NarrowestType> types, Part part) {
    return types.containsKey(part) ? types.get(part).of() : TensorType.F64;
  }
}
