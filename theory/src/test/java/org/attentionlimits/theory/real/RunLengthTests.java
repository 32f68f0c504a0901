package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunLengthTests {

  private static double[] spike(int tokens) {
    double[] values = new double[tokens];
    values[0] = 5;
    return values;
  }

  @Test
  void shortListsArePrintedInFull() {
    assertThat(Decimals.print(spike(4))).isEqualTo("(5, 0, 0, 0)");
    assertThat(Decimals.print(new double[16])).doesNotContain("×");
  }

  @Test
  void whatRepeatsInLongListsIsCounted() {
    assertThat(Decimals.print(spike(1024))).isEqualTo("(5, 0 × 1023)");
    assertThat(Decimals.print(new double[17])).isEqualTo("(0 × 17)");
  }

  @Test
  void whatDoesNotRepeatIsCounted() {
    assertThat(Decimals.print(IntStream.rangeClosed(1, 4096).asDoubleStream().toArray()))
        .isEqualTo("(1, 2, 3, … 4092 more …, 4096)");
  }
}
