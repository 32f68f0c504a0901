package org.attentionlimits.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.attentionlimits.reports.cli.option.Seed;
import org.attentionlimits.reports.ledger.ClaimEntry;
import org.attentionlimits.reports.ledger.Ledger;
import org.attentionlimits.reports.ledger.Ledger.SearchSettings;
import org.attentionlimits.reports.ledger.LedgerFile;
import org.attentionlimits.reports.ledger.ModelEntry;
import org.attentionlimits.reports.testing.ByteModels;
import org.attentionlimits.reports.testing.Ledgers;
import org.attentionlimits.theory.catalogue.Catalogue;
import org.attentionlimits.theory.claim.Claim;
import org.attentionlimits.theory.claim.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyTests {

  private static final String BUDGET = "100";

  /** Claims that are fast to attack; the build attacks the whole catalogue. */
  static final List<Claim<?>> FEW =
      Stream.of(
              "lemma-1",
              "corollary-1-max",
              "corollary-1-own",
              "corollary-3",
              "corollary-3-temperature",
              "corollary-3-sharp")
          .<Claim<?>>map(id -> Catalogue.named(id).orElseThrow())
          .toList();

  @TempDir private Path directory;

  private Run verify(String output, String... more) {
    return verify(FEW, output, more);
  }

  private Run verify(List<Claim<?>> claims, String output, String... more) {
    List<String> args =
        new java.util.ArrayList<>(List.of("verify", "--budget", BUDGET, "--output", path(output)));
    args.addAll(List.of(more));
    return Run.in(Map.of(), claims, args.toArray(String[]::new));
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private Ledger ledger(String output) throws IOException {
    return LedgerFile.read(directory.resolve(output).resolve(LedgerFile.LEDGER));
  }

  @Test
  void claimsAlone() throws IOException {
    Run run = verify("out", "--no-model");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("Of the ")
        .contains("corollary-3-temperature", "refuted", "2.000")
        .contains("Search: ")
        .endsWith(
            "Page: " + directory.resolve("out").resolve("index.html") + System.lineSeparator());
    assertThat(directory.resolve("out"))
        .isDirectoryContaining("glob:**/index.html")
        .isDirectoryContaining("glob:**/proofs.html")
        .isDirectoryContaining("glob:**/summary.txt")
        .isDirectoryContaining("glob:**/ledger.json")
        .isDirectoryContaining("glob:**/ledger.schema.json")
        .isDirectoryContaining("glob:**/badges");
    assertThat(ledger("out").claims())
        .extracting(ClaimEntry::id)
        .containsExactlyElementsOf(FEW.stream().map(Claim::id).toList());
    assertThat(ledger("out").claim("corollary-3-temperature").orElseThrow().counterexample())
        .hasValueSatisfying(c -> assertThat(c.text()).isEqualTo("logits = (0, 0), T = 1"));
    assertThat(ledger("out").environment().engine()).isEmpty();
  }

  @Test
  void twoRunsAreEqualByteForByte() throws IOException {
    String model = ByteModels.model(directory.resolve("model")).toString();

    verify("first", "--model", model, "--tokens", "16");
    verify("second", "--model", model, "--tokens", "16");

    assertThat(directory.resolve("second/ledger.json"))
        .hasSameBinaryContentAs(directory.resolve("first/ledger.json"));
    assertThat(directory.resolve("second/index.html"))
        .hasSameBinaryContentAs(directory.resolve("first/index.html"));
  }

  @Test
  void modelsAndRecordings() throws IOException {
    String model = ByteModels.model(directory.resolve("tiny")).toString();
    String recording = ByteModels.recording(directory.resolve("zeros.safetensors")).toString();

    Run run = verify("out", "--model", model, "--tokens", "32", "--recorded", recording);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("tiny (2 layers of 2 heads", "needs query and key vectors");
    ModelEntry tiny = ledger("out").models().get(0);
    assertThat(tiny.rows()).isEqualTo(4 * 32);
    assertThat(tiny.weights()).isEqualTo(4 * 32 * 33 / 2);
    assertThat(tiny.layers()).isEqualTo(2);
    assertThat(tiny.claims())
        .filteredOn(rows -> rows.violating() > 0)
        .isNotEmpty()
        .allSatisfy(rows -> assertThat(rows.id()).isIn("corollary-3-temperature", "corollary-3"));
    assertThat(ledger("out").environment().engine())
        .hasValueSatisfying(engine -> assertThat(engine).startsWith("PyTorch "));
    assertThat(ledger("out").models().get(1).layers()).isEqualTo(1);
  }

  @Test
  void acceptedBaselineIsMet() throws IOException {
    String baseline = path("baseline.json");

    Run accepted = verify("out", "--no-model", "--baseline", baseline, "--accept");
    Run met = verify("out", "--no-model", "--baseline", baseline, "--accept=false");

    assertThat(accepted.code()).isZero();
    assertThat(accepted.out()).contains("Baseline: written to " + baseline);
    assertThat(met.code()).isZero();
    assertThat(met.out()).contains("Baseline: as expected");
  }

  @Test
  void departureFailsAndTellsHowToAccept() throws IOException {
    Path baseline = directory.resolve("baseline.json");
    verify("out", "--no-model", "--baseline", baseline.toString(), "--accept");
    Files.writeString(baseline, Files.readString(baseline).replace("REFUTED", "SURVIVED"));
    String before = Files.readString(baseline);

    Run run = verify("out", "--no-model", "--baseline", baseline.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("corollary-3-temperature: was SURVIVED, is REFUTED")
        .contains("counterexample: logits = (0, 0), T = 1")
        .contains("left side at least 0.5, right side at most 0.25")
        .contains("To run it again: attention-limits verify --budget " + BUDGET)
        .contains("mvn verify -Dattention.accept");
    assertThat(baseline).hasContent(before);
  }

  @Test
  void acceptTellsWhatItChanges() throws IOException {
    Path baseline = directory.resolve("baseline.json");
    String[] accept = {"--no-model", "--baseline", baseline.toString(), "--accept"};
    verify("out", accept);
    String right = Files.readString(baseline);
    Files.writeString(
        baseline,
        right.replace("REFUTED", "SURVIVED").replace("\"budget\" : 100", "\"budget\" : 900"));

    Run changed = verify("out", accept);
    Run same = verify("out", accept);

    assertThat(changed.code()).isZero();
    assertThat(changed.err()).isEmpty();
    assertThat(changed.out())
        .containsSubsequence(
            "Baseline: these results are accepted:",
            "  corollary-3-temperature: was SURVIVED, is REFUTED",
            "    counterexample: logits = (0, 0), T = 1",
            "Baseline: the search was smaller: was at most 900 tries a claim, is at most 100 tries",
            "Baseline: written to " + baseline);
    assertThat(same.out())
        .doesNotContain("are accepted", "search was smaller")
        .containsSubsequence("Baseline: as expected", "Baseline: written to " + baseline);
    assertThat(baseline).hasContent(right);
  }

  @Test
  void acceptTellsThatAnEarlierFormatIsNotCompared() throws IOException {
    Path baseline = directory.resolve("baseline.json");
    Files.writeString(baseline, "{\"schemaVersion\": 1, \"claims\": {}, \"models\": {}}");

    Run run =
        verify(
            "out",
            "--baseline",
            baseline.toString(),
            "--accept",
            "--model",
            ByteModels.model(directory.resolve("tiny")).toString(),
            "--tokens",
            "8");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsSubsequence(
            "Baseline: the earlier one has another format, not compared",
            "Baseline: written to " + baseline);
  }

  @Test
  void aRunOfARandomSeedTellsTheCommandThatRepeatsIt() throws IOException {
    Run run = verify("out", "--no-model", "--seed", "random");
    Run usual = verify("out2", "--no-model");

    assertThat(run.out())
        .contains(
            "To run it again: attention-limits verify --budget 100 --output "
                + path("out")
                + " --no-model --seed="
                + ledger("out").search().seed()
                + System.lineSeparator());
    assertThat(usual.out()).doesNotContain("To run it again");
  }

  @Test
  void theCommandToRunAgainIsOneThatAShellReads() {
    String baseline = path("baseline.json");
    verify("out", "--no-model", "--baseline", baseline, "--accept");

    Run run =
        verify(FEW.subList(0, 1), "it's out", "--no-model", "--baseline", baseline, "--seed", "5");

    assertThat(run.err())
        .contains(" --output '" + directory + "/it'\\''s out' --no-model --baseline " + baseline)
        .contains(" --seed 5");
  }

  @Test
  void acceptWithoutModelsKeepsThoseOfTheBaseline() throws IOException {
    Path baseline = directory.resolve("baseline.json");
    Files.writeString(
        baseline,
        """
        {"schemaVersion": 2, "search": {"seed": 1, "budget": 1, "claims": {}},
         "models": {"m": {"a": {"rows": 3, "violatingPercent": 50, "ratio": 2}}},
         "recordings": {}}
        """);

    verify("out", "--no-model", "--baseline", baseline.toString(), "--accept");

    assertThat(baseline)
        .content()
        .contains("\"rows\" : 3", "\"corollary-1-max\" : { \"verdict\" : \"SURVIVED\"");
  }

  @Test
  void recordingIsComparedWithoutModelsToo() throws IOException {
    String recording = ByteModels.recording(directory.resolve("zeros.safetensors")).toString();
    Path baseline = directory.resolve("baseline.json");
    String[] options = {
      "--no-model", "--recorded", recording, "--baseline", baseline.toString(), "--accept=false"
    };
    options[5] = "--accept";
    verify("out", options);
    options[5] = "--accept=false";
    assertThat(verify("out", options).code()).isZero();
    String text = Files.readString(baseline);
    String share = "\"lemma-1\" : { \"rows\" : 2, \"violatingPercent\" : 0.0";
    assertThat(text).contains(share);
    Files.writeString(baseline, text.replace(share, share.replace(": 0.0", ": 35.0")));

    Run run = verify("out", options);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("lemma-1 on zeros.safetensors: was 35 % of 2 rows violating");
  }

  @Test
  void continuousIntegrationNeverAccepts() {
    String baseline = path("baseline.json");
    String[] args = {"verify", "--no-model", "--baseline", baseline, "--accept"};

    Run run = Run.in(Map.of("CI", "true"), FEW, args);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("attention-limits verify: --accept is refused where CI=true is set")
        .hasLineCount(1);
    assertThat(directory.resolve("baseline.json")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "false", "False", "true", "1", "no"})
  void ciIsSetUnlessItIsEmptyZeroOrFalse(String ci) {
    String[] args = {"verify", "--no-model", "--budget=1", "--accept", "--output", path("out")};
    Run run =
        Run.in(
            Map.of("CI", ci),
            FEW.subList(0, 1),
            Stream.concat(Stream.of(args), Stream.of("--baseline", path("baseline.json")))
                .toArray(String[]::new));
    boolean set = List.of("true", "1", "no").contains(ci);

    assertThat(run.code()).isEqualTo(set ? Main.BAD_INPUT : Main.SUCCESS);
  }

  @Test
  void continuousIntegrationIsToldBeforeTheCommandBefore() {
    String[] args = {
      "claims", "lemma-1", Main.THEN, "verify", "--accept", "--baseline", path("baseline.json")
    };
    Run run = Run.in(Map.of("CI", "true"), FEW, args);

    assertThat(run.err()).contains("--accept is refused where CI=true is set").hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void longerSearchIsInTheLedger() throws IOException {
    Path memory = directory.resolve("memory.tsv");

    verify("out", "--no-model", "--memory", memory.toString());

    assertThat(ledger("out").search().memory()).isTrue();
    assertThat(ledger("out").reproducible()).isFalse();
    assertThat(directory.resolve("out/summary.txt"))
        .content()
        .contains("it began with the best instances of earlier searches");
  }

  @Test
  void readmeIsHeldAgainstTheRunOrWrittenAnew() throws IOException {
    Path readme = directory.resolve("README.md");
    Files.writeString(readme, "<!-- verify:begin -->\n\nold\n\n<!-- verify:end -->\n");
    LedgerFile.write(
        Ledgers.of(SearchSettings.of(20260101, 20_000), Ledgers.sample().claims(), List.of()),
        directory);
    String[] args = {"readme", readme.toString(), path(LedgerFile.LEDGER), "--accept=false"};

    Run stale = Run.of(args);
    args[3] = "--accept";
    Run refused = Run.in(Map.of("CI", "1"), FEW, args);
    Run accepted = Run.of(args);
    args[3] = "--accept=false";
    Run met = Run.of(args);
    LedgerFile.write(Ledgers.sample(), directory);
    Run other = Run.of(args);

    assertThat(stale.code()).isEqualTo(1);
    assertThat(stale.err()).contains("the excerpt verify shows \"old\"", "-Dattention.accept");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(accepted.code()).isZero();
    assertThat(readme).content().contains("Of the 4 statements that we took from the test text");
    assertThat(met.out()).contains("as printed");
    assertThat(other.code()).isZero();
    assertThat(other.out()).contains("not compared");
  }

  @Test
  void anotherSeedIsToldAndRefutesTheSame() throws IOException {
    verify("out", "--no-model", "--seed", "3");

    Ledger ledger = ledger("out");
    assertThat(ledger.search().seed()).isEqualTo(3);
    assertThat(ledger.claims()).allMatch(claim -> claim.search().seed() == 3);
    assertThat(ledger.claims())
        .filteredOn(claim -> claim.verdict() == Verdict.REFUTED)
        .extracting(ClaimEntry::id)
        .containsExactly("corollary-1-own", "corollary-3", "corollary-3-temperature");
  }

  @Test
  void randomSeedsDiffer() {
    assertThat(new Seed().convert("random")).isNotEqualTo(new Seed().convert("random"));
  }

  @Test
  void helpVersionAndCatalogue() {
    assertThat(Run.of("--help").out())
        .contains("verify", "check", "claims", "train", "Exit codes:");
    assertThat(Run.of("--version").out()).matches("attention-limits \\d+\\.\\d+\\.\\d+\\S*\\s*");
    assertThat(Run.of("claims").out()).contains("corollary-3-sharp", "derived here");
    assertThat(Run.of("claims", "--instances").out())
        .contains("HeadGroup: a group of heads", "  separability: not negative, heads: count");
    assertThat(Run.of("verify", "--help").code()).isZero();
    assertThat(Run.of("verify", "--help").out().replaceAll("\\s+", " "))
        .contains("refused if CI is set, unless it is empty, 0 or false");
  }

  @Test
  void claimsOfOneSourceAreListedAlone() {
    Predicate<String> isName = line -> !line.startsWith(" ");
    assertThat(Run.of("claims", "--source", "2410.01104").out().lines().filter(isName))
        .containsExactly("dispersion-top-n");
    assertThat(Run.of("claims", "--source", "2508.17821").out().lines().filter(isName))
        .contains("corollary-3")
        .doesNotContain("corollary-3-sharp", "dispersion-top-n");
    assertThat(Run.of("claims", "--source", Catalogue.OURS).out().lines().filter(isName))
        .contains("corollary-3-sharp", "retrieval")
        .doesNotContain("corollary-3", "dispersion-top-n");
  }

  @Test
  void claimsTellTheirDetails() {
    String listed = Run.of("claims").out();
    String detailed = Run.of("claims", "--details").out();
    String one = Run.of("claims", "lemma-1-sharp", "corollary-3-temperature").out();

    assertThat(listed).doesNotContain("domain:");
    assertThat(detailed.lines().filter(line -> line.startsWith("  domain: ")))
        .hasSameSizeAs(Catalogue.claims());
    assertThat(one)
        .startsWith("lemma-1-sharp")
        .contains("  special values: ", "  formula: ")
        .contains("  proof: proofs.html#lemma-1-sharp", "  proof: none given")
        .contains("\n  a part of a stated claim: corollary-3\n")
        .doesNotContain("corollary-1-own");
    assertThat(Run.of("claims", "corollary-1-own", "length-aware", "lemma-2").out())
        .contains("\n  another reading, never counted as the paper's: ")
        .contains("\n  against this reading: ", "\n  our choice: one scale, s = 1")
        .contains("\n  proof that it is false: proofs.html#length-aware")
        .contains("\n  the paper's statement, an unconfirmed reading: a formula was not seen\n");
    assertThat(one.lines().filter(line -> line.contains("(") && !line.startsWith("  "))).isEmpty();
  }

  @Test
  void whatCannotBeWrittenLeavesTheEarlierFiles() throws IOException {
    verify("out", "--no-model");
    String ledger = Files.readString(directory.resolve("out").resolve(LedgerFile.LEDGER));
    Path page = directory.resolve("out").resolve("index.html");
    Files.delete(page);
    Files.createDirectories(page.resolve("in-the-way"));

    Run run = verify("out", "--no-model", "--seed", "7");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("index.html: must be a file, is a directory");
    assertThat(directory.resolve("out").resolve(LedgerFile.LEDGER)).hasContent(ledger);
  }
}
