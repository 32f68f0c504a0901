package org.attentionlimits.empirical.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.attentionlimits.empirical.experiment.DataTable;
import org.attentionlimits.empirical.experiment.EmpiricalFinding;
import org.attentionlimits.empirical.experiment.EmpiricalVerdict;
import org.attentionlimits.empirical.experiment.Experiment;
import org.attentionlimits.empirical.experiment.ExperimentResult;
import org.attentionlimits.empirical.experiment.Measured;
import org.attentionlimits.empirical.experiment.PaperExperiment;
import org.attentionlimits.empirical.experiment.run.ExperimentRun.Outcome;
import org.attentionlimits.empirical.experiment.run.ExperimentRun.Timed;
import org.attentionlimits.empirical.tensor.AttentionSource;
import org.attentionlimits.empirical.tensor.HeadAttention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One pass over a source: order, progress, resuming, failures. */
class ExperimentRunTests {

  @TempDir private Path directory;

  /** Layers of heads that are at hand; head h of layer l has logits of 10 l + h. */
  private record Layers(int layers, int headsPerLayer, boolean isOfPaper)
      implements AttentionSource {

    private Layers(int layers, int headsPerLayer) {
      this(layers, headsPerLayer, false);
    }

    @Override
    public String name() {
      return "hand-made";
    }

    @Override
    public String description() {
      return "hand-made heads";
    }

    @Override
    public int heads() {
      return layers * headsPerLayer;
    }

    @Override
    public int length() {
      return 2;
    }

    @Override
    public boolean hasVectors() {
      return true;
    }

    @Override
    public void forEachHead(Consumer<HeadAttention> sink) {
      for (int i = 0; i < heads(); i++) {
        int layer = i / headsPerLayer;
        int head = i % headsPerLayer;
        float[] logits = new float[4];
        logits[0] = 10 * layer + head;
        float[] values = new float[2];
        sink.accept(
            new HeadAttention(layer, head, 2, 1, logits, new float[4])
                .withVectors(1, values, values, values));
      }
    }
  }

  /** Adds a number to the first logit, and counts how often. */
  private static final class FirstLogit implements Experiment<Double> {
    private final double offset;
    private final AtomicInteger measured = new AtomicInteger();
    private int failAt = Integer.MAX_VALUE;
    private int copies = 1;

    private FirstLogit(double offset) {
      this.offset = offset;
    }

    @Override
    public PaperExperiment paper() {
      return new PaperExperiment("first-logit", "", "", "", OptionalDouble.empty());
    }

    @Override
    public Map<String, String> parameters() {
      return Map.of("offset", Double.toString(offset));
    }

    @Override
    public Double measure(HeadAttention head) {
      if (measured.incrementAndGet() > failAt) {
        throw new IllegalArgumentException("no more");
      }
      return head.logits()[0] + offset;
    }

    @Override
    public double[] numbers(Double measurement) {
      return DoubleStream.generate(() -> measurement).limit(copies).toArray();
    }

    @Override
    public Double read(DoubleBuffer numbers) {
      return numbers.get();
    }

    @Override
    public ExperimentResult conclude(List<Measured<Double>> heads) {
      DataTable table = new DataTable("heads", "layer", "head", "value");
      heads.forEach(head -> table.row(head.layer(), head.head(), head.value()));
      List<EmpiricalFinding> findings =
          List.of(
              EmpiricalFinding.of("met", "", "", "", "", 1, true),
              EmpiricalFinding.of("failed", "", "", "", "", 1, false),
              EmpiricalFinding.notRun("none", "", "", "", ""));
      return new ExperimentResult(paper(), parameters(), findings, List.of(table));
    }
  }

  private Checkpoint kept() throws IOException {
    return Checkpoint.in(directory, "1");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static double[] values(Timed timed) {
    return timed.result().table("heads").column("value");
  }

  private static Outcome run(Checkpoint checkpoint, Experiment<?>... experiments)
      throws IOException {
    return new ExperimentRun(List.of(experiments), checkpoint)
        .run(new Layers(3, 2), (steps, all) -> {});
  }

  @Test
  void everyExperimentSeesEveryHeadInOrder() throws IOException {
    Outcome outcome = run(Checkpoint.none(), new FirstLogit(0), new FirstLogit(0.5));

    assertThat(values(outcome.experiments().get(0))).containsExactly(0, 1, 10, 11, 20, 21);
    assertThat(values(outcome.experiments().get(1)))
        .containsExactly(0.5, 1.5, 10.5, 11.5, 20.5, 21.5);
    assertThat(outcome.experiments().get(0).resumed()).isZero();
    assertThat(outcome.sourceSeconds()).isNotNegative();
    assertThat(run(kept(), new FirstLogit(0)).digestSeconds()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"true, REPRODUCED, NOT_REPRODUCED", "false, SAME_TREND, OTHER_TREND"})
  void onlyThePapersOwnModelAndTextReproduce(
      boolean ofPaper, EmpiricalVerdict met, EmpiricalVerdict failed) throws IOException {
    Outcome outcome =
        new ExperimentRun(List.of(new FirstLogit(0)), Checkpoint.none())
            .run(new Layers(3, 2, ofPaper), (steps, all) -> {});

    assertThat(outcome.experiments().get(0).result().findings())
        .extracting(EmpiricalFinding::verdict)
        .containsExactly(met, failed, EmpiricalVerdict.NOT_RUN);
  }

  @Test
  void progressEndsAtAllSteps() throws IOException {
    List<Integer> steps = new ArrayList<>();
    new ExperimentRun(List.of(new FirstLogit(0), new FirstLogit(1)), Checkpoint.none())
        .run(
            new Layers(3, 2),
            (done, all) -> {
              steps.add(done);
              assertThat(all).isEqualTo(12);
            });

    assertThat(steps).containsExactly(2, 4, 6, 8, 10, 12);
  }

  @Test
  void anInterruptedRunIsResumed() throws IOException {
    FirstLogit first = new FirstLogit(0);
    first.failAt = 4;
    Throwable failure = catchThrowable(() -> run(kept(), first));
    FirstLogit second = new FirstLogit(0);
    Timed resumed = run(kept(), second).experiments().get(0);

    assertThat(failure)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("first-logit at layer 2")
        .hasMessageContaining("no more");
    assertThat(values(resumed)).containsExactly(0, 1, 10, 11, 20, 21);
    assertThat(resumed.resumed()).isEqualTo(4);
    assertThat(second.measured).hasValue(2);
  }

  @Test
  void otherParametersAreMeasuredAnew() throws IOException {
    run(kept(), new FirstLogit(0));
    Timed other = run(kept(), new FirstLogit(1)).experiments().get(0);

    assertThat(other.resumed()).isZero();
    assertThat(values(other)).containsExactly(1, 2, 11, 12, 21, 22);
  }

  @Test
  void anotherVersionMeasuresAnew() throws IOException {
    run(kept(), new FirstLogit(0));
    Timed other = run(Checkpoint.in(directory, "2"), new FirstLogit(0)).experiments().get(0);

    assertThat(other.resumed()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 16, 40, 47})
  void aFileThatWasCutOffIsMeasuredAnew(int length) throws IOException {
    run(kept(), new FirstLogit(0));
    Path file = files().get(0);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
    Timed again = run(kept(), new FirstLogit(0)).experiments().get(0);
    Timed afterwards = run(kept(), new FirstLogit(0)).experiments().get(0);

    assertThat(values(again)).containsExactly(0, 1, 10, 11, 20, 21);
    assertThat(again.resumed()).isEqualTo(5);
    assertThat(afterwards.resumed()).isEqualTo(6);
  }

  @Test
  void aFileOfOtherBytesIsMeasuredAnew() throws IOException {
    run(kept(), new FirstLogit(0));
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      Files.write(file, damaged);
      Timed again = run(kept(), new FirstLogit(0)).experiments().get(0);

      assertThat(again.resumed()).as("byte %d", i).isEqualTo(5);
      assertThat(values(again)).containsExactly(0, 1, 10, 11, 20, 21);
    }
    assertThat(whole).hasSize(48);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void moreOrFewerNumbersThanAMeasurementHasAreMeasuredAnew(int copies) throws IOException {
    FirstLogit other = new FirstLogit(0);
    other.copies = copies;
    run(kept(), other);
    Timed again = run(kept(), new FirstLogit(0)).experiments().get(0);

    assertThat(again.resumed()).isZero();
    assertThat(values(again)).containsExactly(0, 1, 10, 11, 20, 21);
  }

  @Test
  void theFileOfAnotherHeadIsMeasuredAnew() throws IOException {
    run(kept(), new FirstLogit(0));
    Files.copy(files().get(1), files().get(0), StandardCopyOption.REPLACE_EXISTING);
    Timed again = run(kept(), new FirstLogit(0)).experiments().get(0);

    assertThat(again.resumed()).isEqualTo(5);
    assertThat(values(again)).containsExactly(0, 1, 10, 11, 20, 21);
  }

  @Test
  void whatIsNoFileOfNumbersIsTold() throws IOException {
    run(kept(), new FirstLogit(0));
    Path file = files().get(0);
    Files.delete(file);
    Files.createDirectory(file);

    assertThatThrownBy(() -> run(kept(), new FirstLogit(0)))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": not a regular file");
  }

  @Test
  void numbersThatCannotBeKeptAreToldWithTheirFile() throws IOException {
    Checkpoint checkpoint = kept();
    Files.delete(directory);
    Files.writeString(directory, "a file");

    assertThatThrownBy(() -> run(checkpoint, new FirstLogit(0)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("cannot be ");
  }

  @Test
  void aClearedCheckpointLeavesNothingOfItsOwn() throws IOException {
    Path mine = directory.resolve("mine.txt");
    Files.writeString(mine, "kept");
    Checkpoint checkpoint = kept();
    run(checkpoint, new FirstLogit(0));
    checkpoint.clear();

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(mine);
    }
  }

  @Test
  void clearingLeavesTheNumbersOfAnotherRun() throws IOException {
    run(kept(), new FirstLogit(1));
    List<Path> others = files();
    Checkpoint checkpoint = kept();
    run(checkpoint, new FirstLogit(0));
    checkpoint.clear();

    assertThat(others).hasSize(6);
    assertThat(files()).isEqualTo(others);
    assertThat(run(kept(), new FirstLogit(1)).experiments().get(0).resumed()).isEqualTo(6);
  }

  @Test
  void clearingRemovesWhatWasFoundAndTheDirectory() throws IOException {
    run(kept(), new FirstLogit(0));
    Checkpoint checkpoint = kept();
    run(checkpoint, new FirstLogit(0));
    checkpoint.clear();

    assertThat(directory).doesNotExist();
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> Checkpoint.in(file.resolve("below"), "1"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("below: cannot be made");
  }
}
