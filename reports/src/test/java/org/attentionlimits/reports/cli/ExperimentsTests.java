package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlimits.empirical.io.DirectoryLock;
import org.attentionlimits.reports.testing.ByteModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentsTests {

  private static final String TOKENS = "the token embeddings without positions";

  @TempDir private Path directory;

  private Run run(String... more) throws IOException {
    Path model = ByteModels.model(directory.resolve("model"));
    List<String> args = new ArrayList<>(List.of("experiments", "--model", model.toString()));
    args.addAll(List.of("--output", directory.resolve("out").toString()));
    args.addAll(List.of(more));
    return Run.of(args.toArray(String[]::new));
  }

  private JsonNode results() throws IOException {
    return new ObjectMapper().readTree(directory.resolve("out/experiments.json").toFile());
  }

  @Test
  void writesDataFiguresAndVerdicts() throws IOException {
    Run run = run("--tokens", "32");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("distance-by-length-bound", "separability-falling", "forward pass", "2220");
    JsonNode results = results();
    assertThat(results.path("schemaVersion").asInt()).isEqualTo(2);
    assertThat(results.path("heads").asInt()).isEqualTo(4);
    assertThat(results.path("experiments")).hasSize(6);
    for (JsonNode experiment : results.path("experiments")) {
      assertThat(experiment.path("parameters").path("L").asText()).isEqualTo("32");
      for (JsonNode table : experiment.path("tables")) {
        assertTableIsWritten(table);
      }
    }
    assertThat(directory.resolve("out/gradient-sensitivity/gradient-sensitivity.svg"))
        .content()
        .startsWith("<svg");
    assertThat(directory.resolve("out/unfinished")).doesNotExist();
    assertThat(results.path("ofPaper").asBoolean(true)).isFalse();
    assertThat(results.findValuesAsText("verdict"))
        .contains("SAME_TREND", "NOT_RUN")
        .isSubsetOf("SAME_TREND", "OTHER_TREND", "UNDECIDED", "NOT_RUN");
    assertThat(run.out())
        .contains("Not the paper's own model, text and length")
        .doesNotContain("REPRODUCED");
    assertThat(directory.resolve("out/experiments.html"))
        .content()
        .contains("This is another run")
        .doesNotContain("verdict refuted", "verdict survived", "not reproduced", "own model");
  }

  private void assertTableIsWritten(JsonNode table) throws IOException {
    List<String> lines =
        Files.readAllLines(directory.resolve("out").resolve(table.path("file").asText()));
    List<String> columns = new ArrayList<>();
    table.path("columns").forEach(column -> columns.add(column.asText()));

    assertThat(lines.get(0)).isEqualTo(String.join(",", columns));
    assertThat(lines).hasSizeGreaterThan(1);
    if (table.has("rows")) {
      assertThat(table.path("rows")).hasSize(lines.size() - 1);
      JsonNode last = table.path("rows").get(lines.size() - 2);
      String[] cells = lines.get(lines.size() - 1).split(",", -1);
      for (int i = 0; i < cells.length; i++) {
        assertThat(last.get(i).isNull()).isEqualTo(cells[i].isEmpty());
        if (!cells[i].isEmpty()) {
          assertThat(Double.parseDouble(cells[i])).isEqualTo(last.get(i).asDouble());
        }
      }
    }
  }

  @Test
  void aRunOfARandomSeedTellsTheCommandThatRepeatsIt() throws IOException {
    Run run = run("--tokens=32", "--experiment=gradient-sensitivity", "--seed=random");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("To run it again: attention-limits experiments .* --seed=-?\\d+\\R");
  }

  @Test
  void anExperimentIsNamedAndLittlePrinted() throws IOException {
    Run run = run("gradient-sensitivity", "--tokens=32", "--quiet");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.out()).contains("Page: " + directory.resolve("out/experiments.html"));
    assertThat(results().path("experiments")).hasSize(1);
  }

  @Test
  void thePageShowsEveryFindingAndFigure() throws IOException {
    run("--tokens", "32");
    String page =
        Files.readString(directory.resolve("out/experiments.html")).replace("&#x3D;", "=");
    JsonNode results = results();

    assertThat(page).contains("<svg", "Algorithm 3, Figure 2c", "1\u202f440", "mean of N_s/N");
    for (JsonNode experiment : results.path("experiments")) {
      String id = experiment.path("id").asText();
      assertThat(page).contains("<h2 id=\"" + id + "\">");
      for (JsonNode finding : experiment.path("findings")) {
        assertThat(page)
            .contains("<tr id=\"" + finding.path("id").asText() + "\">")
            .contains(finding.path("measured").asText().replace(">", "&gt;"));
      }
      for (JsonNode table : experiment.path("tables")) {
        assertThat(page).contains("href=\"" + table.path("file").asText() + "\"");
      }
    }
    assertThat(page).doesNotContain("http://www.w3.org/1999", "<script", "src=");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatWasKeptFromAnEarlierRunIsTold() throws IOException {
    run("--tokens", "16", "--experiment", "jacobian-norms");
    String whole = Files.readString(directory.resolve("out/experiments.html"));
    Path out = directory.resolve("out");
    Files.delete(out.resolve("experiments.html"));
    Files.delete(out.resolve("experiments.json"));
    Files.createSymbolicLink(
        out.resolve("experiments.html"), out.resolve("experiments.json/below"));
    Run broken = run("--tokens", "16", "--experiment", "jacobian-norms");
    Files.delete(out.resolve("experiments.html"));
    Run resumed = run("--tokens", "16", "--experiment", "jacobian-norms");

    String told = "jacobian-norms, 4 of 4 heads kept from an earlier run";
    assertThat(broken.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(resumed.out()).contains(told, "digests of heads");
    assertThat(out.resolve("experiments.html")).content().contains(told, "digests of heads");
    assertThat(whole).doesNotContain("from an earlier run");
  }

  @Test
  void filesOfAnEarlierRunDoNotStayBesideTheNew() throws IOException {
    run("--tokens", "20");
    Path mine = Files.writeString(directory.resolve("out/separability/mine.txt"), "kept");
    assertThat(directory.resolve("out/distance-by-length/distance-by-length.svg")).exists();
    run("--tokens", "16", "--experiment", "jacobian-norms");

    try (Stream<Path> files = Files.walk(directory.resolve("out"))) {
      assertThat(files.filter(Files::isRegularFile))
          .contains(mine)
          .filteredOn(file -> !file.equals(mine))
          .map(file -> directory.resolve("out").relativize(file).toString())
          .containsExactlyInAnyOrder(
              "experiments.json",
              "experiments.html",
              "jacobian-norms/heads.csv",
              "jacobian-norms/all.csv");
    }
    assertThat(directory.resolve("out/distance-by-length")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"experiments\": [{\"id\": \"../..\"}]}",
        "{\"experiments\": [{\"id\": \"separability\", \"tables\": [{\"name\": \"../mine\"}]}]}"
      })
  void resultsThatAreNoneRemoveNothing(String results) throws IOException {
    Path mine = directory.resolve("out/mine.csv");
    Files.createDirectories(mine.getParent().resolve("separability"));
    Files.writeString(mine, "kept");
    Files.writeString(directory.resolve("out/experiments.json"), results);
    Run run = run("--tokens", "16", "--experiment", "jacobian-norms");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(mine).hasContent("kept");
  }

  @ParameterizedTest
  @CsvSource({
    "values, the head's value vectors",
    "inputs, the layer's input",
    "tokens, the token embeddings without positions",
  })
  void theFilesTellWhatTheEmbeddingsAre(String space, String words) throws IOException {
    assertThat(run("--tokens", "8", "--embeddings", space).code()).isZero();

    assertEmbeddings(words, words.equals(TOKENS) ? TOKENS : TOKENS + ", and beside them " + words);
    assertThat(directory.resolve("out/experiments.html")).content().contains("<dt>embeddings</dt>");
  }

  private void assertEmbeddings(String words, String separability) throws IOException {
    Map<String, String> told = new LinkedHashMap<>();
    for (JsonNode experiment : results().path("experiments")) {
      told.put(
          experiment.path("id").asText(),
          experiment.path("parameters").path("embeddings").asText("none"));
    }
    assertThat(told)
        .containsOnly(
            entry("distance-by-length", words),
            entry("distance-by-topn", words),
            entry("critical-topn", words),
            entry("separability", separability),
            entry("gradient-sensitivity", "none"),
            entry("jacobian-norms", "none"));
  }

  @Test
  void theFilesTellWhatTheEmbeddingsOfARecordingAre() throws IOException {
    String recording = directory.resolve("recording.safetensors").toString();
    String model = ByteModels.model(directory.resolve("model")).toString();
    Run.of("record", "--model", model, "--tokens", "8", "--output", recording);
    String out = directory.resolve("out").toString();
    Run run = Run.of("experiments", "--recorded", recording, "--output", out);

    assertThat(run.code()).as(run.err()).isZero();
    String values = "the head's value vectors";
    assertEmbeddings(values, values + ", the source giving no token embeddings");
  }

  @Test
  void theSameRunGivesTheSameResults() throws IOException {
    run("--tokens", "20");
    JsonNode first = results();
    run("--tokens", "20");
    JsonNode second = results();
    ((ObjectNode) first).remove("costs");
    ((ObjectNode) second).remove("costs");

    assertThat(second).isEqualTo(first);
  }

  @Test
  void onlyTheChosenExperimentIsRun() throws IOException {
    Run run = run("--tokens", "16", "--experiment", "critical-topn", "--visible", "whole");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(results().path("experiments")).hasSize(1);
    try (Stream<Path> files = Files.list(directory.resolve("out"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("experiments.json", "experiments.html", "critical-topn");
    }
  }

  @Test
  void aRecordingWithoutVectorsGivesWhatNeedsNone() throws IOException {
    Path recording = ByteModels.recording(directory.resolve("recording.safetensors"));
    Run run =
        Run.of(
            "experiments",
            "--recorded",
            recording.toString(),
            "--output",
            directory.resolve("out").toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("separability: not run, value vectors are not given");
    assertThat(results().path("experiments").findValuesAsText("title"))
        .containsExactly(
            "Gradient sensitivity by temperature", "Spectral norms of the Jacobian, and entropy");
  }

  @Test
  void aSecondRunInTheSameDirectoryIsTurnedAway() throws IOException {
    Path out = directory.resolve("out");
    DirectoryLock lock = DirectoryLock.of(out);
    try (lock) {
      Run run = run("--tokens", "16", "--experiment", "jacobian-norms");

      assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
      assertThat(run.err())
          .isEqualToIgnoringNewLines(
              "attention-limits experiments: " + out + ": another run is writing there");
    }
    assertThat(out).doesNotExist();
    assertThat(run("--tokens", "16", "--experiment", "jacobian-norms").code()).isZero();
  }

  @Test
  void aDirectoryThatCannotBeMadeIsTold() throws IOException {
    Files.writeString(directory.resolve("out"), "a file");
    Run run = run("--tokens", "16", "--experiment", "jacobian-norms");

    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.err())
        .contains(directory.resolve("out") + ": cannot be a directory, ")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--tokens 8 --experiment magic | experiment must be one of distance-by-length,"
            + " distance-by-topn",
        "--tokens 8 --visible some | --visible must be prefix or whole: some",
        "--tokens 1 | number of tokens must be at least 2: 1",
      })
  void badInputIsToldInOneLine(String args, String message) throws IOException {
    Run run = run(args.split(" ", -1));

    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.err()).contains(message).hasLineCount(1);
    assertThat(directory.resolve("out/experiments.json")).doesNotExist();
  }
}
