package org.attentionlimits.reports.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.attentionlimits.theory.attention.EmbeddedRow;
import org.attentionlimits.theory.attention.FunctionRow;
import org.attentionlimits.theory.attention.Instance;
import org.attentionlimits.theory.attention.InstanceType;
import org.attentionlimits.theory.attention.LogitRow;
import org.attentionlimits.theory.attention.PerturbedRow;
import org.attentionlimits.theory.attention.QueryKeys;
import org.attentionlimits.theory.attention.SelectedRow;
import org.attentionlimits.theory.attention.SphericalRow;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Evaluation;
import org.attentionlimits.theory.claim.Verdict;
import org.attentionlimits.theory.normalize.PositiveFunction;
import org.attentionlimits.theory.random.Space;
import org.attentionlimits.theory.random.Spaces;
import org.attentionlimits.theory.search.Adversary;
import org.attentionlimits.theory.search.Finding;
import org.attentionlimits.theory.search.measure.Scored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryTests {

  private static final LogitRow ROW = new LogitRow(0.1, 1e-300, -3, 1.0 / 3, 7, 7);

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("search.tsv");
  }

  private static <I extends Instance<I>> Claim<I> about(InstanceType<I> type) {
    return Claim.about(type)
        .named("remembered")
        .evaluatedBy((i, arithmetic) -> Evaluation.atMost(arithmetic.of(0), arithmetic.of(1)));
  }

  static Stream<Instance<?>> instances() {
    double[][] x = {{1, 2}, {0.1, 0}, {3, 4}, {-5, 6}, {7, 8}};
    return Stream.of(
        ROW,
        new LogitRow(1, new double[200]),
        new EmbeddedRow(ROW, x, 4),
        new SelectedRow(ROW, x, 0, 3, 4),
        new FunctionRow(PositiveFunction.QUADRATIC, ROW),
        new PerturbedRow(ROW, new double[] {1, 0, 0, -1, 1e-5}, 3),
        new QueryKeys(2, new double[] {1, 5}, x),
        new SphericalRow(ROW, 4, 700, 1, 0, 0.5));
  }

  @ParameterizedTest
  @MethodSource("instances")
  void givesBackWhatItKept(Instance<?> instance) {
    assertKept(instance);
  }

  @SuppressWarnings("unchecked")
  private <I extends Instance<I>> void assertKept(Instance<?> instance) {
    I kept = (I) instance;
    Claim<I> claim = about(kept.type());
    MemoryFile.of(file, Files::writeString).keep(claim, List.of(new Scored<>(kept, 0.5)));
    assertThat(MemoryFile.of(file, Files::writeString).recall(claim)).containsExactly(kept);
  }

  static Stream<InstanceType<?>> types() {
    return Catalogue.claims().stream().<InstanceType<?>>map(Claim::type).distinct();
  }

  @ParameterizedTest
  @MethodSource("types")
  <I extends Instance<I>> void givesBackWhateverASpaceDraws(InstanceType<I> type) {
    Claim<I> claim = about(type);
    Space<I> space = Spaces.of(type);
    SplittableRandom random = new SplittableRandom(1);
    for (int search = 0; search < 20; search++) {
      List<I> drawn = Stream.generate(() -> space.draw(random)).distinct().limit(16).toList();
      Path own = directory.resolve(search + ".tsv");
      MemoryFile.of(own, Files::writeString)
          .keep(claim, drawn.stream().map(i -> new Scored<>(i, 1)).toList());
      assertThat(MemoryFile.of(own, Files::writeString).recall(claim))
          .containsExactlyElementsOf(drawn);
    }
  }

  @Test
  void keepsTheBestOfMany() {
    Claim<LogitRow> claim = about(LogitRow.TYPE);
    List<Scored<LogitRow>> many =
        Stream.iterate(1, i -> i + 1)
            .limit(40)
            .map(i -> new Scored<>(new LogitRow(i, 0), i))
            .toList();
    MemoryFile.of(file, Files::writeString).keep(claim, many);
    assertThat(MemoryFile.of(file, Files::writeString).recall(claim))
        .hasSize(16)
        .startsWith(new LogitRow(40, 0));
  }

  @Test
  void leavesOutLinesThatAreBroken() throws IOException {
    Claim<LogitRow> claim = about(LogitRow.TYPE);
    MemoryFile.of(file, Files::writeString).keep(claim, List.of(new Scored<>(ROW, 1)));
    byte[] good = Files.readAllBytes(file);
    byte[] bad =
        "remembered\t2\t1,2\tx\nremembered\ttwo\t1\nremembered\t1\t0,-1\n\u00ff"
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] both = Arrays.copyOf(bad, bad.length + good.length + 1);
    both[bad.length] = '\n';
    System.arraycopy(good, 0, both, bad.length + 1, good.length);
    Files.write(file, both);
    assertThat(MemoryFile.of(file, Files::writeString).recall(claim)).containsExactly(ROW);
  }

  @Test
  void leavesOutHalfALine() throws IOException {
    Claim<LogitRow> claim = about(LogitRow.TYPE);
    MemoryFile.of(file, Files::writeString).keep(claim, List.of(new Scored<>(ROW, 1)));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length - 20; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(MemoryFile.of(file, Files::writeString).recall(claim)).isEmpty();
    }
  }

  @Test
  void isEmptyWithoutAFile() {
    assertThat(MemoryFile.of(file, Files::writeString).size()).isZero();
  }

  @Test
  void carriesASearchOn() {
    Claim<?> claim = Catalogue.named("lemma-2-sharp").orElseThrow();
    double before =
        new Adversary(1, 3000)
            .resuming(MemoryFile.of(file, Files::writeString))
            .attack(claim)
            .largestRatio();
    double cold = new Adversary(2, 40).attack(claim).largestRatio();
    double resumed =
        new Adversary(2, 40)
            .resuming(MemoryFile.of(file, Files::writeString))
            .attack(claim)
            .largestRatio();
    assertThat(cold).isLessThan(before);
    assertThat(resumed).isGreaterThanOrEqualTo(before);
  }

  @Test
  void keepsWhatItKnewWhereTheTimeIsUpBeforeAnythingIsTried() {
    Claim<LogitRow> claim = about(LogitRow.TYPE);
    MemoryFile.of(file, Files::writeString).keep(claim, List.of(new Scored<>(ROW, 1)));
    Adversary hurried =
        new Adversary(1, 40)
            .within(Duration.ZERO)
            .resuming(MemoryFile.of(file, Files::writeString));
    assertThat(hurried.attack(claim).tightest()).isEmpty();
    assertThat(MemoryFile.of(file, Files::writeString).recall(claim)).containsExactly(ROW);
  }

  @Test
  void hidesNoViolationBehindAnyNumberOfLines() throws IOException {
    LogitRow landmark = new LogitRow(1, 40, 40, 0);
    Claim<LogitRow> claim =
        Claim.about(LogitRow.TYPE)
            .named("remembered")
            .where("T = 1", row -> row.temperature() == 1)
            .evaluatedBy(
                (row, arithmetic) ->
                    Evaluation.atMost(
                        arithmetic.of(row.equals(landmark) ? 1 : 0), arithmetic.of(0.5)));
    Files.createDirectories(file.getParent());
    for (String temperature : List.of("1", "2")) {
      Files.writeString(file, ("remembered\t2\t0.25,0.5," + temperature + "\n").repeat(20_000));
      Finding<LogitRow> finding =
          new Adversary(1, 500).resuming(MemoryFile.of(file, Files::writeString)).attack(claim);
      assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
    }
  }
}
