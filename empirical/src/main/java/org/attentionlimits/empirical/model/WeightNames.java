package org.attentionlimits.empirical.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.attentionlimits.empirical.tensor.TensorFileException;

/**
 * Names of a GPT-2's parameters in a file: those of {@link Gpt2Layout}, before which programs put
 * prefixes: {@code transformer.} (Transformers), {@code _orig_mod.} (torch.compile), {@code
 * module.} (data parallelism), {@code model.}, in any order.
 */
final class WeightNames {

  private static final List<String> PREFIXES =
      List.of("transformer.", "_orig_mod.", "module.", "model.");

  /** The output matrix, which attention does not need, and buffers of masks. */
  private static final Pattern IGNORED =
      Pattern.compile("lm_head\\.weight|h\\.\\d+\\.attn\\.(?:masked_)?bias");

  private WeightNames() {}

  /**
   * What all the parameters' names in a file begin with, perhaps nothing.
   *
   * @param source the file, for the message
   * @throws TensorFileException if there is no token embedding, or one after another prefix
   */
  static String prefix(String source, Collection<String> names) throws TensorFileException {
    if (names.contains(Gpt2Layout.TOKENS)) {
      return "";
    }
    Optional<String> tokens =
        names.stream().filter(name -> plain(name).equals(Gpt2Layout.TOKENS)).findFirst();
    if (tokens.isPresent()) {
      return before(tokens.get());
    }
    Optional<String> other =
        names.stream().filter(name -> name.endsWith('.' + Gpt2Layout.TOKENS)).findFirst();
    throw new TensorFileException(
        source,
        "tensor is missing: "
            + Gpt2Layout.TOKENS
            + other.map(WeightNames::unknownPrefix).orElse(""));
  }

  private static String unknownPrefix(String tokens) {
    return "; there is one after the prefix "
        + before(tokens)
        + ", which is not known as "
        + String.join(", ", PREFIXES)
        + " are: rename the tensors";
  }

  private static String before(String tokens) {
    return tokens.substring(0, tokens.length() - Gpt2Layout.TOKENS.length());
  }

  /** A name without its prefixes. */
  private static String plain(String name) {
    String rest = name;
    Optional<String> found = Optional.of("");
    while (found.isPresent()) {
      rest = rest.substring(found.get().length());
      found = PREFIXES.stream().filter(rest::startsWith).findFirst();
    }
    return rest;
  }

  /** Whether a tensor that is no parameter may be in the file. */
  static boolean isIgnored(String name) {
    return IGNORED.matcher(plain(name)).matches();
  }

  /** What a model's description tells of a prefix; nothing of Transformers' own. */
  static String told(String prefix) {
    return prefix.isEmpty() || prefix.equals(PREFIXES.get(0))
        ? ""
        : "; without the prefix " + prefix + " of its weights' names";
  }
}
