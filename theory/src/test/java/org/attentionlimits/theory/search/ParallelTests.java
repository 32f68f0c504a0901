package org.attentionlimits.theory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTests {

  private static final List<Integer> NUMBERS = IntStream.range(0, 100).boxed().toList();

  @Test
  void resultsComeInTheOrderOfTheArguments() {
    assertThat(Parallel.map(NUMBERS, i -> i * i))
        .containsExactlyElementsOf(NUMBERS.stream().map(i -> i * i).toList());
  }

  @Test
  void failuresReachTheCaller() {
    assertThatThrownBy(() -> Parallel.map(NUMBERS, i -> 1 / (i - 50)))
        .isInstanceOf(ArithmeticException.class);
  }
}
