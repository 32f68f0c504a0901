package org.attentionlimits.empirical.recording;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attentionlimits.empirical.io.PlainNumber;
import org.attentionlimits.empirical.tensor.Safetensors;
import org.attentionlimits.empirical.tensor.TensorFileException;

/** What the arrays of a recording are called: {@code KIND}, or {@code layer.L.head.H.KIND}. */
final class TensorNames {

  /** Every kind of array, all heads in one tensor. */
  private static final List<String> KINDS =
      List.of("weights", "attentions", "logits", "query", "key", "value");

  private static final int LARGEST = 999_999;

  private static final Pattern OF_HEAD =
      Pattern.compile("layer\\.([^.]*)\\.head\\.([^.]*)\\.(" + String.join("|", KINDS) + ")");

  private final Safetensors file;

  TensorNames(Safetensors file) {
    this.file = file;
  }

  /**
   * Rejects arrays of all heads beside arrays of single ones, of which one would go unread.
   *
   * @throws TensorFileException naming one of each
   */
  void requireOneLayout() throws TensorFileException {
    Optional<String> all = first(KINDS::contains);
    Optional<String> single = first(name -> OF_HEAD.matcher(name).matches());
    if (all.isPresent() && single.isPresent()) {
      throw problem(
          "tensors "
              + all.get()
              + " and "
              + single.get()
              + ": heads must be all in one tensor of each kind, or each in tensors of its own:"
              + " leave one out");
    }
  }

  private Optional<String> first(Predicate<String> which) {
    return file.tensors().keySet().stream().filter(which).findFirst();
  }

  /** Collects the heads that have tensors of their own; the kinds that they have. */
  Set<String> findHeads(HeadPlaces found) throws TensorFileException {
    Set<String> kinds = new TreeSet<>();
    for (String name : file.tensors().keySet()) {
      Matcher matcher = OF_HEAD.matcher(name);
      if (matcher.matches()) {
        found.add(number(name, matcher.group(1)), number(name, matcher.group(2)));
        kinds.add(matcher.group(3));
      }
    }
    return kinds;
  }

  private int number(String tensor, String text) throws TensorFileException {
    try {
      return (int) PlainNumber.integer(text, 0, LARGEST);
    } catch (NumberFormatException e) {
      throw problem(
          "tensor "
              + tensor
              + ": layer and head must be numbers from 0 to "
              + LARGEST
              + ", without signs or leading zeros");
    }
  }

  private TensorFileException problem(String text) {
    return new TensorFileException(file.source(), text);
  }
}
