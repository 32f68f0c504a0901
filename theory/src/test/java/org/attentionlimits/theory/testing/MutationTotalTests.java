package org.attentionlimits.theory.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationTotalTests {

  @TempDir private Path folder;
  private Path sources;
  private Path reports;

  @BeforeEach
  void reportOnTwoPackages() throws IOException {
    sources = Files.createDirectory(folder.resolve("sources"));
    reports = Files.createDirectory(folder.resolve("reports"));
    report("one", 3, 1);
    report("two", 6, 0);
  }

  private void report(String name, int killed, int survived) throws IOException {
    Files.createDirectory(sources.resolve(name));
    Path report = Files.createDirectory(reports.resolve(name)).resolve("mutations.xml");
    Files.writeString(
        report,
        "<mutations partial=\"true\">"
            + "<mutation detected='true' status='KILLED'><block>1</block></mutation>".repeat(killed)
            + "<mutation detected='false' status='SURVIVED'/>".repeat(survived)
            + "</mutations>");
  }

  private void check(double least) throws Exception {
    MutationTotal.main(
        new String[] {sources.toString(), reports.toString(), Double.toString(least)});
  }

  @Test
  void mutantsAndKilledOnesAreCounted() throws Exception {
    MutationTotal.Count count = MutationTotal.count("one", reports.resolve("one/mutations.xml"));
    assertThat(count).isEqualTo(new MutationTotal.Count("one", 4, 3));
    assertThat(count).hasToString("one              4     3   75.0 %");
  }

  @Test
  void theShareIsThatOfAllPackagesTogether() {
    assertThatCode(() -> check(90)).doesNotThrowAnyException();
    assertThatIllegalStateException()
        .isThrownBy(() -> check(90.1))
        .withMessage("killed mutants must be at least 90.1 %: total           10     9   90.0 %");
  }

  @Test
  void aPackageWithoutAReportFails() throws IOException {
    Files.createDirectory(sources.resolve("three"));
    assertThatIllegalStateException()
        .isThrownBy(() -> check(0))
        .withMessageStartingWith("package three has no report");
  }

  @Test
  void nothingIsKilledOfNone() {
    assertThat(new MutationTotal.Count("none", 0, 0).percent()).isZero();
  }
}
