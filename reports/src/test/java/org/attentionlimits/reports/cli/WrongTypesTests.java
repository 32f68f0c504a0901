package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attentionlimits.empirical.download.Progress;
import org.attentionlimits.empirical.model.Gpt2Config;
import org.attentionlimits.empirical.model.Hub;
import org.attentionlimits.empirical.model.KnownModel;
import org.attentionlimits.empirical.recording.RecordedAttention;
import org.attentionlimits.empirical.tensor.ShardedSafetensors;
import org.attentionlimits.reports.ledger.Baseline;
import org.attentionlimits.reports.ledger.Baseline.Rows;
import org.attentionlimits.reports.ledger.Json;
import org.attentionlimits.reports.ledger.Ledger.Environment;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.ledger.PowerTable;
import org.attentionlimits.reports.rows.RowsBaseline;
import org.attentionlimits.reports.testing.ByteModels;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong in a JSON file, the message speaks of the file and not of the program. */
class WrongTypesTests {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Names of Java's and of this program's types, as its libraries print them. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "java\\.|com\\.fasterxml|org\\.attentionlimits|Exception|StreamRead|Feature|"
              + "[Ee]num\\b|\\[L|`|\\b(int|long|boolean)\\b|(?<!JSON )String|JsonToken|START_|END_|creator");

  /** A file of the product, and what reads it. */
  enum Kind {
    LEDGER {
      @Override
      String sample(Path directory) {
        return Json.print(Ledgers.sample());
      }

      @Override
      void read(Path directory, String text) throws IOException {
        LedgerFile.read(Files.writeString(directory.resolve("file"), text));
      }
    },

    BASELINE {
      @Override
      String sample(Path directory) {
        return Json.print(Baseline.of(Ledgers.sample()));
      }

      @Override
      void read(Path directory, String text) throws IOException {
        Baseline.read(Files.writeString(directory.resolve("file"), text));
      }
    },

    ROWS_BASELINE {
      @Override
      String sample(Path directory) {
        Rows rows = Rows.of(40, 5, 2);
        RowsBaseline.Recording recording =
            new RowsBaseline.Recording("0".repeat(64), Map.of("a", rows));
        return Json.print(
            new RowsBaseline(RowsBaseline.SCHEMA_VERSION, Map.of("x.safetensors", recording)));
      }

      @Override
      void read(Path directory, String text) throws IOException {
        RowsBaseline.read(Files.writeString(directory.resolve("file"), text));
      }
    },

    POWER {
      @Override
      String sample(Path directory) {
        return Json.print(
            new PowerTable(
                PowerTable.SCHEMA_VERSION,
                "0",
                1,
                100,
                List.of(
                    new PowerTable.Entry(
                        "a",
                        "b",
                        "no two",
                        OptionalDouble.of(0.5),
                        OptionalLong.of(7),
                        OptionalLong.of(12),
                        Verdict.REFUTED,
                        new BigDecimal("0.25"),
                        Optional.of("T = 1"))),
                Optional.of(new PowerTable.FalseAlarmsEntry(List.of("c"), 1, 9, 9, List.of("d"))),
                Environment.current(Optional.empty())));
      }

      @Override
      void read(Path directory, String text) throws IOException {
        PowerTable.read(Files.writeString(directory.resolve("file"), text));
      }
    },

    CONFIGURATION {
      @Override
      String sample(Path directory) {
        return new Gpt2Config(256, 32, 16, 1, 1, 1e-5).toJson();
      }

      @Override
      void read(Path directory, String text) throws IOException {
        Gpt2Config.parse("file", text);
      }
    },

    HEADER {
      @Override
      String sample(Path directory) throws IOException {
        return new String(header(directory), StandardCharsets.UTF_8);
      }

      private byte[] header(Path directory) throws IOException {
        Path recording = directory.resolve("recording.safetensors");
        if (!Files.exists(recording)) {
          ByteModels.recording(recording);
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(recording));
        byte[] header = new byte[(int) bytes.order(ByteOrder.LITTLE_ENDIAN).getLong()];
        bytes.get(header);
        return header;
      }

      @Override
      void read(Path directory, String text) throws IOException {
        byte[] before = Files.readAllBytes(directory.resolve("recording.safetensors"));
        int data = Long.BYTES + header(directory).length;
        byte[] header = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
            ByteBuffer.allocate(Long.BYTES + header.length + before.length - data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(before, data, before.length - data);
        RecordedAttention.open(Files.write(directory.resolve("file"), bytes.array())).close();
      }
    },

    INDEX {
      @Override
      String sample(Path directory) {
        return "{\"metadata\" : {\"total_size\" : 1}, \"weight_map\" : {\"a\" : \"file\"}}";
      }

      @Override
      void read(Path directory, String text) throws IOException {
        ShardedSafetensors.open(Files.writeString(directory.resolve("file"), text)).close();
      }
    },

    ORIGIN {
      @Override
      String sample(Path directory) {
        return "{\"repository\" : \"gpt2\", \"revision\" : \"main\", \"file\" : \"a\", \"size\" : 1,"
            + " \"sha256\" : \""
            + "0".repeat(64)
            + "\"}";
      }

      @Override
      void read(Path directory, String text) throws IOException {
        KnownModel model = KnownModel.named("gpt2-medium").orElseThrow();
        Path place =
            Files.createDirectories(
                directory.resolve(
                    "models/" + model.repository().replace("/", "--") + "/somewhere"));
        Files.writeString(place.resolve("origin.json"), text);
        Files.writeString(place.resolve("model.safetensors"), "x");
        new Hub(URI.create("http://localhost:1/"), directory, Progress.NONE)
            .weights(model, Optional.of("somewhere"));
      }
    };

    abstract String sample(Path directory) throws IOException;

    /** Reads a file that holds a text. */
    abstract void read(Path directory, String text) throws IOException;
  }

  @TempDir private Path directory;

  /** Texts that are not JSON, or beyond what a reader takes. */
  private static Stream<String> others() {
    return Stream.of(
        "",
        " ",
        "null",
        "7",
        "\"text\"",
        "[]",
        "{",
        "{} {}",
        "{}}",
        "[{",
        "{\"a\" : ",
        "{\"a\" : nul}",
        "{\"a\" : 'b'}",
        "{\"a\" : \"b",
        "{\"a\" : 1, \"a\" : 2}",
        "{\"a\" : +1}",
        "{\"a\" : 01}",
        "{\"a\" : \"\\x\"}",
        "{\"a\" : \"\t\"}",
        "[".repeat(2000),
        "{\"a\" : " + "[".repeat(2000),
        "{\"a\" : " + "9".repeat(2000) + "}",
        "{\"a\" : 1e" + "9".repeat(2000) + "}",
        "{\"" + "a".repeat(60_000) + "\" : 1}",
        "{\"a\" : \"" + "b".repeat(30_000_000) + "\"}");
  }

  /** A value of every type, and what no type holds. */
  private static List<JsonNode> values() throws IOException {
    List<JsonNode> values = new ArrayList<>();
    for (String json :
        List.of(
            "null",
            "true",
            "7",
            "-7",
            "1.5",
            "99999999999",
            "99999999999999999999",
            "1e300",
            "\"\"",
            "\"text\"",
            "\"7\"",
            "[]",
            "[ 7 ]",
            "[ null ]",
            "[ \"text\" ]",
            "{}",
            "{ \"a\" : 1 }",
            "[ { \"a\" : 1 } ]")) {
      values.add(JSON.readTree(json));
    }
    return values;
  }

  /** The sample with one value of it replaced, left out, or with another field beside it. */
  private static Set<String> mutations(String sample) throws IOException {
    Set<String> all = new HashSet<>();
    JsonNode root = JSON.readTree(sample);
    add(root, root, all);
    return all;
  }

  private static void add(JsonNode root, JsonNode node, Set<String> all) throws IOException {
    if (node instanceof ObjectNode object) {
      for (String name : new ArrayList<>(names(object))) {
        JsonNode before = object.get(name);
        for (JsonNode value : values()) {
          object.set(name, value);
          all.add(root.toString());
        }
        object.set(name, before);
        add(root, before, all);
      }
      for (String name : new ArrayList<>(names(object))) {
        JsonNode before = object.remove(name);
        all.add(root.toString());
        object.set(name, before);
      }
      object.put("unknown", 1);
      all.add(root.toString());
      object.remove("unknown");
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      JsonNode before = array.get(0);
      for (JsonNode value : values()) {
        array.set(0, value);
        all.add(root.toString());
      }
      array.set(0, before);
      add(root, before, all);
    }
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @EnumSource
  void areToldInWordsOfTheFile(Kind kind) throws IOException {
    List<String> texts = new ArrayList<>(mutations(kind.sample(directory)));
    assertThat(texts).hasSizeGreaterThan(30);
    others().forEach(texts::add);
    Set<String> told = new HashSet<>();
    for (String text : texts) {
      try {
        kind.read(directory, text);
      } catch (IOException e) {
        told.add(e.getMessage());
      }
    }
    assertThat(told).hasSizeGreaterThan(10);
    assertThat(told).allSatisfy(message -> assertThat(message).isNotBlank().hasLineCount(1));
    assertThat(told).filteredOn(message -> PROGRAM.matcher(message).find()).isEmpty();
  }
}
