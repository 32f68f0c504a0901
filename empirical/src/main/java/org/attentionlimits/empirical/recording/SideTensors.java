package org.attentionlimits.empirical.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlimits.empirical.recording.head.Sight;
import org.attentionlimits.empirical.tensor.Safetensors;
import org.attentionlimits.empirical.tensor.TensorFileException;
import org.attentionlimits.empirical.tensor.TensorInfo;

/**
 * What a recording holds beside the arrays of its heads: {@code sink} [layers, heads], {@code
 * attention_mask} [Lk] or [Lq, Lk], {@code input_ids} [Lk]; and the names of tensors that mean
 * nothing here. Masks and ids may come with a batch of one.
 */
final class SideTensors {

  private static final String SINK = "sink";
  private static final String MASK = "attention_mask";
  private static final String IDS = "input_ids";

  private final Safetensors file;
  private final RecordedArrays arrays;
  private final double[] sinks;
  private final boolean[] mask;
  private final long[] ids;

  /**
   * Reads them.
   *
   * @throws TensorFileException if one is of another shape or type, or holds what it must not
   */
  SideTensors(Safetensors file, RecordedArrays arrays) throws IOException {
    this.file = file;
    this.arrays = arrays;
    this.sinks = file.contains(SINK) ? readSinks() : new double[0];
    this.mask = file.contains(MASK) ? readMask() : new boolean[0];
    this.ids = file.contains(IDS) ? readIds() : new long[0];
  }

  private double[] readSinks() throws IOException {
    HeadPlaces places = arrays.places();
    List<Long> shape = List.of((long) places.layers(), (long) places.mostHeads());
    file.info(SINK, shape);
    double[] read = file.doubles(SINK, 0, places.layers() * places.mostHeads());
    for (double sink : read) {
      if (!Double.isFinite(sink)) {
        throw arrays.problem("tensor sink: must be finite: " + sink);
      }
    }
    return read;
  }

  private boolean[] readMask() throws IOException {
    long keys = arrays.keys();
    requireShape(
        MASK, List.of(List.of(keys), List.of(1L, keys), List.of((long) arrays.queries(), keys)));
    long[] read = file.longs(MASK);
    boolean[] there = new boolean[read.length];
    for (int i = 0; i < read.length; i++) {
      if (read[i] != 0 && read[i] != 1) {
        throw arrays.problem("tensor attention_mask: must hold 0 and 1: " + read[i]);
      }
      there[i] = read[i] == 1;
    }
    return there;
  }

  private long[] readIds() throws IOException {
    long keys = arrays.keys();
    requireShape(IDS, List.of(List.of(keys), List.of(1L, keys)));
    return file.longs(IDS);
  }

  private void requireShape(String tensor, List<List<Long>> shapes) throws TensorFileException {
    TensorInfo info = file.info(tensor);
    if (!shapes.contains(info.shape())) {
      throw arrays.problem(
          "tensor " + tensor + ": shape must be " + shapes.get(0) + ": " + info.shape());
    }
  }

  /** A sight of the keys that the mask tells to be there. */
  Sight masked(Sight sight) {
    return mask.length == 0 ? sight : sight.with(mask);
  }

  boolean hasSink() {
    return sinks.length > 0;
  }

  /** The sink of a head, or NaN. */
  double sink(HeadPlaces.Place place) {
    HeadPlaces places = arrays.places();
    return hasSink()
        ? sinks[places.ordinal(place.layer()) * places.mostHeads() + place.ordinal()]
        : Double.NaN;
  }

  /** The number of keys that are masked for all queries. */
  int maskedKeys() {
    int masked = 0;
    for (int key = 0; key < arrays.keys() && mask.length > 0; key++) {
      boolean there = false;
      for (int i = key; i < mask.length; i += arrays.keys()) {
        there |= mask[i];
      }
      masked += there ? 0 : 1;
    }
    return masked;
  }

  Optional<long[]> ids() {
    return ids.length == 0 ? Optional.empty() : Optional.of(ids.clone());
  }

  /** Tensors that are not looked at, each with its type. */
  List<String> others() {
    List<String> others = new ArrayList<>();
    for (TensorInfo info : file.tensors().values()) {
      if (!arrays.used().contains(info.name()) && !List.of(SINK, MASK, IDS).contains(info.name())) {
        others.add(info.name() + " (" + info.dtype() + ")");
      }
    }
    return others;
  }
}
