package org.attentionlimits.theory.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.attentionlimits.theory.jqwik.AttentionDomain;
import org.attentionlimits.theory.real.Arithmetic;

@Domain(AttentionDomain.class)
class InstanceProperties {

  @Property
  void logitRowsAreTheirShapeAndNumbers(@ForAll LogitRow row) {
    assertThat(row.shape()).containsExactly(row.tokens());
    assertThat(row.numbers()).hasSize(row.tokens() + 1);
    checkRoundTrip(row);
  }

  @Property
  void queriesWithKeysAreTheirShapeAndNumbers(@ForAll QueryKeys row) {
    int d = row.shape()[1];
    assertThat(row.numbers()).hasSize(d + 1 + row.tokens() * d);
    checkRoundTrip(row);
  }

  @Property
  void embeddedRowsAreTheirShapeAndNumbers(@ForAll EmbeddedRow row) {
    assertThat(row.shape()).containsExactly(row.tokens(), row.dimension(), row.selected());
    assertThat(row.numbers()).hasSize(row.tokens() + 1 + row.tokens() * row.dimension());
    checkRoundTrip(row);
  }

  @Property
  void selectedRowsAreTheirShapeAndNumbers(@ForAll SelectedRow row) {
    int[] set = row.selected();
    int d = row.shape()[1];
    assertThat(row.shape())
        .startsWith(row.tokens(), d, set.length)
        .endsWith(set)
        .hasSize(3 + set.length);
    assertThat(row.numbers()).hasSize(row.tokens() + 1 + row.tokens() * d);
    checkRoundTrip(row);
  }

  @Property
  void sphericalRowsAreTheirShapeAndNumbers(@ForAll SphericalRow row) {
    assertThat(row.shape()).containsExactly(row.tokens(), row.selected(), row.dimension());
    assertThat(row.numbers())
        .hasSize(row.tokens() + 4)
        .endsWith(row.radius(), row.separation(), row.ball());
    checkRoundTrip(row);
  }

  @Property
  void rowsWithFunctionsAreTheirShapeAndNumbers(@ForAll FunctionRow row) {
    assertThat(row.shape()).containsExactly(row.tokens(), row.function().complexity());
    assertThat(row.numbers()).isEqualTo(row.row().numbers());
    checkRoundTrip(row);
  }

  @Property
  void perturbedRowsAreTheirShapeAndNumbers(@ForAll PerturbedRow row) {
    assertThat(row.shape()).containsExactly(row.tokens());
    assertThat(row.numbers()).hasSize(2 * row.tokens() + 2);
    checkRoundTrip(row);
  }

  @Property
  void nearTiesAreTheirShapeAndNumbers(@ForAll NearTie rows) {
    assertThat(rows.shape()).containsExactly(rows.tokens());
    assertThat(rows.numbers()).hasSize(rows.tokens());
    checkRoundTrip(rows);
  }

  @Property
  void groupsOfHeadsAreTheirShapeAndNumbers(@ForAll HeadGroup group) {
    assertThat(group.shape()).containsExactly(group.heads()).containsExactly(group.tokens());
    assertThat(group.numbers()).containsExactly(group.separability());
    assertThat(group.withNumbers(group.numbers()))
        .isEqualTo(group)
        .hasSameHashCodeAs(group)
        .hasToString("" + group);
    assertThat(group.withNumbers(0.123456)).isNotEqualTo(group);
    group.smaller().forEach(smaller -> checkOneStepDown(group, smaller));
  }

  private static <I extends Instance<I>> void checkRoundTrip(I instance) {
    I copy = instance.withNumbers(instance.numbers());

    assertThat(copy).isEqualTo(instance).hasSameHashCodeAs(instance).hasToString("" + instance);
    assertThat(copy.numbers()).isEqualTo(instance.numbers());
    assertThat(copy.shape()).isEqualTo(instance.shape());
    checkNumbersDistinguish(instance);
    instance.smaller().forEach(smaller -> checkOneStepDown(instance, smaller));
  }

  private static <I extends Instance<I>> void checkNumbersDistinguish(I instance) {
    for (int i = 0; i < instance.numbers().length; i++) {
      double[] numbers = instance.numbers();
      numbers[i] = numbers[i] == 3 ? 4 : 3;
      I other = instance.withNumbers(numbers);
      assertThat(other).isNotEqualTo(instance);
      assertThat(other.numbers()).isEqualTo(numbers);
    }
  }

  private static void checkOneStepDown(Instance<?> instance, Instance<?> smaller) {
    int[] before = instance.shape();
    int[] after = smaller.shape();
    int counts = Math.min(3, before.length);
    assertThat(IntStream.range(0, counts).allMatch(k -> after[k] <= before[k])).isTrue();

    boolean fewerDimensions = instance instanceof SphericalRow && after[2] < before[2];
    if (fewerDimensions) {
      assertThat(after).as("%s to %s", instance, smaller).startsWith(before[0], before[1]);
    } else {
      assertThat(IntStream.range(0, counts).map(k -> before[k] - after[k]).sum())
          .as("%s to %s", instance, smaller)
          .isBetween(1, instance instanceof FunctionRow ? 3 : 2);
    }
    List<Double> numbers = Arrays.stream(instance.numbers()).boxed().toList();
    assertThat(numbers).containsAll(Arrays.stream(smaller.numbers()).boxed().toList());
  }

  @Property
  void theTopTokensAreTheFirstOfAllWhenSorted(@ForAll EmbeddedRow row) {
    double[] logits = row.row().logits();
    int[] expected =
        IntStream.range(0, logits.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> logits[i] + 0.0)
                    .reversed()
                    .thenComparing(i -> i))
            .limit(row.selected())
            .mapToInt(i -> i)
            .toArray();

    assertThat(row.top()).isEqualTo(expected);
    int[] others = TopN.others(logits.length, expected);
    assertThat(IntStream.concat(Arrays.stream(expected), Arrays.stream(others)).sorted())
        .containsExactlyElementsOf(IntStream.range(0, logits.length).boxed().toList());
  }

  @Property
  void logitsOfQueriesAreInnerProductsWithinTheProductOfNorms(@ForAll QueryKeys row) {
    double[] numbers = row.numbers();
    int d = row.shape()[1];
    Arithmetic exact = Arithmetic.exact(30);
    double[] logits = row.logits(exact).values();
    double bound = row.queryNorm(exact).times(row.keyNorms(exact).max()).value();
    for (int i = 0; i < row.tokens(); i++) {
      double sum = 0;
      double size = 0;
      for (int k = 0; k < d; k++) {
        double product = numbers[k] * numbers[d + 1 + i * d + k];
        sum += product;
        size += Math.abs(product);
      }
      if (size < 1e300 && Math.abs(logits[i]) < 1e300) {
        assertThat(Math.abs(sum - logits[i])).isLessThanOrEqualTo(1e-15 * size + 1e-320);
        assertThat(Math.abs(logits[i])).isLessThanOrEqualTo(bound * (1 + 1e-15));
      }
    }
  }
}
