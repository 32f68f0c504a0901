package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.testing.ByteModels;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A locale of other digits, and one of another lower case, change nothing. */
class LocaleTests {

  /** The first claim about instances of each type; the search refutes some. */
  private static final List<Claim<?>> CLAIMS =
      List.copyOf(
          Catalogue.claims().stream()
              .collect(
                  Collectors.toMap(
                      Claim::type, claim -> claim, (first, other) -> first, LinkedHashMap::new))
              .values());

  @TempDir private Path directory;

  private Run in(String locale, String... args) {
    return in(locale, Catalogue.claims(), args);
  }

  private Run in(String locale, List<Claim<?>> claims, String... args) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      return Run.in(Map.of(), claims, args);
    } finally {
      Locale.setDefault(before);
    }
  }

  private JsonNode claims(String locale) throws IOException {
    Path output = directory.resolve(locale);
    Run verified = in(locale, CLAIMS, "verify", "--no-model", "--budget=20", "--output=" + output);
    assertThat(verified.code()).as(verified.err()).isZero();
    Path ledger = output.resolve(LedgerFile.LEDGER);
    Run checked = in(locale, "check", ledger.toString());
    assertThat(checked.out()).contains("Edited: claims of the catalogue are missing: ");
    assertThat(checked.code()).as(checked.err()).isEqualTo(Main.DEPARTED);
    assertWestern(verified.out() + checked.out());
    assertWestern(Files.readString(output.resolve("index.html")));
    assertWestern(Files.readString(output.resolve("summary.txt")));
    return new ObjectMapper().readTree(Files.readString(ledger)).path("claims");
  }

  private static void assertWestern(String text) {
    assertThat(text.codePoints()).noneMatch(c -> Character.isDigit(c) && c > '9');
  }

  @Test
  void theLedgerIsTheSame() throws IOException {
    JsonNode claims = claims("und");
    assertThat(claims("ar-EG-u-nu-arab")).isEqualTo(claims);
    assertThat(claims("tr-TR")).isEqualTo(claims);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "tr-TR"})
  void recordingsAndMessagesAreTheSame(String locale) throws IOException {
    String model = ByteModels.model(directory.resolve("model")).toString();
    String file = directory.resolve("x.safetensors").toString();
    String[] record = {"record", "--model", model, "--tokens", "8", "--output", file};
    String[] inspect = {"inspect", file};
    String[] wrong = {"tokens", "--tokenizer", "I"};

    assertThat(in(locale, record)).isEqualTo(in("und", record));
    assertThat(in(locale, inspect)).isEqualTo(in("und", inspect));
    assertThat(in(locale, wrong)).isEqualTo(in("und", wrong));
    assertWestern(in(locale, inspect).out());
  }

  /** There, an argument that is not ASCII would name another file. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void anArgumentThatTheLocaleDoesNotHaveIsToldInOneLine() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh",
            "-c",
            "exec \"$0\" -cp \"$1\" " + Main.class.getName() + " check \"$(printf '\\303\\251')\"",
            java,
            System.getProperty("java.class.path"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(err).isEqualToIgnoringNewLines("attention-limits: " + Characters.PROBLEM);
    assertThat(process.waitFor()).isEqualTo(Main.BAD_INPUT);
  }

  @Test
  void theLocaleWouldShow() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(String.format(Locale.getDefault(), "%d", 1)).isEqualTo("\u0661");
    } finally {
      Locale.setDefault(before);
    }
  }
}
