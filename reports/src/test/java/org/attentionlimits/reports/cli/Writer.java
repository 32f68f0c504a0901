package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlimits.empirical.model.Gpt2Config;
import org.attentionlimits.empirical.recording.RecordedAttention;
import org.attentionlimits.empirical.text.Text;
import org.attentionlimits.empirical.training.ModelTraining;
import org.attentionlimits.empirical.training.TrainingData;
import org.attentionlimits.empirical.training.TrainingOptions;
import org.attentionlimits.empirical.training.TrainingOptions.Stage;
import org.attentionlimits.reports.badge.Badge;
import org.attentionlimits.reports.ledger.Baseline;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.ledger.PowerTable;
import org.attentionlimits.reports.page.Page;
import org.attentionlimits.reports.summary.Summary;
import org.attentionlimits.reports.testing.ByteModels;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;

/** A command that writes, at its fastest, into a directory that holds what all of them write. */
enum Writer {
  VERIFY {
    @Override
    Run run(Path directory, Path model, int seed) {
      return call(
          "verify --no-model --budget 10 --seed " + seed,
          "--output",
          directory.resolve("report"),
          "--memory",
          directory.resolve("search.tsv"));
    }

    /** Everything beside the ledger is what that ledger gives. */
    @Override
    void assertWhole(Path directory) throws IOException {
      Path report = directory.resolve("report");
      if (Files.exists(report.resolve(LedgerFile.LEDGER))) {
        Ledger ledger = LedgerFile.read(report.resolve(LedgerFile.LEDGER));
        assertThat(report.resolve("summary.txt")).hasContent(Summary.of(ledger));
        assertThat(report.resolve(Page.FILE)).hasContent(Page.of(ledger));
        assertThat(report.resolve(LedgerFile.SCHEMA)).hasContent(LedgerFile.schema());
        assertExports(report, ledger);
        for (ClaimEntry claim : ledger.claims()) {
          assertThat(report.resolve("badges/" + claim.id() + ".json"))
              .hasContent(Badge.of(claim, ledger).json());
        }
      }
      Path memory = directory.resolve("search.tsv");
      if (Files.exists(memory)) {
        assertThat(Files.readString(memory)).matches("(?:[^\t\n]+\t[0-9,]+\t[-0-9,.E]+\n)+");
      }
    }
  },

  ACCEPT {
    @Override
    Run run(Path directory, Path model, int seed) {
      return call(
          "verify --no-model --accept --budget 10 --seed " + seed,
          "--output",
          directory.resolve("accepted"),
          "--baseline",
          directory.resolve("baseline.json"));
    }

    @Override
    void assertWhole(Path directory) throws IOException {
      if (Files.exists(directory.resolve("baseline.json"))) {
        assertThat(Baseline.read(directory.resolve("baseline.json"))).isNotNull();
      }
    }
  },

  POWER {
    /** That so short a search sees too little is no fault of the writing. */
    @Override
    Run run(Path directory, Path model, int seed) {
      Run run =
          Run.in(
              Map.of(),
              CLAIMS.subList(0, 1),
              "power",
              "--budget=1",
              "--seed=" + seed,
              "--output=" + directory.resolve("power"));
      return run.code() == Main.DEPARTED ? new Run(Main.SUCCESS, run.out(), run.err()) : run;
    }

    @Override
    void assertWhole(Path directory) throws IOException {
      Path table = directory.resolve("power").resolve(PowerTable.FILE);
      if (Files.exists(table)) {
        assertThat(PowerTable.read(table).claims())
            .isNotEmpty()
            .allMatch(entry -> entry.from().equals(CLAIMS.get(0).id()));
      }
    }
  },

  EXPERIMENTS {
    @Override
    Run run(Path directory, Path model, int seed) {
      return call(
          "experiments --experiment jacobian-norms --tokens " + (8 + seed % 2),
          "--model",
          model,
          "--output",
          directory.resolve("experiments"));
    }

    @Override
    void assertWhole(Path directory) throws IOException {
      Path results = directory.resolve("experiments/experiments.json");
      if (Files.exists(results)) {
        JsonNode root = new ObjectMapper().readTree(results.toFile());
        assertThat(root.path("experiments")).hasSize(1);
        for (JsonNode table : root.path("experiments").get(0).path("tables")) {
          Path csv =
              results.resolveSibling("jacobian-norms/" + table.path("name").asText() + ".csv");
          assertThat(Files.readAllLines(csv)).hasSize(table.path("rows").size() + 1);
        }
        assertThat(results.resolveSibling("experiments.html")).content().endsWith("</html>\n");
      }
    }
  },

  RECORD {
    @Override
    Run run(Path directory, Path model, int seed) {
      return call(
          "record --tokens " + (8 + seed % 2),
          "--model",
          model,
          "--output",
          directory.resolve("x.safetensors"));
    }

    @Override
    void assertWhole(Path directory) throws IOException {
      Path recorded = directory.resolve("x.safetensors");
      if (Files.exists(recorded)) {
        RecordedAttention.open(recorded).close();
      }
    }
  },

  ROWS {
    @Override
    Run run(Path directory, Path model, int seed) {
      Path recording = model.resolve("rows.safetensors");
      try {
        ByteModels.weights(recording, "seed-" + seed + "-", 1, 0, 0, 0.5f, 0.5f, 0, 1, 0, 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return call("rows", recording, "--output", directory.resolve("rows"));
    }

    /** The badge is of the model of the page. */
    @Override
    void assertWhole(Path directory) throws IOException {
      Path page = directory.resolve("rows/rows.html");
      if (Files.exists(page)) {
        Path badge = page.resolveSibling("badges/rows-rows.json");
        String label = new ObjectMapper().readTree(badge.toFile()).path("label").asText();
        assertThat(label).startsWith("bounds hold on seed-");
        assertThat(page).content().contains(label.substring(label.lastIndexOf(' ') + 1));
        assertThat(badge.resolveSibling("rows-rows.svg")).content().contains(label);
      }
    }
  },

  TRAIN {
    @Override
    Run run(Path directory, Path model, int seed) {
      byte[] text = "All happy families are alike. ".repeat(40).getBytes(StandardCharsets.UTF_8);
      TrainingData data = new TrainingData("title", "licence", new Text("text", text));
      List<Stage> stages = List.of(new Stage(1, 8, false));
      TrainingOptions options = new TrainingOptions(seed, stages, 8, 1e-2f, 1, 1f, 0.05f);
      Gpt2Config config = new Gpt2Config(256, 8, 8, 1, 1, 1e-5);
      Path target = directory.resolve("models/" + seed);
      try {
        if (!Files.exists(target)) {
          Files.createDirectories(target.getParent());
          ModelTraining.run(data, config, options, target, (step, steps, loss) -> {});
        }
        return new Run(Main.SUCCESS, "", "");
      } catch (IOException e) {
        return new Run(Main.BAD_INPUT, "", "attention-limits: " + e.getMessage() + "\n");
      }
    }

    @Override
    void assertWhole(Path directory) throws IOException {
      if (!Files.exists(directory.resolve("models"))) {
        return;
      }
      try (Stream<Path> models = Files.list(directory.resolve("models"))) {
        for (Path model : models.filter(path -> !isLitter(path)).toList()) {
          for (String name : List.of("config.json", "model.safetensors", "model-card.md")) {
            assertThat(model.resolve(name)).isNotEmptyFile();
          }
        }
      }
    }
  };

  private static final List<Claim<?>> CLAIMS =
      Stream.of("lemma-1", "corollary-1-max", "corollary-3-temperature", "corollary-3-sharp")
          .<Claim<?>>map(id -> Catalogue.named(id).orElseThrow())
          .toList();

  /** Runs the command; another seed gives other files. */
  abstract Run run(Path directory, Path model, int seed);

  /** Asserts that what is there is all of one run. */
  abstract void assertWhole(Path directory) throws IOException;

  /** What other tools read tells of the same run. */
  private static void assertExports(Path report, Ledger ledger) throws IOException {
    assertThat(report.resolve("junit.xml")).content().contains("corollary-3-sharp");
    assertThat(report.resolve("heads.csv")).hasContent("claim,model,layer,head,rows,above");
    assertThat(report.resolve("summary.md")).content().contains(ledger.paper().text());
    assertThat(Files.readAllLines(report.resolve("ledger.csv")).subList(1, 1 + CLAIMS.size()))
        .allSatisfy(line -> assertThat(line).contains("," + ledger.search().seed() + ","));
  }

  private static Run call(String words, Object... more) {
    Stream<String> all =
        Stream.concat(Stream.of(words.split(" ")), Stream.of(more).map(Object::toString));
    return Run.in(Map.of(), CLAIMS, all.toArray(String[]::new));
  }

  /** Whether something was left that no finished run leaves. */
  static boolean isLitter(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".part")
        || name.endsWith(".lock")
        || name.endsWith(".tmp")
        || name.equals("unfinished");
  }

  static List<Path> litter(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Writer::isLitter).toList();
    }
  }
}
