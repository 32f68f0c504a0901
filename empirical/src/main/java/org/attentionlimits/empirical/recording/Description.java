package org.attentionlimits.empirical.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attentionlimits.empirical.io.Line;
import org.attentionlimits.empirical.recording.head.HeadArrays.Part;
import org.attentionlimits.empirical.recording.head.Sight;
import org.attentionlimits.theory.real.Decimals;

/** Tells in one line what a recording holds; what is usual is not told. */
final class Description {

  private static final int LONGEST_TEXT = 120;
  private static final int LONGEST_NAME = 40;

  /** Temperatures and tensors that are told one by one. */
  private static final int TOLD = 4;

  private final RecordedArrays arrays;
  private final RecordedSettings settings;
  private final SideTensors sides;
  private final Sight sight;
  private final double[] temperatures;

  Description(
      RecordedArrays arrays,
      RecordedSettings settings,
      SideTensors sides,
      Sight sight,
      double... temperatures) {
    this.arrays = arrays;
    this.settings = settings;
    this.sides = sides;
    this.sight = sight;
    this.temperatures = temperatures;
  }

  /** Model, prompt, file, source, shape, and what is not usual. */
  String of(String name, Map<String, String> metadata) {
    String model =
        Optional.ofNullable(metadata.get("model"))
            .map(text -> Line.of(text, LONGEST_TEXT))
            .orElse("a model");
    String on = said(metadata, "prompt", " on “", "”");
    String by = said(metadata, "source", " from ", "");
    return model + on + ", recorded in " + name + by + ": " + shape() + special();
  }

  private static String said(
      Map<String, String> metadata, String key, String before, String after) {
    return Optional.ofNullable(metadata.get(key))
        .map(text -> before + Line.of(text, LONGEST_TEXT) + after)
        .orElse("");
  }

  /** Layers, heads and tokens. */
  String shape() {
    return arrays.places() + ", " + tokens();
  }

  private String tokens() {
    int queries = arrays.queries();
    String keys = Line.counted(arrays.keys(), "key");
    if (settings.queryStart().isPresent()) {
      int start = settings.queryStart().getAsInt();
      return queries == 1
          ? "one query at position " + start + " of " + keys
          : queries + " queries from position " + start + " of " + keys;
    }
    return queries == arrays.keys()
        ? Line.counted(queries, "token")
        : Line.counted(queries, "query", "queries") + ", " + keys;
  }

  private String special() {
    List<String> all = new ArrayList<>();
    if (!arrays.hasLogits()) {
      String t = temperatures.length > 1 ? "" : ", T = " + Decimals.print(temperatures[0]);
      all.add("weights only, so that logits are T ln α" + t);
    } else if (!arrays.has(Part.LOGITS)) {
      all.add("logits are q·k");
    }
    if (temperatures.length > 1) {
      all.add(temperatures());
    }
    if (settings.isScaled()) {
      all.add("logits are q·k/T");
    }
    if (!Double.isNaN(settings.softcap())) {
      all.add("scaled logits are capped at " + Decimals.print(settings.softcap()));
    }
    if (!settings.isCausal() && settings.window().isEmpty()) {
      all.add("a query sees the whole row");
    }
    settings.window().ifPresent(size -> all.add(window(size, settings.isCausal())));
    addShared(all);
    if (sides.hasSink()) {
      all.add("a sink takes part in each row");
    }
    if (sight.hasMask()) {
      all.add(masked());
    }
    addOthers(all);
    return all.isEmpty() ? "" : "; " + String.join("; ", all);
  }

  private String masked() {
    int padded = sides.maskedKeys();
    long blind = (long) arrays.places().heads() * sight.queriesSeeing(0);
    String rows = Line.counted(blind, "row") + " without a visible token";
    String tokens = Line.counted(padded, "padded token");
    if (padded == 0 && blind == 0) {
      return "a mask tells which tokens are there";
    }
    String what = padded == 0 ? rows : blind == 0 ? tokens : tokens + " and " + rows;
    return what + (padded + blind == 1 ? " is left out" : " are left out");
  }

  private static String window(int size, boolean causal) {
    String where = causal ? " before it" : " on either side";
    return switch (size) {
      case 1 -> "a query sees itself alone";
      case 2 -> "a query sees itself and the one token" + where;
      default -> "a query sees itself and the " + (size - 1) + " tokens" + where;
    };
  }

  private String temperatures() {
    String[] printed = Arrays.stream(temperatures).mapToObj(Decimals::print).toArray(String[]::new);
    int last = printed.length - 1;
    return printed.length <= TOLD
        ? "temperatures "
            + Arrays.stream(printed).limit(last).collect(Collectors.joining(", "))
            + " and "
            + printed[last]
        : "temperatures from " + printed[0] + " to " + printed[last];
  }

  private void addShared(List<String> all) {
    int shared = Math.max(arrays.shared(Part.KEY), arrays.shared(Part.VALUE));
    if (shared > 1) {
      int groups = arrays.places().mostHeads() / shared;
      all.add(
          Line.counted(groups, "key/value head")
              + " shared by "
              + (groups == 1 ? "" : "groups of ")
              + shared
              + " query heads");
    }
  }

  private void addOthers(List<String> all) {
    List<String> others = sides.others();
    if (!others.isEmpty()) {
      String told =
          others.stream()
              .limit(TOLD)
              .map(name -> Line.of(name, LONGEST_NAME))
              .collect(Collectors.joining(", "));
      int more = others.size() - TOLD;
      all.add("not looked at: " + told + (more > 0 ? " and " + more + " more" : ""));
    }
  }
}
