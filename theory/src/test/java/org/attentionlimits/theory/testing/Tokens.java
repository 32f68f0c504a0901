package org.attentionlimits.theory.testing;

import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;

/** A number of tokens and nothing else, that can be one less or one more. */
public record Tokens(int tokens) implements Instance<Tokens> {

  public static final InstanceType<Tokens> TYPE =
      InstanceType.of(Tokens.class, "a number of tokens")
          .count("tokens", "n = ", Tokens::tokens)
          .madeBy(v -> new Tokens(v.integer("tokens")));

  @Override
  public InstanceType<Tokens> type() {
    return TYPE;
  }

  @Override
  public Stream<Tokens> smaller() {
    return tokens == 1 ? Stream.empty() : Stream.of(new Tokens(tokens - 1));
  }

  @Override
  public Stream<Tokens> larger() {
    return Stream.of(new Tokens(tokens + 1));
  }
}
