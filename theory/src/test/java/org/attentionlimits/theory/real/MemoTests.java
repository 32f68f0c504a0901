package org.attentionlimits.theory.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoTests {

  private final AtomicInteger computed = new AtomicInteger();

  private final Memo.Quantity<String, Integer> length =
      (text, arithmetic) -> {
        computed.incrementAndGet();
        return text.length();
      };

  private int recall(Memo memo, String text, Arithmetic arithmetic) {
    return memo.recall(length, text, arithmetic);
  }

  @Test
  void aQuantityOfAnInstanceIsComputedOnce() {
    try (Memo memo = new Memo()) {
      assertThat(recall(memo, "four", Arithmetic.BINARY64)).isEqualTo(4);
      assertThat(recall(memo, "four", Arithmetic.BINARY64)).isEqualTo(4);
      assertThat(computed).hasValue(1);
      assertThat(recall(memo, "seven", Arithmetic.BINARY64)).isEqualTo(5);
      assertThat(computed).hasValue(2);
    }
  }

  @Test
  void quantitiesAreKeptApart() {
    Memo.Quantity<String, String> upper = (text, arithmetic) -> text + "!";
    try (Memo memo = new Memo()) {
      assertThat(recall(memo, "four", Arithmetic.BINARY64)).isEqualTo(4);
      assertThat(memo.recall(upper, "four", Arithmetic.BINARY64)).isEqualTo("four!");
      assertThat(recall(memo, "four", Arithmetic.BINARY64)).isEqualTo(4);
    }
  }

  @Test
  void aQuantityMayNeedAnother() {
    Memo.Quantity<String, Integer> twice =
        (text, arithmetic) -> 2 * recall(Memo.none(), text, arithmetic);
    try (Memo memo = new Memo()) {
      Memo.Quantity<String, Integer> nested =
          (text, arithmetic) -> memo.recall(twice, text, arithmetic) + 1;
      assertThat(memo.recall(nested, "four", Arithmetic.BINARY64)).isEqualTo(9);
      assertThat(memo.recall(twice, "four", Arithmetic.BINARY64)).isEqualTo(8);
      assertThat(computed).hasValue(1);
    }
  }

  @Test
  void inOtherArithmeticsNothingIsKept() {
    try (Memo memo = new Memo()) {
      recall(memo, "four", Arithmetic.exact(30));
      recall(memo, "four", Arithmetic.exact(30));
      assertThat(computed).hasValue(2);
    }
  }

  @Test
  void whatIsClosedKeepsNothing() {
    Memo memo = new Memo();
    recall(memo, "four", Arithmetic.BINARY64);
    memo.close();
    recall(memo, "four", Arithmetic.BINARY64);
    recall(memo, "four", Arithmetic.BINARY64);
    assertThat(computed).hasValue(3);
  }
}
