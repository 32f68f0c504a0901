package org.attentionlimits.theory.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.GrowingRow.Arrangement;
import org.attentionlimits.theory.attention.GrowingRow.Weighting;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.random.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from the description of a type. */
class InstanceTypeTests {

  private static final int DRAWS = 500;
  private static final LogitRow ROW = new LogitRow(2, 0, 1, 3);
  private static final double[][] X = {{1, 2}, {3, 4}, {5, 6}};
  private static final SelectedRow SELECTED = new SelectedRow(ROW, X, 0, 2);
  private static final GrowingRow FIXED =
      GrowingRow.fixed(Arrangement.CLUSTERED, Weighting.SPIKED, 3, 2);
  private static final GrowingRow GROWING =
      GrowingRow.proportional(Arrangement.ORTHONORMAL, Weighting.GEOMETRIC, 3, 0.5);

  static Stream<Space<?>> spaces() {
    return Spaces.all().stream();
  }

  private static <I extends Instance<I>> Stream<I> some(Space<I> space) {
    SplittableRandom random = new SplittableRandom(3);
    return Stream.concat(
        space.landmarks().limit(DRAWS), Stream.generate(() -> space.draw(random)).limit(DRAWS));
  }

  @ParameterizedTest
  @MethodSource("spaces")
  <I extends Instance<I>> void shapeAndNumbersMakeTheInstanceAgain(Space<I> space) {
    assertThat(some(space))
        .allSatisfy(i -> assertThat(space.type().of(i.shape(), i.numbers())).contains(i));
  }

  @ParameterizedTest
  @MethodSource("spaces")
  <I extends Instance<I>> void ofAnotherNumberOfNumbersOrIntegersThereIsNoInstance(Space<I> space) {
    assertThat(some(space))
        .allSatisfy(
            i -> {
              int[] shape = i.shape();
              double[] numbers = i.numbers();
              InstanceType<I> type = space.type();
              assertThat(type.of(shape, Arrays.copyOf(numbers, numbers.length + 1))).isEmpty();
              assertThat(type.of(shape, Arrays.copyOf(numbers, numbers.length - 1))).isEmpty();
              assertThat(type.of(Arrays.copyOf(shape, shape.length - 1), numbers)).isEmpty();
              assertThat(type.of(Arrays.copyOf(shape, shape.length + 1), numbers)).isEmpty();
            });
  }

  /** The kinds tell what the constructors take: a number is positive if its opposite is refused. */
  @ParameterizedTest
  @MethodSource("spaces")
  <I extends Instance<I>> void theConstructorsTakeWhatTheKindsAdmit(Space<I> space) {
    assertThat(some(space))
        .allSatisfy(
            i -> {
              Kind[] kinds = i.kinds();
              double[] numbers = i.numbers();
              assertThat(kinds).hasSameSizeAs(numbers);
              for (int k = 0; k < kinds.length; k++) {
                double[] negative = numbers.clone();
                negative[k] = -numbers[k];
                boolean signed = kinds[k] == Kind.REAL || numbers[k] == 0;
                assertThat(isTaken(i, negative)).as("number %d of %s", k, i).isEqualTo(signed);
                assertThat(i.moved(negative).isPresent()).isEqualTo(signed);
              }
            });
  }

  private static boolean isTaken(Instance<?> instance, double... numbers) {
    try {
      instance.withNumbers(numbers);
      return true;
    } catch (IllegalArgumentException notAdmissible) {
      return false;
    }
  }

  @Test
  void theEndsOfTheRangesAreAdmissibleAndNothingBeyond() {
    HeadGroup group = new HeadGroup(0.5, 2);
    assertThat(group.moved(1)).contains(new HeadGroup(1, 2));
    assertThat(group.moved(0)).contains(new HeadGroup(0, 2));
    assertThat(group.moved(Math.nextUp(1.0))).isEmpty();
    assertThat(GROWING.moved(0, Math.nextDown(1.0))).isPresent();
    assertThat(GROWING.moved(0, 1)).isEmpty();
    assertThat(GROWING.moved(0, 0)).isEmpty();
    assertThat(ROW.moved(0, 1, 3, Double.MIN_VALUE)).isPresent();
    assertThat(ROW.moved(-Double.MAX_VALUE, 1, 3, Double.MAX_VALUE)).isPresent();
    assertThat(ROW.moved(0, 1, 3, Double.POSITIVE_INFINITY)).isEmpty();
    assertThat(new NearTie(1, 2, 3).moved(-1, 2, 1)).isEmpty();
  }

  @Test
  void whatMustHoldOfSeveralNumbersIsAsked() {
    PerturbedRow row = new PerturbedRow(new LogitRow(1, 0, 1), new double[] {1, -1}, 3);

    assertThat(row.moved(0, 1, 1, 0, 2, 3)).isPresent();
    assertThat(row.moved(0, 1, 1, 0, 0, 3)).isEmpty();
  }

  @Test
  void shapesOutOfRangeMakeNoInstance() {
    double[] numbers = SELECTED.numbers();
    InstanceType<SelectedRow> type = SelectedRow.TYPE;
    assertThat(type.of(new int[] {3, 2, 2, 0, 2}, numbers)).contains(SELECTED);
    assertThat(type.of(new int[] {3, 2, 2, 2, 0}, numbers)).isEmpty();
    assertThat(type.of(new int[] {3, 2, 2, 2, 2}, numbers)).isEmpty();
    assertThat(type.of(new int[] {3, 2, 2, -1, 2}, numbers)).isEmpty();
    assertThat(type.of(new int[] {3, 2, 2, 0, 3}, numbers)).isEmpty();
    assertThat(type.of(new int[] {3, 2, 0}, numbers)).isEmpty();
    assertThat(type.of(new int[] {3, 2, 3, 0, 2}, numbers)).isEmpty();
    assertThat(type.of(new int[] {3, 2, -1, 0, 2}, numbers)).isEmpty();
    assertThat(type.of(new int[] {3, 2, Integer.MAX_VALUE, 0, 2}, numbers)).isEmpty();
    assertThat(EmbeddedRow.TYPE.of(new int[] {3, 2, 4}, numbers)).isEmpty();
    assertThat(EmbeddedRow.TYPE.of(new int[] {3, 2, 0}, numbers)).isEmpty();
    assertThat(LogitRow.TYPE.of(new int[] {0}, 1)).isEmpty();
    assertThat(FunctionRow.TYPE.of(new int[] {1, PositiveFunction.values().length}, 0, 1))
        .isEmpty();
    assertThat(FunctionRow.TYPE.of(new int[] {1, -1}, 0, 1)).isEmpty();
    assertThat(NearTie.TYPE.of(new int[] {1}, 1, 1)).isEmpty();
    assertThat(HeadGroup.TYPE.of(new int[] {0}, 0.5)).isEmpty();
  }

  /** No array is made before the numbers are known to be as many. */
  @Test
  void hugeShapesMakeNoInstance() {
    int most = Integer.MAX_VALUE;
    assertThat(QueryKeys.TYPE.of(new int[] {most, most}, 1, 2, 3)).isEmpty();
    assertThat(EmbeddedRow.TYPE.of(new int[] {1 << 20, 1 << 20, 1}, 1, 2, 3)).isEmpty();
    assertThat(LogitRow.TYPE.of(new int[] {most}, 1, 2, 3)).isEmpty();
  }

  @Test
  void aFamilyHasACountOrAShare() {
    assertThat(FIXED.shape()).containsExactly(2, 1, 2);
    assertThat(FIXED.numbers()).containsExactly(3);
    assertThat(GROWING.shape()).containsExactly(3, 2, 0);
    assertThat(GROWING.numbers()).containsExactly(3, 0.5);
    assertThat(GROWING.fields()).containsEntry("share", 0.5).doesNotContainKey("selected");
    assertThat(GrowingRow.TYPE.of(new int[] {3, 2, 0}, 3)).isEmpty();
    assertThat(GrowingRow.TYPE.of(new int[] {3, 2, 1}, 3, 0.5)).isEmpty();
    assertThat(GrowingRow.TYPE.of(new int[] {3, 2, 5}, 3)).isEmpty();
  }

  @Test
  void theFieldsAreListedWithTheirKinds() {
    assertThat(NearTie.TYPE.fields())
        .extracting(Field::name, Field::kind, Field::extents)
        .containsExactly(
            tuple("gap", Kind.POSITIVE, ""),
            tuple("depths", Kind.NON_NEGATIVE, "[n − 2]"),
            tuple("temperature", Kind.POSITIVE, ""));
    assertThat(SelectedRow.TYPE.fields())
        .extracting(Field::name, Field::kind, Field::extents)
        .containsExactly(
            tuple("logits", Kind.REAL, "[n]"),
            tuple("temperature", Kind.POSITIVE, ""),
            tuple("embeddings", Kind.REAL, "[n, d]"),
            tuple("selected", Kind.SET, ""));
  }

  @Test
  void aShiftOfTheLogitsIsASymmetryOfTheRowsAlone() {
    assertThat(SELECTED.equivalent())
        .containsExactly(SELECTED, new SelectedRow(new LogitRow(2, -3, -2, 0), X, 0, 2));
    assertThat(new FunctionRow(PositiveFunction.EXPONENTIAL, ROW).equivalent()).isEmpty();
    assertThat(new LogitRow(1, -1e308, 1e308).equivalent()).isEmpty();
  }

  /** A row that its constructor refuses for a reason that no field tells. */
  private static final class Refusing extends Described<Refusing> {
    static final InstanceType<Refusing> TYPE =
        InstanceType.of(Refusing.class, "a number below seven")
            .number("x", "x = ", Kind.REAL, refusing -> refusing.x, Double.MAX_VALUE)
            .madeBy(v -> new Refusing(v.number("x")));

    private final double x;

    private Refusing(double x) {
      if (x > 7) {
        throw new IllegalArgumentException("a bug");
      }
      this.x = x;
    }

    @Override
    public InstanceType<Refusing> type() {
      return TYPE;
    }

    @Override
    public int tokens() {
      return 1;
    }

    @Override
    public Stream<Refusing> smaller() {
      return Stream.empty();
    }
  }

  @Test
  void aConstructorThatRefusesWhatTheFieldsAdmitIsNotSilenced() {
    Refusing instance = new Refusing(1);

    assertThat(instance.moved(5)).contains(new Refusing(5));
    assertThatIllegalArgumentException().isThrownBy(() -> instance.moved(8)).withMessage("a bug");
  }

  @Test
  void aValueIsAskedForByItsNameAndForm() {
    InstanceType<Refusing> wrong =
        InstanceType.of(Refusing.class, "a number")
            .number("x", "x = ", Kind.REAL, refusing -> refusing.x, Double.MAX_VALUE)
            .madeBy(v -> new Refusing(v.integer("x")));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> wrong.of(new int[0], 2))
        .withMessage("x must be of Integer: 2.0");
  }

  @Test
  void aNumberingNamesEachFieldOfRealNumbers() {
    InstanceTypeBuilder<Refusing> builder =
        InstanceType.of(Refusing.class, "a number")
            .number("x", "x = ", Kind.REAL, refusing -> refusing.x, Double.MAX_VALUE);

    for (String[] names : new String[][] {{"y"}, {"x", "x"}, {"x", "y"}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.numbering(names).madeBy(v -> new Refusing(1)))
          .withMessage("numbering must name each of [x] once: " + List.of(names));
    }
  }

  @Test
  void aTypeTellsWhatItTakesOfARow() {
    assertThat(LogitRow.TYPE.needs()).contains(List.of());
    assertThat(EmbeddedRow.TYPE.needs())
        .contains(List.of(VisibleRow.Part.SELECTION, VisibleRow.Part.EMBEDDINGS));
    assertThat(NearTie.TYPE.needs()).isEmpty();
    assertThat(NearTie.TYPE.beyondRows())
        .isEqualTo("two nearly tied rows whose largest logits swap");
    assertThat(Refusing.TYPE.beyondRows()).isEqualTo("instances of Refusing");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Refusing.TYPE.on(null))
        .withMessage("no row has instances of Refusing");
  }

  @Test
  void fieldsAreCopies() {
    Map<String, Object> fields = SELECTED.fields();
    ((int[]) fields.get("selected"))[0] = 1;
    ((double[]) fields.get("logits"))[0] = 9;

    assertThat(SELECTED.selected()).containsExactly(0, 2);
    assertThat(SELECTED.row()).isEqualTo(ROW);
  }
}
