package org.attentionlimits.theory.testing;

import java.util.Map;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.Instance;

/** A number of tokens and nothing else, that can be one less or one more. */
public record Tokens(int tokens) implements Instance<Tokens> {

  @Override
  public int[] shape() {
    return new int[] {tokens};
  }

  @Override
  public double[] numbers() {
    return new double[0];
  }

  @Override
  public Tokens withNumbers(double... numbers) {
    return this;
  }

  @Override
  public Stream<Tokens> smaller() {
    return tokens == 1 ? Stream.empty() : Stream.of(new Tokens(tokens - 1));
  }

  @Override
  public Stream<Tokens> larger() {
    return Stream.of(new Tokens(tokens + 1));
  }

  @Override
  public Map<String, Object> fields() {
    return Map.of("tokens", tokens);
  }
}
