package org.attentionlimits.reports.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.search.Memory;
import org.attentionlimits.theory.search.measure.Scored;

/**
 * The best instances of earlier searches, by claim, in a file of text: a line is a claim's name,
 * the shape and the numbers, separated by tabs. The text is saved anew as a whole. Lines that
 * cannot be read, those of a claim beyond as many as are kept, those beyond the bounds of {@link
 * MemoryReader}, and those that make no instance of the claim's type, are left out: they cost what
 * they had found, never a verdict. Of two processes with one file, the one that writes last keeps
 * what it has read and found.
 */
public final class MemoryFile implements Memory {

  private static final String TAB = "\t";
  private static final String COMMA = ",";

  /** A remembered instance. */
  record Entry(List<Integer> shape, List<Double> numbers) {

    private <I extends Instance<I>> Stream<I> as(InstanceType<I> type) {
      int[] integers = shape.stream().mapToInt(Integer::intValue).toArray();
      double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
      return type.of(integers, values).stream();
    }
  }

  /** Replaces a file's text. */
  @FunctionalInterface
  public interface Saver {
    void save(Path file, String text) throws IOException;
  }

  private final Path file;
  private final Saver saver;
  private final Map<String, List<Entry>> entries;
  private IOException unsaved;

  private MemoryFile(Path file, Saver saver, Map<String, List<Entry>> entries) {
    this.file = file;
    this.saver = saver;
    this.entries = entries;
  }

  /**
   * That of a file, which need not exist.
   *
   * @param saver writes it whenever something better is found
   * @throws IllegalArgumentException if it is there and is no regular file, cannot be read, or is
   *     larger than a memory can be, in one line that names it
   */
  public static MemoryFile of(Path file, Saver saver) {
    return new MemoryFile(file, saver, MemoryReader.read(file));
  }

  /** Number of instances remembered of all claims. */
  public synchronized int size() {
    return entries.values().stream().mapToInt(List::size).sum();
  }

  /** Names of the claims of which an instance is remembered. */
  public synchronized Set<String> claims() {
    return Set.copyOf(entries.keySet());
  }

  @Override
  public <I extends Instance<I>> List<I> recall(Claim<I> claim) {
    List<Entry> known;
    synchronized (this) {
      known = List.copyOf(entries.getOrDefault(claim.id(), List.of()));
    }
    return known.stream().flatMap(entry -> entry.as(claim.type())).toList();
  }

  /**
   * The instances come before what is remembered; that stays where they are few, as those of a
   * search that was cut short.
   */
  @Override
  public synchronized <I extends Instance<I>> void keep(Claim<I> claim, List<Scored<I>> best) {
    if (best.isEmpty()) {
      return;
    }
    Stream<Entry> found =
        best.stream()
            .sorted(Scored.largestFirst())
            .map(s -> entry(s.instance()))
            .filter(entry -> entry.numbers.size() <= MemoryReader.MOST_NUMBERS);
    Stream<Entry> known = entries.getOrDefault(claim.id(), List.of()).stream();
    entries.put(
        claim.id(),
        Stream.concat(found, known).distinct().limit(MemoryReader.MOST_OF_A_CLAIM).toList());
    save();
  }

  private static Entry entry(Instance<?> instance) {
    return new Entry(
        Arrays.stream(instance.shape()).boxed().toList(),
        Arrays.stream(instance.numbers()).boxed().toList());
  }

  private void save() {
    try {
      saver.save(file, text());
      unsaved = null;
    } catch (IOException e) {
      unsaved = e;
    }
  }

  /**
   * Tells a failure to save, which loses no finding: the search goes on, and every later find tries
   * again.
   *
   * @throws IOException of the saver, if the last one failed
   */
  public synchronized void requireSaved() throws IOException {
    if (unsaved != null) {
      throw unsaved;
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    entries.forEach((id, list) -> list.forEach(entry -> text.append(line(id, entry)).append('\n')));
    return text.toString();
  }

  private static String line(String id, Entry entry) {
    return String.join(
        TAB,
        id,
        entry.shape.stream().map(String::valueOf).collect(Collectors.joining(COMMA)),
        entry.numbers.stream().map(String::valueOf).collect(Collectors.joining(COMMA)));
  }
}
