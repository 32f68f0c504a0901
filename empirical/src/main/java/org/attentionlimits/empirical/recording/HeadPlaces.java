package org.attentionlimits.empirical.recording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.attentionlimits.empirical.io.Line;

/**
 * Which heads of which layers are recorded, in order; layers may have different numbers of them.
 */
final class HeadPlaces {

  /** Layers that are told one by one where they differ. */
  private static final int TOLD = 6;

  private final NavigableMap<Integer, NavigableSet<Integer>> headsOfLayer = new TreeMap<>();
  private int mostHeads;

  /**
   * A head.
   *
   * @param layer number of the layer, from 0
   * @param head number of the head in its layer, from 0
   * @param ordinal how many heads of the layer come before it
   */
  record Place(int layer, int head, int ordinal) {}

  /** So many layers of so many heads. */
  static HeadPlaces of(int layers, int heads) {
    HeadPlaces places = new HeadPlaces();
    for (int layer = 0; layer < layers; layer++) {
      for (int head = 0; head < heads; head++) {
        places.add(layer, head);
      }
    }
    return places;
  }

  void add(int layer, int head) {
    NavigableSet<Integer> heads = headsOfLayer.computeIfAbsent(layer, l -> new TreeSet<>());
    heads.add(head);
    mostHeads = Math.max(mostHeads, heads.size());
  }

  /** Number of layers of which a head is recorded. */
  int layers() {
    return headsOfLayer.size();
  }

  /** How many recorded layers come before a layer. */
  int ordinal(int layer) {
    return headsOfLayer.headMap(layer).size();
  }

  /** Number of heads of a layer. */
  int headsOf(int layer) {
    return headsOfLayer.getOrDefault(layer, Collections.emptyNavigableSet()).size();
  }

  /** The largest number of heads of a layer. */
  int mostHeads() {
    return mostHeads;
  }

  /** Number of heads of all layers. */
  int heads() {
    return headsOfLayer.values().stream().mapToInt(NavigableSet::size).sum();
  }

  /** The heads, by layers. */
  List<Place> all() {
    List<Place> all = new ArrayList<>();
    headsOfLayer.forEach(
        (layer, heads) -> {
          int ordinal = 0;
          for (int head : heads) {
            all.add(new Place(layer, head, ordinal++));
          }
        });
    return all;
  }

  /** In words: {@code 2 layers of 12 heads}, or each layer where they differ. */
  @Override
  public String toString() {
    boolean equal = headsOfLayer.values().stream().allMatch(heads -> heads.size() == mostHeads);
    if (equal || layers() > TOLD) {
      String layers = Line.counted(layers(), "layer") + (isDense() ? "" : " " + numbers());
      return layers
          + (equal ? " of " + Line.counted(mostHeads, "head") : ", " + heads() + " heads");
    }
    return headsOfLayer.entrySet().stream()
        .map(e -> Line.counted(e.getValue().size(), "head") + " in layer " + e.getKey())
        .collect(Collectors.joining(", "));
  }

  private boolean isDense() {
    return headsOfLayer.lastKey() == layers() - 1;
  }

  private String numbers() {
    return headsOfLayer.keySet().stream()
        .limit(TOLD)
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "(", layers() > TOLD ? ", …)" : ")"));
  }
}
