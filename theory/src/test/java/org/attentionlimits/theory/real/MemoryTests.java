package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoryTests {

  private final AtomicInteger computed = new AtomicInteger();

  private final Memory.Quantity<String, Integer> length =
      (text, arithmetic) -> {
        computed.incrementAndGet();
        return text.length();
      };

  private int recall(Memory memory, String text, Arithmetic arithmetic) {
    return memory.recall(length, text, arithmetic);
  }

  @Test
  void aQuantityOfAnInstanceIsComputedOnce() {
    try (Memory memory = new Memory()) {
      assertThat(recall(memory, "four", Arithmetic.BINARY64)).isEqualTo(4);
      assertThat(recall(memory, "four", Arithmetic.BINARY64)).isEqualTo(4);
      assertThat(computed).hasValue(1);
      assertThat(recall(memory, "seven", Arithmetic.BINARY64)).isEqualTo(5);
      assertThat(computed).hasValue(2);
    }
  }

  @Test
  void quantitiesAreKeptApart() {
    Memory.Quantity<String, String> upper = (text, arithmetic) -> text + "!";
    try (Memory memory = new Memory()) {
      assertThat(recall(memory, "four", Arithmetic.BINARY64)).isEqualTo(4);
      assertThat(memory.recall(upper, "four", Arithmetic.BINARY64)).isEqualTo("four!");
      assertThat(recall(memory, "four", Arithmetic.BINARY64)).isEqualTo(4);
    }
  }

  @Test
  void aQuantityMayNeedAnother() {
    Memory.Quantity<String, Integer> twice =
        (text, arithmetic) -> 2 * recall(Memory.none(), text, arithmetic);
    try (Memory memory = new Memory()) {
      Memory.Quantity<String, Integer> nested =
          (text, arithmetic) -> memory.recall(twice, text, arithmetic) + 1;
      assertThat(memory.recall(nested, "four", Arithmetic.BINARY64)).isEqualTo(9);
      assertThat(memory.recall(twice, "four", Arithmetic.BINARY64)).isEqualTo(8);
      assertThat(computed).hasValue(1);
    }
  }

  @Test
  void inOtherArithmeticsNothingIsKept() {
    try (Memory memory = new Memory()) {
      recall(memory, "four", Arithmetic.exact(30));
      recall(memory, "four", Arithmetic.exact(30));
      assertThat(computed).hasValue(2);
    }
  }

  @Test
  void whatIsClosedKeepsNothing() {
    Memory memory = new Memory();
    recall(memory, "four", Arithmetic.BINARY64);
    memory.close();
    recall(memory, "four", Arithmetic.BINARY64);
    recall(memory, "four", Arithmetic.BINARY64);
    assertThat(computed).hasValue(3);
  }
}
